"""A small table of invented people for the tests of the table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest

from app.ui.table.column import CellEdit, Column
from app.ui.table.memory import TableMemory
from app.ui.table.model import TableModel


@dataclass(frozen=True, slots=True)
class Someone:
    """A row."""

    id: int
    name: str
    unit: str
    followers: int | None
    rounded: bool = False


PEOPLE = (
    Someone(1, "Laras Widuri", "IKP", 1046),
    Someone(2, "Arum Sekarjati", "Aptika", 2318),
    Someone(3, "Bagas Nirwana", "IKP", None),
    Someone(4, "Citra Puspaningrum", "Sekretariat", 492),
    Someone(5, "Damar Wicaksana", "IKP", 1200, rounded=True),
)


class Memory:
    """Remembers as the settings would, but only here."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def load(self, key: str) -> str | None:
        return self.kept.get(key)

    def save(self, key: str, text: str) -> None:
        self.kept[key] = text


class Ledger:
    """Takes edits as a page does: writes them down and shows the new row."""

    def __init__(self) -> None:
        self.acts: list[list[tuple[int, str, str]]] = []
        self.model: TableModel[Someone] | None = None

    def note(self, edits: Sequence[CellEdit[Someone]]) -> None:
        """Only writes them down."""
        self.acts.append([(edit.row.id, edit.column, edit.text) for edit in edits])

    def take(self, edits: Sequence[CellEdit[Someone]]) -> None:
        self.acts.append([(edit.row.id, edit.column, edit.text) for edit in edits])
        assert self.model is not None
        for edit in edits:
            if edit.text == "nonsense":
                continue
            number = int(edit.text) if edit.text else None
            self.model.replace_row(edit.row.id, replace(edit.row, followers=number))


def text_of(number: int | None) -> str:
    return "" if number is None else str(number)


def columns() -> list[Column[Someone]]:
    return [
        Column("name", "Name", lambda row: row.name, width=170),
        Column("unit", "Unit", lambda row: row.unit, width=110),
        Column(
            "followers",
            "Followers",
            lambda row: text_of(row.followers),
            sort_key=lambda row: row.followers,
            number=lambda row: row.followers,
            rounded=lambda row: row.rounded,
            edit_text=lambda row: text_of(row.followers),
            tooltip=lambda row: f"{row.followers} followers" if row.followers else "",
            width=90,
        ),
    ]


@pytest.fixture
def memory() -> TableMemory:
    return Memory()


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def model(ledger: Ledger) -> TableModel[Someone]:
    made = TableModel(columns(), lambda row: row.id, edit=ledger.take)
    ledger.model = made
    made.set_rows(PEOPLE)
    return made


@pytest.fixture
def shown(model: TableModel[Someone]) -> Callable[[], list[int]]:
    """The ids of the rows as shown."""
    return lambda: [row.id for row in model.rows_shown()]
