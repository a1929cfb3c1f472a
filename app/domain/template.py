"""The office's own form of a report: what it may ask for, and what filling it would lose."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.proof import Origin, SheetProof
    from app.domain.report import Cell


PLACEHOLDER = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
"""As clerks write it: blanks inside and capitals do not matter."""

ROW_MARK = "asn."
"""A row with a name that begins so is the marked one: it comes again for each person."""


class Loss(StrEnum):
    """What the engine that fills a template cannot carry over, as a person calls it."""

    SHAPES = "shapes"
    CHARTS = "charts"
    SPARKLINES = "sparklines"
    CONDITIONAL_FORMATS = "conditional_formats"
    VALIDATIONS = "validations"
    SLICERS = "slicers"
    CONTROLS = "controls"
    OBJECTS = "objects"
    HEADER_PICTURES = "header_pictures"
    CONVERSATIONS = "conversations"
    CONNECTIONS = "connections"
    SIGNATURE = "signature"
    PICTURES = "pictures"


class TemplateFault(StrEnum):
    """Why a workbook is no template."""

    MACROS = "macros"
    """It holds a program, and the report is a workbook without any."""
    OLD_FORMAT = "old_format"
    """An .xls, .ods or .xlsb."""
    NO_ROW = "no_row"
    TWO_ROWS = "two_rows"
    """Two marked rows on one sheet."""
    JOINED_DOWN = "joined_down"
    """A cell of the marked row is joined with one of another row."""
    OUR_SHEET = "our_sheet"
    """A sheet has a name under which the program keeps something of its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, as a person finds it."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class TemplateLook:
    """What stands in a template. `unknown`: names that nothing is known for, with their cells."""

    names: frozenset[str]
    unknown: Mapping[str, Place]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class TemplateExample:
    """A template to begin with: `title` lines above a table of `columns`, head and place each.

    `names`: on a sheet of its own, each place that can be filled with its meaning.
    """

    sheet: str
    title: Sequence[str]
    columns: Sequence[tuple[str, str]]
    below: Sequence[str]
    names_sheet: str
    names: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TemplateSeal:
    """What a filled template says of where it comes from.

    `footers`: wordings of one line for the foot of the pages, the longest first, {proof} in each
    for the beginning of the hash. `about_formulas` makes the facts about cells that the proof
    leaves out, of the sheets as they were read; nothing where it leaves none out.
    """

    origin: "Origin"
    footers: Sequence[str]
    about_formulas: "Callable[[Sequence[SheetProof]], Sequence[tuple[str, str]]]"


@dataclass(frozen=True, slots=True)
class TemplateFilling:
    """What comes into the places: `whole` by name; for each person `rows` by name after the mark."""

    whole: "Mapping[str, Cell]"
    rows: "Sequence[Mapping[str, Cell]]"
    nobody: str
    """Stands in the marked row, in the place of the name, when there is nobody."""
    seal: TemplateSeal
    mark: str = ""
    """Stands at the head of every page, where there is one."""


def names_in(text: str) -> list[str]:
    """The names of the placeholders in a text, in small letters and in their order."""
    return [_folded(name) for name in PLACEHOLDER.findall(text)]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known in the places; an unknown one stays as it is written."""

    def value(found: re.Match[str]) -> str:
        return values.get(_folded(found[1]), found[0])

    return PLACEHOLDER.sub(value, text)


def only_name(text: str) -> str | None:
    """The name, where the text is one placeholder and nothing else: its value keeps its kind."""
    found = PLACEHOLDER.fullmatch(text.strip())
    return None if found is None else _folded(found[1])


def _folded(name: str) -> str:
    return re.sub(r"\s+", "_", name.strip().casefold())
