"""What is dropped at the door is in no file of ours afterwards, whichever door it came through."""

import logging
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.bootstrap import open_workplace, run
from app.domain.backup import Reason
from app.domain.clarification import InnocentReason
from app.domain.evidence import Place
from app.domain.handle import read_handle
from app.domain.merging import Merge
from app.domain.nip import Nip
from app.domain.office import Signatory, SignatoryRole
from app.domain.period import Period, PeriodKind
from app.domain.person import Person
from app.domain.person import Source as SourceOfCount
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.paths import log_folder
from app.services.chat import entries_of
from app.services.forms.issuing import FormOrder
from app.services.job import Job
from app.services.people import AccountEdit
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.data.writing import Sheet, write_book
from tests.services.evidence.conftest import pasted
from tests.services.privacy.conftest import DAY, places_of

NIK, GROUPED = "3171234509870001", "3171 2345 0987 0001"
NPWP, PLAIN_NPWP = "09.254.294.3-407.000", "092542943407000"
ADDRESS, RELIGION, MARRIED = "Jalan Kenari Rahasia 77", "Zzagama Kepercayaan", "Zzkawin Cerai"
SECRETS = (NIK, GROUPED, NPWP, PLAIN_NPWP, "Kenari Rahasia", "Zzagama", "Zzkawin")
HEAD = [
    "No", "Nama", "NIP", "NIK", "NPWP", "Alamat Rumah", "Agama", "Status Perkawinan",
    "Unit Kerja", "Keterangan", "Akun IG", "Followers IG",
]  # fmt: skip
ONE, OTHER = "198501012010011001", "198501012010011002"


def person(name: str, nip: object, *, nik: object = NIK, **more: object) -> list[object]:
    return [
        1, name, nip, nik, NPWP, ADDRESS, RELIGION, MARRIED,
        more.get("unit", "Bidang IKP"), more.get("note", ""),
        more.get("handle", "@akun"), more.get("count", 700),
    ]  # fmt: skip


def roster() -> Sheet:
    """Good rows and rows that wait; a NIK where it belongs, and wherever it strayed to."""
    sheet = Sheet("Pegawai")
    rows = [
        HEAD,
        person("Arum Baik", ONE),
        person("Bagas Tanpa NIP", ""),
        person("Citra NIK di Kolom NIP", NIK),
        person("Damar NIK Berjarak", GROUPED),
        person(f"Eka Putra NIK {NIK}", OTHER),
        person("Fajar Catatan", "198501012010011003", note=f"KTP {GROUPED} sudah ada"),
        person("Gita Unit", "198501012010011004", unit=f"Bidang IKP ({NIK})"),
        person("Hana Akun", "198501012010011005", handle=f"@hana NIK: {NIK}"),
        person("Indra Jumlah", "198501012010011006", count=f"private {NIK}"),
        person("Joko Ganda", ONE, note=f"NIK {NIK}"),
        person("Kiki Angka", "1985010120100", nik=float(NIK)),
    ]
    for number, row in enumerate(rows, 1):
        sheet.put(number, row)  # type: ignore[arg-type]  # texts and numbers only
    return sheet


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workplace]:
    """With its temporary files where they are looked at too."""
    folder = tmp_path / "data"
    for inside in ("kantor", "sementara"):
        (folder / inside).mkdir(parents=True)
    monkeypatch.setenv("GAUNG_HOME", str(folder / "rumah"))
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "sementara"))
    log_folder().mkdir(parents=True)
    # Every word that any part of the program says to any log.
    handler = logging.FileHandler(log_folder() / "gaung.log", encoding="utf-8")
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        with open_workplace(
            folder / "kantor" / "kantor.db", create=True, language=Language("en", Path())
        ) as opened:
            yield opened
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()


def leaks(folder: Path) -> list[str]:
    """Which secret stands in which file; backups are looked into."""
    return [
        f"{secret} in {place}"
        for secret in SECRETS
        for place in places_of(folder, [secret.encode(), secret.encode("utf-16-le")])
    ]


def looked_through(office: Workplace) -> list[str]:
    """After everything that could keep a trace: a backup, steps back and forth, the end."""
    office.backups.make(Reason.ASKED)
    office.undoing.undo_last()
    office.undoing.redo_last()
    office.close()
    return leaks(office.path.parent.parent)


def test_the_search_finds_what_does_stand_there(office: Workplace) -> None:
    office.people.add(Person(Nip(ONE), f"Arum {ADDRESS}"))
    assert looked_through(office)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv-semicolon", "csv-utf16", "html"])
def test_a_roster_brings_none_of_them(office: Workplace, tmp_path: Path, kind: str) -> None:
    path = write_book(tmp_path, "daftar", [roster()], kind)
    office.importing.import_files([path], DAY, Job.quiet())
    assert len(office.people.everyone()) >= 4
    assert len(office.waiting.rows()) >= 4
    assert looked_through(office) == []


def test_neither_does_a_pasted_block(office: Workplace) -> None:
    rows = roster().grid()
    text = "\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in rows)
    source = office.importing.read_pasted(text, "Tempelan", Job.quiet())
    plan = office.importing.plan([source], DAY, Job.quiet())
    office.importing.apply(plan, Job.quiet())
    source.close()
    assert len(office.people.everyone()) >= 4
    assert looked_through(office) == []


