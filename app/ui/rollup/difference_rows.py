"""What differs between two sendings of an office, person by person."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.person import Account
from app.domain.standing import PersonStanding
from app.services.rollup.merging import SendingDifference
from app.ui.table.column import Column
from app.ui.table.looks import Look, TextLook
from app.wording.counts import count_text
from app.wording.language import Language
from app.wording.periods import change_sentence
from app.wording.verdicts import verdict_short_word


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One person: what kind of difference it is, and what happened in words."""

    id: int
    name: str
    organisation: str
    nip: str
    kind: str
    happened: str


def difference_rows(found: SendingDifference, language: Language) -> list[DifferenceRow]:
    """Changed verdicts first, then counts, then who came and who went."""
    return [
        DifferenceRow(
            number,
            one.person.name,
            one.person.organisation or one.person.unit,
            one.person.nip.digits,
            kind,
            happened,
        )
        for number, (one, kind, happened) in enumerate(_lines(found, language))
    ]


def _lines(
    found: SendingDifference, language: Language
) -> Iterator[tuple[PersonStanding, str, str]]:
    say = language.say
    told = set()
    for change in found.verdicts:
        if (one := change.one) is not None:
            told.add(one.person.nip)
            yield one, say("Verdict"), change_sentence(change, language)
    for before, after in found.counted:
        if after.person.nip not in told:
            yield after, say("Accounts and counts"), _moved(before, after, language)
    for one in found.new:
        if one.person.nip not in told:
            yield one, say("New"), verdict_short_word(one.judgement.verdict, language)
    for one in found.gone:
        if one.person.nip not in told:
            yield one, say("Gone"), verdict_short_word(one.judgement.verdict, language)


def _moved(before: PersonStanding, after: PersonStanding, language: Language) -> str:
    """IG 450 → 620; X – → 700."""
    then = {account.platform: account for account in before.accounts}
    now = {account.platform: account for account in after.accounts}
    words = []
    for platform in dict.fromkeys([*then, *now]):
        was, is_now = _account(then.get(platform), language), _account(now.get(platform), language)
        if was != is_now:
            words.append(f"{platform.tag} {was} → {is_now}")
    return "; ".join(words)


def _account(account: Account | None, language: Language) -> str:
    """Its count with the day; the account as it is written where nothing is counted."""
    if account is None:
        return "–"
    count = account.latest
    written = " ".join(account.written.split())
    if count is None:
        return written or "–"
    number = count_text(count.interval, count.written, language)
    day = language.short_date(count.observed_on)
    return " ".join(part for part in (written, number, f"({day})") if part)


def _name_look(row: DifferenceRow) -> Look:
    return TextLook(row.name, row.organisation, font="body_medium")


def difference_columns(language: Language) -> list[Column[DifferenceRow]]:
    """Three columns and the NIP."""
    say = language.say
    return [
        Column(
            "name",
            say("Name and organisation"),
            lambda row: row.name,
            width=230,
            tooltip=lambda row: f"{row.name}\n{row.organisation}",
            look=_name_look,
        ),
        Column("nip", say("NIP"), lambda row: row.nip, width=178),
        Column("kind", say("What differs"), lambda row: row.kind, width=150),
        Column(
            "happened",
            say("What happened"),
            lambda row: row.happened,
            width=320,
            stretch=True,
            tooltip=lambda row: row.happened,
        ),
    ]


def difference_key(row: DifferenceRow) -> int:
    """Which row."""
    return row.id
