"""Long words beside a title give way: neither a card nor a page's head grows wider for them."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.card import Card
from app.ui.parts.head import PageHead
from app.ui.parts.one_line import OneLine
from app.ui.theme.theme import Theme

LONG = "aturan kantor “Duta Medsos Kabupaten”, batas usia 90 hari, dengan persetujuan " * 3


def test_a_long_note_does_not_widen_a_card(qtbot: QtBot, theme: Theme) -> None:
    short, long = Card(theme, "Putusan", "a"), Card(theme, "Putusan", LONG)
    for card in (short, long):
        qtbot.addWidget(card)
    assert long.minimumSizeHint().width() == short.minimumSizeHint().width()
    long.set_note(LONG * 2)
    assert long.minimumSizeHint().width() == short.minimumSizeHint().width()
    assert long.sizeHint().width() < theme.metrics("small").horizontalAdvance(LONG)


def test_what_is_missing_of_the_facts_stands_in_the_tooltip(qtbot: QtBot, theme: Theme) -> None:
    head = PageHead(theme, "Hasil", LONG)
    qtbot.addWidget(head)
    assert head.minimumSizeHint().width() < 400
    assert head._facts.toolTip() == LONG


def test_a_letter_or_two_before_an_ellipsis_are_left_out(qtbot: QtBot, theme: Theme) -> None:
    line = OneLine(theme, "per 20 November 2026")
    qtbot.addWidget(line)
    metrics = theme.metrics("body")
    line.resize(metrics.horizontalAdvance("per 20 November…") + 2, 20)
    assert _is_painted(line)
    line.resize(metrics.horizontalAdvance("per…") + 2, 20)
    assert not _is_painted(line)
    assert line.toolTip() == "per 20 November 2026"


def _is_painted(widget: QWidget) -> bool:
    picture = widget.grab().toImage()
    corner = picture.pixel(0, 0)
    return any(
        picture.pixel(x, y) != corner
        for x in range(picture.width())
        for y in range(picture.height())
    )