def test_neither_do_lines_of_a_chat(office: Workplace) -> None:
    office.people.add(Person(Nip(ONE), "Arum Baik", unit="Diskominfo"))
    lines = (
        f"Arum Baik {NIK} ig 900",
        f"Arum Baik Diskominfo NIK {GROUPED} NPWP {NPWP} fb 1,2 rb",
        f"Arum Baik agama {RELIGION} x 12",
    )
    read = office.chat.read("\n".join(lines), office.chat.roster(Job.quiet()))
    office.recording.record(entries_of(read), DAY, SourceOfCount.PASTED)
    assert looked_through(office) == []


def test_neither_does_a_form_that_came_back_with_more(office: Workplace, tmp_path: Path) -> None:
    office.people.add(Person(Nip(ONE), "Arum Baik", organisation="Dinas A"))
    issued = office.forms.issue(
        FormOrder((Platform.INSTAGRAM,), None), tmp_path, "Dinas", Job.quiet()
    )
    (path,) = issued.files
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == ONE:
                for offset, secret in enumerate((NIK, NPWP, ADDRESS, RELIGION, MARRIED), 30):
                    sheet.cell(cell.row, offset).value = secret
    book.save(path)
    office.importing.import_files([path], DAY, Job.quiet())
    assert looked_through(office) == []


def test_neither_does_the_workbook_of_rows_that_wait(office: Workplace, tmp_path: Path) -> None:
    path = write_book(tmp_path, "daftar", [roster()], "xlsx")
    office.importing.import_files([path], DAY, Job.quiet())
    out = tmp_path / "ditahan.xlsx"
    office.waiting.write_workbook(out, Language("en", Path()))
    assert places_of(tmp_path / "ditahan.xlsx", [NIK.encode()]) == []
    book = load_workbook(out)
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(
            row, heads.index("Note") + 1 if "Note" in heads else len(heads)
        ).value = f"NIK {NIK}"
        sheet.cell(row, len(heads) + 1).value = NIK
    sheet.cell(1, len(heads) + 1).value = "NIK"
    book.save(out)
    office.importing.import_files([out], DAY, Job.quiet())
    assert looked_through(office) == []


def test_neither_does_a_correction_of_a_row_that_waits(office: Workplace, tmp_path: Path) -> None:
    path = write_book(tmp_path, "daftar", [roster()], "xlsx")
    office.importing.import_files([path], DAY, Job.quiet())
    waiting = office.waiting.rows()
    office.waiting.correct({row.held.id: {"nip": NIK} for row in waiting})
    office.waiting.correct({row.held.id: {"note": f"NIK {NIK}"} for row in waiting})
    assert looked_through(office) == []


def test_neither_does_anything_that_a_clerk_types(office: Workplace) -> None:
    typed = f"NIK {NIK}"
    one = office.people.add(Person(Nip(ONE), "Arum Baik", note=f"lihat {typed}"))
    two = office.people.add(Person(Nip(OTHER), f"Bagas ({typed})"))
    office.people.change(one, {"note": typed, "position": f"Analis {GROUPED}"})
    office.people.change_nip(one, Nip("198501012010011009"), f"salah, {typed}")
    for platform in (Platform.INSTAGRAM, Platform.X):
        reading = read_handle(f"@arum {typed}", platform)
        office.people.put_accounts(one, [AccountEdit(platform, reading)])
    for day, count in ((date(2026, 9, 1), f"300 {typed}"), (DAY, "9000")):
        office.recording.record([Entry(one, Platform.INSTAGRAM, count)], day)
    office.recording.record([Entry(one, Platform.INSTAGRAM, "300")], date(2026, 9, 1))
    found = office.clarifying.look(RULE_A, DAY, Job.quiet()).open
    assert found
    office.clarifying.explain(found[0], InnocentReason.EVENT, f"acara {typed}")
    stays, goes = office.people.records(one, two)
    merge = Merge(
        one, two, f"sama, {typed}", {"note": typed}, {}, stays.person.consent, None,
        stays.person.service,
    )  # fmt: skip
    assert goes.person.name == "Bagas"
    office.people.merge(merge)
    month = Period.around(PeriodKind.MONTH, DAY)
    office.periods.close(month, RULE_A, DAY, Job.quiet())
    office.periods.reopen(month, f"salah {typed}")
    office.preferences.add_signatory(Signatory(SignatoryRole.SIGNS, "Arum", "Kepala", nip=NIK))
    assert looked_through(office) == []


def test_neither_does_a_picture(office: Workplace) -> None:
    one = office.people.add(Person(Nip(ONE), "Arum Baik"))
    picture = pasted("900 pengikut")
    office.evidence.add(Place(one, Platform.INSTAGRAM, DAY), [picture], Job.quiet())
    assert looked_through(office) == []


def test_neither_does_the_command_line(
    office: Workplace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_book(tmp_path, "daftar", [roster()], "xlsx")
    database = office.path
    office.close()
    for arguments in (
        ["inspect", path, "--json"],
        ["import", path, "--database", database],
        ["standings", "--database", database, "--json"],
        ["report", tmp_path / "laporan.xlsx", "--database", database],
        ["backup", database.parent / "luar", "--database", database],
    ):
        assert run([str(one) for one in arguments]) == 0, arguments
    assert leaks(database.parent.parent) == []
    assert not any(secret in capsys.readouterr().out for secret in SECRETS)
