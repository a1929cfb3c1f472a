"""From what the fields say to the described workbook, away from the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol

from app.domain.office import Office
from app.domain.person import Account, Person
from app.domain.proof import SHORT_HASH
from app.domain.report import UNKNOWN_PROOF, ReportBook
from app.domain.report_kinds import ReportKind
from app.domain.report_pages import pages_of
from app.domain.rule import Rule
from app.domain.verdict import Verdict
from app.services.closed_periods import ClosedPeriod
from app.services.job import Job
from app.services.periods import KeepPeriods
from app.services.report import Background, OwnBook, ReportOptions, WriteReport
from app.services.report.asked import number_rounded
from app.services.sample_report import marked_as_sample
from app.services.standings import JudgeStandings, Standings, judged
from app.wording.language import Language

USUAL_AGE = 90
"""Days after which a count is called old where the rule itself sets no limit (mockup laporan)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the fields say. `revision` grows when the stored people may have changed.

    `closing`: the id of a closing that the report is of; rule and day are those of it then.
    """

    rule: Rule
    as_of: date
    office: Office
    options: ReportOptions
    revision: int
    closing: int | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """What is told of the workbook before it is written. `age` is in days."""

    people: int
    qualifying: int
    rows: int | None
    """Qualifying people as they stand in the sheets; None where none of them lists them."""
    counted: int
    """Usable counts on the platforms of the rule."""
    old: int
    age: int
    rounded: int

    @property
    def rows_agree(self) -> bool:
        """The sheets list neither more nor fewer people than were judged to qualify."""
        return self.rows is None or self.rows == self.qualifying


@dataclass(frozen=True, slots=True)
class Prepared:
    """The described workbook; `pages` has the index of each page's first line, sheet by sheet."""

    wanted: Wanted
    book: ReportBook
    pages: tuple[tuple[int, ...], ...]
    checks: Checks | None
    """None where nobody is listed: a report over offices."""


class Draft(Protocol):
    """Prepares one workbook at a time. Only the thread of the work may call it."""

    def prepare(self, wanted: Wanted, job: Job) -> Prepared:
        """The workbook for these fields; raises Cancelled where others are wanted by now."""

    def for_organisations(self, wanted: Wanted, job: Job) -> Sequence[OwnBook]:
        """A workbook for each organisation; raises Cancelled."""

    def proof(self, prepared: Prepared, job: Job) -> str:
        """What the footer says of the content, as the written workbook would say it."""


class ReportDraft:
    """Prepares one workbook at a time. Only the thread of the work may call it."""

    def __init__(
        self,
        report: WriteReport,
        standings: JudgeStandings,
        periods: KeepPeriods,
        language: Language,
        *,
        is_sample: bool,
    ) -> None:
        self._report = report
        self._judge, self._periods = standings, periods
        self._language = language
        self._is_sample = is_sample
        self._everyone: list[tuple[Person, tuple[Account, ...]]] = []
        self._known: tuple[int, date] | None = None
        self._closed: ClosedPeriod | None = None
        self._closed_known: tuple[int, int] | None = None
        self._behind: tuple[object, Background] | None = None
        self._last: Prepared | None = None
        self._proven: tuple[Prepared, str] | None = None

    def prepare(self, wanted: Wanted, job: Job) -> Prepared:
        """The workbook for these fields; the very same one where nothing changed since.

        Raises:
            Cancelled: Other fields are wanted by now.
        """
        if self._last is not None and self._last.wanted == wanted:
            return self._last
        standings, closed = self._standings(wanted, job)
        job.step(0, 0)
        background = self._background(wanted, closed, job)
        book = self._report.build(
            standings.people,
            standings.rule,
            standings.as_of,
            wanted.office,
            wanted.options,
            background,
            closed,
        )
        if self._is_sample:
            book = marked_as_sample(book, self._language)
        pages = []
        for sheet in book.sheets:
            job.step(0, 0)
            pages.append(pages_of(sheet))
        checks = _checks(standings, book)
        self._last = Prepared(wanted, book, tuple(pages), checks)
        return self._last

    def proof(self, prepared: Prepared, job: Job) -> str:
        """The beginning of the hash of its content, as every page of it ends with.

        Raises:
            Cancelled: Nobody waits for it any more.
        """
        if self._proven is None or self._proven[0] is not prepared:
            content = self._report.content_hash(prepared.book, job.untold())
            self._proven = (prepared, content[:SHORT_HASH] or UNKNOWN_PROOF)
        return self._proven[1]

    def for_organisations(self, wanted: Wanted, job: Job) -> Sequence[OwnBook]:
        """A workbook for each organisation.

        Raises:
            Cancelled: The person stopped it.
        """
        found, closed = self._standings(wanted, job)
        books = self._report.for_organisations(
            found.people, found.rule, found.as_of, wanted.office, wanted.options, closed
        )
        if not self._is_sample:
            return books
        return [replace(one, build=partial(self._as_sample, one.build)) for one in books]

    def _as_sample(self, build: Callable[[], ReportBook]) -> ReportBook:
        return marked_as_sample(build(), self._language)

    def _background(self, wanted: Wanted, closed: ClosedPeriod | None, job: Job) -> Background:
        """Another paper or another signature needs no second look either."""
        options = wanted.options
        when = wanted.revision, wanted.rule, wanted.as_of, wanted.closing
        asked = (*when, options.kinds, options.scheme)
        if self._behind is None or self._behind[0] != asked:
            found = self._report.background(wanted.rule, wanted.as_of, options, job, closed)
            self._behind = (asked, found)
        return self._behind[1]

    def _standings(self, wanted: Wanted, job: Job) -> tuple[Standings, ClosedPeriod | None]:
        """Everyone judged: now, or as it was closed."""
        if wanted.closing is None:
            return judged(self._people(wanted, job), wanted.rule, wanted.as_of), None
        asked = wanted.revision, wanted.closing
        if self._closed is None or self._closed_known != asked:
            self._closed = self._periods.read(wanted.closing, job)
            self._closed_known = asked
        seen = self._closed.snapshot
        return Standings(seen.rule, seen.as_of, seen.people), self._closed

    def _people(self, wanted: Wanted, job: Job) -> list[tuple[Person, tuple[Account, ...]]]:
        """Another rule or another tick needs no second look at the database."""
        if self._known != (wanted.revision, wanted.as_of):
            self._everyone = self._judge.everyone(wanted.as_of, job)
            self._known = (wanted.revision, wanted.as_of)
        return self._everyone


def _checks(standings: Standings, book: ReportBook) -> Checks:
    age = standings.rule.age_limit or USUAL_AGE
    ages = [
        reason.age
        for one in standings.people
        for reason in one.judgement.reasons
        if reason.age is not None
    ]
    qualifying = standings.totals[Verdict.QUALIFIES]
    return Checks(
        people=len(standings.people),
        qualifying=qualifying,
        rows=_rows(book, qualifying),
        counted=len(ages),
        old=sum(days > age for days in ages),
        age=age,
        rounded=number_rounded(standings.people),
    )


def _rows(book: ReportBook, expected: int) -> int | None:
    """Rows of the signed list of all, or of the lists of the organisations where those differ."""
    signed = [sheet for sheet in book.sheets if sheet.kind is ReportKind.QUALIFYING]
    if not signed:
        return None
    rows = [len(sheet.tables[-1].rows) for sheet in signed]
    whole, parts = sum(rows[:1]), rows[1:]
    return sum(parts) if parts and whole == expected else whole
