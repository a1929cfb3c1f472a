"""A sheet as it is painted: what each row is, what becomes of it, which cells are in doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.count import CountReading, Interval, NoCount
from app.domain.count_unit import read_count_in
from app.domain.fields import Field, followers_field, handle_field
from app.domain.nip_doctor import digits_in_file
from app.domain.platform import Platform
from app.domain.roster import CountState, Outcome, PersonWrite, PlannedRow
from app.services.importing import SheetMarks
from app.ui.importing.cell_text import cell_text
from app.ui.importing.findings import OpenedSheet, Row
from app.ui.importing.outcomes import OUTCOME_LOOKS
from app.ui.importing.prepared import culprit
from app.ui.table.looks import ChangeLook, CountLook, Look, MarkLook, TextLook
from app.wording.counts import count_text, written_number
from app.wording.imports import held_advice, held_label, outcome_word, skipped_label
from app.wording.language import Language

_NAME_PARTS = (Field.TITLE_FRONT.value, Field.NAME.value, Field.TITLE_BACK.value)
_NO_MARKS = SheetMarks()
_WAITING = {NoCount.NOT_A_COUNT, NoCount.AMBIGUOUS}


@dataclass(frozen=True, slots=True)
class RowMark:
    """What stands beside a row's number; `ground` is the token of the whole row."""

    word: str
    icon: str = ""
    tone: str = "text_2"
    tint: str = "surface"
    ground: str = "surface"
    hint: str = ""


