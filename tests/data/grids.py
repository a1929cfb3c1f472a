"""Looks at a hand-made grid through the doors of the layout room."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.platform import Platform
from app.domain.roster import AccountEntry, RosterRow, SkippedKind, SkippedRow
from app.workbooks.layout.people import PeopleReader
from app.workbooks.layout.sheet import SheetLayout, detect
from app.workbooks.reading import Merge

GALIH, LARAS, MAWAR = "198501012010011901", "199203152019032902", "199009272025212923"
"""Numbers of people who do not exist (serials 9xx)."""

Grid = list[list[object]]
Span = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a grid. Rows and columns count from 1, columns are found by their head."""

    layout: SheetLayout
    people: list[RosterRow] = field(default_factory=list)
    skipped: dict[int, SkippedKind] = field(default_factory=dict)

    @property
    def header_rows(self) -> list[int]:
        return self.layout.header.rows if self.layout.header is not None else []

    @property
    def fields(self) -> dict[str, str]:
        """Field by head, of the columns that are kept."""
        return {c.header: c.field.value for c in self.layout.columns if c.field is not None}

    @property
    def by_column(self) -> dict[int, str]:
        return {c.index + 1: c.field.value for c in self.layout.columns if c.field is not None}

    @property
    def nips(self) -> list[str]:
        """The number, or the flaw in brackets, of every person row."""
        return [p.nip or f"({p.flaw})" for p in self.people]

    @property
    def names(self) -> list[str]:
        return [person.texts.get("name", "") for person in self.people]

    def texts(self, name: str) -> list[str]:
        return [person.texts.get(name, "") for person in self.people]

    def lows(self, platform: Platform) -> list[int | None]:
        """The sure count of every person, None where there is none."""
        return [entry.low if entry else None for entry in self._entries(platform)]

    def handles(self, platform: Platform) -> list[str | None]:
        return [entry.handle if entry else None for entry in self._entries(platform)]

    def _entries(self, platform: Platform) -> list[AccountEntry | None]:
        """What every person row says about one platform, None where it says nothing."""
        return [
            next((entry for entry in person.accounts if entry.platform is platform), None)
            for person in self.people
        ]


def look(rows: Grid, merges: Sequence[Span] = (), name: str = "Sheet1") -> Looked:
    """Detects and reads; `merges` are 1-based (first row, first column, last row, last column)."""
    spans = [Merge(*span) for span in merges]
    layout = detect(0, name, False, rows, spans)
    if layout.header is None:
        return Looked(layout)
    first = layout.header.last + 2
    looked = Looked(layout)
    for row in PeopleReader(layout, spans).read(rows[first - 1 :], first):
        if isinstance(row, SkippedRow):
            looked.skipped[row.row] = row.kind
        else:
            looked.people.append(row)
    return looked
