"""The sheets that list people: who qualifies, and the working lists of everybody else."""

from collections.abc import Sequence

from app.domain.report import ReportSheet
from app.domain.report_kinds import ReportKind
from app.domain.standing import PersonStanding
from app.domain.verdict import Verdict
from app.services.report.asked import Asked, basis_note, counts_note, signs_note
from app.services.report.columns import (
    account_fields,
    basis_field,
    count_fields,
    identity_fields,
    place_field,
    reason_field,
    recorded_field,
    shortfall_field,
    unit_fields,
    verdict_field,
)
from app.services.report.fields import Field, fitted_table
from app.services.report.frame import (
    footer_of,
    signatures_of,
)
from app.services.report.names import SheetNames
from app.services.report.people import organisation_key, organisation_of, shortfall

People = Sequence[PersonStanding]


def qualifying_sheet(asked: Asked, names: SheetNames) -> ReportSheet:
    """Everybody who qualifies, with accounts, counts and the condition that was met."""
    people = _with(asked, Verdict.QUALIFIES)
    fields = [
        *identity_fields(asked, people, rank=True),
        place_field(asked, people),
        *account_fields(asked, people),
        *count_fields(asked, people),
        recorded_field(asked, people),
        basis_field(asked, people),
    ]
    name = names.take(asked.language.say("Qualifying"))
    return _signed_list(asked, name, asked.language.say("ALL ORGANISATIONS"), fields, people)


def organisation_sheets(asked: Asked, names: SheetNames) -> list[ReportSheet]:
    """One sheet for each organisation that has qualifying people, in the order of the list."""
    groups: dict[str, list[PersonStanding]] = {}
    for one in _with(asked, Verdict.QUALIFIES):
        groups.setdefault(organisation_key(one), []).append(one)
    most = asked.options.most_organisations
    rest: list[PersonStanding] = []
    if len(groups) > most:
        largest = sorted(groups, key=lambda key: -len(groups[key]))[: most - 1]
        rest = [one for key, group in groups.items() if key not in largest for one in group]
        groups = {key: groups[key] for key in groups if key in largest}
    sheets = [_organisation_sheet(asked, names, group) for group in groups.values()]
    if rest:
        sheets.append(_other_organisations(asked, names, rest))
    return sheets


def working_sheets(asked: Asked, names: SheetNames) -> list[ReportSheet]:
    """Who is near, who does not qualify yet, whose counts are too old, who has none."""
    say = asked.language.say
    not_yet, stale = _with(asked, Verdict.NOT_YET), _with(asked, Verdict.STALE)
    near = sorted(
        (one for one in not_yet if _is_near(asked, one)),
        key=lambda one: shortfall(one, asked.rule) or 0,
    )
    sheets = [
        _working_list(
            asked,
            names.take(say("Near misses")),
            say("CIVIL SERVANTS WHO NEARLY MEET THE FOLLOWER REQUIREMENT"),
            near,
            _counted_fields(asked, near),
            say("At most {near} followers short; the nearest first.").format(
                near=asked.language.number(asked.options.near)
            ),
        ),
        _working_list(
            asked,
            names.take(say("Not yet qualifying")),
            say("CIVIL SERVANTS WHO DO NOT MEET THE FOLLOWER REQUIREMENT YET"),
            not_yet,
            _counted_fields(asked, not_yet),
            say("Includes those who are near."),
        ),
    ]
    if stale or asked.rule.age_limit is not None:
        sheets.append(
            _working_list(
                asked,
                names.take(say("Not recent")),
                say("CIVIL SERVANTS WHOSE FOLLOWERS MUST BE COUNTED AGAIN"),
                stale,
                [*account_fields(asked, stale), *count_fields(asked, stale)],
                say("The counts are older than the rule allows."),
            )
        )
    unknown = _with(asked, Verdict.NO_DATA)
    sheets.append(
        _working_list(
            asked,
            names.take(say("Not known")),
            say("CIVIL SERVANTS WITHOUT SUFFICIENT FOLLOWER DATA"),
            unknown,
            account_fields(asked, unknown),
            say("No verdict is possible; that does not mean zero followers."),
        )
    )
    return sheets