class SheetPicture:
    """Made anew for each plan; cells are only looked at when they come into sight."""

    def __init__(
        self,
        language: Language,
        sheet: OpenedSheet,
        rows: Sequence[Row],
        planned: Mapping[int, PlannedRow],
    ) -> None:
        self._language = language
        self.sheet = sheet
        self.rows = rows
        self.planned = planned
        layout = sheet.sheet.layout
        self.is_roster = layout.is_roster
        """Its rows are people: below a header, or without any."""
        self.header_rows: Sequence[int] = ()
        self.first_body_row = 1
        """1-based; 1 where no list was found."""
        self._above = 0
        if layout.header is not None:
            self.header_rows, self._above = layout.header.rows, layout.header.first
            self.first_body_row = layout.header.last + 2
        self.fields = dict(layout.fields)
        self._units, self._ticked = layout.count_units, layout.ticked
        # Not by field: several columns may hold accounts together.
        self._meaning = {c.index: c.field for c in layout.columns if c.field is not None}
        self.width = max(max(map(len, rows), default=0), len(layout.columns))
        self._wide = {
            (merge.first_row, merge.first_column - 1): width
            for merge in sheet.sheet.merges
            if merge.first_row in self.header_rows
            and (width := min(merge.last_column, self.width) - merge.first_column + 1) > 1
        }

    def meaning(self, column: int) -> Field | None:
        """What a column means."""
        return self._meaning.get(column)

    def is_header(self, row: int) -> bool:
        """Whether this row (1-based) is one of the header rows."""
        return row in self.header_rows

    def is_title(self, row: int) -> bool:
        """Whether this row stands above the list and its header."""
        return row <= self._above

    def is_number(self, column: int) -> bool:
        """Whether the cells of this column stand at the right."""
        field = self._meaning.get(column)
        return field is Field.NUMBER or (self._is_counts(field) and column not in self._ticked)

    def joined(self) -> Sequence[tuple[int, int, int]]:
        """Cells that reach over others: row, column, how many columns."""
        titles = (self._title(row) for row in range(1, min(self.first_body_row, len(self.rows))))
        heads = ((row, column, wide) for (row, column), wide in self._wide.items())
        return [*(title for title in titles if title is not None), *heads]

    def is_joined(self, row: int, column: int) -> bool:
        """Whether this cell of the header was merged over others."""
        return (row, column) in self._wide

    def _title(self, row: int) -> tuple[int, int, int] | None:
        """A title's text runs over the empty cells at its right."""
        if self.is_header(row):
            return None
        filled = [at for at, cell in enumerate(self.rows[row - 1]) if cell is not None]
        if len(filled) != 1 or self.width - filled[0] < 2:
            return None
        return (row, filled[0], self.width - filled[0])

    def heading(self, column: int) -> str:
        """The heading of a column as the file has it, from all rows of the header."""
        parts = dict.fromkeys(self.text(row, column) for row in self.header_rows)
        return " ".join(part for part in parts if part)

    def number(self, row: int, column: int) -> tuple[int, bool] | None:
        """A count in a cell of the list and whether it is rounded; None: there is none."""
        meant = self._is_counts(self._meaning.get(column)) and column not in self._ticked
        counts = meant and row >= self.first_body_row
        reading = self._reading(self.text(row, column), column) if counts else None
        if reading is None or reading.interval is None:
            return None
        return written_number(reading.interval, reading.written), not reading.interval.exact

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, or what a person put there instead."""
        corrected = self.corrected(row, column)
        if corrected is not None:
            return corrected
        if (row, column) in self._marks.errors:
            return self._marks.errors[row, column]
        cells = self.rows[row - 1]
        return cell_text(cells[column], self._language) if column < len(cells) else ""

    @property
    def _marks(self) -> SheetMarks:
        return self.sheet.sheet.marks or _NO_MARKS

    def corrected(self, row: int, column: int) -> str | None:
        """What a person put into a cell; None where it is as in the file."""
        texts = self.sheet.sheet.edits.get(row)
        return texts.get(column) if texts is not None else None

    def can_be_corrected(self, row: int, column: int) -> bool:
        """Cells of the list whose column means something."""
        return row >= self.first_body_row and self.is_roster and column in self._meaning

    def mark(self, row: int) -> RowMark:
        """What a row is and what becomes of it."""
        planned = self.planned.get(row)
        if self.is_header(row):
            # A person who was said to be the headings is not kept, and is counted so.
            word = self._language.say("header") if planned is None else self._outcome(planned)
            hint = "" if planned is None else self._why(planned)
            return RowMark(word, tone="accent", tint="accent_tint", ground="accent_tint", hint=hint)
        if planned is None:
            title = self.is_title(row) and any(self.rows[row - 1])
            return RowMark(self._language.say("title") if title else "")
        look = OUTCOME_LOOKS[planned.outcome]
        skipped = planned.outcome is Outcome.SKIPPED
        return RowMark(
            self._outcome(planned),
            look.icon,
            look.tone,
            look.tint,
            "surface_2" if skipped else "surface",
            self._why(planned),
        )

    def look(self, row: int, column: int) -> Look:
        """How a cell is painted."""
        text = self.text(row, column)
        if self.is_header(row):
            return TextLook(text, font="body_semibold")
        planned = self.planned.get(row)
        if planned is None or planned.outcome is Outcome.SKIPPED:
            plain = planned is None and not self.is_title(row)
            return TextLook(text, tone="text" if plain else "text_3")
        if planned.held_for is not None and column == culprit(planned, self.fields):
            return MarkLook("triangle-alert", text, "warning_text", "warning_tint", "body")
        change = self._change(planned, column)
        if change is None and self.corrected(row, column) is not None:
            return MarkLook("pencil", text, "accent", "accent_tint", "body")
        if (row, column) in self._marks.errors and column in self._meaning:
            return MarkLook("triangle-alert", text, "warning_text", "warning_tint", "body")
        return change or self._read(row, column, text)

    def tooltip(self, row: int, column: int) -> str:
        """The whole cell, and what is said about it."""
        text = self.text(row, column)
        planned = self.planned.get(row)
        if planned is None:
            return text
        change = self._change(planned, column)
        if change is not None:
            return f"{change.old} → {change.new}" if change.old else change.new
        if planned.held_for is not None and column == culprit(planned, self.fields):
            whole = bool(digits_in_file(self._marks.digits.get((row, column), "")))
            return f"{text}\n{held_advice(planned.held_for, self._language, in_file=whole)}"
        return text

    def _outcome(self, planned: PlannedRow) -> str:
        return outcome_word(planned.outcome, self._language)

    def _why(self, planned: PlannedRow) -> str:
        if planned.held_for is not None:
            return held_label(planned.held_for, self._language)
        kind = planned.skipped_as
        return skipped_label(kind, self._language) if kind is not None else ""

    def _change(self, planned: PlannedRow, column: int) -> ChangeLook | None:
        """Old and new of a cell that changes a known person."""
        field = self._meaning.get(column)
        write = planned.write
        if write is None or planned.outcome is not Outcome.CHANGED or field is None:
            return None
        if column in self._ticked and not self.text(planned.row, column).strip():
            return None
        platform = field.platform or _one_account(field, write)
        if platform is not None and field in (Field.FOLLOWERS, followers_field(platform)):
            new_count = next((one for one in write.counts if one.platform is platform), None)
            old_count = planned.old_counts.get(platform)
            if new_count is None:
                return None
            old, new = self._count(old_count), self._count(new_count)
            # Counted again, and the same: only the day is new.
            return ChangeLook("" if old == new else old, new)
        if platform is not None and field in (Field.HANDLE, handle_field(platform)):
            account = next((one for one in write.accounts if one.platform is platform), None)
            if account is None or platform.value not in planned.old:
                return None
            return ChangeLook(planned.old[platform.value], account.handle or "–")
        if field.value in write.texts:
            return ChangeLook(planned.old.get(field.value, ""), write.texts[field.value])
        if field in (Field.NAME, Field.NAME_AND_NIP):
            return _changed_name(planned.old, write.texts)
        return None

    def _read(self, row: int, column: int, text: str) -> Look:
        """A cell of a person row that changes nothing by itself."""
        if not self._is_counts(self._meaning.get(column)) or not text or column in self._ticked:
            return TextLook(text)
        cells = self.rows[row - 1]
        reading = self._reading(cells[column], column)
        if reading.missing in _WAITING:
            return MarkLook("circle-help", text, "warning_text", "warning_tint", "body")
        if reading.interval is not None and not reading.interval.exact:
            return CountLook(text, rounded=True)
        return TextLook(text)

    def _reading(self, cell: object, column: int) -> CountReading:
        return read_count_in(cell, self._units.get(column, 1))

    def _is_counts(self, field: Field | None) -> bool:
        platform = field.platform if field is not None else None
        one_a_row = field is Field.FOLLOWERS and Field.PLATFORM in self.fields
        return one_a_row or bool(platform and field is followers_field(platform))

    def _count(self, count: CountState | None) -> str:
        if count is None:
            return ""
        interval = Interval(count.low, count.high, count.exact)
        return count_text(interval, count.written, self._language)


def _one_account(field: Field, write: PersonWrite) -> Platform | None:
    """In a list with one row an account: the platform of the row, where it writes anything."""
    if field not in (Field.HANDLE, Field.FOLLOWERS):
        return None
    platforms = {one.platform for one in write.counts} | {one.platform for one in write.accounts}
    return platforms.pop() if len(platforms) == 1 else None


def _changed_name(old: Mapping[str, str], new: Mapping[str, str]) -> ChangeLook | None:
    """Name and titles stand in one cell: only the parts that change are shown."""
    parts = [part for part in _NAME_PARTS if part in new]
    if not parts:
        return None
    before = (old.get(part, "") for part in parts)
    return ChangeLook(" ".join(filter(None, before)), " ".join(new[part] for part in parts))
