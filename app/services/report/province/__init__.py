"""The reports of a province over its offices: described in finished words, as any other report."""

from collections.abc import Callable, Mapping, Sequence

from app.domain.period import Period
from app.domain.report import ReportBook, ReportSheet
from app.domain.report_kinds import ReportKind
from app.services.report.names import SheetNames
from app.services.report.province.asked import PROVINCE_KINDS, ProvinceAsked
from app.services.report.province.coverage import coverage_sheet
from app.services.report.province.doubled import doubled_sheet
from app.services.report.province.origin import with_origin
from app.services.report.province.progress import progress_sheet
from app.services.report.province.recap import recap_sheet
from app.services.report.province.trace import trace_sheet
from app.wording.rules import rule_called

__all__ = ["PROVINCE_KINDS", "ProvinceAsked", "period_before", "province_book"]

_PARTS: Mapping[ReportKind, Callable[[ProvinceAsked, SheetNames], ReportSheet]] = {
    ReportKind.RECAP: recap_sheet,
    ReportKind.PROGRESS: progress_sheet,
    ReportKind.COVERAGE: coverage_sheet,
    ReportKind.DOUBLED: doubled_sheet,
    ReportKind.TRACE: trace_sheet,
}


def province_book(asked: ProvinceAsked) -> ReportBook:
    """Describes the workbook: the chosen kinds, then always who is in several offices, and the trace."""
    names = SheetNames()
    kinds = [kind for kind in PROVINCE_KINDS if kind in asked.options.kinds]
    # Without any of them the trace would lead from nothing.
    kinds = [*(kinds or [ReportKind.RECAP]), ReportKind.DOUBLED, ReportKind.TRACE]
    sheets = tuple(_PARTS[kind](asked, names) for kind in kinds)
    say = asked.language.say
    subject = say("Rule {key}, {period}").format(
        key=rule_called(asked.rollup.wish.rule), period=asked.period
    )
    return with_origin(ReportBook(say("Offices of the province"), subject, sheets), asked)


def period_before(period: Period, received: Sequence[Period]) -> Period | None:
    """The last period of the same length that ended before this one, of those received."""
    earlier = [one for one in received if one.kind is period.kind and one.last < period.first]
    return max(earlier, key=lambda one: one.last, default=None)
