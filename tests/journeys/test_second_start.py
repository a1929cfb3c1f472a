"""The program started twice: the second start shows the window of the first, and ends."""

import subprocess
import sys

from openpyxl import Workbook

from app.paths import office_database
from tests.journeys.whole_program import program

__all__ = ["program"]


def start_again(qtbot, *arguments):
    process = subprocess.Popen(
        [sys.executable, "-m", "app", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    qtbot.waitUntil(lambda: process.poll() is not None)
    return process.returncode, process.communicate()[1]


def test_a_second_start_shows_the_first_window_with_its_file(program, qtbot, tmp_path):
    assert program.start(office_database())
    window = program.office.window
    window.showMinimized()
    roster = tmp_path / "daftar.xlsx"
    book = Workbook()
    book.active.append(["NIP", "Nama"])
    book.active.append(["198501012010011901", "Laras"])
    book.save(roster)

    code, words = start_again(qtbot, roster)

    assert (code, words) == (0, "")
    assert not window.isMinimized()
    qtbot.waitUntil(lambda: window.current_key == "import")


def test_a_command_that_writes_is_told_who_holds_the_office(program, qtbot, tmp_path):
    assert program.start(office_database())
    roster = tmp_path / "daftar.csv"
    roster.write_text("NIP;Nama\n198501012010011901;Laras\n", encoding="utf-8")

    code, words = start_again(qtbot, "import", roster, "--database", office_database())

    assert code == 3
    assert words.startswith("GAGAL: ")
    assert "dibuka oleh" in words
    code, words = start_again(qtbot, "standings", "--database", office_database())
    assert (code, words) == (0, "")


def test_the_office_is_free_again_when_the_window_is_closed(program, qtbot):
    assert program.start(office_database())
    program.office.window.close()
    code, words = start_again(qtbot, "check", "--database", office_database())
    assert (code, words) == (0, "")
