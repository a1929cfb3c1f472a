"""Writes the plan of an import, row by row, in blocks that SQLite takes fastest."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import MappingProxyType

from sqlalchemy import (
    Connection,
    bindparam,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from app.domain.errors import NipTaken, PersonGone
from app.domain.person import Consent, Service, Source
from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow
from app.domain.platform import Platform
from app.domain.roster import (
    PERSON_FIELDS,
    AccountState,
    CountState,
    Outcome,
    PersonWrite,
    PlannedRow,
)
from app.storage.accounts import columns_of
from app.storage.journal import in_blocks, note_earlier
from app.storage.new_rows import NewRows
from app.storage.schema import accounts, counts, held_rows, people

_ROWS_AT_ONCE = 4_000
"""Rows of the roster between two writings: large enough for speed, small enough for memory."""

_UNKNOWN = Consent.UNKNOWN.value
_BLANKS = ("",) * len(PERSON_FIELDS)
_PLATFORM = {platform: platform.value for platform in Platform}
"""An enum is bound three times as slowly as its text."""

_decode = json.JSONDecoder().raw_decode
_PLATFORMS = {platform.value: platform for platform in Platform}

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class ImportWriter:
    """Makes every change of a plan inside the caller's transaction, noted for undo.

    The plan must have been made in the same state of the database (see `commit_number`).
    """

    def __init__(self, tx: Connection, action: int, import_id: int, by: str, at: datetime) -> None:
        """Begins behind the newest rows of each table.

        Args:
            tx: one writing transaction, until `finish`.
            action: the action of the import.
            import_id: its row in the table of imports.
            by: who imports.
            at: when, recorded with each count.
        """
        self._tx = tx
        self._action = action
        recorded: dict[str, int | str | None] = {
            "source": Source.IMPORT.value,
            "recorded_at": at.isoformat(timespec="seconds"),
            "recorded_by": by,
            "import_id": import_id,
            "retracted": 0,
        }
        touched: dict[str, int | str | None] = {"touched": action}
        self._people = NewRows(
            tx, people, {"consent_on": None, "service": Service.ACTIVE.value, **touched}
        )
        self._accounts = NewRows(tx, accounts, touched)
        self._counts = NewRows(tx, counts, {**recorded, **touched})
        self._held = NewRows(tx, held_rows, {"import_id": import_id, **touched})
        self._new_ids: dict[str, int] = {}
        self._known_ids: set[int] = set()
        self._changes: dict[int, dict[str, str | None]] = {}
        self._states: dict[tuple[int, str], AccountState] = {}
        self._day = cache(date.isoformat)
        self._rows_waiting = 0

    def write(
        self, planned: PlannedRow | PlainRow, sheet_id: int, texts: Mapping[str, str] = _NO_TEXTS
    ) -> None:
        """Takes one row of the plan, in the order of the plan.

        Args:
            planned: the row; rows that change nothing are welcome. A plain one is all new.
            sheet_id: its sheet in the table of sheets.
            texts: for a held row, what it says, by field; it must not hold a NIK.

        Raises:
            NipTaken: a person who should be new is there already.
            PersonGone: a person who should be there is not.
        """
        if isinstance(planned, PlainRow):
            self._add_plain(planned, sheet_id)
        elif planned.outcome is Outcome.HELD:
            reason = planned.held_for.value if planned.held_for else ""
            written = json.dumps(dict(texts), ensure_ascii=False)
            self._held.add(sheet_id, planned.row, reason, written)
        elif planned.write is not None:
            self._take(planned.write, sheet_id, planned.row)
        self._rows_waiting += 1
        if self._rows_waiting >= _ROWS_AT_ONCE:
            self._send()

    def write_block(self, block: PlainBlock, sheet_id: int) -> None:
        """Writes rows that come next in the plan and are all new, each of somebody else.

        At once, since nothing of them can stand in the table or among what waits.

        Raises:
            NipTaken: one of these people is there already.
        """
        said = [block.texts[field] for field in PERSON_FIELDS if field in block.texts]
        whole: dict[str, int | str | None] = {"consent": _UNKNOWN}
        whole |= {field: "" for field in PERSON_FIELDS if field not in block.texts}
        self._new_ids.update(dict.fromkeys(block.nips, 0))
        try:
            ids = self._people.send_columns([block.nips, *said], whole)
        except IntegrityError as error:
            raise self._taken() from error
        self._new_ids.update(zip(block.nips, ids, strict=True))
        if block.accounts:
            places, *states = block.accounts
            self._accounts.send_columns([[*map(ids.__getitem__, places)], *states], {})
        if block.counts:
            places, *observed, of_import = block.counts
            owners, rows = map(ids.__getitem__, places), map(block.numbers.__getitem__, places)
            self._counts.send_columns(
                [[*owners], *observed, [*rows], of_import], {"source_sheet": sheet_id}
            )

    def finish(self) -> None:
        """Writes what still waits and notes all new rows; nothing may be written after it."""
        self._send()
        for new_rows in (self._people, self._accounts, self._counts, self._held):
            new_rows.note(self._action)

    def _take(self, write: PersonWrite, sheet_id: int, row: int) -> None:
        person_id = self._add_person(write) if write.is_new else self._find_person(write)
        for account in write.accounts:
            self._states[person_id, _PLATFORM[account.platform]] = account
        for count in write.counts:
            self._add_count(person_id, count, sheet_id, row)

    def _add_plain(self, row: PlainRow, sheet_id: int) -> None:
        (states, observed), _ = _decode(f"[[{row.accounts}],[{row.counts}]]")
        person_id = self._people.add(row.nip, *row.text_values, _UNKNOWN)
        self._new_ids[row.nip] = person_id
        for platform, *state in states:
            self._states[person_id, platform] = AccountState(_PLATFORMS[platform], *state)
        for *count, of_import in observed:
            self._counts.add(person_id, *count, sheet_id, row.row, of_import)

    def _add_person(self, write: PersonWrite) -> int:
        texts = write.texts
        person_id = self._people.add(
            write.nip,
            *map(texts.get, PERSON_FIELDS, _BLANKS),
            _UNKNOWN if write.consent is None else write.consent.value,
        )
        self._new_ids[write.nip] = person_id
        return person_id

    def _find_person(self, write: PersonWrite) -> int:
        person_id = write.person_id
        if person_id is None:
            person_id = self._new_ids[write.nip]
        else:
            self._known_ids.add(person_id)
        if write.texts or write.consent is not None:
            change = self._changes.setdefault(person_id, {})
            change.update(write.texts)
            if write.consent is not None:
                # A roster does not say since when; an earlier day belongs to what was said before.
                change |= {"consent": write.consent.value, "consent_on": None}
        return person_id

    def _add_count(self, person_id: int, count: CountState, sheet_id: int, row: int) -> None:
        self._counts.add(
            person_id,
            _PLATFORM[count.platform],
            count.low,
            count.high,
            int(count.exact),
            self._day(count.observed_on),
            count.written,
            sheet_id,
            row,
            int(count.day_of_import),
        )

    def _send(self) -> None:
        first_new = self._people.first_waiting
        try:
            self._people.send()
        except IntegrityError as error:
            raise self._taken() from error
        self._change_people()
        self._place_accounts(first_new)
        try:
            self._accounts.send()
            self._counts.send()
        except IntegrityError as error:
            raise self._gone() from error
        self._held.send()
        self._known_ids.clear()
        self._rows_waiting = 0

    def _change_people(self) -> None:
        if not self._changes:
            return
        if note_earlier(self._tx, self._action, people, self._changes) != self._changes.keys():
            raise self._gone()
        alike: dict[tuple[str, ...], list[dict[str, object]]] = {}
        for person_id, change in self._changes.items():
            values = {f"new_{field}": value for field, value in change.items()}
            alike.setdefault(tuple(change), []).append({"changed_id": person_id, **values})
        for fields, changes in alike.items():
            self._tx.execute(
                update(people)
                .where(people.c.id == bindparam("changed_id"))
                .values(touched=self._action, **{f: bindparam(f"new_{f}") for f in fields}),
                changes,
            )
        self._changes = {}

    def _place_accounts(self, first_new: int) -> None:
        """Sorts the states that came into new rows and changed ones."""
        standing = self._standing_accounts(first_new)
        changed: list[dict[str, object]] = []
        for (person_id, platform), state in self._states.items():
            row_id = standing.get((person_id, platform))
            if row_id is None:
                self._accounts.add(
                    person_id,
                    platform,
                    state.handle,
                    state.handle_kind,
                    state.also,
                    state.written,
                    int(state.stated_none),
                    state.unreadable,
                )
            else:
                new = {f"new_{column}": value for column, value in columns_of(state).items()}
                changed.append({"changed_id": row_id, **new})
        if changed:
            note_earlier(self._tx, self._action, accounts, standing.values())
            self._tx.execute(_CHANGE_ACCOUNT, [{"action": self._action, **row} for row in changed])
        self._states = {}

    def _standing_accounts(self, first_new: int) -> dict[tuple[int, str], int]:
        """The row of each waiting state whose account is in the table already."""
        known = {person_id for person_id, _ in self._states if person_id < first_new}
        found: dict[tuple[int, str], int] = {}
        for some in in_blocks(known):
            query = select(accounts.c.id, accounts.c.person_id, accounts.c.platform)
            for row_id, person_id, platform in self._tx.execute(
                query.where(accounts.c.person_id.in_(some))
            ):
                if (person_id, platform) in self._states:
                    found[person_id, platform] = row_id
        return found

    def _taken(self) -> NipTaken:
        """Which of the people who should be new was added meanwhile."""
        for some in in_blocks(self._new_ids.keys()):
            query = select(people.c.nip, people.c.name).where(
                people.c.nip.in_(some), people.c.touched != self._action
            )
            for nip, name in self._tx.execute(query):
                return NipTaken(nip, name)
        raise RuntimeError("the plan has one NIP twice")

    def _gone(self) -> PersonGone:
        """Which of the people who should be known is not there."""
        standing: set[int] = set()
        for some in in_blocks(self._known_ids):
            standing.update(
                self._tx.execute(select(people.c.id).where(people.c.id.in_(some))).scalars()
            )
        return PersonGone(min(self._known_ids - standing))


_CHANGE_ACCOUNT = (
    update(accounts)
    .where(accounts.c.id == bindparam("changed_id"))
    .values(
        touched=bindparam("action"),
        **{
            column: bindparam(f"new_{column}")
            for column in ("handle", "handle_kind", "also", "written", "stated_none", "unreadable")
        },
    )
)
