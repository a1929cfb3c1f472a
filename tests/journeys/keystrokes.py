"""A clerk's hands at the window, counted: keys, clicks, decisions and waiting, against a budget.

The Keystroke-Level Model (reference/journeys.md sections 6 and 7): K key 0.28 s, B click 0.20,
P point 1.10, H hand change 0.40, M think or read 1.35, W as long as it took. Use:

    with counted("J6", qtbot, window) as clerk:
        clerk.modelled("P B P B", "choose the file")
        clerk.decide("is this the office's roster?")
        clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        clerk.wait(lambda: ...)

At the end the operators are printed (`pytest -s`), and more than the budget fails the test.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.journeys.budgets import BUDGETS

SECONDS = {"K": 0.28, "B": 0.20, "P": 1.10, "H": 0.40, "M": 1.35}
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_PRESSED = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_LONGEST_WAIT = 600_000
"""No journey fails because a machine is busy with other things: a form is read by a process of its own."""


class Operators(QObject):
    """Counts what really arrives at a window; a filter over the whole application."""

    def __init__(self, *, keyboard_only: bool) -> None:
        super().__init__()
        self.found: list[str | float] = []
        self.sending = False
        self.forbidden: list[str] = []
        self._hand = "K" if keyboard_only else ""
        self._keyboard_only = keyboard_only

    @property
    def events(self) -> int:
        """Keys and clicks."""
        return sum(one in ("K", "B") for one in self.found)

    @property
    def seconds(self) -> float:
        """By the model, of what the person does."""
        return sum(SECONDS[one] for one in self.found if isinstance(one, str))

    @property
    def waited(self) -> float:
        """As measured: it depends on the machine and on what else it does."""
        return sum(one for one in self.found if isinstance(one, float))

    def add(self, operator: str) -> None:
        """One K, B, P or M; a change between keyboard and mouse is an H before it."""
        if operator in ("K", "B"):
            if self._keyboard_only and operator == "B":
                self.forbidden.append("the mouse was used")
            if operator != self._hand and self._hand:
                self.found.insert(len(self.found) - (operator == "B"), "H")
            self._hand = operator
        self.found.append(operator)

    def wait(self, seconds: float) -> None:
        """W, as long as it took; two in a row are one."""
        if self.found and isinstance(self.found[-1], float):
            seconds += self.found.pop()
        self.found.append(seconds)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWindow):
            # A key that a shortcut takes never arrives as a KeyPress: the question before it,
            # whether somebody else wants it, comes once for every key, modifiers as well.
            if kind == QEvent.Type.ShortcutOverride and event.spontaneous():
                self.add("K")
            elif kind in _PRESSED and event.spontaneous():
                if kind == QEvent.Type.MouseButtonPress:
                    self.add("P")
                self.add("B")
        elif event.spontaneous() and kind in (QEvent.Type.KeyPress, *_PRESSED) and not self.sending:
            # Raised here, it would be lost in Qt.
            self.forbidden.append(f"pressed past the window: {watched}")
        return False

    def __str__(self) -> str:
        return written(self.found)


class Clerk:
    """Works through the window alone: what has no key and no button cannot be done."""

    def __init__(self, qtbot: QtBot, window: QWidget, operators: Operators) -> None:
        self._qtbot = qtbot
        self._window = window
        self.operators = operators

    def decide(self, what: str) -> None:
        """M: one thought or look; `what` is for the reader of the test."""
        assert what
        self.operators.add("M")

    def modelled(self, operators: str, what: str) -> None:
        """What is done outside of our window, such as "P B P B" in the dialog for files."""
        assert what
        for one in operators.split():
            self.operators.add(one)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NO_MODIFIER) -> None:
        """One key, with the modifiers that are held down for it: each of them is a K too."""
        self._send(lambda target: QTest.keyClick(target, key, modifiers))

    def type(self, text: str) -> None:
        """Letter by letter; a line end is Enter, a tabulator Tab, a capital costs its Shift."""
        keys = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
        for letter in text:
            if letter in keys:
                self.press(keys[letter])
            else:
                shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else _NO_MODIFIER
                self._send(lambda target, one=letter, held=shift: QTest.keyClick(target, one, held))

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Points at a widget that can be seen, and presses the left button."""
        place = widget.rect().center() if at is None else at
        whole = widget.window()
        spot = widget.mapTo(whole, place)
        hit = whole.childAt(spot) or whole
        assert widget.isVisible(), f"not to be seen: {widget}"
        assert hit is widget or widget.isAncestorOf(hit), f"{widget} lies under {hit}"
        handle = whole.windowHandle()
        self.operators.sending = True
        QTest.mouseClick(handle, _LEFT, _NO_MODIFIER, spot)
        self.operators.sending = False

    @contextmanager
    def many_times(self, times: int) -> Iterator[None]:
        """What is done inside stands for `times` as much: the same again costs the same again."""
        first = len(self.operators.found)
        yield
        self.operators.found += self.operators.found[first:] * (times - 1)

    def wait(self, until: Callable[[], bool]) -> None:
        """W, measured: until the window or the database says so."""
        began = time.perf_counter()
        self._qtbot.waitUntil(until, timeout=_LONGEST_WAIT)
        self.operators.wait(time.perf_counter() - began)

    def _send(self, send: Callable[[QWindow], None]) -> None:
        popup = QApplication.activePopupWidget()
        if popup is None and QApplication.focusWindow() is None:
            # Without a screen nobody hands the activity back when a list closes.
            self._window.activateWindow()
            self._qtbot.waitUntil(self._window.isActiveWindow)
        target = QApplication.focusWindow() if popup is None else popup.windowHandle()
        self.operators.sending = True
        send(target)
        self.operators.sending = False


