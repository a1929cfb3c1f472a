"""An office in which one person, the canary, left a trace in every place that there is."""

import io
import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import insert

from app.bootstrap import open_workplace
from app.domain.backup import Reason
from app.domain.clarification import InnocentReason
from app.domain.evidence import Place
from app.domain.handle import read_handle
from app.domain.merging import Merge
from app.domain.nip import Nip
from app.domain.office import Signatory, SignatoryRole
from app.domain.period import Period, PeriodKind
from app.domain.person import Consent, Person
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.domain.snapshot_text import hash_of_row
from app.services.activity import Seen
from app.services.forms.issuing import FormOrder
from app.services.job import Job
from app.services.people import AccountEdit
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.storage.schema_rollup import submission_contents
from app.wording.language import Language
from tests.services.evidence.conftest import pasted

NAME, OTHER = "Zzcanary Burung Kenari", "Bagas Tetap"
NUMBER, FORMER, MERGED = "199912312099129999", "199912312099121998", "199912312099121997"
HANDLE = "zzcanary.burung"
DAY = date(2026, 11, 20)
IG = Platform.INSTAGRAM


def roster(folder: Path, name: str, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["No", "Nama", "NIP", "Unit Kerja", "Akun IG", "Followers IG"])
    for number, row in enumerate(rows, 1):
        sheet.append([number, *row])
    book.save(folder / name)
    return folder / name


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    folder = tmp_path / "data"
    folder.mkdir()
    with open_workplace(
        folder / "kantor.db", create=True, language=Language("en", Path())
    ) as opened:
        yield opened


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    """Outside of the folder of data: files of the office's own, which Gaung only reads."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    return folder


@pytest.fixture
def canary(place: Workplace, incoming: Path) -> int:
    """The canary's id, after everything that an office does with a person."""
    place.preferences.save_office(place.preferences.office())
    number = int(NUMBER)
    first = roster(
        incoming,
        f"{NAME}.xlsx",
        (NAME, NUMBER, "Bidang IKP", f"@{HANDLE}", 900),
        (OTHER, "198501012010011002", "Bidang IKP", "@bagas", 700),
        (f"{NAME}, S.E.", number, "Bidang IKP", f"@{HANDLE}", 901),
        ("Zzcanary Burung Kenarii", number, "Bidang IKP", "", 901),
    )
    place.importing.import_files([first], DAY, Job.quiet())
    whose = {one.name: one.id for one in place.people.everyone()}
    canary, other = whose[NAME], whose[OTHER]
    place.people.change(canary, {"note": f"catatan {NAME}"})
    place.people.set_consent(canary, Consent.GIVEN)
    place.recording.record([Entry(canary, IG, "300")], date(2026, 8, 1))
    place.recording.record([Entry(canary, IG, "5000")], date(2026, 11, 21))
    place.recording.record([Entry(canary, IG, "5100")], date(2026, 11, 21))
    place.people.put_activities(canary, [Seen(IG, "aktif")], DAY)
    edit = AccountEdit(Platform.X, read_handle(f"{HANDLE}.x", Platform.X))
    place.people.put_accounts(canary, [edit])
    place.undoing.undo_last()
    place.evidence.add(Place(canary, IG, DAY), [pasted("satu"), pasted("bersama")], Job.quiet())
    place.evidence.add(Place(other, IG, DAY), [pasted("bersama")], Job.quiet())
    gone = place.evidence.add(Place(canary, IG, DAY), [pasted("dibuang")], Job.quiet())
    assert gone.new == 1
    place.evidence.remove(max(one.evidence.id for one in place.evidence.of_person(canary)))
    for suspect in place.clarifying.look(RULE_A, date(2026, 11, 22), Job.quiet()).open:
        place.clarifying.explain(suspect, InnocentReason.EVENT, f"acara {NAME}")
    _merge_a_second_record(place, canary)
    place.people.change_nip(canary, Nip(FORMER), "salah ketik")
    place.people.change_nip(canary, Nip(NUMBER), f"kembali: {NAME} {Nip(NUMBER).grouped}")
    order = FormOrder((IG,), None)
    place.forms.issue(order, incoming, "Dinas", Job.quiet())
    month = Period.around(PeriodKind.MONTH, DAY)
    place.periods.close(month, RULE_A, date(2026, 11, 22), Job.quiet())
    place.periods.reopen(month, f"angka {NAME} salah")
    place.preferences.add_signatory(
        Signatory(SignatoryRole.SIGNS, NAME, "Kepala", "IV/a", Nip(NUMBER).grouped)
    )
    _receive(place)
    place.backups.make(Reason.ASKED)
    place.preferences.remember("table_people", f'{{"filter": "{NAME}"}}')
    return canary


def _receive(place: Workplace) -> None:
    """Another office once sent a row about the canary."""
    text = f"{NAME} {HANDLE}"
    said = {"sha256": hash_of_row(text), "nip": NUMBER, "content": text}
    with place.database.writing() as tx:
        tx.execute(insert(submission_contents).values(id=1, **said))


def _merge_a_second_record(place: Workplace, canary: int) -> None:
    second = place.people.add(Person(Nip(MERGED), NAME))
    place.recording.record([Entry(second, IG, "950")], date(2026, 11, 2))
    stays, goes = place.people.records(canary, second)
    place.people.merge(
        Merge(
            canary,
            second,
            f"dua catatan {NAME}",
            {"name": NAME},
            {},
            stays.person.consent,
            stays.person.consent_on,
            stays.person.service,
        )
    )
    assert goes.person.name == NAME


def spelled() -> list[bytes]:
    """Every way to write the canary that a file may have."""
    said = [NAME, NAME.upper(), NAME.lower(), "Zzcanary", "zzcanary", HANDLE]
    for digits in (NUMBER, FORMER, MERGED):
        said += [digits, Nip(digits).grouped, digits[:15]]
    both = [text.encode() for text in said] + [text.encode("utf-16-le") for text in said]
    return [one for one in both if one]


def places_of_canary(folder: Path) -> list[str]:
    """Each file in which a byte of the canary stands, packed or not."""
    named = [
        f"name of {path.name}"
        for path in sorted(folder.rglob("*"))
        if any(part in str(path.relative_to(folder)) for part in (NAME, NUMBER, HANDLE))
    ]
    return named + places_of(folder, spelled())


def places_of(folder: Path, said: Sequence[bytes]) -> list[str]:
    """Each file in which any of these stands, also packed in a zip."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found += [f"{path.relative_to(folder)}{inside}" for inside in _inside(path, said)]
    return found


def _inside(path: Path, said: Sequence[bytes]) -> Iterator[str]:
    content = path.read_bytes()
    if any(one in content for one in said):
        yield ""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(path) as whole:
            for name in whole.namelist():
                inside = whole.read(name)
                if any(one in inside for one in said):
                    yield f"!{name}"


def rows_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
