"""The public members of Qt's style options, which the stubs of PySide6 6.9 do not declare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


class Option:
    """One cell's place and state, typed."""

    def __init__(self, option: QStyleOptionViewItem) -> None:
        untyped: Any = option
        self.rect: QRect = untyped.rect
        self.state: QStyle.StateFlag = untyped.state
        self.features: QStyleOptionViewItem.ViewItemFeature = untyped.features
        self.metrics: QFontMetrics = untyped.fontMetrics
