"""The parts of pages: what they say, when they leave, how they are worked by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.platform import Platform
from app.domain.verdict import Verdict
from app.ui.parts.buttons import Button, ButtonRole, icon_button
from app.ui.parts.chips import Chip, FilterChip, PlatformTag
from app.ui.parts.fields import FieldLeft, SearchField, stacked
from app.ui.parts.progress import ProgressStrip
from app.ui.parts.side import SidePanel
from app.ui.parts.strip import Answer, Mood, Strip
from app.ui.parts.text import label
from app.ui.parts.verdict_filter import VerdictFilter
from app.ui.theme.theme import Theme
from app.wording.language import Language

Show = Callable[[QWidget], None]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    return show


def test_a_button_grows_with_its_words_and_never_elides(theme: Theme) -> None:
    button = Button(theme, "Import", role=ButtonRole.PRIMARY, icon="file-input", keys="Ctrl+Enter")
    before = button.sizeHint().width()
    button.set_words("Import forty-two changes and then some")
    assert button.minimumSizeHint().width() > before
    assert button.accessibleName() == "Import forty-two changes and then some"
    assert button.accessibleDescription() == "Ctrl+Enter"


def test_a_toggle_keeps_its_width_when_it_is_checked(theme: Theme) -> None:
    toggle = Button(theme, "Data ASN", role=ButtonRole.TOGGLE)
    before = toggle.sizeHint()
    toggle.setChecked(True)
    assert toggle.sizeHint() == before


def test_an_icon_alone_has_a_name(theme: Theme) -> None:
    button = icon_button(theme, "copy", "Copy the NIP")
    assert button.accessibleName() == button.toolTip() == "Copy the NIP"


def test_a_label_shows_markup_as_it_was_written(theme: Theme) -> None:
    assert label(theme, "<b>Siti</b>").textFormat() == Qt.TextFormat.PlainText


def test_verdicts_are_counted_and_all_is_their_sum(
    theme: Theme, language: Language, qtbot: QtBot
) -> None:
    row = VerdictFilter(theme, language)
    qtbot.addWidget(row)
    row.set_counts({Verdict.QUALIFIES: 412, Verdict.NOT_YET: 706, Verdict.NO_DATA: 289})
    names = [button.accessibleName() for button in row.findChildren(QPushButton)]
    assert names == ["All 1,407", "Qualifies 412", "Not yet 706", "Out of date 0", "No data 289"]
    with qtbot.waitSignal(row.chosen) as chosen:
        row.findChildren(QPushButton)[2].click()
    assert chosen.args == [Verdict.NOT_YET]
    with qtbot.waitSignal(row.chosen) as chosen:
        row.findChildren(QPushButton)[0].click()
    assert chosen.args == [None]


def test_delete_on_a_filter_chip_removes_it(
    theme: Theme, language: Language, qtbot: QtBot, show: Show
) -> None:
    chip = FilterChip(theme, language, "Unit: Diskominfo")
    show(chip)
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert chip.accessibleName() == "Remove the filter Unit: Diskominfo"


def test_a_platform_and_a_verdict_are_named_for_screen_readers(theme: Theme) -> None:
    assert PlatformTag(theme, Platform.TIKTOK).accessibleName() == "TikTok"
    chip = Chip(theme, "")
    chip.show_verdict(Verdict.STALE, "Out of date")
    assert chip.accessibleName() == "Out of date"


class Answers:
    """Remembers what was pressed."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def undo(self) -> None:
        self.seen.append("undo")


def test_a_strip_stays_until_it_is_answered(theme: Theme, language: Language, show: Show) -> None:
    strip, answers = Strip(theme, language), Answers()
    show(strip)
    strip.say(Mood.WARNING, "Facebook 12.400", "far above 1.238", [Answer("Undo", answers.undo)])
    assert strip.isVisible()
    assert strip.accessibleName() == "Facebook 12.400 far above 1.238"
    strip.buttons()[0].click()
    assert answers.seen == ["undo"]
    assert not strip.isVisible()


def test_a_new_message_replaces_the_old_one(theme: Theme, language: Language, show: Show) -> None:
    strip, answers = Strip(theme, language), Answers()
    show(strip)
    strip.say(Mood.DONE, "Imported", answers=[Answer("Undo", answers.undo)])
    strip.say(Mood.ERROR, "The file is open in Excel")
    assert strip.buttons() == []
    assert strip.accessibleName() == "The file is open in Excel"


