"""The dialog of the office's own form: from the page of reports to a filled workbook."""

import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.office import Office
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.report import ReportOptions
from app.services.sample_office import AS_OF
from app.services.workplace import Workplace
from app.ui.reports.preparing import Wanted
from app.ui.tasks import TaskRunner
from app.ui.template.desk import TemplateDesk
from app.ui.template.dialog import TemplateDialog
from app.ui.template.last_form import RememberedForm
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.ui.reports.conftest import (
    Open,
    Told,
    filled,
    folder,
    office,
    open_page,
    tasks,
    told,
)

__all__ = ["filled", "folder", "office", "open_page", "tasks", "told"]

WANTED = Wanted(RULE_A, AS_OF, Office(name="Diskominfo"), ReportOptions(), 1)


class Picking(Told):
    """Prompts that pick the files that the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.form: Path | None = None

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        assert self.form is not None
        chosen([self.form])


@pytest.fixture
def picking() -> Picking:
    return Picking()


@pytest.fixture
def start(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    picking: Picking,
    tmp_path: Path,
) -> Iterator[Callable[[], TemplateDesk]]:
    """The dialog as it opens in a program that was just started."""
    windows: list[QWidget] = []

    def started() -> TemplateDesk:
        window = QWidget()
        windows.append(window)
        window.resize(1200, 700)
        qtbot.addWidget(window)
        window.show()
        made = TemplateDesk(
            theme,
            language,
            office.template,
            office.standings,
            office.periods,
            RememberedForm(office.preferences),
            tmp_path / "Laporan",
            False,
            tasks,
            picking,
            window,
        )
        made.open_over(window, WANTED)
        qtbot.waitUntil(lambda: tasks.idle)
        return made

    yield started
    for window in windows:
        for dialog in window.findChildren(TemplateDialog):
            dialog.close()


@pytest.fixture
def desk(start: Callable[[], TemplateDesk]) -> TemplateDesk:
    return start()


def dialog_of(desk: TemplateDesk) -> TemplateDialog:
    parent = desk.parent()
    assert isinstance(parent, QWidget)
    return parent.findChild(TemplateDialog)


def button(dialog: TemplateDialog, words: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if words in found.text())


def said(dialog: TemplateDialog) -> str:
    return " ".join(found.text() for found in dialog.findChildren(QLabel) if found.isVisible())


def a_form(folder: Path, *more: str) -> Path:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for column, text in enumerate(("{{asn.nama}}", "{{asn.nip}}", *more), start=1):
        sheet.cell(3, column, text)
    sheet["A1"] = "{{kantor}}"
    path = folder / "formulir.xlsx"
    workbook.save(path)
    return path


def choose(dialog: TemplateDialog, qtbot: QtBot, words: str) -> None:
    qtbot.mouseClick(button(dialog, "Choose the form"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words in said(dialog))


def names_in(path: Path) -> Sequence[object]:
    return [row[0] for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]


def test_a_form_is_filled_with_everyone_who_qualifies(
    desk: TemplateDesk, picking: Picking, qtbot: QtBot, tmp_path: Path, office: Workplace
) -> None:
    dialog = dialog_of(desk)
    assert not button(dialog, "Write the report").isEnabled()
    picking.form, picking.file = a_form(tmp_path), tmp_path / "hasil.xlsx"
    choose(dialog, qtbot, "2 places; 1 places stand alone")

    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "The report is written" in said(dialog))

    qualifying = office.standings.under(RULE_A, AS_OF, Job.quiet()).totals
    names = names_in(picking.file)
    assert names[0] == "Diskominfo"
    assert len(names[2:]) == next(iter(qualifying.values()))


def test_what_would_be_lost_has_to_be_agreed_to(
    desk: TemplateDesk, picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(desk)
    picking.form = a_form(tmp_path)
    with ZipFile(picking.form, "a") as archive:
        archive.writestr("xl/slicers/slicer1.xml", b"<slicers/>")
    choose(dialog, qtbot, "would lose: slicers")

    assert not button(dialog, "Write the report").isEnabled()
    (agreed,) = dialog.findChildren(QCheckBox)
    agreed.click()
    assert button(dialog, "Write the report").isEnabled()


def test_a_name_that_nothing_is_known_for_is_shown_with_its_cell(
    desk: TemplateDesk, picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    picking.form = a_form(tmp_path, "{{asn.umur}}")
    choose(dialog_of(desk), qtbot, "{{asn.umur}} (Sheet C3)")
    assert button(dialog_of(desk), "Write the report").isEnabled()


def test_a_workbook_without_a_marked_row_is_refused_with_one_sentence(
    desk: TemplateDesk, picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    picking.form = tmp_path / "kosong.xlsx"
    Workbook().save(picking.form)
    choose(dialog_of(desk), qtbot, "No row of kosong.xlsx is marked")
    assert not button(dialog_of(desk), "Write the report").isEnabled()


def test_the_example_can_be_filled_as_it_is(
    desk: TemplateDesk, picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(desk)
    picking.form = picking.file = tmp_path / "contoh.xlsx"
    qtbot.mouseClick(button(dialog, "Save an example"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The example is saved." in said(dialog))

    choose(dialog, qtbot, "One row is repeated")
    assert "Nothing is known" not in said(dialog)


def test_the_page_of_reports_asks_with_what_its_fields_say(
    open_page: Open, office: Workplace, qtbot: QtBot
) -> None:
    page = open_page(office)
    with qtbot.waitSignal(page.template_asked) as asked:
        own = next(b for b in page.findChildren(QPushButton) if "own form" in b.text())
        qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[0].as_of == AS_OF


def test_cells_that_the_proof_leaves_out_are_told(
    desk: TemplateDesk, picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    picking.form, picking.file = a_form(tmp_path, "=1+1"), tmp_path / "hasil.xlsx"
    choose(dialog_of(desk), qtbot, "One row is repeated")
    qtbot.keyClick(dialog_of(desk), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "The report is written" in said(dialog_of(desk)))
    cells = len(names_in(picking.file)) - 2
    assert f"does not cover {cells} cells with formulas" in said(dialog_of(desk))


def test_where_another_program_holds_the_file_a_copy_is_written(
    desk: TemplateDesk, picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_of(desk)
    picking.form, picking.file = a_form(tmp_path), tmp_path / "hasil.xlsx"
    picking.file.write_bytes(b"open elsewhere")
    # The mark that Excel lays beside a file while it is open.
    (tmp_path / "~$hasil.xlsx").write_bytes(b"")
    choose(dialog, qtbot, "One row is repeated")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "The report was not written." in said(dialog))

    qtbot.mouseClick(button(dialog, "Save as a copy"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The report is written" in said(dialog))
    assert picking.file.read_bytes() == b"open elsewhere"
    assert names_in(tmp_path / "hasil (2).xlsx")[0] == "Diskominfo"


def fill(desk: TemplateDesk, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog_of(desk), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "The report" in said(dialog_of(desk)))


def test_the_form_and_the_folder_are_offered_again_after_a_restart(
    start: Callable[[], TemplateDesk], picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "Bupati"
    elsewhere.mkdir()
    picking.form, picking.file = a_form(tmp_path), elsewhere / "hasil.xlsx"
    first = start()
    assert "No form chosen yet" in said(dialog_of(first))
    choose(dialog_of(first), qtbot, "One row is repeated")
    fill(first, qtbot)

    again = start()
    qtbot.waitUntil(lambda: "formulir.xlsx" in said(dialog_of(again)))
    picking.file = None
    qtbot.mouseClick(button(dialog_of(again), "Write the report"), Qt.MouseButton.LeftButton)
    assert picking.suggested[-1].parent == elsewhere


def test_a_form_and_a_folder_that_are_gone_are_not_offered(
    start: Callable[[], TemplateDesk], picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "Bupati"
    elsewhere.mkdir()
    picking.form, picking.file = a_form(tmp_path), elsewhere / "hasil.xlsx"
    first = start()
    choose(dialog_of(first), qtbot, "One row is repeated")
    fill(first, qtbot)
    picking.form.unlink()
    picking.file.unlink()
    elsewhere.rmdir()

    again = start()
    assert "No form chosen yet" in said(dialog_of(again))
    qtbot.mouseClick(button(dialog_of(again), "Save an example"), Qt.MouseButton.LeftButton)
    assert picking.suggested[-1].parent == tmp_path / "Laporan"


def test_a_report_that_is_marked_read_only_can_be_saved_as_a_copy(
    desk: TemplateDesk, picking: Picking, qtbot: QtBot, tmp_path: Path
) -> None:
    picking.form, picking.file = a_form(tmp_path), tmp_path / "hasil.xlsx"
    picking.file.write_bytes(b"of last month")
    picking.file.chmod(stat.S_IREAD)
    choose(dialog_of(desk), qtbot, "One row is repeated")
    fill(desk, qtbot)
    assert "hasil.xlsx is marked as read-only" in said(dialog_of(desk))
    qtbot.mouseClick(button(dialog_of(desk), "Save as a copy"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The report is written" in said(dialog_of(desk)))
    picking.file.chmod(stat.S_IREAD | stat.S_IWRITE)
    assert picking.file.read_bytes() == b"of last month"
    assert names_in(tmp_path / "hasil (2).xlsx")[0] == "Diskominfo"
