"""The annex of a decree or a letter of assignment: the names that it appoints."""

from app.domain.report import Align, Column, Fact, ReportSheet, Signature, Signatures
from app.domain.report_kinds import ReportKind
from app.domain.verdict import Verdict
from app.services.report.asked import Asked, closed_note
from app.services.report.columns import identity_fields, place_field
from app.services.report.fields import Field, fitted_table
from app.services.report.frame import DOTS, footer_of, signature_of_head
from app.services.report.names import SheetNames

_DOTTED = DOTS[:24]


def annex_sheet(asked: Asked, names: SheetNames) -> ReportSheet:
    """Those who qualify, as candidates; whoever signs the decree strikes out or adds a remark."""
    language = asked.language
    say = language.say
    people = [one for one in asked.people if one.judgement.verdict is Verdict.QUALIFIES]
    fields = [
        *identity_fields(asked, people, rank=True),
        place_field(asked, people),
        Field(Column(say("Remarks"), Align.LEFT), [None] * len(people), narrowest=30),
    ]
    widths, table = fitted_table(fields, say("Nobody."), asked.room)
    return ReportSheet(
        name=names.take(say("Annex, qualifying")),
        widths=widths,
        title=(
            say("LIST OF CIVIL SERVANTS WHO MEET THE SOCIAL MEDIA FOLLOWER REQUIREMENT"),
            say("AND ARE APPOINTED TO SPREAD PUBLIC INFORMATION"),
        ),
        subtitle=(),
        tables=(table,),
        footer=footer_of(language),
        signatures=Signatures(None, _signed(asked)),
        annex=_block(asked),
        notes=(note,) if (note := closed_note(asked)) else (),
        page=asked.page,
        kind=ReportKind.ANNEX,
    )


def _block(asked: Asked) -> tuple[Fact, ...]:
    """Lampiran, Nomor, Tanggal, as the decree itself has them."""
    say, decree = asked.language.say, asked.options.decree
    dated = asked.language.date(decree.dated) if decree.dated is not None else _DOTTED
    return (
        Fact(say("Annex"), decree.title or _DOTTED),
        Fact(say("Number"), decree.number or _DOTTED),
        Fact(say("Date"), dated),
    )


def _signed(asked: Asked) -> Signature:
    """The head of the office, or who signs in that person's place; no place and no date before."""
    found = signature_of_head(asked.office, asked.language)
    return found or Signature((f"{DOTS},",), DOTS, (f"NIP. {DOTS[:32]}",))