def test_quick_work_shows_no_progress(
    theme: Theme, language: Language, qtbot: QtBot, show: Show
) -> None:
    holder = QWidget()
    progress = ProgressStrip(theme, language)
    QVBoxLayout(holder).addWidget(progress)
    show(holder)
    progress.start("Reading", lambda done, total: f"Reading {done} of {total} rows")
    assert not progress.isVisible()
    progress.step(820, 1504)
    qtbot.waitUntil(progress.isVisible)
    with qtbot.waitSignal(progress.cancelled):
        progress.findChildren(QPushButton)[0].click()
    progress.stop()
    assert not progress.isVisible()


def test_the_search_goes_on_into_the_table_and_escape_clears_it(
    theme: Theme, qtbot: QtBot, show: Show
) -> None:
    field = SearchField(theme, "Search name")
    show(field)
    QTest.keyClicks(field, "laras")
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_field_is_saved_when_it_is_left_changed_and_only_then(
    theme: Theme, qtbot: QtBot, show: Show
) -> None:
    holder, field, other = QWidget(), QLineEdit("Jalan Muara"), QLineEdit()
    box = QVBoxLayout(holder)
    box.addLayout(stacked(theme, "Address", field))
    box.addWidget(other)
    left = FieldLeft(field)
    seen: list[str] = []
    left.left.connect(lambda: seen.append(field.text()))
    show(holder)
    field.setFocus()
    other.setFocus()
    assert seen == []
    field.setFocus()
    field.setText("Jalan Muara 7")
    other.setFocus()
    assert seen == ["Jalan Muara 7"]
    assert field.accessibleName() == "Address"


def test_the_panel_stands_beside_or_is_a_drawer(
    theme: Theme, language: Language, qtbot: QtBot, show: Show
) -> None:
    main, panel = QWidget(), QWidget()
    box = QVBoxLayout(main)
    side = SidePanel(theme, language, main, panel, open_words="Person card")
    box.addWidget(side.opener)
    side.resize(1400, 600)
    show(side)
    assert panel.isVisible()
    assert not side.opener.isVisible()
    side.resize(900, 500)
    qtbot.waitUntil(lambda: side.is_drawer)
    assert side.opener.isVisible()
    assert not panel.isVisible()
    side.opener.click()
    assert panel.isVisible()
    QTest.keyClick(side, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    side.resize(1400, 600)
    qtbot.waitUntil(lambda: not side.is_drawer)
    assert panel.isVisible()


def _strip_at_the_foot(
    qtbot: QtBot, theme: Theme, language: Language, width: int
) -> tuple[QWidget, Strip]:
    page = QWidget()
    qtbot.addWidget(page)
    strip = Strip(theme, language)
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(strip)
    page.resize(width, 400)
    page.show()
    return page, strip


def test_beside_many_answers_the_words_of_a_strip_are_not_cut(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    page, strip = _strip_at_the_foot(qtbot, theme, language, 800)
    answers = [
        Answer(words, page.close)
        for words in ("Undo this import", "Save 80 held rows", "Open all of them")
    ]
    strip.say(Mood.DONE, "56 changes were imported.", f"{'Rows are held and wait. ' * 4}", answers)
    rest = next(one for one in strip.findChildren(QLabel) if one.text().startswith("Rows"))
    qtbot.waitUntil(lambda: rest.height() >= rest.heightForWidth(rest.width()))
    assert strip.height() >= rest.height()


def test_the_words_of_a_strip_stay_together_where_height_is_spare(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    page, strip = _strip_at_the_foot(qtbot, theme, language, 560)
    answers = [Answer("Save as a copy", page.close, main=True)]
    strip.say(Mood.ERROR, "Not written.", "It is marked as read-only. " * 3, answers)
    said = {one.text()[:3]: one for one in strip.findChildren(QLabel) if one.text()}
    lead, rest = said["Not"], said["It "]
    qtbot.waitUntil(lambda: rest.height() == rest.heightForWidth(rest.width()))
    assert rest.y() == lead.geometry().bottom() + 1
    assert strip.height() < 120