@contextmanager
def counted(
    journey: str, qtbot: QtBot, window: QWidget, *, keyboard_only: bool = False
) -> Iterator[Clerk]:
    """A clerk whose work is counted against the budget of `journey` (J1 to J12)."""
    operators = Operators(keyboard_only=keyboard_only)
    application = QApplication.instance()
    application.installEventFilter(operators)
    try:
        yield Clerk(qtbot, window, operators)
    finally:
        application.removeEventFilter(operators)
    judge(journey, operators)


def judge(journey: str, operators: Operators) -> None:
    """Prints what it cost; more than the budget fails.

    Waiting is printed and not judged: no test may fail because a machine is busy.
    """
    if operators.forbidden:
        pytest.fail(f"{journey}: {operators.forbidden[0]}", pytrace=False)
    budget = BUDGETS[journey]
    seconds, events = operators.seconds, operators.events
    cost = (
        f"{journey} {budget.title}: {events} keys and clicks, {seconds:.1f} s"
        f" and {operators.waited:.1f} s of waiting (Excel {budget.excel_events}, {budget.excel_seconds} s)\n  {operators}"
    )
    print(f"\n{cost}")  # noqa: T201
    if budget.events is not None and events > budget.events:
        pytest.fail(f"more than {budget.events} keys and clicks: {cost}", pytrace=False)
    if budget.seconds is not None and seconds > budget.seconds:
        pytest.fail(f"more than {budget.seconds:.0f} s: {cost}", pytrace=False)


def written(found: list[str | float]) -> str:
    """As in the table of journeys.md: `P B P B W1.2 2M 15×(M K)`."""
    words = [f"W{one:.1f}" if isinstance(one, float) else one for one in found]
    text = f" {' '.join(words)} "
    # The longer pattern first where it comes at least three times, then single letters.
    text = re.sub(r"(?<= )((?:[KBPMH] ){2,6}?)\1{2,}", _times, text)
    text = re.sub(r"(?<= )([KBPMH]) (?:\1 )+", lambda run: f"{_count(run)}{run[1]} ", text)
    return text.strip()


def _times(run: re.Match[str]) -> str:
    once = run[1]
    if len(set(once.split())) == 1:
        return run[0]
    return f"{len(run[0]) // len(once)}×({once.strip()}) "


def _count(run: re.Match[str]) -> int:
    return len(run[0]) // 2
