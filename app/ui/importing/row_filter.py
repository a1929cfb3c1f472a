"""Which rows of a sheet are in view: of some outcomes, of one kind to check, with some text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from app.domain.roster import Outcome
from app.ui.importing.findings import Group, OpenedSheet
from app.ui.importing.picture import SheetPicture
from app.ui.importing.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Texts:
    """Rows by what stands in them: words that are searched for, values by column."""

    words: str = ""
    values: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def rows(self, picture: SheetPicture) -> Sequence[int]:
        """Numbers of the rows below the header that have them."""
        words = self.words.lower().split()
        return [
            row
            for row in range(picture.first_body_row, len(picture.rows) + 1)
            if all(picture.text(row, at) in texts for at, texts in self.values.items())
            and (not words or _has(words, picture, row))
        ]


Filter: TypeAlias = frozenset[Outcome] | Group | Texts | None
"""None: all rows."""


def rows_in_view(prepared: Prepared | None, wanted: Filter, sheet: OpenedSheet) -> Sequence[int]:
    """Numbers of the rows of a sheet that are of some outcomes or of one kind."""
    if prepared is None or wanted is None or isinstance(wanted, Texts):
        return []
    if isinstance(wanted, Group):
        return [finding.row for finding in wanted.findings if finding.sheet is sheet]
    rows = prepared.rows.get(sheet, {})
    return [number for number, row in rows.items() if row.outcome in wanted]


def _has(words: Sequence[str], picture: SheetPicture, row: int) -> bool:
    whole = " ".join(picture.text(row, at) for at in range(picture.width)).lower()
    return all(word in whole for word in words)
