"""The command line as other programs call it: answers on stdout, failures in one line."""

import json
import os
import resource
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from app.bootstrap import open_workplace, run
from app.cli import WindowAsked, window_asked
from app.domain.platform import Platform
from app.domain.proof import PROOF_SHEET
from app.domain.rule import Rule
from app.paths import resources
from app.wording.language import Language

REPOSITORY = Path(__file__).resolve().parent.parent
NIPS = [f"1985010{day}2010011{day:03d}" for day in range(1, 6)]


def a_roster(folder, name="roster.xlsx", people=5):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["No", "Nama", "NIP", "Unit Kerja", "Akun IG", "Followers IG"])
    for number, nip in enumerate(NIPS[:people], 1):
        count = 400 + 50 * number
        sheet.append(
            [number, f"Pegawai {'ABCDE'[number - 1]}", nip, "Bidang IKP", f"akun.{number}", count]
        )
    book.save(folder / name)
    return folder / name


def answer_of(capsys, *arguments):
    assert run([str(argument) for argument in arguments]) == 0
    return json.loads(capsys.readouterr().out)


def failure_of(capsys, *arguments):
    assert run([str(argument) for argument in arguments]) == 3
    shown = capsys.readouterr()
    lines = shown.err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("GAGAL: ")
    assert lines[0].endswith(".")
    assert not shown.out
    return lines[0]


def test_what_is_neither_a_command_nor_a_file_is_wrong_usage_and_opens_no_window(capsys):
    assert run(["imprt", "roster.xlsx"]) == 2
    assert "imprt: neither a file nor one of inspect, import" in capsys.readouterr().err
    assert run(["--databse", "kantor.db"]) == 2


def test_files_without_a_command_are_for_the_window(tmp_path):
    asked = window_asked([str(a_roster(tmp_path)), "--database", "kantor.db"])
    assert asked == WindowAsked(Path("kantor.db"), False, (tmp_path / "roster.xlsx",))


def test_inspecting_says_what_the_importer_sees_and_writes_nothing(tmp_path, capsys):
    roster = a_roster(tmp_path)
    answer = answer_of(capsys, "inspect", roster, "--json")
    sheet = answer["sheets"][0]
    assert (answer["file"], answer["format"]) == ("roster.xlsx", "xlsx")
    assert sheet["header_rows"] == [1]
    assert [column["field"] for column in sheet["columns"]] == [
        "no", "name", "nip", "unit", "instagram", "instagram_followers",
    ]  # fmt: skip
    assert sheet["rows_read"] == sum(sheet["outcomes"].values()) == 5
    assert sheet["outcomes"]["new"] == 5
    assert list(tmp_path.iterdir()) == [roster]


def test_an_import_is_acknowledged_after_it_is_kept(tmp_path, capsys):
    database = tmp_path / "kantor.db"
    assert run(["import", str(a_roster(tmp_path)), "--database", str(database)]) == 0
    assert capsys.readouterr().out == "ACK:1\n"
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM people").fetchone() == (5,)
        assert connection.execute("SELECT id FROM imports").fetchall() == [(1,)]


def test_an_import_in_json_carries_its_id_and_every_file(tmp_path, capsys):
    first, second = a_roster(tmp_path), a_roster(tmp_path, "lagi.xlsx")
    answer = answer_of(
        capsys, "import", first, second, "--database", tmp_path / "kantor.db", "--json"
    )
    assert answer["import_id"] == 1
    assert [file["file"] for file in answer["files"]] == ["roster.xlsx", "lagi.xlsx"]
    assert answer["files"][1]["sheets"][0]["outcomes"]["unchanged"] == 5


def test_the_standings_carry_every_person_with_reasons(tmp_path, capsys):
    database = tmp_path / "kantor.db"
    run(["import", str(a_roster(tmp_path)), "--database", str(database), "--as-of", "2026-10-31"])
    capsys.readouterr()
    answer = answer_of(
        capsys, "standings", "--database", database, "--as-of", "2026-10-31", "--json"
    )
    assert (answer["rule"], answer["as_of"]) == ("a", "2026-10-31")
    assert answer["totals"] == {"qualifies": 4, "not_yet": 1, "stale": 0, "no_data": 0}
    person = answer["people"][0]
    assert person["nip"] == NIPS[0]
    assert person["verdict"] == "not_yet"
    assert person["reasons"][0] | {"standing": ""} == {
        "platform": "instagram", "handle": "akun.1", "low": 450, "high": 450, "exact": True,
        "observed_on": "2026-10-31", "met": False, "standing": "",
    }  # fmt: skip


