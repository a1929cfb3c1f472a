"""A column says how a row is shown, sorted, summed, filtered and edited."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from app.ui.table.looks import Look

Row = TypeVar("Row")


class Align(Enum):
    """Words left, numbers right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column over rows of any kind.

    `show` is the text that is copied, read aloud and filtered by. `sort_key` gives something
    comparable, None for "missing" (always last); without it the text sorts. `number` makes the
    column count in the sums; `rounded` says that a number is an about-number. `look` paints more
    than text. `edit_text` is what an editor starts with; a column without it is read only.
    Widths are pixels at 100 %; the one column with `stretch` takes spare width.
    """

    key: str
    heading: str
    show: Callable[[Row], str]
    sort_key: Callable[[Row], Any] | None = None
    align: Align = Align.LEFT
    width: int = 120
    stretch: bool = False
    number: Callable[[Row], int | None] | None = None
    rounded: Callable[[Row], bool] | None = None
    filterable: bool = True
    hidden: bool = False
    tooltip: Callable[[Row], str] | None = None
    look: Callable[[Row], Look] | None = None
    tone: str = "text"
    font: str = "body"
    edit_text: Callable[[Row], str] | None = None


@dataclass(frozen=True, slots=True)
class CellEdit(Generic[Row]):
    """One cell that a person changed: the row as it was shown, the column, the text as typed."""

    row: Row
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Sums:
    """What the status bar says of the selected cells. `rounded`: some number is an about-number.

    `rows` is set where whole rows are chosen; then only the column called `heading` is summed.
    """

    cells: int = 0
    count: int = 0
    total: int = 0
    rounded: bool = False
    rows: int = 0
    heading: str = ""

    @property
    def mean(self) -> int:
        """The rounded mean of the numbers; 0 without any."""
        return round(self.total / self.count) if self.count else 0
