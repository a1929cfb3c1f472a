"""A hundred random actions of a clerk, taken back one by one through every state there was."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from app.bootstrap import open_workplace
from app.domain.clarification import InnocentReason
from app.domain.errors import AppError, NothingToUndo
from app.domain.evidence import Place
from app.domain.handle import read_handle
from app.domain.nip import Nip
from app.domain.person import Consent, Person, Service, Source
from app.domain.platform import RECORDED
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.people import AccountEdit
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.storage import schema, schema_clarification, schema_evidence
from app.storage.actions import last_undoable
from app.wording.language import Language
from tests.services.evidence.conftest import pasted

TABLES = (
    schema.people,
    schema.former_nips,
    schema.accounts,
    schema.counts,
    schema.held_rows,
    schema.as_of_corrections,
    schema.layouts,
    schema.unit_names,
    schema.checked_counts,
    schema_evidence.evidence,
    schema_clarification.clarifications,
)
DAYS = (date(2026, 9, 18), date(2026, 10, 18), date(2026, 11, 20))
TEXTS = ("503", "12400", "1,2 rb", "tidak punya", "", "private", "1.5", "0", "640", "500+")
HANDLES = ("@arum", "facebook.com/bagas.n", "", "tidak punya", "citra_p")

Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "k.db", create=True, language=Language("en", Path())) as opened:
        for at in range(1, 5):
            opened.people.add(Person(Nip(f"19870314201001200{at}"), f"Pegawai {at}", unit="IKP"))
        yield opened


def content(office: Workplace) -> Content:
    with office.database.reading() as tx:
        return {
            table.name: [tuple(row) for row in tx.execute(select(table).order_by(table.c.id))]
            for table in TABLES
        }


def newest(office: Workplace) -> int | None:
    with office.database.reading() as tx:
        return last_undoable(tx)


class Clerk:
    """Does one thing after the other, whatever comes to mind."""

    def __init__(self, office: Workplace, chance: Random, folder: Path) -> None:
        self._office, self._chance, self._folder = office, chance, folder
        self._added = 0
        self._deeds: tuple[Callable[[], object], ...] = (
            *(self._type,) * 6,
            *(self._paste,) * 2,
            *(self._confirm,) * 2,
            self._add,
            self._change,
            self._say_service,
            self._say_consent,
            self._change_nip,
            *(self._put_account,) * 2,
            *(self._prove,) * 2,
            self._remove_proof,
            *(self._clarify,) * 2,
            self._undo,
        )

    def do_something(self) -> None:
        """What is refused (a NIP that is taken, nothing to confirm) is a deed without effect."""
        with contextlib.suppress(AppError):
            self._chance.choice(self._deeds)()

    def import_roster(self) -> None:
        """Two known people with other counts, one that is new, one that is held."""
        file = self._folder / f"roster{self._added}.csv"
        some = self._chance.randrange(100, 900)
        file.write_text(
            "NIP;NAMA;UNIT KERJA;FOLLOWERS IG\n"
            f"198703142010012001;Pegawai 1;IKP;{some}\n"
            f"198703142010012002;Pegawai 2;Aptika;{some + 1}\n"
            f"19880314201001{some};Baru {some};IKP;{some}\n"
            "1987031420;Rusak;IKP;77\n",
            encoding="utf-8",
        )
        self._office.importing.import_files([file], DAYS[1], Job.quiet())

    def _type(self) -> None:
        self._record(1, Source.TYPED)

    def _paste(self) -> None:
        self._record(6, Source.PASTED)

    def _record(self, most: int, source: Source) -> None:
        chance = self._chance
        entries = [
            Entry(self._anybody(), chance.choice(RECORDED), chance.choice(TEXTS))
            for _ in range(chance.randint(1, most))
        ]
        self._office.recording.record(entries, chance.choice(DAYS), source)

    def _confirm(self) -> None:
        rows = self._office.recording.grid(DAYS[2], Job.quiet())
        known = [a.latest.id for row in rows for a in row.accounts if a.latest is not None]
        if known:
            self._office.checking.confirm(self._chance.choice(known))

    def _add(self) -> None:
        self._added += 1
        nip = f"19900101201501{1000 + self._added}"
        self._office.people.add(Person(Nip(nip), f"Tambahan {self._added}"))

    def _change(self) -> None:
        unit = self._chance.choice(("IKP", "Aptika", "Sekretariat"))
        self._office.people.change(self._anybody(), {"unit": unit, "note": f"{unit}!"})

    def _say_service(self) -> None:
        self._office.people.set_service(self._anybody(), self._chance.choice(tuple(Service)))

    def _say_consent(self) -> None:
        self._office.people.set_consent(self._anybody(), self._chance.choice(tuple(Consent)))

    def _change_nip(self) -> None:
        nip = Nip(f"19910101201601{self._chance.randint(1001, 1009)}")
        self._office.people.change_nip(self._anybody(), nip, "PNS")

    def _put_account(self) -> None:
        platform = self._chance.choice(RECORDED)
        reading = read_handle(self._chance.choice(HANDLES), platform)
        self._office.people.put_accounts(self._anybody(), [AccountEdit(platform, reading)])

    def _prove(self) -> None:
        chance = self._chance
        place = Place(self._anybody(), chance.choice(RECORDED), chance.choice(DAYS))
        shots = [pasted(f"gambar {chance.randrange(5)}") for _ in range(chance.randint(1, 2))]
        self._office.evidence.add(place, shots, Job.quiet())

    def _remove_proof(self) -> None:
        found = self._office.evidence.of_person(self._anybody())
        if found:
            self._office.evidence.remove(self._chance.choice(found).evidence.id)

    def _clarify(self) -> None:
        seen = self._office.clarifying.look(RULE_A, DAYS[2], Job.quiet())
        if seen.suspects:
            one = self._chance.choice(seen.suspects)
            if one.decisions and self._chance.random() < 0.5:
                self._office.clarifying.take_back(one.decisions)
            elif one.jumps and self._chance.random() < 0.5:
                self._office.clarifying.exclude(one, "dibeli")
            elif one.jumps:
                self._office.clarifying.explain(one, InnocentReason.VIRAL, "")

    def _undo(self) -> None:
        self._office.undoing.undo_last()
        if self._chance.random() < 0.5:
            self._office.undoing.redo_last()

    def _anybody(self) -> int:
        return self._chance.choice([one.id for one in self._office.people.everyone()])


@pytest.mark.parametrize("seed", range(4))
def test_a_hundred_actions_undone_lead_back_through_every_state(
    office: Workplace, tmp_path: Path, seed: int
) -> None:
    clerk = Clerk(office, Random(seed), tmp_path)
    begun, states = newest(office), {newest(office): content(office)}
    for at in range(100):
        if at in (30, 70):
            clerk.import_roster()
        else:
            clerk.do_something()
        # The same newest action: nothing was done, or something was taken back and done again.
        assert content(office) == states.setdefault(newest(office), content(office))
    assert len(states) > 60
    while (last := newest(office)) != begun:
        assert content(office) == states[last]
        office.undoing.undo_last()
    assert content(office) == states[begun]
    assert office.findings() == []


def test_when_all_is_undone_nothing_is_left_to_undo(office: Workplace) -> None:
    for _ in range(4):
        office.undoing.undo_last()
    with pytest.raises(NothingToUndo):
        office.undoing.undo_last()
