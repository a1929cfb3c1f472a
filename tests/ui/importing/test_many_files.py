"""Many rosters at once: folders, files that cannot be read, a block from the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from app.domain.errors import FileEmpty, TooManyFiles
from app.domain.platform import Platform
from app.domain.roster import HoldReason, Outcome
from app.ui.importing.concern_card import ConcernCard
from app.ui.importing.concern_rows import ConcernRow
from app.ui.importing.findings import Concern
from app.ui.importing.grid import SheetGrid
from app.ui.importing.reading import MOST_FILES
from app.ui.importing.sheet_chips import SheetChip
from app.ui.importing.work import Stage
from app.ui.table.clipboard import to_text
from tests.data.locking import lock_agile
from tests.ui.importing.conftest import HEADS, TODAY, FakePrompts, Office, person, write_roster

CTRL = Qt.KeyboardModifier.ControlModifier


def words(office: Office) -> str:
    return " ".join(part.text() for part in office.page.findChildren(QLabel) if part.isVisible())


def button(office: Office, text: str) -> QPushButton:
    found = office.page.findChildren(QPushButton)
    return next(one for one in found if one.text() == text and one.isVisible())


def test_one_unreadable_file_of_a_folder_is_named_and_holds_no_other_up(
    office: Office, tmp_path: Path
) -> None:
    for number in range(1, 5):
        write_roster(tmp_path / f"{number}.xlsx", [person(number)])
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    office.open(tmp_path)
    assert [source.path.name for source in office.work.sources] == [
        f"{number}.xlsx" for number in range(1, 5)
    ]
    assert "4 of 5 files were read." in words(office)
    assert len(unread(office)) == 1
    office.work.apply()
    office.wait(Stage.APPLIED)
    assert len(office.names()) == 4
    (reason,) = unread(office)
    assert "rusak.xlsx is damaged" in reason


def test_a_row_to_check_says_in_which_file_it_stands(office: Office, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_roster(tmp_path / name, [[1, "", f"Tanpa Nomor {name[0].upper()}", "Diskominfo"]])
    office.open(tmp_path)
    links = [one.findChildren(QPushButton)[0] for one in office.page.findChildren(ConcernRow)]
    assert {link.accessibleDescription() for link in links} == {
        "a.xlsx · Data ASN",
        "b.xlsx · Data ASN",
    }
    assert all(link.accessibleDescription() in link.toolTip() for link in links)


def unread(office: Office) -> list[str]:
    """What the panel says about files that could not be read."""
    cards = (card for card in office.page.findChildren(ConcernCard) if not card.isHidden())
    return [
        text for card in cards if card.group.kind is Concern.UNREAD for text in card.group.names
    ]


def test_where_no_file_of_several_can_be_read_nothing_is_opened(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    (tmp_path / "b.xlsx").write_bytes(b"")
    with office.qtbot.waitSignal(office.work.none_opened) as told:
        office.page.open_files([tmp_path])
    assert [type(error) for error in told.args[0]] == [FileEmpty, FileEmpty]
    assert office.work.stage is Stage.EMPTY
    assert "0 of 2 files were read." in words(office)


def test_folders_within_a_folder_are_read_but_nothing_hidden(
    office: Office, tmp_path: Path
) -> None:
    inner = tmp_path / "Kecamatan" / "Hulu"
    hidden = tmp_path / ".cache"
    for folder in (inner, hidden):
        folder.mkdir(parents=True)
        write_roster(folder / "daftar.xlsx", [person(1)])
    (inner / "~$daftar.xlsx").write_bytes(b"x" * 165)
    (inner / ".daftar.xlsx").write_bytes(b"x")
    (inner / "catatan.docx").write_bytes(b"x")
    office.open(tmp_path)
    assert [source.path for source in office.work.sources] == [inner / "daftar.xlsx"]
    assert not office.work.refused_files


def test_a_folder_of_too_many_workbooks_is_refused_with_their_number(
    office: Office, tmp_path: Path
) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.csv").touch()
    with office.qtbot.waitSignal(office.work.refused) as told:
        office.page.open_files([tmp_path])
    assert isinstance(told.args[0], TooManyFiles)
    assert told.args[0].found == MOST_FILES + 1


def test_rows_copied_in_excel_are_pasted_on_the_empty_page(office: Office) -> None:
    rows = [HEADS, *([str(cell) for cell in person(number, 700)] for number in (1, 2))]
    QApplication.clipboard().setText(to_text(rows))
    QTest.keyClick(office.page, Qt.Key.Key_V, CTRL)
    office.wait(Stage.READY)
    assert [source.path.name for source in office.work.sources] == ["Pasted block"]
    assert button(office, "Import 2 changes").isEnabled()
    office.work.apply()
    office.wait(Stage.APPLIED)
    assert office.names() == ["Pegawai Abbb", "Pegawai Accc"]
    (record,) = office.workplace.importing.history()
    assert record.files[0].name == "Pasted block"


def test_a_pasted_cell_with_a_line_break_stays_one_cell(office: Office) -> None:
    cells = [str(cell) for cell in person(1)]
    cells[3] = '"Dinas\nKesehatan"'
    QApplication.clipboard().setText("\t".join(HEADS) + "\n" + "\t".join(cells))
    office.page.paste()
    office.wait(Stage.READY)
    office.work.apply()
    office.wait(Stage.APPLIED)
    assert office.workplace.people.everyone()[0].unit == "Dinas Kesehatan"


def test_copied_files_are_read_as_if_they_were_dropped(office: Office, tmp_path: Path) -> None:
    path = write_roster(tmp_path / "a.xlsx", [person(1)])
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(content)
    QTest.keyClick(office.page, Qt.Key.Key_V, CTRL)
    office.wait(Stage.READY)
    assert [source.path for source in office.work.sources] == [path]


def test_an_empty_clipboard_is_said(office: Office) -> None:
    QApplication.clipboard().setText(" \n")
    button(office, "Paste a block").click()
    assert "There is nothing to paste." in words(office)
    assert office.work.stage is Stage.EMPTY


def test_the_password_of_one_file_of_several_is_asked_for_in_the_strip(
    office: Office, tmp_path: Path, prompts: FakePrompts
) -> None:
    write_roster(tmp_path / "terbuka.xlsx", [person(1)])
    locked = write_roster(tmp_path / "kunci.xlsx", [person(2)])
    lock_agile(locked, "rahasia")
    office.open(tmp_path)
    assert [source.path.name for source in office.work.sources] == ["terbuka.xlsx"]
    prompts.passwords = ["rahasia"]
    button(office, "Type the password").click()
    office.qtbot.waitUntil(lambda: len(office.work.sources) == 2)
    assert office.work.sources[0].path == locked
    assert not office.work.refused_files


def test_a_list_with_one_row_an_account_shows_old_and_new_in_its_row(
    office: Office, tmp_path: Path
) -> None:
    heads = ["No", "NIP", "Nama", "Platform", "Akun", "Jumlah Follower"]

    def rows(*counts: int) -> list[list[object]]:
        who = person(1)[:3]
        return [
            [*who, "Instagram", "@satu", counts[0]],
            [*who, "TikTok", "@satu.tt", counts[1]],
            [*person(2)[:3], "FB", "dua.dua", 40],
        ]

    office.open(write_roster(tmp_path / "a.xlsx", rows(812, 90), heads))
    office.work.apply()
    office.wait(Stage.APPLIED)
    accounts = office.workplace.people.card(1, TODAY).accounts
    assert {one.platform: one.handle.text for one in accounts if one.handle is not None} == {
        Platform.INSTAGRAM: "satu",
        Platform.TIKTOK: "satu.tt",
    }
    office.open(write_roster(tmp_path / "b.xlsx", rows(812, 95), heads))
    model = office.page.findChild(SheetGrid).model()
    tips = [model.index(row, 5).data(Qt.ItemDataRole.ToolTipRole) for row in (3, 4, 5)]
    assert tips == ["812", "90 → 95", "40"]


def test_one_workbook_for_each_unit_brings_its_name_which_can_be_changed(
    office: Office, tmp_path: Path
) -> None:
    for number, name in enumerate(("01. Dinas Kesehatan", "02. Kec. Hulu - data medsos"), 1):
        rows = [[*person(number)[:3], *person(number)[4:]]]
        write_roster(tmp_path / f"{name}.xlsx", rows, [*HEADS[:3], *HEADS[4:]])
    office.open(tmp_path)
    assert "from the name of the file" in words(office)
    box = next(one for one in office.page.findChildren(QComboBox) if one.isEditable())
    assert box.currentText() == "Dinas Kesehatan"
    box.setEditText("Dinas Kesehatan Kab. Tirta")
    QTest.keyClick(box, Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: "as you said" in words(office))
    office.wait(Stage.READY)
    office.work.apply()
    office.wait(Stage.APPLIED)
    units = [one.organisation for one in office.workplace.people.everyone()]
    assert units == ["Dinas Kesehatan Kab. Tirta", "Kec. Hulu"]


def test_a_list_with_a_column_of_units_asks_for_none(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "Dinas Kesehatan.xlsx", [person(1)]))
    box = next(one for one in office.page.findChildren(QComboBox) if one.isEditable())
    assert not box.isVisible()


@pytest.mark.parametrize("accounts_first", [True, False])
def test_accounts_keyed_by_nip_join_their_people_whichever_file_comes_first(
    office: Office, tmp_path: Path, accounts_first: bool
) -> None:
    people = write_roster(tmp_path / "siasn.xlsx", [person(n)[:4] for n in (1, 2)], HEADS[:4])
    rows = [[str(person(n)[1]), f"@akun{n}", 600 + n] for n in (1, 2, 3)]
    accounts = write_roster(tmp_path / "akun.xlsx", rows, ["NIP", "Akun IG", "Followers IG"])
    office.open(*([accounts, people] if accounts_first else [people, accounts]))
    assert office.work.prepared is not None
    outcomes = office.work.prepared.plan.outcomes
    assert (outcomes[Outcome.NEW], outcomes[Outcome.CHANGED], outcomes[Outcome.HELD]) == (2, 2, 1)
    kinds = [group.kind for group in office.work.prepared.groups if group.holds]
    assert kinds == [HoldReason.UNKNOWN_WITHOUT_NAME]


def test_accounts_of_a_later_import_join_and_unknown_numbers_wait(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "siasn.xlsx", [person(1)[:4]], HEADS[:4]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    rows = [[str(person(n)[1]), f"@akun{n}", 600 + n] for n in (1, 2)]
    office.open(write_roster(tmp_path / "akun.xlsx", rows, ["NIP", "Akun IG", "Followers IG"]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    (only,) = office.workplace.people.everyone()
    (account,) = office.workplace.people.card(only.id, TODAY).accounts
    assert account.latest is not None
    assert account.latest.interval.low == 601
    assert [row.held.reason for row in office.workplace.waiting.rows()] == [
        HoldReason.UNKNOWN_WITHOUT_NAME
    ]


def test_after_an_import_the_people_it_wrote_can_be_opened(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2)]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    office.open(write_roster(tmp_path / "b.xlsx", [person(1), person(2, 900), person(3)]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    with office.qtbot.waitSignal(office.page.people_asked) as asked:
        button(office, "Show changes").click()
    assert asked.args[0] == {str(person(2)[1]), str(person(3)[1])}


@pytest.mark.parametrize(("width", "listed"), [(1186, False), (880, True)])
def test_a_sheet_that_is_cut_stands_in_a_list_of_all_sheets(
    office: Office, tmp_path: Path, width: int, listed: bool
) -> None:
    office.page.resize(width, 460)
    for name in ("Dinas Kesehatan", "Dinas Pendidikan"):
        write_roster(tmp_path / f"{name}.xlsx", [person(len(name))])
    office.open(tmp_path)
    arrow = next(
        one for one in office.page.findChildren(QPushButton) if one.accessibleName() == "All sheets"
    )
    assert arrow.isVisible() is listed
    chips = [one for one in office.page.findChildren(SheetChip) if one.isVisible()]
    assert len(chips) == 2
    whole = [one.visibleRegion().boundingRect().width() == one.width() for one in chips]
    assert all(whole) is not listed
    assert whole[0], "the sheet in front is seen whole"
