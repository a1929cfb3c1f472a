"""Pasted lines: doubtful ones first, each answered or dropped knowingly, nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.platform import Platform
from app.services.workplace import Workplace
from app.ui.followers import known_people
from app.ui.followers.chat_panel import ChatPanel
from app.ui.followers.choice_line import ChoiceLine
from app.ui.table.model import TableModel
from tests.ui.followers.conftest import DAY, Desk, Open

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FACEBOOK = Platform.FACEBOOK

PASTE = """[18/11/26 09.12] Bu Ani: Selamat pagi
[18/11/26 09.12] Bu Ani: Bagas Nirwana ig 503
[18/11/26 09.13] Bu Ani: citra ig 640 fb 1.5
[18/11/26 09.14] Bu Ani: Damar Wicaksana 77
[18/11/26 09.15] Bu Ani: Fajar Segara dinas pendidikan ig 88
[18/11/26 09.16] Bu Ani: ig 99"""


class Chat:
    """The clerk's hands on the list."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        found = desk.page.findChild(ChatPanel)
        assert found is not None
        self.panel = found

    @property
    def line(self) -> ChoiceLine:
        return self.panel.answer.line

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(self.desk.page.window(), Qt.Key.Key_V, CTRL | SHIFT)
        self.desk.qtbot.waitUntil(lambda: self.desk.tasks.idle and self.line.hasFocus())

    def shown(self) -> list[str]:
        model = self.panel.table.model()
        assert isinstance(model, TableModel)
        return [model.index(at, 1).data() for at in range(model.rowCount())]

    def question(self) -> str:
        return self.panel.answer.accessibleName()

    def choices(self) -> list[str]:
        return list(self.panel.answer.reading.choices)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.line, key, modifiers)

    def record(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)
        self.desk.settle()


@pytest.fixture
def chat(desk: Desk) -> Chat:
    made = Chat(desk)
    made.paste(PASTE)
    return made


def test_in_a_large_office_pasted_lines_wait_until_people_are_read(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_people, "_MANY", 1)
    chat = Chat(open_page())
    chat.paste("Bagas Nirwana ig 503")
    assert chat.shown() == ["Bagas Nirwana ig 503"]


def test_the_doubtful_lines_come_first_and_the_others_are_folded(chat: Chat) -> None:
    assert chat.shown() == ["citra ig 640 fb 1.5", "Damar Wicaksana 77", "ig 99"]
    assert not chat.desk.view.isVisible()


def test_each_question_of_a_line_is_asked_one_after_the_other(chat: Chat) -> None:
    assert "Who is it?" in chat.question()
    chat.press(Qt.Key.Key_1)
    assert "Which number is “1.5”?" in chat.question()
    assert chat.choices() == ["Facebook 1,500"]
    chat.press(Qt.Key.Key_1)
    assert "Which platform is 77 of?" in chat.question()
    chat.press(Qt.Key.Key_2)
    assert "Whose count is it?" in chat.question()
    chat.record()
    assert (chat.desk.low(2), chat.desk.low(2, FACEBOOK)) == (640, 1500)
    assert chat.desk.low(3, FACEBOOK) == 77
    assert chat.shown() == ["ig 99"]


def test_what_is_certain_is_recorded_and_the_rest_stays(chat: Chat, office: Workplace) -> None:
    chat.record()
    assert (chat.desk.low(1), chat.desk.low(4)) == (503, 88)
    assert len(chat.shown()) == 3
    history = office.people.card(2, DAY).histories[Platform.INSTAGRAM]
    assert [count.observed_on.day for count in history] == [18]
    office.undoing.undo_last()
    assert (chat.desk.low(1), chat.desk.low(4)) == (None, None)


def test_a_line_is_answered_by_typing_a_name(chat: Chat) -> None:
    chat.press(Qt.Key.Key_Down)
    chat.press(Qt.Key.Key_Down)
    assert chat.choices() == []
    chat.desk.type("arum\n")
    chat.record()
    assert chat.desk.low(0) == 99


def test_a_line_can_be_written_anew(chat: Chat) -> None:
    chat.desk.type("Citra Puspaningrum diskominfo ig 641\n")
    chat.record()
    assert chat.desk.low(2) == 641
    assert chat.desk.account(2, FACEBOOK) is None


def test_a_dropped_line_stays_in_view_and_is_not_recorded(chat: Chat) -> None:
    chat.press(Qt.Key.Key_Delete)
    assert chat.shown() == ["Damar Wicaksana 77", "ig 99"]
    chat.desk.press("Not used")
    assert "citra ig 640 fb 1.5" in chat.shown()
    chat.record()
    assert chat.desk.low(2) is None


def test_the_list_is_left_and_found_again(chat: Chat) -> None:
    chat.press(Qt.Key.Key_Escape)
    assert chat.desk.view.isVisible()
    assert QApplication.focusWidget() is chat.desk.view
    chat.desk.press("5 pasted lines wait")
    assert chat.line.hasFocus()
    assert len(chat.shown()) == 3


def test_a_second_paste_is_added_to_the_first(chat: Chat) -> None:
    chat.paste("Arum Sekarjati ig 7")
    chat.record()
    assert (chat.desk.low(0), chat.desk.low(1)) == (7, 503)


def test_when_all_is_answered_the_table_comes_back_and_says_how_many(desk: Desk) -> None:
    chat = Chat(desk)
    chat.paste("Bagas Nirwana ig 503\nArum Sekarjati ig 7\nterima kasih")
    assert len(chat.shown()) == 2
    chat.record()
    desk.qtbot.waitUntil(lambda: "2 counts were recorded." in desk.said())
    assert desk.view.isVisible()


def test_several_lines_pasted_into_the_quick_box_open_the_list(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Bagas Nirwana ig 503\nArum Sekarjati ig 7")
    QTest.keyClick(desk.page.window(), Qt.Key.Key_K, CTRL)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CTRL)
    chat = Chat(desk)
    desk.qtbot.waitUntil(lambda: desk.tasks.idle and chat.line.hasFocus())
    assert len(chat.shown()) == 2


def test_an_empty_clipboard_is_said(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("")
    QTest.keyClick(desk.page.window(), Qt.Key.Key_V, CTRL | SHIFT)
    assert "The clipboard holds no text." in desk.said()