def test_without_a_rule_the_one_that_the_office_chose_is_used_also_its_own(tmp_path, capsys):
    database, target = tmp_path / "kantor.db", tmp_path / "laporan.xlsx"
    run(["import", str(a_roster(tmp_path)), "--database", str(database), "--as-of", "2026-10-31"])
    words = Language("id", resources() / "locale")
    with open_workplace(database, create=False, language=words) as office:
        own = Rule("own-1", (Platform.INSTAGRAM,), 1, 600, name="Duta Medsos")
        chosen = office.preferences.preferences()
        office.preferences.save(replace(chosen, own_rules=(own,), rule_key="own-1"))
    capsys.readouterr()
    asked = "--database", database, "--as-of", "2026-10-31", "--json"
    answer = answer_of(capsys, "standings", *asked)
    assert (answer["rule"], answer["totals"]["qualifies"]) == ("own-1", 2)
    assert answer_of(capsys, "standings", "--rule", "a", *asked)["totals"]["qualifies"] == 4
    assert answer_of(capsys, "report", target, *asked)["rule"] == "own-1"
    cells = [
        str(cell.value) for row in openpyxl.load_workbook(target).worksheets[0] for cell in row
    ]
    for name in ("Tafsir a: salah satu akun", "Aturan kantor “Duta Medsos”: Instagram"):
        assert any(cell.casefold() == name.casefold() for cell in cells), name


def test_the_whole_job_runs_in_a_throw_away_database(tmp_path, capsys):
    target = tmp_path / "laporan.xlsx"
    answer = answer_of(
        capsys, "run", a_roster(tmp_path), "--output", target, "--as-of", "2026-10-31", "--json"
    )
    assert set(answer) == {"import", "standings", "report"}
    assert "people" not in answer["standings"]
    assert [*answer["report"]["sheets"], PROOF_SHEET] == openpyxl.load_workbook(target).sheetnames
    assert sorted(path.name for path in tmp_path.iterdir()) == ["laporan.xlsx", "roster.xlsx"]


def test_checking_a_sound_database_finds_nothing(tmp_path, capsys):
    database = tmp_path / "kantor.db"
    run(["import", str(a_roster(tmp_path)), "--database", str(database)])
    assert run(["check", "--database", str(database)]) == 0
    assert "GAGAL" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["inspect"], ["import", "x.xlsx"], ["report"], ["standings", "--rule", "z"]]
)
def test_wrong_usage_ends_with_two(arguments, capsys):
    assert run(arguments) == 2
    assert capsys.readouterr().out == ""


# ------------------------------------------------------------------ bad input


def a_word_file(path):
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")


def a_list_without_people(path):
    book = openpyxl.Workbook()
    book.active.append(["Barang", "Jumlah"])
    book.active.append(["Kertas", 12])
    book.save(path)


def a_protected_workbook(path):
    """An OLE2 file with the stream of an encrypted package: enough to be recognised."""
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16))
    header += (0x3E).to_bytes(2, "little") + (3).to_bytes(2, "little") + b"\xfe\xff"
    header += (9).to_bytes(2, "little") + (6).to_bytes(2, "little") + bytes(10)
    header += (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + bytes(4)
    header += (4096).to_bytes(4, "little") + b"\xfe\xff\xff\xff" + bytes(4)
    header += b"\xfe\xff\xff\xff" + bytes(4) + bytes(4)
    header += b"\xff\xff\xff\xff" * 109
    header = header[:512]
    header[76:80] = (0).to_bytes(4, "little")
    fat = b"\xfd\xff\xff\xff" + b"\xfe\xff\xff\xff" + b"\xff\xff\xff\xff" * 126

    def entry(name, kind, child=0xFFFFFFFF):
        text = name.encode("utf-16-le") + b"\0\0"
        return (
            text.ljust(64, b"\0")
            + len(text).to_bytes(2, "little")
            + bytes([kind, 1])
            + b"\xff\xff\xff\xff" * 2
            + child.to_bytes(4, "little")
            + bytes(36)
            + b"\xfe\xff\xff\xff"
            + bytes(8)
        )

    directory = entry("Root Entry", 5, 1) + entry("EncryptedPackage", 2) + bytes(256)
    path.write_bytes(bytes(header) + fat + directory)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("tidak-ada.xlsx", lambda path: None),
        ("folder.xlsx", Path.mkdir),
        ("kosong.xlsx", lambda path: path.write_bytes(b"")),
        ("surat.xlsx", a_word_file),
        ("tanpa-orang.xlsx", a_list_without_people),
        ("sandi.xlsx", a_protected_workbook),
        ("rusak.xlsx", lambda path: path.write_bytes(b"PK\x03\x04" + bytes(200))),
        ("gambar.xlsx", lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))),
    ],
)
def test_a_file_that_is_no_roster_is_refused_in_one_sentence(name, make, tmp_path, capsys):
    path, database = tmp_path / name, tmp_path / "kantor.db"
    make(path)
    sentence = failure_of(capsys, "import", path, "--database", database)
    assert name in sentence
    if database.exists():
        with sqlite3.connect(database) as connection:
            assert connection.execute("SELECT count(*) FROM imports").fetchone() == (0,)


