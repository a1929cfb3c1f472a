"""Reading a workbook of any kind: plain rows come back, or one refusal that says why."""

from app.workbooks.reading.cells import Cell, Merge, Row, SheetFacts, SheetMarks
from app.workbooks.reading.opened import OpenedWorkbook, open_pasted, open_workbook

__all__ = [
    "Cell",
    "Merge",
    "OpenedWorkbook",
    "Row",
    "SheetFacts",
    "SheetMarks",
    "open_pasted",
    "open_workbook",
]
