"""What offices sent, without any file: people into sendings, sendings into parts, parts received."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.count import Interval
from app.domain.nip import Nip
from app.domain.period import Period, PeriodKind
from app.domain.person import Account, Count, Person, Source
from app.domain.platform import Platform
from app.domain.rollup.sending import Part, Sender, Sending, SentRow, Submission
from app.domain.rule import RULE_A, Rule
from app.domain.snapshot import Snapshot, take_snapshot
from app.domain.snapshot_text import hash_of_row, row_texts

OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
NOVEMBER = Period(PeriodKind.MONTH, date(2026, 11, 1))
NOON = datetime(2026, 12, 1, 12)
OFFICES = ("Kabupaten Awan", "Kabupaten Bukit", "Kota Cahaya")

Everyone = Sequence[tuple[Person, tuple[Account, ...]]]


def nip(number: int) -> Nip:
    return Nip(f"19850101201001{1 + number // 999}{number % 999 + 1:03}")


def one(
    number: int,
    low: int | None = 700,
    day: date = date(2026, 11, 10),
    platform: Platform = Platform.INSTAGRAM,
) -> tuple[Person, tuple[Account, ...]]:
    """Somebody with one count, or without any."""
    person = Person(nip(number), f"Orang {number}", organisation="Dinas Satu")
    if low is None:
        return person, ()
    count = Count(Interval(low, low, exact=True), day, Source.TYPED, str(low))
    return person, (Account(platform, latest=count),)


def sent(
    office: str,
    people: Everyone,
    *,
    period: Period = NOVEMBER,
    revision: int = 1,
    rule: Rule = RULE_A,
    office_id: str = "",
) -> tuple[Sending, dict[str, str]]:
    """The sending of an office and its rows by NIP."""
    snapshot: Snapshot = take_snapshot(people, rule, period.last)
    texts = {key: text for key, text in row_texts(snapshot).items() if '"away"' not in text}
    sender = Sender(office_id or f"id of {office}", office)
    bare = Sending(sender, period, revision, period.last, rule, snapshot.totals)
    return bare.sealed(map(hash_of_row, texts.values())), texts


@dataclass
class Desk:
    """The province's: takes what was sent, in parts, and gives rows as the storage does."""

    rows: dict[str, list[SentRow]] = field(default_factory=dict)
    _next: int = 1

    def receive(
        self,
        sending: Sending,
        texts: dict[str, str],
        parts: int = 1,
        written_at: datetime = NOON,
    ) -> list[Submission]:
        found = []
        numbers = sorted(texts)
        for number in range(parts):
            own = numbers[number::parts]
            hashes = [hash_of_row(texts[key]) for key in own]
            part = Part(number + 1, parts, len(own), written_at).sealed(sending, hashes)
            self.rows[part.sha256] = [
                SentRow(row, key, hash_of_row(texts[key]), texts[key])
                for row, key in enumerate(own, start=2)
            ]
            name = f"{sending.sender.name} {sending.revision} {number + 1}-{parts}.xlsx"
            found.append(Submission(self._next, sending, part, name, "ASN", NOON, "Rina"))
            self._next += 1
        return found

    def rows_of(self, submission: Submission) -> list[SentRow]:
        return self.rows[submission.part.sha256]
