"""People who stand in several offices: where each is counted, and where else the person stands."""

from app.domain.nip import Nip
from app.domain.report import Align, Column, ReportSheet
from app.domain.report_kinds import ReportKind
from app.domain.rollup.figures import ELSEWHERE, VERDICTS
from app.domain.rollup.merged import Doubled, Place
from app.services.report.fields import Field, fitted_table
from app.services.report.frame import footer_of
from app.services.report.names import SheetNames
from app.services.report.province.asked import ProvinceAsked
from app.wording.verdicts import verdict_word


def doubled_sheet(asked: ProvinceAsked, names: SheetNames) -> ReportSheet:
    """One row for each other office that lists the person."""
    say = asked.language.say
    pairs = [(one, other) for one in asked.rollup.doubled for other in one.others]
    counted, elsewhere = say("Counted in"), say("Also listed in")
    fields = [
        Field(Column(say("No."), Align.CENTRE), range(1, len(pairs) + 1), narrowest=9),
        Field(Column(say("Name")), [one.name for one, _ in pairs], True, 32, 62),
        Field(
            Column(say("NIP / NI PPPK"), Align.CENTRE),
            [_nip(asked, one) for one, _ in pairs],
            narrowest=30,
        ),
        Field(Column(say("Verdict"), Align.CENTRE), _verdicts(asked, pairs), True, 24, 34),
        *_place_fields(asked, counted, [one.counted for one, _ in pairs]),
        *_place_fields(asked, elsewhere, [other for _, other in pairs]),
    ]
    empty = say("Nobody stands in several offices.")
    widths, table = fitted_table(fields, empty, asked.own.room)
    return ReportSheet(
        name=names.take(say("In several offices")),
        widths=widths,
        title=(say("CIVIL SERVANTS WHO STAND IN SEVERAL OFFICES"),),
        subtitle=(asked.title_line,),
        tables=(table,),
        footer=footer_of(asked.language),
        notes=(
            say(
                "Each counts once: in the office that saw something of the person last, then in the "
                "one whose name comes first."
            ),
            say("Restricted: contains personal data."),
        ),
        page=asked.page,
        kind=ReportKind.DOUBLED,
    )


def _place_fields(asked: ProvinceAsked, group: str, places: list[Place]) -> list[Field]:
    say = asked.language.say
    return [
        Field(
            Column(say("Local office"), group=group), [one.office for one in places], True, 28, 52
        ),
        Field(Column(say("File"), group=group), [one.words[0] for one in places], True, 30, 58),
        Field(Column(say("Row"), Align.RIGHT, group), [one.row for one in places], narrowest=14),
    ]


def _nip(asked: ProvinceAsked, one: Doubled) -> str:
    nip = Nip(one.nip)
    return nip.masked if asked.options.masked_nip else nip.grouped


def _verdicts(asked: ProvinceAsked, pairs: list[tuple[Doubled, Place]]) -> list[str]:
    people, wanted = asked.rollup.people, {int(one.nip) for one, _ in pairs}
    found = {
        people.nips[index]: VERDICTS[people.verdicts[index]]
        for index in range(len(people))
        if people.nips[index] in wanted and not people.marks[index] & ELSEWHERE
    }
    return [verdict_word(found[int(one.nip)], asked.language) for one, _ in pairs]