def test_one_bad_file_among_good_ones_stops_the_whole_import(tmp_path, capsys):
    database = tmp_path / "kantor.db"
    failure_of(
        capsys, "import", a_roster(tmp_path), tmp_path / "hilang.xlsx", "--database", database
    )
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM people").fetchone() == (0,)


def test_a_database_of_a_newer_program_is_left_alone(tmp_path, capsys):
    database = tmp_path / "kantor.db"
    run(["import", str(a_roster(tmp_path)), "--database", str(database)])
    capsys.readouterr()
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()
    failure_of(capsys, "standings", "--database", database, "--json")
    assert database.read_bytes() == before


def test_a_missing_database_is_not_made_by_asking(tmp_path, capsys):
    failure_of(capsys, "standings", "--database", tmp_path / "hilang.db", "--json")
    assert list(tmp_path.iterdir()) == []


def test_a_report_onto_a_folder_leaves_nothing_behind(tmp_path, capsys):
    database, target = tmp_path / "kantor.db", tmp_path / "laporan.xlsx"
    run(["import", str(a_roster(tmp_path)), "--database", str(database)])
    capsys.readouterr()
    target.mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    failure_of(capsys, "report", target, "--database", database)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_report_that_excel_holds_open_is_not_touched(tmp_path, capsys):
    database, target = tmp_path / "kantor.db", tmp_path / "laporan.xlsx"
    run(["import", str(a_roster(tmp_path)), "--database", str(database)])
    capsys.readouterr()
    target.write_bytes(b"laporan lama")
    (tmp_path / "~$laporan.xlsx").write_bytes(bytes(165))
    failure_of(capsys, "report", target, "--database", database)
    assert target.read_bytes() == b"laporan lama"


def in_a_small_disk():
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))


def outside(*arguments, home):
    return subprocess.run(
        [sys.executable, "-m", "app", *[str(argument) for argument in arguments]],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env=os.environ | {"GAUNG_HOME": str(home)},
        preexec_fn=in_a_small_disk,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of POSIX")
def test_a_full_disk_is_said_and_the_old_report_stays_whole(tmp_path, capsys):
    database, target = tmp_path / "kantor.db", tmp_path / "laporan.xlsx"
    run(["import", str(a_roster(tmp_path)), "--database", str(database)])
    target.write_bytes(b"laporan lama")
    ended = outside("report", target, "--database", database, home=tmp_path / "home")
    assert ended.returncode == 3
    assert ended.stderr.startswith("GAGAL: ")
    assert len(ended.stderr.splitlines()) == 1
    assert target.read_bytes() == b"laporan lama"
    assert not list(tmp_path.glob("*.tmp*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_answer_that_cannot_be_printed_is_one_sentence_and_what_was_done_stays(tmp_path):
    database = tmp_path / "kantor.db"
    command = [sys.executable, "-m", "app", "import", a_roster(tmp_path), "--database", database]
    with open("/dev/full", "w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=REPOSITORY)
    assert ended.returncode == 3
    (line,) = ended.stderr.decode().splitlines()
    assert line.startswith("GAGAL: ")
    with sqlite3.connect(database) as stored:
        assert stored.execute("SELECT count(*) FROM people").fetchone() == (5,)


def test_a_reader_that_goes_away_is_no_bug(tmp_path):
    run(["import", str(a_roster(tmp_path)), "--database", str(tmp_path / "kantor.db")])
    command = [sys.executable, "-m", "app", "standings", "--json"]
    command += ["--database", str(tmp_path / "kantor.db")]
    here, there = os.pipe()
    os.close(here)
    ended = subprocess.run(command, stdout=there, stderr=subprocess.PIPE, cwd=REPOSITORY)
    os.close(there)
    assert ended.returncode == 3
    assert len(ended.stderr.decode().splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_where_not_even_the_complaint_can_be_written_the_exit_code_still_says_it(tmp_path):
    command = [sys.executable, "-m", "app", "check", "--database", str(tmp_path / "tiada.db")]
    with open("/dev/full", "w") as full:
        ended = subprocess.run(command, stdout=full, stderr=full, cwd=REPOSITORY)
    assert ended.returncode == 3


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_an_answer_reaches_a_reader_who_knows_fewer_letters(encoding, tmp_path):
    """A pipe on Windows speaks the code page of the country, whatever letters a name has."""
    database, roster = tmp_path / "kantor.db", tmp_path / "daftar.csv"
    roster.write_text("NIP;Nama\n198501012010011901;Şükrü Ğ. Nuraini\n", encoding="utf-8")
    assert run(["import", str(roster), "--database", str(database)]) == 0
    command = [sys.executable, "-m", "app", "standings", "--json", "--database", str(database)]
    ended = subprocess.run(
        command,
        capture_output=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    (person,) = json.loads(ended.stdout.decode(encoding))["people"]
    assert person["name"] == "Şükrü Ğ. Nuraini"
