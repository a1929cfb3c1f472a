"""The foot of the window: what it says where there is too little room."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.shell.page import Fact
from app.ui.shell.status import StatusBar
from app.ui.theme.theme import Theme

PAGE = [Fact("153 orang · 57 memenuhi (37,3 %)"), Fact("Memenuhi 57 + Belum 55 + Kedaluwarsa 12")]
OFFICE = [Fact("Aturan a, batas usia 90 hari"), Fact("Semua tersimpan", icon="check")]


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> StatusBar:
    made = StatusBar(theme)
    qtbot.addWidget(made)
    made.set_page_facts(PAGE)
    made.set_facts(OFFICE)
    made.resize(2000, made.height())
    made.show()
    return made


def _said(bar: StatusBar) -> list[str]:
    return [one.text() for one in bar.findChildren(QLabel) if one.isVisible() and one.text()]


def _first(bar: StatusBar) -> QLabel:
    return next(one for one in bar.findChildren(QLabel) if one.text() == PAGE[0].words)


def test_all_facts_are_said_where_there_is_room(bar: StatusBar) -> None:
    assert _said(bar) == [one.words for one in (*PAGE, *OFFICE)]


def test_a_fact_that_would_lose_more_than_half_is_left_out_and_comes_back(
    bar: StatusBar, qtbot: QtBot
) -> None:
    bar.resize(600, bar.height())
    assert PAGE[1].words not in _said(bar)
    assert PAGE[0].words in _said(bar)
    first = _first(bar)
    qtbot.waitUntil(lambda: first.width() >= first.sizeHint().width())
    bar.resize(2000, bar.height())
    assert PAGE[1].words in _said(bar)


def test_facts_that_come_in_a_narrow_window_are_measured_as_well(bar: StatusBar) -> None:
    bar.resize(600, bar.height())
    bar.set_page_facts(list(reversed(PAGE)))
    assert PAGE[0].words not in _said(bar)