def _with(asked: Asked, verdict: Verdict) -> list[PersonStanding]:
    return [one for one in asked.people if one.judgement.verdict is verdict]


def _is_near(asked: Asked, one: PersonStanding) -> bool:
    missing = shortfall(one, asked.rule)
    return missing is not None and missing <= asked.options.near


def _counted_fields(asked: Asked, people: People) -> list[Field]:
    return [
        *count_fields(asked, people),
        recorded_field(asked, people),
        shortfall_field(asked, people),
    ]


def _organisation_sheet(asked: Asked, names: SheetNames, people: People) -> ReportSheet:
    """In the form of the printed page: no accounts, and the unit only where it says more."""
    say = asked.language.say
    full_name = organisation_of(people[0]) or say("Others")
    name = names.take_for_organisation(full_name, say("Organisation"))
    fields = [
        *identity_fields(asked, people, rank=True),
        *unit_fields(asked, people),
        *count_fields(asked, people),
        recorded_field(asked, people),
        basis_field(asked, people),
    ]
    return _signed_list(asked, name, full_name.upper(), fields, people)


def _other_organisations(asked: Asked, names: SheetNames, people: People) -> ReportSheet:
    say = asked.language.say
    fields = [
        *identity_fields(asked, people, rank=True),
        place_field(asked, people),
        *count_fields(asked, people),
        recorded_field(asked, people),
        basis_field(asked, people),
    ]
    head = say("OTHER ORGANISATIONS")
    note = asked.language.say_many(
        "Only {count} organisation has a sheet of its own; all others are listed here together.",
        "Only {count} organisations have sheets of their own; all others are listed here together.",
        asked.options.most_organisations - 1,
    )
    name = names.take(say("Other organisations"))
    return _signed_list(asked, name, head, fields, people, note)


def _signed_list(
    asked: Asked, name: str, of_whom: str, fields: Sequence[Field], people: People, note: str = ""
) -> ReportSheet:
    language = asked.language
    notes = (
        note,
        basis_note(asked),
        f"{counts_note(asked, people)} {signs_note(people, language)}",
        language.say("Restricted: contains personal data."),
    )
    title = language.say("LIST OF CIVIL SERVANTS WHO MEET THE SOCIAL MEDIA FOLLOWER REQUIREMENT")
    empty = language.say("Nobody qualifies as of {as_of}.").format(as_of=language.date(asked.as_of))
    widths, table = fitted_table(fields, empty, asked.room)
    return ReportSheet(
        name=name,
        widths=widths,
        title=(title, of_whom),
        subtitle=asked.subtitle,
        tables=(table,),
        footer=footer_of(language),
        notes=tuple(text for text in notes if text),
        letterhead=asked.letterhead,
        page=asked.page,
        signatures=signatures_of(asked.office, asked.as_of, language),
    )


def _working_list(
    asked: Asked, name: str, title: str, people: People, special: Sequence[Field], note: str
) -> ReportSheet:
    """A list for the office's own work: no letterhead, no signatures, the verdict and its reason."""
    language = asked.language
    fields = [
        *identity_fields(asked, people, rank=False),
        place_field(asked, people),
        *special,
        verdict_field(asked, people),
        reason_field(asked, people),
    ]
    widths, table = fitted_table(fields, language.say("Nobody."), asked.room)
    restricted = language.say("Restricted: contains personal data.")
    return ReportSheet(
        name=name,
        widths=widths,
        title=(title,),
        subtitle=asked.subtitle,
        tables=(table,),
        footer=footer_of(language),
        notes=(
            f"{note} {signs_note(people, language)}",
            basis_note(asked),
            f"{counts_note(asked, people)} {restricted}",
        ),
        page=asked.page,
        kind=ReportKind.NOT_YET,
    )
