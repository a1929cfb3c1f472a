"""SpreadsheetML 2003: one XML file that carries an .xls or .xml name, as older systems export it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.parsers import expat

from app.workbooks.reading.doors import MergeCorners, Refusal, check_extent
from app.workbooks.reading.marks import Marks, columns_between

_SS = "urn:schemas-microsoft-com:office:spreadsheet"
_HIDDEN = frozenset({"SheetHidden", "SheetVeryHidden"})
_PIECE = 1 << 20


@dataclass
class _Sheet:
    name: str
    hidden: bool = False
    rows: list[list[Any]] = field(default_factory=list)
    merges: list[MergeCorners] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)
    columns: int = 0


class XmlDoor:
    """All sheets of one file. Entities and document types are refused: no honest export has them."""

    def __init__(self, content: bytes) -> None:
        reader = _Reader()
        try:
            reader.read(content)
        except expat.ExpatError as error:
            # Exports that were cut off keep the rows that are whole.
            if not any(sheet.rows for sheet in reader.sheets):
                raise Refusal("damaged", "ExpatError") from error
        self._sheets = reader.sheets

    def sheets(self) -> list[tuple[int, str, bool]]:
        """In the order of the file."""
        return [(index, sheet.name, sheet.hidden) for index, sheet in enumerate(self._sheets)]

    def rows(self, index: int) -> Iterator[list[Any]]:
        """Row by row."""
        return (row.copy() for row in self._sheets[index].rows)

    def merges(self, index: int) -> list[MergeCorners]:
        """From MergeAcross and MergeDown."""
        return self._sheets[index].merges

    def marks(self, index: int) -> Marks:
        """Hidden rows and columns, and cells that hold an error."""
        return self._sheets[index].marks


class _Reader:
    """Collects the cells of each `Worksheet`; rows and cells may say their own place."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self._column = 0
        self._type = ""
        self._text: list[str] | None = None
        self._visible: list[str] | None = None

    def read(self, content: bytes) -> None:
        """Goes through the whole file.

        Raises:
            ExpatError: it is no well-formed XML to its end.
            Refusal: it declares entities, or reaches further than a sheet can.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._take
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        for at in range(0, len(content), _PIECE):
            parser.Parse(content[at : at + _PIECE], False)
        parser.Parse(b"", True)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        _, _, name = tag.rpartition(" ")
        if name == "Worksheet":
            self.sheets.append(_Sheet(attributes.get(f"{_SS} Name", "")))
        elif not self.sheets:
            return
        elif name == "Column":
            self._open_column(attributes)
        elif name == "Row":
            self._open_row(attributes)
        elif name == "Cell":
            self._open_cell(attributes)
        elif name == "Data":
            self._type = attributes.get(f"{_SS} Type", "String")
            self._text = []
        elif name == "Visible":
            self._visible = []

    def _open_column(self, attributes: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        first = _number(attributes, "Index", sheet.columns + 1)
        sheet.columns = first + _number(attributes, "Span", 0)
        if attributes.get(f"{_SS} Hidden") == "1":
            sheet.marks.hidden_columns += columns_between(first - 1, sheet.columns - 1)

    def _open_row(self, attributes: dict[str, str]) -> None:
        rows = self.sheets[-1].rows
        number = _number(attributes, "Index", len(rows) + 1)
        check_extent(number, 1)
        rows.extend([] for _ in range(number - len(rows)))
        if attributes.get(f"{_SS} Hidden") == "1":
            span = _number(attributes, "Span", 0)
            check_extent(number + span, 1)
            self.sheets[-1].marks.hidden += range(number, number + span + 1)
        self._column = 0

    def _open_cell(self, attributes: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        if not sheet.rows:
            sheet.rows.append([])
        first = _number(attributes, "Index", self._column + 1)
        across = _number(attributes, "MergeAcross", 0)
        down = _number(attributes, "MergeDown", 0)
        check_extent(len(sheet.rows) + down, first + across)
        row = sheet.rows[-1]
        row.extend([None] * (first + across - len(row)))
        self._column = first
        if across or down:
            top = len(sheet.rows)
            sheet.merges.append((top, first, top + down, first + across))

    def _close(self, tag: str) -> None:
        _, _, name = tag.rpartition(" ")
        if name == "Data" and self._text is not None:
            row = self.sheets[-1].rows[-1] if self.sheets[-1].rows else []
            if 0 < self._column <= len(row):
                self._put(row, "".join(self._text))
            self._text = None
        elif name == "Cell" and self.sheets and self.sheets[-1].merges:
            self._column = self._behind_merge()
        elif name == "Visible" and self._visible is not None:
            self.sheets[-1].hidden = "".join(self._visible).strip() in _HIDDEN
            self._visible = None

    def _put(self, row: list[Any], text: str) -> None:
        row[self._column - 1] = _value(self._type, text)
        if self._type == "Error":
            sheet = self.sheets[-1]
            sheet.marks.errors.append((len(sheet.rows), self._column - 1, text))

    def _behind_merge(self) -> int:
        sheet = self.sheets[-1]
        top, first, _, last = sheet.merges[-1]
        return last if (top, first) == (len(sheet.rows), self._column) else self._column

    def _take(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
        elif self._visible is not None:
            self._visible.append(text)


def _number(attributes: dict[str, str], name: str, otherwise: int) -> int:
    written = attributes.get(f"{_SS} {name}", "")
    if not (written.isascii() and written.isdigit()) or len(written) > 9:
        return otherwise
    # Only forward: a place that was passed already would overwrite a cell.
    return max(int(written), otherwise) if name == "Index" else int(written)


def _value(kind: str, text: str) -> object:
    """Text where the cell does not hold what its type says."""
    if kind == "Number":
        try:
            return float(text)
        except ValueError:
            return text
    if kind == "DateTime":
        try:
            return datetime.fromisoformat(text.strip())
        except ValueError:
            return text
    if kind == "Boolean":
        return text.strip() in ("1", "true")
    return None if kind == "Error" else text


def _refuse(*_: object) -> None:
    raise Refusal("damaged", "entities")
