"""What a page shows in the place of its table while nobody is listed there."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.table.column import Column
from app.ui.table.model import TableModel
from app.ui.table.states import TableStates
from app.ui.table.view import TableView
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory

_SENTENCES = {"Still being read…", "Nothing matches", "Nobody is here yet"}


class Shown:
    """A table of words with what stands in its place."""

    def __init__(self, theme: Theme, language: Language) -> None:
        columns = [Column("word", "Word", lambda word: word, width=100)]
        self.model: TableModel[str] = TableModel(columns, len, search_text=str)
        view = TableView(theme, language, self.model, name="Words", key="words", memory=Memory())
        self.states = TableStates(theme, language, view, self.model, "")

    @property
    def said(self) -> set[str]:
        words = {one.text() for one in self.states.findChildren(QLabel) if one.isVisible()}
        return words & _SENTENCES


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, language: Language) -> Shown:
    made = Shown(theme, language)
    qtbot.addWidget(made.states)
    made.states.show()
    return made


def test_nobody_there_and_nobody_found_are_two_things(shown: Shown) -> None:
    shown.model.set_rows([])
    assert shown.said == {"Nobody is here yet"}
    shown.model.set_rows(["a", "bb"])
    assert shown.said == set()
    shown.model.search("x")
    assert shown.said == {"Nothing matches"}


def test_who_may_still_come_is_waited_for_until_the_reading_ends(shown: Shown) -> None:
    shown.model.set_rows(["a", "bb"])
    shown.states.begin_reading()
    assert shown.said == set()
    shown.model.search("x")
    assert shown.said == {"Still being read…"}
    shown.states.stop_reading()
    assert shown.said == {"Nothing matches"}
