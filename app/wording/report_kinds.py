"""What the parts of a report are called, and in short what a written file is."""

from collections.abc import Mapping

from app.domain.report_kinds import PROVINCE_KINDS, ReportKind
from app.domain.written_report import EXCHANGE, ReportForm, WrittenReport
from app.wording.language import Language, Words

KINDS: Mapping[ReportKind, Words] = {
    ReportKind.COVER: lambda say: say("Cover with contents"),
    ReportKind.SUMMARY: lambda say: say("Summary"),
    ReportKind.QUALIFYING: lambda say: say("Civil servants who qualify"),
    ReportKind.ANNEX: lambda say: say("Annex of a decree"),
    ReportKind.RECAP: lambda say: say("Recapitulation by organisation"),
    ReportKind.PROGRESS: lambda say: say("Progress since the last period"),
    ReportKind.NOT_YET: lambda say: say("Not yet and nearly qualifying"),
    ReportKind.QUALITY: lambda say: say("Quality of the data"),
    ReportKind.COVERAGE: lambda say: say("Coverage of organisations"),
    ReportKind.DATA: lambda say: say("Raw data"),
}
"""Those that an office ticks, in this order."""

_OF_A_PROVINCE: Mapping[ReportKind, Words] = {
    ReportKind.RECAP: lambda say: say("Recapitulation by office"),
    ReportKind.PROGRESS: lambda say: say("Progress of offices"),
    ReportKind.COVERAGE: lambda say: say("Coverage of offices"),
}
"""The two others stand in each of its reports."""

_FORMS: Mapping[ReportForm, Words] = {
    ReportForm.PDF: lambda say: "PDF",
    ReportForm.TEMPLATE: lambda say: say("Own form"),
}


def written_kinds(report: WrittenReport, language: Language) -> str:
    """Such as "PDF: Summary, Raw data"; a form other than a workbook is named."""
    kinds = report.facts.kinds
    names: Mapping[ReportKind, Words] = KINDS
    if any(kind.value in kinds for kind in PROVINCE_KINDS):
        names = _OF_A_PROVINCE
    words = [text(language.say) for kind, text in names.items() if kind.value in kinds]
    if EXCHANGE in kinds:
        words.append(language.say("Exchange workbook for the province"))
    form = _FORMS.get(report.form)
    head = f"{form(language.say)}: " if form is not None else ""
    return f"{head}{', '.join(words)}"
