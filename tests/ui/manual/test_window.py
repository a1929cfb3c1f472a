"""The help window: pages, links, back and forward, search, addresses, paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app.services.manual.reading import ReadManual
from app.ui.manual.browser import ManualBrowser
from app.ui.manual.desk import ManualDesk
from app.ui.manual.paper import PagePrinting
from app.ui.manual.window import ManualWindow
from app.ui.parts.fields import SearchField
from app.ui.parts.strip import Strip
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.journeys.desk import Memory

IMAGE = QTextDocument.ResourceType.ImageResource.value


def browser(window: ManualWindow) -> ManualBrowser:
    return window.findChildren(ManualBrowser)[0]


def follow(window: ManualWindow, target: str) -> None:
    browser(window).anchorClicked.emit(QUrl(target))


def test_a_link_leads_on_and_the_keys_lead_back_and_forward(
    window: ManualWindow, qtbot: QtBot
) -> None:
    follow(window, "import")
    assert window.anchor == "import"
    assert "The first import" in browser(window).toPlainText()
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.anchor == "start")
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.anchor == "import")


def test_what_is_found_is_listed_opened_with_enter_and_marked(window: ManualWindow) -> None:
    field = window.findChildren(SearchField)[0]
    QTest.keyClicks(field, "waiting room")
    hits = next(one for one in window.findChildren(QListWidget) if one.isVisible())
    assert hits.item(0).text() == "Waiting room  ·  The first import"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.anchor == "import-waiting"
    assert browser(window).marks > 2
    field.clear()
    assert browser(window).marks == 0


def test_an_address_is_offered_and_never_opened_by_itself(
    window: ManualWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "app.ui.manual.addresses.QDesktopServices.openUrl", lambda url: opened.append(url.host())
    )
    follow(window, "https://developer.x.com")
    strip = window.findChildren(Strip)[0]
    assert strip.accessibleName() == "developer.x.com"
    copy, open_it = strip.buttons()
    assert opened == []
    copy.click()
    assert QGuiApplication.clipboard().text() == "https://developer.x.com"
    follow(window, "https://developer.x.com")
    copy, open_it = strip.buttons()
    open_it.click()
    assert opened == ["developer.x.com"]


def test_every_page_opens_and_says_what_it_holds(window: ManualWindow, manual: ReadManual) -> None:
    for _, pages in manual.chapters():
        for page in pages:
            window.open_at(page.key)
            assert page.sections[-1].title in browser(window).toPlainText()


def test_the_window_keeps_its_size_and_blocks_nothing(
    qtbot: QtBot, theme: Theme, language: Language, manual: ReadManual
) -> None:
    memory = Memory()
    first = ManualDesk(theme, language, manual, memory, QObject())
    first.open("import")
    made = first.window
    assert made is not None
    assert made.windowModality() is Qt.WindowModality.NonModal
    assert not made.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    made.resize(640, 420)
    first.close()
    again = ManualDesk(theme, language, manual, memory, QObject())
    again.open("import")
    assert again.window is not None
    assert (again.window.width(), again.window.height()) == (640, 420)
    again.close()


def test_a_picture_is_never_wider_than_there_is_room(window: ManualWindow) -> None:
    window.resize(620, 400)
    window.open_at("followers")
    assert browser(window).horizontalScrollBar().maximum() == 0
    window.resize(1180, 700)
    assert browser(window).horizontalScrollBar().maximum() == 0
    picture = browser(window).loadResource(IMAGE, QUrl("followers.png"))
    assert isinstance(picture, QImage)
    assert picture.width() == 800


def test_a_section_is_in_sight_when_the_window_first_opens(
    qtbot: QtBot, theme: Theme, language: Language, manual: ReadManual
) -> None:
    desk = ManualDesk(theme, language, manual, Memory(), QObject())
    desk.open("PictureDamaged")
    assert desk.window is not None
    shown = browser(desk.window)
    qtbot.waitUntil(lambda: shown.verticalScrollBar().value() > 0)
    at = shown.document().find("The picture was changed")
    qtbot.waitUntil(lambda: -5 <= shown.cursorRect(at).top() <= shown.viewport().height())
    desk.close()


def test_a_place_that_nobody_knows_opens_the_beginning(
    qtbot: QtBot, theme: Theme, language: Language, manual: ReadManual
) -> None:
    desk = ManualDesk(theme, language, manual, Memory(), QObject())
    desk.open("nowhere")
    assert desk.window is not None
    assert desk.window.anchor == "start"
    desk.close()


def test_a_page_goes_on_paper_whole(
    theme: Theme, manual: ReadManual, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    PagePrinting(theme, manual, manual.page_of("platforms")).send(printer)
    assert (tmp_path / "page.pdf").read_bytes().count(b"/Type /Page\n") >= 2
