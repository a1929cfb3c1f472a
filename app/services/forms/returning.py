"""Rows of forms that came back in one import, looked at together before anything is planned."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.fields import Field
from app.domain.form_conflict import (
    Choices,
    Conflict,
    Place,
    Returned,
    conflicts_among,
    settled,
    without_printed,
)
from app.domain.form_return import (
    Owned,
    Present,
    form_of,
    is_form_code,
    owner_of,
    without_code,
)
from app.domain.handle import NoHandle
from app.domain.known_people import KnownPeople
from app.domain.roster import HoldReason, RosterRow, SkippedRow
from app.storage.forms import forms_by_id
from app.storage.transaction import Transaction
from app.workbooks.layout.sheet import SheetLayout

if TYPE_CHECKING:
    from app.domain.form import Form

NO_CHOICES: Choices = MappingProxyType({})

_Row = RosterRow | SkippedRow
_Sheet = tuple[int, int]
"""The number of the file in the import, and the sheet's in its file."""


class FormReturns:
    """First every sheet that carries codes is read, then all are settled, then handed out."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._read: dict[_Sheet, list[_Row]] = {}
        self._rows: dict[_Sheet, list[_Row]] = {}
        self.conflicts: tuple[Conflict, ...] = ()
        """What a person has to say."""
        self.answered: Counter[int] = Counter()
        """Rows with an answer, by the form's id; a form that came back empty counts 0."""
        self._forms: dict[int, Form] = {}
        self.form_sheets: set[_Sheet] = set()

    @staticmethod
    def may_be_form(layout: SheetLayout) -> bool:
        """Whether the sheet has a column of codes: only then its rows are needed beforehand."""
        return not layout.fields.keys().isdisjoint((Field.HELD_CODE, Field.CODE_AGAIN))

    def read(self, file: int, sheet: int, rows: Iterable[_Row]) -> None:
        """Keeps the rows of one sheet."""
        self._read[file, sheet] = list(rows)

    def settle(self, known: KnownPeople, as_of: date, choices: Choices) -> None:
        """Decides whose each row is and what contradicts; `known` is everyone by NIP."""
        if not self._read:
            return
        ids = {
            form
            for rows in self._read.values()
            for row in rows
            if isinstance(row, RosterRow) and (form := form_of(row.held_code)) is not None
        }
        self._forms = forms_by_id(self._tx, ids)
        present = Present(known, known.numbers())
        owned = self._owned(present)
        found = conflicts_among(
            (one for one in owned.values() if isinstance(one, Returned)), known, as_of
        )
        self.conflicts = tuple(found)
        for sheet, rows in self._read.items():
            self._rows[sheet] = [
                self._final(row, owned.get(Place(*sheet, row.row)), choices) for row in rows
            ]

    def rows_of(self, file: int, sheet: int) -> list[_Row] | None:
        """The rows to plan; None where the sheet has no codes and is read as it comes."""
        return self._rows.get((file, sheet))

    def _owned(self, present: Present) -> dict[Place, Returned | HoldReason]:
        owned: dict[Place, Returned | HoldReason] = {}
        for sheet, rows in self._read.items():
            people = [row for row in rows if isinstance(row, RosterRow)]
            if not any(is_form_code(row.held_code) for row in people):
                continue
            self.form_sheets.add(sheet)
            for row in people:
                place = Place(*sheet, row.row)
                answer = self._owner(row, place, present)
                if answer is not None:
                    owned[place] = answer
        return owned

    def _owner(
        self, row: RosterRow, place: Place, present: Present
    ) -> Returned | HoldReason | None:
        """None: a row that somebody added, to be read as in any roster."""
        if not row.held_code:
            added = without_code(row, present)
            return added if isinstance(added, HoldReason) else None
        found = owner_of(row, self._forms, present)
        if isinstance(found, HoldReason):
            return found
        self.answered[found.form.id] += _is_answered(row, found)
        return Returned(place, without_printed(row, found), found)

    def _final(self, row: _Row, owned: Returned | HoldReason | None, choices: Choices) -> _Row:
        if owned is None or isinstance(row, SkippedRow):
            return row
        if isinstance(owned, HoldReason):
            return _held(row, row.nip or row.nip_written, owned)
        final = settled(owned, self.conflicts, choices)
        return _held(row, owned.owned.nip, HoldReason.FORM_CONFLICT) if final is None else final


def _held(row: RosterRow, number: str, reason: HoldReason) -> RosterRow:
    return row._replace(nip=None, flaw=reason, nip_written=number, first15=None, held_code="")


def _is_answered(row: RosterRow, owned: Owned) -> bool:
    said = without_printed(row, owned)
    return said.consent is not None or any(
        entry.has_count or entry.handle is not None or entry.no_handle is NoHandle.NONE
        for entry in said.accounts
    )
