"""What we paint ourselves has the role that a screen reader expects of it."""

import gc

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.verdict import Verdict
from app.ui.charts.verdict_bar import VerdictBar
from app.ui.parts.chips import Chip
from app.ui.parts.spoken import speak_as, teach_roles
from app.ui.theme.theme import Theme
from app.wording.language import Language


def test_a_chart_is_a_chart_and_a_chip_is_words(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    teach_roles()
    bar, chip = VerdictBar(theme, language), Chip(theme, "Qualifies")
    for one in (bar, chip):
        qtbot.addWidget(one)
    bar.set_counts(dict.fromkeys(Verdict, 3))
    told = QAccessible.queryAccessibleInterface(bar)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (
        QAccessible.Role.Chart,
        bar.accessibleName(),
    )
    said = QAccessible.queryAccessibleInterface(chip)
    assert (said.role(), said.text(QAccessible.Text.Name)) == (
        QAccessible.Role.StaticText,
        "Qualifies",
    )


def test_what_has_no_role_of_its_own_stays_as_qt_has_it(qtbot: QtBot) -> None:
    teach_roles()
    button = QPushButton("Save")
    qtbot.addWidget(button)
    told = QAccessible.queryAccessibleInterface(button)
    assert told.role() == QAccessible.Role.Button
    assert told.actionInterface() is not None


def test_a_role_lives_as_long_as_its_widget(qtbot: QtBot) -> None:
    teach_roles()
    widget = QWidget()
    qtbot.addWidget(widget)
    speak_as(widget, QAccessible.Role.Grouping)
    assert QAccessible.queryAccessibleInterface(widget).role() == QAccessible.Role.Grouping
    gc.collect()
    assert QAccessible.queryAccessibleInterface(widget).role() == QAccessible.Role.Grouping
