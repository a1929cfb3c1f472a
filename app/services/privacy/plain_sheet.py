"""One sheet of a workbook about data: title, what it is about, one table."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.report import Align, Cell, Column, Fact, PaperSize, ReportSheet, paper_of
from app.domain.report_kinds import ReportKind
from app.services.report.fields import Field, fitted_table
from app.services.report.frame import footer_of
from app.services.report.names import SheetNames
from app.wording.language import Language

_PAGE = paper_of(PaperSize.FOLIO)
_NARROWEST, _WIDEST = 24.0, 110.0


class SheetMaker:
    """Every sheet says what it is about, and of when."""

    def __init__(self, facts: Sequence[Fact], now: datetime, language: Language) -> None:
        self._language = language
        self._names = SheetNames()
        when = Fact(language.say("As of"), language.moment(now))
        self._facts = (*facts, when)

    def sheet(
        self,
        name: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        notes: Sequence[str] = (),
    ) -> ReportSheet:
        """A table with these heads; where there are no rows it says so."""
        say = self._language.say
        fields = [
            Field(
                Column(head, Align.LEFT),
                [row[place] for row in rows],
                wraps=True,
                narrowest=_NARROWEST,
                widest=_WIDEST,
            )
            for place, head in enumerate(heads)
        ]
        widths, table = fitted_table(fields, say("Nothing is kept of this."), _PAGE.inner_width)
        return ReportSheet(
            name=self._names.take(name),
            widths=widths,
            title=(name.upper(),),
            subtitle=(),
            tables=(table,),
            footer=footer_of(self._language),
            facts=self._facts,
            notes=(*notes, say("Restricted: contains personal data.")),
            page=_PAGE,
            kind=ReportKind.DATA,
        )
