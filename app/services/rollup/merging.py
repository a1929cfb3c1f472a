"""The province's view over everything that was received, and what changed between two sendings."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from app.domain.period import Period
from app.domain.rollup.merged import Arrived, RollUp, Traced, Wish
from app.domain.rollup.merging import merge
from app.domain.rollup.offices import without_repetition
from app.domain.rollup.sending import Sending, SentRow, Submission
from app.domain.rule import Rule
from app.domain.snapshot import Snapshot
from app.domain.snapshot_text import in_row, sent_in_row
from app.domain.standing import PersonStanding
from app.domain.verdict import judge
from app.domain.verdict_change import VerdictChange, verdict_changes
from app.services.absent_offices import EXPECTED, expected_offices
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.storage.database import Database
from app.storage.settings import save_setting
from app.storage.snapshots import current_ids, withdrawn_ids
from app.storage.submissions import all_submissions, rows_of_submission
from app.storage.transaction import Transaction

_PROGRESS_PEOPLE = 1000


@dataclass(frozen=True, slots=True)
class SendingDifference:
    """Two sendings of an office compared, by name: the older one and the newer one.

    `new` and `gone` are people in only one of them; `counted` are people whose counts or accounts
    differ; `verdicts` are the changes of a verdict, each with its one cause (also among `counted`).
    """

    before: Arrived
    after: Arrived
    new: tuple[PersonStanding, ...]
    gone: tuple[PersonStanding, ...]
    counted: tuple[tuple[PersonStanding, PersonStanding], ...]
    verdicts: tuple[VerdictChange, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing differs in what counts."""
        return not (self.new or self.gone or self.counted or self.verdicts)


class MergeOffices:
    """Reads what was received; nothing here writes but the list of offices."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def periods(self) -> list[Period]:
        """The periods for which anything was received, the newest first."""
        with self._database.reading() as tx:
            found = {one.sending.period for one in all_submissions(tx)}
        return sorted(found, key=lambda one: (one.last, one.first), reverse=True)

    def expected(self) -> tuple[str, ...]:
        """The offices that should send, as the province typed them."""
        with self._database.reading() as tx:
            return expected_offices(tx)

    def expect(self, names: Iterable[str]) -> tuple[str, ...]:
        """Replaces that list (typed, or lines of a paste); gives it as it is kept.

        Blank lines and repetitions are left out. It is a setting: Ctrl+Z does not concern it.
        """
        kept = without_repetition(line for name in names for line in name.splitlines())
        with self._database.writing() as tx:
            save_setting(tx, EXPECTED, json.dumps(kept, ensure_ascii=False))
        return kept

    def rollup(
        self, period: Period, rule: Rule, job: Job, *, other_periods: bool = False
    ) -> RollUp:
        """Everything merged for a period under the province's rule; reads all counted people once.

        Offices that sent in an earlier period and not for this one are in it as absent ones.
        Whoever withdrew consent in this office, or was erased here, is not in it.

        Raises:
            Cancelled: the person stopped it.
        """
        with collector_paused(), self._database.reading() as tx:
            reading = _Reading(tx)
            wish = Wish(period, rule, expected_offices(tx), other_periods)
            return merge(all_submissions(tx), reading.rows, wish, job.step)

    def people(self, rollup: RollUp, office: str, job: Job) -> list[PersonStanding]:
        """The counted people of one office (by key), whole, judged by the rule of the roll-up.

        By name. For lists and for what figures cannot say; never ask for all offices at once and
        keep them: 280,000 people as whole objects take more than a gigabyte.
        """
        wanted = rollup.office(office)
        if wanted is None or wanted.arrived is None:
            return []
        counted = {one.nip: one.place for one in rollup.traced(office)}
        rule = rollup.wish.rule
        found: list[PersonStanding] = []
        with collector_paused(), self._database.reading() as tx:
            reading = _Reading(tx)
            for submission in wanted.arrived.submissions:
                for number, row in enumerate(reading.rows(submission)):
                    if number % _PROGRESS_PEOPLE == 0:
                        job.step(len(found), len(counted))
                    place = counted.get(row.nip)
                    here = place is not None and (place.submission.id, place.row)
                    if row.content is not None and here == (submission.id, row.row):
                        found.append(_judged(row.content, rule, submission.sending))
        return sorted(found, key=_by_name)

    def find(self, rollup: RollUp, text: str, most: int = 200) -> list[Traced]:
        """Counted people by a part of the name or by digits of the NIP, each with its place."""
        words = " ".join(text.casefold().split())
        digits = words.replace(" ", "")
        if not words:
            return []
        found = (
            one
            for one in rollup.traced()
            if words in one.name.casefold() or (digits.isdigit() and digits in one.nip)
        )
        return list(islice(found, most))

    def difference(self, before: Arrived, after: Arrived, job: Job) -> SendingDifference:
        """What changed between two sendings of an office, as far as both arrived.

        Raises:
            Cancelled: the person stopped it.
        """
        with collector_paused(), self._database.reading() as tx:
            reading = _Reading(tx)
            left, right = (reading.snapshot(one, job) for one in (before, after))
        there, here = _by_nip(left), _by_nip(right)
        both = [nip for nip in there if nip in here]
        counted = [
            (there[nip], here[nip]) for nip in both if there[nip].accounts != here[nip].accounts
        ]
        verdicts = verdict_changes(left, right)
        return SendingDifference(
            before,
            after,
            tuple(one for nip, one in here.items() if nip not in there),
            tuple(one for nip, one in there.items() if nip not in here),
            tuple(counted),
            tuple(one for one in verdicts if one.was is not None and one.now is not None),
        )


class _Reading:
    """What was received, without whoever withdrew consent in this office."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        withdrawn = withdrawn_ids(tx)
        self._withdrawn = {nip for nip, one in current_ids(tx).items() if one in withdrawn}

    def rows(self, submission: Submission) -> Iterator[SentRow]:
        """The people of one workbook."""
        for row in rows_of_submission(self._tx, submission.id):
            yield replace(row, content=None) if row.nip in self._withdrawn else row

    def snapshot(self, arrived: Arrived, job: Job) -> Snapshot:
        """Everybody of a sending as they were sent, by name."""
        sending = arrived.sending
        found: dict[str, PersonStanding] = {}
        for submission in arrived.submissions:
            job.step(len(found), sending.people)
            for row in self.rows(submission):
                if row.content is None or row.nip in found:
                    continue
                one = in_row(row.content, sending.rule, sending.as_of, len(found) + 1)
                if isinstance(one, PersonStanding):
                    found[row.nip] = one
        return Snapshot(sending.rule, sending.as_of, sorted(found.values(), key=_by_name))


def _judged(content: str, rule: Rule, sending: Sending) -> PersonStanding:
    """By the province's rule; where that is the sender's own, as the sender decided."""
    if sending.rule.decides_as(rule):
        one = in_row(content, sending.rule, sending.as_of)
        if isinstance(one, PersonStanding):
            return one
    person, accounts, _ = sent_in_row(content)
    return PersonStanding(person, accounts, judge(accounts, rule, sending.as_of, person.consent))


def _by_nip(snapshot: Snapshot) -> dict[str, PersonStanding]:
    return {one.person.nip.digits: one for one in snapshot.people}


def _by_name(one: PersonStanding) -> tuple[str, str]:
    return one.person.name.casefold(), one.person.nip.digits
