"""From the merged offices to the described workbook of the province, away from the window."""

from collections.abc import Sequence

from app.domain.proof import SHORT_HASH
from app.domain.report import UNKNOWN_PROOF
from app.domain.report_pages import pages_of
from app.domain.rollup.merged import RollUp
from app.services.job import Job
from app.services.report import OwnBook, WriteReport
from app.services.report.province import ProvinceAsked, period_before, province_book
from app.services.rollup.merging import MergeOffices
from app.services.sample_report import marked_as_sample
from app.ui.reports.preparing import Prepared, Wanted
from app.wording.language import Language


class ProvinceDraft:
    """Prepares one workbook at a time, of the roll-up that it was given last."""

    def __init__(
        self,
        merging: MergeOffices,
        report: WriteReport,
        language: Language,
        rollup: RollUp,
        *,
        is_sample: bool,
    ) -> None:
        self._merging, self._report = merging, report
        self._language, self._rollup = language, rollup
        self._is_sample = is_sample
        self._before: tuple[RollUp | None] | None = None
        self._last: Prepared | None = None

    def prepare(self, wanted: Wanted, job: Job) -> Prepared:
        """The workbook for these fields; the very same one where nothing changed since.

        Raises:
            Cancelled: Other fields are wanted by now.
        """
        if self._last is not None and self._last.wanted == wanted:
            return self._last
        asked = ProvinceAsked(
            self._rollup, self._earlier(job), wanted.office, wanted.options, self._language
        )
        book = province_book(asked)
        if self._is_sample:
            book = marked_as_sample(book, self._language)
        pages = []
        for sheet in book.sheets:
            job.step(0, 0)
            pages.append(pages_of(sheet))
        self._last = Prepared(wanted, book, tuple(pages), None)
        return self._last

    def for_organisations(self, wanted: Wanted, job: Job) -> Sequence[OwnBook]:
        """The province has no workbook for a single office."""
        return ()

    def proof(self, prepared: Prepared, job: Job) -> str:
        """What the footer says of the content, as the written workbook would say it."""
        return self._report.content_hash(prepared.book, job.untold())[:SHORT_HASH] or UNKNOWN_PROOF

    def _earlier(self, job: Job) -> RollUp | None:
        """The period before under the same rule; merged once."""
        if self._before is None:
            wish = self._rollup.wish
            period = period_before(wish.period, self._merging.periods())
            found = None
            if period is not None:
                found = self._merging.rollup(
                    period, wish.rule, job, other_periods=wish.other_periods
                )
            self._before = (found,)
        return self._before[0]
