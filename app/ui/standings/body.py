"""The part of the page below its head: in a low window it scrolls, so that the list keeps some rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

_LOWEST_LIST = 300


def scrolled_body(above: Sequence[QWidget], filters: QWidget, people: QWidget) -> QScrollArea:
    """What tells the rule, above the filters, above the list with its panel."""
    body = QWidget()
    body.setProperty("role", "page")
    people.setMinimumHeight(_LOWEST_LIST)
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 12, 0)
    column.setSpacing(0)
    for part in above:
        column.addWidget(part)
    column.addSpacing(12)
    column.addWidget(filters)
    column.addSpacing(10)
    column.addWidget(people, 1)
    scroll = QScrollArea()
    scroll.setProperty("role", "page")
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(body)
    return scroll
