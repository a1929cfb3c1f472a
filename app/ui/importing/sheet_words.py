"""What is said about sheets and columns: chips, tooltips of the heads, choices of header rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from app.domain.column_letters import column_letters
from app.domain.fields import Certainty, Field
from app.domain.roster import PlannedRow
from app.services.importing import Column, SourceSheet
from app.ui.importing.cell_text import cell_text
from app.ui.importing.findings import OpenedSheet
from app.ui.importing.mapping_header import ColumnHead
from app.ui.importing.picture import SheetPicture
from app.ui.importing.sheet_chips import ChipWords
from app.ui.importing.unit_line import unit_origin_words
from app.wording.language import Language

_SAMPLES = 3
_LONGEST_SAMPLE = 40
_HEAD_IS_WHOLE = 240
"""A sheet of fewer rows than are looked at in advance is known to its end."""
_DEEPEST_CHOICE = 12
_WITHOUT_TABS = ("csv", "html")
"""Their one sheet has a made-up name."""


def chip_words(
    sheet: OpenedSheet,
    front: OpenedSheet | None,
    planned: Mapping[OpenedSheet, Mapping[int, PlannedRow]],
    *,
    with_file: bool,
    language: Language,
) -> ChipWords:
    """The chip of one sheet; `with_file`: sheets of several files stand together."""
    source = sheet.sheet
    file = sheet.source.path.name
    name = f"{file} · {source.name}" if with_file else source.name
    lone = with_file and len(sheet.source.sheets) == 1
    if lone or sheet.source.format in _WITHOUT_TABS:
        name = file
    rows = _rows(sheet, planned.get(sheet), language)
    if source.chosen and not source.layout.is_roster:
        facts = language.say("{rows}, no column headings found").format(rows=rows)
    elif source.chosen:
        facts = rows
    elif source.layout.hidden:
        facts = language.say("hidden, not read")
    else:
        facts = language.say("{rows}, not read").format(rows=rows)
    if not source.chosen:
        hint = language.say("Click: read the people of this sheet too.")
    elif sheet is front:
        hint = language.say("Click: do not read this sheet.")
    else:
        hint = language.say("Click: show this sheet.")
    lines = [name, *_unit_line(source, language), hint]
    return ChipWords(sheet, name, facts, "\n".join(lines), source.chosen)


def column_heads(picture: SheetPicture, language: Language, as_of: date) -> list[ColumnHead]:
    """What is known about each column of the sheet; `as_of` is the date of the counts."""
    sheet = picture.sheet.sheet
    columns, pieces = sheet.layout.columns, sheet.layout.number_pieces
    days = sheet.days_of_counts(as_of)
    heads = []
    for index in range(picture.width):
        column = columns[index] if index < len(columns) else None
        heading = column.header.replace(" | ", " › ") if column is not None else ""
        samples = " · ".join(_samples(picture, index, language))
        lines = [heading or language.say("Without a heading")]
        if samples:
            lines.append(language.say("For example: {samples}").format(samples=samples))
        clash, why = clash_words(columns, index, language)
        lines += [why] if why else []
        day = days.get(index)
        if day is not None:
            words = language.say("The heading says that these counts are of {date}.")
            lines.append(words.format(date=language.short_date(day)))
        if index in pieces[1:]:
            words = language.say("A part of the NIP, which is read together with column {letter}.")
            lines.append(words.format(letter=column_letters(pieces[0])))
        heads.append(
            ColumnHead(
                column.field if column is not None else None,
                column.certainty if column is not None else Certainty.GUESS,
                "\n".join(lines),
                clash,
                note=_as_of(day, language),
                joined=index in pieces[1:],
            )
        )
    return heads


def _as_of(day: date | None, language: Language) -> str:
    return language.say("as of {date}").format(date=language.short_date(day)) if day else ""


def clash_words(columns: Sequence[Column], index: int, language: Language) -> tuple[str, str]:
    """Where two columns claim one meaning: a few words for each head, and what happens.

    Empty where the column (0-based `index`) claims nothing that another one has.
    """
    meant = {column.index for column in columns if column.field is not None}
    lost = [one for one in columns if one.field is None and one.rival in meant]
    mine = next((one for one in lost if one.index == index), None)
    if mine is not None and mine.rival is not None:
        letter = column_letters(mine.rival)
        why = language.say(
            "Column {letter} has this meaning, and only one column can. What stands here is not read; "
            "choose the meaning here to change it."
        )
        return language.say("{letter} is read").format(letter=letter), why.format(letter=letter)
    others = ", ".join(column_letters(one.index) for one in lost if one.rival == index)
    if not others:
        return "", ""
    why = language.say("Column {letters} claims the same meaning. Only this one is read.")
    return language.say("not {letters}").format(letters=others), why.format(letters=others)


def _unit_line(sheet: SourceSheet, language: Language) -> list[str]:
    layout = sheet.layout
    if not (sheet.wants_unit and layout.organisation):
        return []
    origin = unit_origin_words(layout.organisation_from, language)
    return [
        language.say("{organisation}, {origin}").format(
            organisation=layout.organisation, origin=origin
        )
    ]


def guessed_columns(sheets: Sequence[OpenedSheet]) -> int:
    """Columns whose meaning is only guessed, in the sheets that are read."""
    return sum(
        column.certainty is Certainty.GUESS and column.field not in (None, Field.NUMBER)
        for opened in sheets
        if opened.sheet.chosen
        for column in opened.sheet.layout.columns
    )


def all_known(sheets: Sequence[OpenedSheet]) -> bool:
    """Whether every sheet that is read has a layout that was confirmed before."""
    read = [one.sheet.layout for one in sheets if one.sheet.chosen and one.sheet.layout.is_roster]
    return bool(read) and all(layout.is_known for layout in read)


def header_choices(picture: SheetPicture) -> list[tuple[int, int]]:
    """First and last row of every header that can be chosen from the list, the present one first."""
    rows = picture.header_rows
    present = [(rows[0], rows[-1])] if rows else []
    last = min(len(picture.rows), max(_DEEPEST_CHOICE, rows[-1] + 3 if rows else 0))
    others = [
        (first, until)
        for first in range(1, last + 1)
        for until in (first, first + 1)
        if until <= last and (first, until) not in present
    ]
    return present + others


def rows_text(first: int, last: int) -> str:
    """4 or 4–5."""
    return str(first) if first == last else f"{first}–{last}"


def _rows(sheet: OpenedSheet, planned: Mapping[int, PlannedRow] | None, language: Language) -> str:
    if planned is not None:
        return language.say_many("{count} row", "{count} rows", len(planned))
    head = sheet.sheet.head
    if len(head) >= _HEAD_IS_WHOLE:
        return language.say("more than {number} rows").format(number=language.number(len(head)))
    header = sheet.sheet.layout.header
    body = head[header.last + 1 :] if header is not None else head
    filled = sum(any(cell not in (None, "") for cell in row) for row in body)
    return language.say_many("{count} row", "{count} rows", filled)


def _samples(picture: SheetPicture, column: int, language: Language) -> list[str]:
    below = picture.sheet.sheet.head[picture.first_body_row - 1 :]
    texts = (cell_text(row[column], language) for row in below if column < len(row))
    return [
        text if len(text) <= _LONGEST_SAMPLE else f"{text[: _LONGEST_SAMPLE - 1]}…"
        for text in islice(dict.fromkeys(filter(None, texts)), _SAMPLES)
    ]
