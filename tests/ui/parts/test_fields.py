"""Fields: what a screen reader meets in them has a name."""

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.ui.parts.fields import SearchField
from app.ui.theme.theme import Theme


def test_the_sign_in_a_field_is_named_as_the_field_is(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme, "Cari nama atau NIP")
    qtbot.addWidget(field)
    assert [sign.text() for sign in field.findChildren(QToolButton)] == ["Cari nama atau NIP"]
