"""Prompts open without blocking and call back only when the person agreed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.errors import FileInUse
from app.ui.password_box import PasswordBox
from app.ui.prompts import Prompts, WindowPrompts
from app.ui.theme.theme import Theme
from app.wording.language import Language


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def prompts(theme: Theme, language: Language, window: QWidget, tmp_path: Path) -> Iterator[Prompts]:
    yield WindowPrompts(
        theme, language, lambda error: f"{type(error).__name__} <b>said</b>", tmp_path, window
    )
    for dialog in window.findChildren(QDialog):
        dialog.close()


def _button(dialog: QDialog, words: str) -> QAbstractButton:
    return next(
        button
        for button in dialog.findChildren(QAbstractButton)
        if button.text().replace("&", "") == words
    )


def test_a_question_calls_back_when_accepted(prompts: Prompts, window: QWidget) -> None:
    answers: list[str] = []
    prompts.ask("Erase Laras?", "Erase", lambda: answers.append("yes"), safe="Reports stay.")
    box = window.findChildren(QMessageBox)[0]
    assert box.text() == "Erase Laras?"
    assert box.informativeText() == "Reports stay."
    _button(box, "Erase").click()
    assert answers == ["yes"]


def test_a_question_does_not_call_back_when_cancelled(prompts: Prompts, window: QWidget) -> None:
    answers: list[str] = []
    prompts.ask("Erase Laras?", "Erase", lambda: answers.append("yes"))
    box = window.findChildren(QMessageBox)[0]
    assert box.defaultButton() is _button(box, "Cancel")
    _button(box, "Cancel").click()
    assert answers == []


def test_a_failure_is_said_in_its_sentence_and_never_read_as_markup(
    prompts: Prompts, window: QWidget
) -> None:
    prompts.explain(FileInUse(Path("a.xlsx")))
    box = window.findChildren(QMessageBox)[0]
    assert box.text() == "FileInUse <b>said</b>"
    assert box.textFormat().name == "PlainText"


def test_a_bug_can_be_copied(prompts: Prompts, window: QWidget) -> None:
    prompts.report_bug("ZeroDivisionError: line 7")
    dialog = window.findChildren(QDialog)[0]
    _button(dialog, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "ZeroDivisionError: line 7"


def test_chosen_files_come_back_as_paths(prompts: Prompts, window: QWidget, tmp_path: Path) -> None:
    chosen: list[list[Path]] = []
    prompts.choose_files("Read", "Workbooks (*.xlsx)", chosen.append)
    dialog = window.findChildren(QFileDialog)[0]
    dialog.filesSelected.emit([str(tmp_path / "a.xlsx"), str(tmp_path / "b.xlsx")])
    assert chosen == [[tmp_path / "a.xlsx", tmp_path / "b.xlsx"]]


def test_a_target_is_suggested_with_its_name_and_folder(
    prompts: Prompts, window: QWidget, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    prompts.save_target("Write", tmp_path / "laporan.xlsx", "Excel (*.xlsx)", chosen.append)
    dialog = window.findChildren(QFileDialog)[0]
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.filesSelected.emit([str(tmp_path / "laporan.xlsx")])
    assert chosen == [tmp_path / "laporan.xlsx"]


def test_files_are_looked_for_among_the_documents_and_then_where_the_last_ones_lay(
    prompts: Prompts, window: QWidget, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "kepegawaian"
    elsewhere.mkdir()
    chosen: list[Path] = []
    prompts.choose_files("Choose rosters", "Workbooks (*.xlsx)", chosen.extend)
    first = window.findChildren(QFileDialog)[0]
    assert Path(first.directory().absolutePath()) == tmp_path
    first.filesSelected.emit([str(elsewhere / "daftar.xlsx")])
    prompts.choose_files("Choose rosters", "Workbooks (*.xlsx)", chosen.extend)
    second = window.findChildren(QFileDialog)[-1]
    assert Path(second.directory().absolutePath()) == elsewhere
    assert chosen == [elsewhere / "daftar.xlsx"]


def test_nothing_blocks(prompts: Prompts, window: QWidget) -> None:
    prompts.choose_folder("Folder", None, lambda path: None)
    assert QApplication.activeModalWidget() is window.findChildren(QFileDialog)[0]


def test_a_password_is_hidden_and_handed_on_once(prompts: Prompts, window: QWidget) -> None:
    told: list[str] = []
    prompts.ask_password("daftar.xlsx is locked", told.append)
    box = window.findChildren(PasswordBox)[0]
    field = box.findChildren(QLineEdit)[0]
    opening = _button(box, "Open the file")
    assert (field.echoMode(), opening.isEnabled()) == (QLineEdit.EchoMode.Password, False)
    field.setText("Rahasia")
    _button(box, "Show the password").click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    opening.click()
    assert (told, box.isVisible()) == (["Rahasia"], False)


def test_a_password_that_is_not_told_calls_nobody_back(prompts: Prompts, window: QWidget) -> None:
    told: list[str] = []
    prompts.ask_password("daftar.xlsx is locked", told.append)
    _button(window.findChildren(PasswordBox)[0], "Cancel").click()
    assert told == []
