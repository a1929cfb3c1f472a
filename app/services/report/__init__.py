"""The report of a month: described once in finished words, then written as a workbook."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from app.domain.office import Office
from app.domain.person import Consent
from app.domain.report import ReportBook, ReportSheet
from app.domain.report_kinds import Division, ReportKind
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.written_report import ReportForm
from app.services.closed_periods import ClosedPeriod
from app.services.job import Job
from app.services.report.annex import annex_sheet
from app.services.report.asked import Asked, Decree, ReportOptions
from app.services.report.background import NO_BACKGROUND, Background, GatherBackground
from app.services.report.cover import cover_sheet
from app.services.report.coverage_sheet import coverage_sheet
from app.services.report.data_sheet import data_sheet
from app.services.report.history import KeepWritten, sha256_of
from app.services.report.lists import organisation_sheets, qualifying_sheet, working_sheets
from app.services.report.names import SheetNames
from app.services.report.origin import with_origin
from app.services.report.people import (
    by_organisation_and_name,
    organisation_key,
    organisation_of,
)
from app.services.report.progress import progress_sheets
from app.services.report.quality import quality_sheets
from app.services.report.recap import recap_sheet
from app.services.report.summary import summary_sheet
from app.wording.language import Language
from app.wording.rules import rule_called
from app.workbooks.writing import content_hash, write_report
from app.workbooks.writing.safe_file import replacing

__all__ = ["Background", "Decree", "OwnBook", "ReportOptions", "WriteReport"]

_Part = tuple[ReportKind, Callable[[Asked, SheetNames], Sequence[ReportSheet]]]


def _coverage(asked: Asked, names: SheetNames) -> Sequence[ReportSheet]:
    sheet = coverage_sheet(asked, names)
    return () if sheet is None else (sheet,)


_PARTS: Sequence[_Part] = (
    (ReportKind.SUMMARY, lambda asked, names: (summary_sheet(asked, names),)),
    (ReportKind.QUALIFYING, lambda asked, names: (qualifying_sheet(asked, names),)),
    (ReportKind.ANNEX, lambda asked, names: (annex_sheet(asked, names),)),
    (ReportKind.RECAP, lambda asked, names: (recap_sheet(asked, names),)),
    (ReportKind.PROGRESS, progress_sheets),
    (ReportKind.NOT_YET, working_sheets),
    (ReportKind.QUALITY, quality_sheets),
    (ReportKind.COVERAGE, _coverage),
    (ReportKind.DATA, lambda asked, names: (data_sheet(asked, names),)),
)
"""In the order of the workbook; the cover comes before them, the organisations last."""


_OF_THE_WHOLE_OFFICE = frozenset((ReportKind.PROGRESS, ReportKind.QUALITY, ReportKind.COVERAGE))
"""They know more than the people; of one organisation they would say something else."""


@dataclass(frozen=True, slots=True)
class OwnBook:
    """The workbook of one organisation; described when it is wanted, and not kept."""

    name: str
    build: Callable[[], ReportBook]


class WriteReport:
    """Builds the description that the preview paints, and writes that very description."""

    def __init__(
        self,
        language: Language,
        gather: GatherBackground | None = None,
        wrote: Callable[[str], None] = lambda sha256: None,
        history: KeepWritten | None = None,
    ) -> None:
        """Without `gather`, nothing is known besides the people: some parts are shorter then.

        `wrote` is told the hash of each workbook, or of each other form, that was handed over.
        """
        self._history = history
        self._language = language
        self._gather = gather
        self._wrote = wrote

    def background(
        self,
        rule: Rule,
        as_of: date,
        options: ReportOptions,
        job: Job,
        closed: ClosedPeriod | None = None,
    ) -> Background:
        """What the chosen kinds need besides the judged people; of a closing, nothing of now.

        Raises:
            Cancelled: The person stopped it.
        """
        if self._gather is None:
            return NO_BACKGROUND
        if closed is not None:
            return self._gather.gather_closed(options.kinds, closed, options.scheme, job)
        return self._gather.gather(options.kinds, rule, as_of, options.scheme, job)

    def build(
        self,
        people: Iterable[PersonStanding],
        rule: Rule,
        as_of: date,
        office: Office,
        options: ReportOptions | None = None,
        background: Background = NO_BACKGROUND,
        closed: ClosedPeriod | None = None,
    ) -> ReportBook:
        """Describes the workbook; `people` are judged by `rule` on `as_of` already.

        Who has withdrawn consent appears nowhere, not even in a total. `closed`: the closing that
        they are of; the same one gives the same content, whatever is recorded or set later.
        """
        say = self._language.say
        chosen = options or ReportOptions()
        if closed is not None:
            chosen = chosen.of_closing(rule)
        printed = [one for one in people if one.person.consent is not Consent.WITHDRAWN]
        printed.sort(key=by_organisation_and_name)
        asked = Asked(printed, rule, as_of, office, chosen, self._language, background, closed)
        names = SheetNames()
        sheets = [
            sheet for kind, part in _PARTS if kind in chosen.kinds for sheet in part(asked, names)
        ]
        listed = ReportKind.QUALIFYING in chosen.kinds
        if listed and chosen.division is Division.SHEETS:
            sheets += organisation_sheets(asked, names)
        if ReportKind.COVER in chosen.kinds or not sheets:
            sheets.insert(0, cover_sheet(asked, names, sheets))
        subject = say("Rule {key}, as of {as_of}").format(
            key=rule_called(rule), as_of=self._language.date(as_of)
        )
        title = say("Civil servants and their followers")
        return with_origin(ReportBook(title, subject, tuple(sheets)), asked)

    def for_organisations(
        self,
        people: Iterable[PersonStanding],
        rule: Rule,
        as_of: date,
        office: Office,
        options: ReportOptions,
        closed: ClosedPeriod | None = None,
    ) -> Sequence[OwnBook]:
        """A workbook for each organisation, of the parts that are about people."""
        own = replace(
            options, division=Division.NOTHING, kinds=options.kinds - _OF_THE_WHOLE_OFFICE
        )
        groups: dict[str, list[PersonStanding]] = {}
        for one in sorted(people, key=by_organisation_and_name):
            groups.setdefault(organisation_key(one), []).append(one)
        others = self._language.say("Others")
        return [
            OwnBook(
                organisation_of(group[0]) or others,
                partial(self.build, group, rule, as_of, office, own, closed=closed),
            )
            for group in groups.values()
        ]

    def write(self, book: ReportBook, target: Path, job: Job) -> str:
        """Writes the workbook in the place of whatever stood there, whole or not at all.

        Gives the hash of its content, 64 digits, which its footer begins and its proof keeps.

        Raises:
            FileError: `target` cannot be written; what stood there is untouched.
            Cancelled: The person stopped it; what stood there is untouched.
        """
        return write_report(book, target, job.step)

    def note(self, book: ReportBook, target: Path, form: ReportForm, content: str) -> None:
        """Notes that this file, made of this book, was handed to the clerk: in history and log."""
        with suppress(OSError):
            self._wrote(content if form is ReportForm.WORKBOOK else sha256_of(target))
        if self._history is not None:
            self._history.note_book(book, target, form, content)

    def content_hash(self, book: ReportBook, job: Job) -> str:
        """The very hash that the workbook of this book has, without writing one.

        Raises:
            Cancelled: The person stopped it.
        """
        return content_hash(book, job.step)

    def beside(self, target: Path) -> AbstractContextManager[Path]:
        """Where to write instead of at `target`: it comes there when the block ends well.

        Raises:
            FileError: `target` cannot be written; what stood there is untouched.
        """
        return replacing(target)

    def put(self, target: Path, content: Callable[[], bytes]) -> None:
        """Puts what `content` gives, a report in another form, in the place of what stood there.

        Raises:
            FileError: `target` cannot be written; what stood there is untouched.
            AppError: whatever `content` raises; what stood there is untouched.
        """
        with replacing(target) as temporary:
            temporary.write_bytes(content())
