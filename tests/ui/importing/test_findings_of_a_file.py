"""What the page says of cells that Excel shows otherwise: errors, numbers for NIPs, odd texts."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.nip import NipFlaw
from app.domain.roster import HoldReason
from app.services.job import Job
from app.ui.importing.concern_card import ConcernCard
from app.ui.importing.findings import Concern, Group, Kind
from app.ui.importing.grid import SheetGrid
from app.ui.importing.waiting_panel import WaitingPanel
from app.ui.importing.work import Stage
from tests.ui.importing.conftest import Office, nip, person, write_roster

TIP = Qt.ItemDataRole.ToolTipRole


def groups(office: Office) -> Mapping[Kind, Group]:
    return {one.kind: one for one in office.work.prepared.groups}


def sentence(office: Office, kind: Kind) -> str:
    cards = [one for one in office.page.findChildren(ConcernCard) if not one.isHidden()]
    card = next(one for one in cards if one.group.kind is kind)
    return " ".join(part.text() for part in card.findChildren(QLabel))


def cell(office: Office, row: int, column: int, role: Qt.ItemDataRole) -> str:
    model = office.page.findChild(SheetGrid).model()
    return str(model.index(row - 1, column).data(role))


def with_digits(path: Path, places: Mapping[int, str]) -> Path:
    """Puts 18 digits into the XML where a number stands, as another program than Excel writes."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    part = "xl/worksheets/sheet1.xml"
    for number, digits in places.items():
        old_cell = rb"<v>%d</v>" % number
        assert old_cell in parts[part]
        parts[part] = re.sub(old_cell, f"<v>{digits}</v>".encode(), parts[part])
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def test_an_error_of_excel_is_shown_and_told_not_left_blank(office: Office, tmp_path: Path) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(1, "#N/A"), person(2)])
    book = load_workbook(roster)
    book.active["F4"].data_type = "e"
    book.save(roster)
    office.open(roster)
    (finding,) = groups(office)[Concern.ERRORS].findings
    assert (finding.row, finding.column, finding.text) == (4, 5, "F4: #N/A")
    assert cell(office, 4, 5, Qt.ItemDataRole.DisplayRole) == "#N/A"
    assert "Excel shows an error in these cells" in sentence(office, Concern.ERRORS)


def test_texts_with_signs_that_deceive_are_told_and_cleaned(office: Office, tmp_path: Path) -> None:
    rows = [person(1), person(2), person(3)]
    rows[0][2] = "\u0410gus Salim"
    rows[1][2] = "Bu\u200bdi Santosa"
    office.open(write_roster(tmp_path / "a.xlsx", rows))
    assert [one.text for one in groups(office)[Concern.MIXED_ALPHABETS].findings] == [
        "[U+0410]gus Salim"
    ]
    assert [one.text for one in groups(office)[Concern.INVISIBLE].findings] == [
        "Bu[U+200B]di Santosa"
    ]
    office.work.apply()
    office.wait(Stage.APPLIED)
    assert "Budi Santosa" in office.names()
    assert "\u0410gus Salim" in office.names()


def test_hidden_columns_are_named(office: Office, tmp_path: Path) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(1)])
    book = load_workbook(roster)
    book.active.column_dimensions["D"].hidden = True
    book.save(roster)
    office.open(roster)
    assert groups(office)[Concern.HIDDEN_COLUMNS].names == ("Unit Kerja",)


