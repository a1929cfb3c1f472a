"""The waiting room: rows that an import held, finished by a person or set aside."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.fields import Field
from app.domain.nik import without_nik
from app.domain.nip import NipFlaw
from app.domain.nip_doctor import Diagnosis, NipDoctor
from app.domain.plan import Planner
from app.domain.roster import AS_NUMBER, Outcome
from app.services.importing.held_texts import (
    NIP_IN_FILE,
    number_shown,
    row_of,
    text_shown,
    texts_of,
)
from app.services.importing.settling import code_of
from app.services.importing.units import UnitNames
from app.storage.actions import begin
from app.storage.counts import count_on
from app.storage.database import Database
from app.storage.held import HeldRow, all_held_rows, change_held, remove_held
from app.storage.import_undo import SETTLE_HELD
from app.storage.import_writer import ImportWriter
from app.storage.known import former_numbers, known_people, people_of_units
from app.storage.learned import remembered_units
from app.storage.transaction import Transaction
from app.wording.fields import field_label
from app.wording.imports import held_label
from app.wording.language import Language
from app.workbooks.writing import write_table

Clock = Callable[[], datetime]
_FIRST = (Field.NIP, Field.NAME)


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A held row, and whose number its damaged one may be; None: nobody is proposed."""

    held: HeldRow
    diagnosis: Diagnosis | None

    @property
    def digits_in_file(self) -> bool | None:
        """Whether the file had all 18 digits of a number cell; None: it was none."""
        if self.held.reason is not NipFlaw.NUMERIC:
            return None
        return NIP_IN_FILE in self.held.texts

    @property
    def number_shown(self) -> str:
        """The number as it may be shown: digits that were lost are question marks."""
        return number_shown(self.held)


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of rows that a person worked on."""

    settled: int
    waiting: int


class WaitingRoom:
    """Every change is one action, undoable as a whole."""

    def __init__(self, database: Database, clock: Clock, by: str) -> None:
        self._database = database
        self._clock = clock
        self._by = by

    def rows(self) -> list[WaitingRow]:
        """All rows that wait, in the order in which they were read."""
        with self._database.reading() as tx:
            waiting = all_held_rows(tx)
            if not any(isinstance(held.reason, NipFlaw) for held in waiting):
                return [WaitingRow(held, None) for held in waiting]
            names = known_people(tx).names()
        doctor = NipDoctor(names)
        return [WaitingRow(held, _examined(doctor, held)) for held in waiting]

    def correct(self, changes: Mapping[int, Mapping[str, str]]) -> Finished:
        """Puts texts into rows (by id: field and text); whoever is complete becomes a person.

        Rows that still cannot be taken keep what was typed and go on waiting.
        """
        now = self._clock()
        with self._database.writing() as tx:
            action = begin(tx, SETTLE_HELD, self._by, now)
            rows = [held for held in all_held_rows(tx) if held.id in changes]
            finishing = _Finishing(tx, action, self._by, now)
            for held in rows:
                # A number in the column of NIPs is judged first: a NIK there is called one.
                typed = {
                    field: text if field == Field.NIP.value else without_nik(text)
                    for field, text in changes[held.id].items()
                }
                finishing.take(held, {**held.texts, **typed})
            settled = finishing.finish()
        return Finished(settled, len(rows) - settled)

    def set_aside(self, ids: Iterable[int]) -> int:
        """These rows are not wanted; gives how many there were."""
        with self._database.writing() as tx:
            return remove_held(tx, begin(tx, "set_aside_held", self._by, self._clock()), ids)

    def write_workbook(self, target: Path, language: Language) -> int:
        """Writes the rows for correcting in Excel; imported again, it settles them.

        Raises:
            FileError: the target cannot be written; what stood there is unchanged.
        """
        with self._database.reading() as tx:
            waiting = all_held_rows(tx)
        fields = _fields_of(waiting)
        say = language.say
        heads = [
            field_label(Field.HELD_CODE, language),
            say("Why it waits"),
            say("From the file"),
            say("From the sheet"),
            say("From the row"),
            *(field_label(field, language) for field in fields),
        ]
        rows = [
            [
                code_of(held),
                held_label(held.reason, language, in_file=WaitingRow(held, None).digits_in_file),
                held.file,
                held.sheet,
                str(held.row),
                *(_shown(held, field) for field in fields),
            ]
            for held in waiting
        ]
        write_table(target, say("Waiting room"), heads, rows)
        return len(waiting)


class _Finishing:
    """Rows of several imports on their way into people, one after the other."""

    def __init__(self, tx: Transaction, action: int, by: str, now: datetime) -> None:
        self._tx, self._action, self._by, self._now = tx, action, by, now
        known = known_people(tx)
        self._units = UnitNames(people_of_units(tx), remembered_units(tx))
        self._planner = Planner(
            known,
            now.date(),
            lambda person, platform, day: count_on(tx, person, platform, day),
            former_numbers(tx),
        )
        self._settled: list[int] = []

    def take(self, held: HeldRow, texts: Mapping[str, str]) -> None:
        row = row_of(held, texts)
        # Each row stands for itself: it was compared with the others of its file before.
        self._planner.enter_file(held.id, held.as_of)
        planned = self._planner.plan(self._units.settle(row))
        if planned.outcome is Outcome.HELD and planned.held_for is not None:
            kept = {field: said for field, text in texts.items() if (said := without_nik(text))}
            change_held(self._tx, self._action, held.id, planned.held_for, kept)
            return
        writer = ImportWriter(self._tx, self._action, held.import_id, self._by, self._now)
        writer.write(planned, held.sheet_id, texts_of(row))
        writer.finish()
        self._settled.append(held.id)

    def finish(self) -> int:
        return remove_held(self._tx, self._action, self._settled) if self._settled else 0


def _examined(doctor: NipDoctor, held: HeldRow) -> Diagnosis | None:
    if not isinstance(held.reason, NipFlaw):
        return None
    name = held.texts.get("name", "")
    in_file = held.texts.get(NIP_IN_FILE, "") if held.reason is NipFlaw.NUMERIC else ""
    found = doctor.examine(held.reason, held.texts.get("nip", ""), name, in_file)
    return found if found.proposals else None


def _fields_of(waiting: Iterable[HeldRow]) -> list[Field]:
    """NIP and name first, then whatever any row says, in the order of the fields."""
    said = {name for held in waiting for name in held.texts if not name.endswith(AS_NUMBER)}
    if said & {Field.HANDLE.value, Field.FOLLOWERS.value}:
        said.add(Field.PLATFORM.value)
    return [*_FIRST, *(field for field in Field if field.value in said and field not in _FIRST)]


def _shown(held: HeldRow, field: Field) -> str:
    text = text_shown(held, field.value)
    if field.value.endswith("observed_on") and text:
        return f"{date.fromisoformat(text):%d/%m/%Y}"
    return text
