"""Long words beside a title give way: neither a card nor a page's head grows wider for them."""

import re

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.parts.card import Card
from app.ui.parts.head import PageHead
from app.ui.parts.one_line import OneLine
from app.ui.theme.painting import elided, whole_parts
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


def test_of_facts_that_have_no_room_whole_parts_stay(theme: Theme) -> None:
    metrics = theme.metrics("body")
    facts = "November 2026 · 153 orang · 12 dipilih"
    room = metrics.horizontalAdvance("November 2026 · 153 orang")
    assert whole_parts(facts, metrics, metrics.horizontalAdvance(facts)) == facts
    assert whole_parts(facts, metrics, room) == "November 2026 · 153 orang"
    assert whole_parts(facts, metrics, room - 4) == "November 2026"
    first = metrics.horizontalAdvance("November 2026")
    assert whole_parts(facts, metrics, first - 4) == "November…"
    assert whole_parts(facts, metrics, first // 2 - 4) == ""


@pytest.mark.parametrize(
    "words", ["Belum ada data 29 = 153", "Pengikut 1.234, Instagram 12.345.678 orang"]
)
def test_a_number_is_never_cut_into_another_one(theme: Theme, words: str) -> None:
    metrics = theme.metrics("body")
    least = metrics.horizontalAdvance(words.split()[0] + "…") + 4
    full = metrics.horizontalAdvance(words)
    said = {elided(words, metrics, width) for width in range(least, full)}
    assert len(said) > 4
    for one in said:
        kept = one.removesuffix("…")
        assert one.endswith("…")
        assert words.startswith(kept)
        assert not re.match(r".*[\d.,]$", kept) or not words[len(kept)].isdigit(), one
    assert elided(words, metrics, full) == words


FACTS = "per 20 November 2026"


def test_facts_without_room_beside_the_title_stand_below_it(qtbot: QtBot, theme: Theme) -> None:
    head = PageHead(theme, "Hasil", FACTS)
    qtbot.addWidget(head)
    head.show()
    facts, title = head._facts, head._title
    beside = title.sizeHint().width() + 14 + theme.metrics("body").horizontalAdvance(FACTS)
    head.resize(beside, head.height())
    qtbot.waitUntil(lambda: facts.x() == title.sizeHint().width() + 14)
    head.resize(beside - 1, head.height())
    qtbot.waitUntil(lambda: facts.x() == 0 and facts.y() > title.geometry().bottom())
    assert title.height() >= title.sizeHint().height()
    assert facts.geometry().bottom() <= head.height()
    head.set_facts("kini")
    qtbot.waitUntil(lambda: facts.x() > 0)


def test_a_title_stays_in_the_middle_where_its_facts_have_no_room_at_all(
    qtbot: QtBot, theme: Theme
) -> None:
    head = PageHead(theme, "Hasil", FACTS, [QPushButton("Tulis laporan")])
    qtbot.addWidget(head)
    head.show()
    head.resize(head.minimumSizeHint().width(), head.height())
    qtbot.waitUntil(lambda: head._title.geometry().center().y() == head.height() // 2 - 1)
