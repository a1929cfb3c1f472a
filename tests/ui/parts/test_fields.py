"""Fields: what a screen reader meets in them has a name; labels stand where the eye looks."""

from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.fields import SearchField, beside, form_grid
from app.ui.people.nip_field import NipField
from app.ui.theme.theme import Theme
from app.wording.language import Language


def test_the_sign_in_a_field_is_named_as_the_field_is(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme, "Cari nama atau NIP")
    qtbot.addWidget(field)
    assert [sign.text() for sign in field.findChildren(QToolButton)] == ["Cari nama atau NIP"]


def test_a_label_stands_on_the_first_line_of_its_field(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    grid = form_grid()
    form.setLayout(grid)
    nip, name = NipField(theme, language, date(2026, 11, 28)), QLineEdit()
    beside(theme, grid, "NIP", nip)
    beside(theme, grid, "Nama", name)
    form.resize(420, 160)
    form.show()
    labels = {one.text(): one for one in form.findChildren(QLabel)}
    for words, line in (("NIP", nip.field), ("Nama", name)):
        middle = line.mapTo(form, line.rect().center()).y()
        assert abs(labels[words].geometry().center().y() - middle) <= 1
