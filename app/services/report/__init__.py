"""The report of a month: described once in finished words, then written as a workbook."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from app.domain.office import Office
from app.domain.person import Consent
from app.domain.report import ReportBook
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.services.job import Job
from app.services.report.asked import Asked, ReportOptions
from app.services.report.lists import organisation_sheets, qualifying_sheet, working_sheets
from app.services.report.names import SheetNames
from app.services.report.people import by_organisation_and_name
from app.services.report.summary import summary_sheet
from app.wording.language import Language
from app.wording.rules import rule_called
from app.workbooks.writing import write_report

__all__ = ["ReportOptions", "WriteReport"]


class WriteReport:
    """Builds the description that the preview paints, and writes that very description."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def build(
        self,
        people: Iterable[PersonStanding],
        rule: Rule,
        as_of: date,
        office: Office,
        options: ReportOptions | None = None,
    ) -> ReportBook:
        """Describes the workbook; `people` are judged by `rule` on `as_of` already.

        Who has withdrawn consent appears nowhere, not even in a total.
        """
        say = self._language.say
        printed = [one for one in people if one.person.consent is not Consent.WITHDRAWN]
        printed.sort(key=by_organisation_and_name)
        asked = Asked(printed, rule, as_of, office, options or ReportOptions(), self._language)
        names = SheetNames()
        sheets = [summary_sheet(asked, names), qualifying_sheet(asked, names)]
        sheets += working_sheets(asked, names)
        if asked.options.organisation_sheets:
            sheets += organisation_sheets(asked, names)
        subject = say("Rule {key}, as of {as_of}").format(
            key=rule_called(rule), as_of=self._language.date(as_of)
        )
        return ReportBook(say("Civil servants and their followers"), subject, tuple(sheets))

    def write(self, book: ReportBook, target: Path, job: Job) -> None:
        """Writes the workbook in the place of whatever stood there, whole or not at all.

        Raises:
            FileError: `target` cannot be written; what stood there is untouched.
            Cancelled: The person stopped it; what stood there is untouched.
        """
        write_report(book, target, job.step)