def numbers(tmp_path: Path) -> Path:
    """Two NIPs as numbers: of one the file has all digits, of the other Excel kept fifteen."""
    rows = [person(1), person(2)]
    rows[0][1] = 4711
    rows[1][1] = float(int(nip(2)) // 1000 * 1000)
    return with_digits(write_roster(tmp_path / "a.xlsx", rows), {4711: nip(1)})


def test_of_a_number_for_a_nip_it_is_said_whether_its_digits_stand_in_the_file(
    office: Office, tmp_path: Path
) -> None:
    office.open(numbers(tmp_path))
    said = sentence(office, NipFlaw.NUMERIC)
    assert "its last 3 digits are lost" in said
    assert "In 1 of these rows all 18 digits stand in the file" in said
    assert "all 18 digits stand in the file" in cell(office, 4, 1, TIP)
    assert "its last 3 digits are lost" in cell(office, 5, 1, TIP)


def test_the_waiting_room_says_the_same(office: Office, tmp_path: Path) -> None:
    office.open(numbers(tmp_path))
    office.workplace.importing.apply(office.work.prepared.plan, Job.quiet())
    office.work.close()
    office.page.refresh()
    panel = office.page.findChild(WaitingPanel)
    office.qtbot.waitUntil(lambda: panel.table.model().rowCount() == 2)
    model = panel.table.model()
    reasons = {model.index(row, 0).data(): model.index(row, 1) for row in range(2)}
    whole, lost = reasons["Pegawai Abbb"], reasons["Pegawai Accc"]
    assert whole.data() == "Number, all 18 digits"
    assert lost.data() == "Number, digits lost"
    assert "all 18 digits stand in the file" in whole.data(TIP)
    assert "its last 3 digits are lost" in lost.data(TIP)
    proposal = model.index(whole.row(), 3)
    assert str(proposal.data()).replace(" ", "") == nip(1)


def test_a_table_beside_the_list_is_not_passed_over_silently(
    office: Office, tmp_path: Path
) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(at) for at in range(3)])
    book = load_workbook(roster)
    rows = (("No", "Nama", "Followers"), (1, "Laras Widuri", 1046), (2, "Galih Rangga", 512))
    for row, cells in enumerate(rows, 3):
        for column, cell in enumerate(cells, 8):
            book.active.cell(row, column, cell)
    book.save(roster)
    office.open(roster)
    assert groups(office)[Concern.BESIDE].names == ("H–J: No, Nama, Followers",)
    assert Concern.NOT_STORED not in groups(office)
    assert "so nothing of it is read" in sentence(office, Concern.BESIDE)


def test_a_remark_beside_the_list_is_no_table(office: Office, tmp_path: Path) -> None:
    roster = write_roster(tmp_path / "a.xlsx", [person(at) for at in range(3)])
    book = load_workbook(roster)
    book.active.cell(3, 9, "Catatan")
    book.active.cell(4, 9, "sudah dicek")
    book.save(roster)
    office.open(roster)
    assert Concern.BESIDE not in groups(office)


def test_an_account_among_others_that_names_no_platform_is_shown_in_its_cell(
    office: Office, tmp_path: Path
) -> None:
    cells = ["IG: @satu (512), FB: dua.kab (1,2 rb)", "IG: @tiga 600", "@empat, FB: lima.kab"]
    rows = [[at, nip(at), f"Orang {at}", cell] for at, cell in enumerate(cells, 1)]
    office.open(write_roster(tmp_path / "a.xlsx", rows, ["No", "NIP", "Nama", "Akun Medsos"]))
    found = groups(office)
    (held,) = found[HoldReason.NO_PLATFORM].findings
    (rounded,) = found[Concern.ROUNDED].findings
    assert (held.row, held.column) == (6, 3)
    assert (rounded.row, rounded.column, rounded.text) == (4, 3, "1,2 rb")
    assert "on which platform an account of this row is" in cell(office, 6, 3, TIP)


def test_a_second_account_and_its_counts_are_named_as_not_read(
    office: Office, tmp_path: Path
) -> None:
    heads = ["No", "NIP", "Nama", "Akun IG", "Followers IG", "Akun IG Lainnya", "Followers", "Hobi"]
    rows = [[1, nip(1), "Pegawai Abbb", "@satu", 300, "@satu.dinas", 1200, "catur"]]
    office.open(write_roster(tmp_path / "a.xlsx", rows, heads))
    found = groups(office)
    assert found[Concern.SECOND].names == ("F: Akun IG Lainnya", "G: Followers")
    assert found[Concern.NOT_STORED].names == ("Hobi",)
    assert "One account a person and platform is kept." in sentence(office, Concern.SECOND)
