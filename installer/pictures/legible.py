"""What cannot be read, reached or told apart in a window as it is shown now."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from app.ui.table.header import FilterHeader
from installer.pictures.screens import TITLE_BAR

_LEAST_CONTRAST = 4.5
_SLACK = 1
"""Pixels that a rounded width may be short of."""
_WORDS = (QLabel, QAbstractButton, QComboBox, QLineEdit)


def faults(top: QWidget) -> list[str]:
    """One line for each; `top` is a window, a dialog or a popup."""
    found = [*_cut_words(top), *_off_screen(top), *_nameless(top)]
    return list(dict.fromkeys(found))


# ------------------------------------------------------------------ cut words


def _cut_words(top: QWidget) -> Iterator[str]:
    for widget in shown(top):
        if isinstance(widget, QHeaderView):
            yield from _cut_heads(widget)
        elif isinstance(widget, _WORDS):
            words, missing = _words_of(widget), _missing(widget)
            cut = words and (missing.width() > _SLACK or missing.height() > _SLACK)
            if cut and words not in widget.toolTip():
                yield f"{_name(widget)} is cut by {missing.width()} x {missing.height()}"
            if isinstance(widget, QComboBox):
                yield from _cut_choices(widget)
            if words and _hidden_sideways(widget) > _SLACK:
                yield f"{_name(widget)} lies {_hidden_sideways(widget)} pixels out of sight"


def _missing(widget: QWidget) -> QSize:
    """How much wider and higher the words are than their place."""
    if isinstance(widget, QLabel):
        return _missing_of_label(widget)
    metrics = widget.fontMetrics()
    if isinstance(widget, QToolButton):
        return metrics.size(0, widget.text()) - widget.size()
    if isinstance(widget, QAbstractButton):
        return widget.sizeHint() - widget.size()
    if isinstance(widget, QComboBox):
        return QSize(metrics.horizontalAdvance(_words_of(widget)) - _room_of_box(widget), 0)
    if isinstance(widget, QLineEdit):
        return QSize(metrics.horizontalAdvance(_words_of(widget)) - _room_of_line(widget), 0)
    return QSize()


def _cut_choices(box: QComboBox) -> Iterator[str]:
    """What the closed box would show of its other choices, unless its tooltip follows them."""
    if box.currentText() and box.currentText() in box.toolTip():
        return
    room, metrics = _room_of_box(box), box.fontMetrics()
    for place in range(box.count()):
        words = box.itemText(place)
        missing = metrics.horizontalAdvance(words) - room
        if place != box.currentIndex() and missing > _SLACK:
            yield f"the choice {words[:60]!r} of {_name(box)} would be cut by {missing}"


def _room_of_box(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    # The icon of a choice stands before its words.
    has_icon = not box.itemIcon(max(box.currentIndex(), 0)).isNull()
    return room.width() - (box.iconSize().width() + 4 if has_icon else 0)


def _missing_of_label(widget: QLabel) -> QSize:
    inside = widget.contentsRect()
    metrics = widget.fontMetrics()
    if widget.wordWrap():
        longest = max(map(metrics.horizontalAdvance, widget.text().split()), default=0)
        return QSize(
            longest - inside.width(), widget.heightForWidth(widget.width()) - widget.height()
        )
    wanted = metrics.size(Qt.TextFlag.TextShowMnemonic.value, widget.text())
    return QSize(
        wanted.width() - inside.width(),
        metrics.tightBoundingRect(widget.text()).height() - inside.height(),
    )


def _room_of_line(widget: QLineEdit) -> int:
    margins = widget.textMargins()
    inside = widget.contentsRect().width() - margins.left() - margins.right()
    # Qt keeps two pixels at each side; an icon at an end takes its own place.
    return inside - 4 - 22 * sum(not action.icon().isNull() for action in widget.actions())


def _cut_heads(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is None or header.orientation() is not Qt.Orientation.Horizontal:
        return
    for section in range(header.count()):
        words = model.headerData(section, Qt.Orientation.Horizontal)
        if header.isSectionHidden(section) or not isinstance(words, str) or not words:
            continue
        if isinstance(header, FilterHeader):
            room = (
                header.sectionSize(section) - 16 - (20 if header.funnel(section).isValid() else 0)
            )
        else:
            room = header.sectionSize(section) - 8
        if QFontMetrics(header.font()).horizontalAdvance(words) - room > _SLACK:
            yield f"the head {words!r} is cut"


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return "" if not widget.pixmap().isNull() else widget.text().strip()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText() or widget.placeholderText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return ""


# ------------------------------------------------------------------ out of sight


def _off_screen(top: QWidget) -> Iterator[str]:
    room = top.screen().availableGeometry()
    frame = top.geometry()
    if top.isWindow() and not room.contains(frame.adjusted(2, 2, -2, -2)):
        yield f"{type(top).__name__} reaches out of the screen: {frame} of {room}"
    titled = top.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
    if titled and isinstance(top, QDialog) and frame.height() + TITLE_BAR - 2 > room.height():
        yield f"{type(top).__name__} has no room for its title bar"
    for widget in shown(top):
        if isinstance(widget, _WORDS) and _words_of(widget) and _hidden_below(widget) > _SLACK:
            yield f"{_name(widget)} reaches below its place"


def _hidden_sideways(widget: QWidget) -> int:
    """Pixels of the width that no scrolling shows."""
    left, right = 0, widget.width()
    inner, outer = widget, widget.parentWidget()
    while outer is not None and not inner.isWindow():
        if _scrolls(inner, outer, Qt.Orientation.Horizontal):
            return 0
        left += inner.x()
        right += inner.x()
        if right > outer.width() or left < 0:
            return max(right - outer.width(), -left)
        inner, outer = outer, outer.parentWidget()
    return 0


def _hidden_below(widget: QWidget) -> int:
    top, bottom = 0, widget.height()
    inner, outer = widget, widget.parentWidget()
    while outer is not None and not inner.isWindow():
        if _scrolls(inner, outer, Qt.Orientation.Vertical):
            return 0
        top += inner.y()
        bottom += inner.y()
        if bottom > outer.height() or top < 0:
            return max(bottom - outer.height(), -top)
        inner, outer = outer, outer.parentWidget()
    return 0


def _scrolls(inner: QWidget, outer: QWidget, way: Qt.Orientation) -> bool:
    """Whether `outer` is the viewport through which `inner` is seen part by part."""
    area = outer.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not outer:
        return False
    if isinstance(area, QHeaderView):
        return True  # it goes where its table goes
    across = way is Qt.Orientation.Horizontal
    policy = area.horizontalScrollBarPolicy() if across else area.verticalScrollBarPolicy()
    return policy is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff


# ------------------------------------------------------------------ names


def focusable(top: QWidget) -> list[QWidget]:
    """What Tab reaches."""
    return [
        widget
        for widget in shown(top)
        if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QCalendarWidget)
        and not _is_list_of_a_box(widget)
    ]


def _is_list_of_a_box(widget: QWidget) -> bool:
    """The open list of a combo box: it has the focus as long as it is there."""
    outer = widget.parentWidget()
    return outer is not None and "QComboBoxPrivateContainer" in str(outer.metaObject().className())


def _nameless(top: QWidget) -> Iterator[str]:
    for widget in focusable(top):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is not None and not told.text(QAccessible.Text.Name):
            yield f"{_name(widget)} has no name for screen readers"


# ------------------------------------------------------------------ contrast and focus


def pale_words(top: QWidget, picture: QImage) -> Iterator[str]:
    """Labels that stand out too little from what is painted under them."""
    ratio = picture.devicePixelRatio()
    for widget in shown(top):
        if not isinstance(widget, QLabel) or not _words_of(widget) or not widget.isEnabled():
            continue
        place = QRect(widget.mapTo(top, widget.rect().topLeft()), widget.size())
        if not top.rect().contains(place) or widget.visibleRegion().isEmpty():
            continue
        ground = _ground(picture, place, ratio)
        ink = widget.palette().color(widget.foregroundRole())
        found = contrast(ink, ground)
        if found < _LEAST_CONTRAST:
            yield f"{_name(widget)}: {ink.name()} on {ground.name()} is {found:.1f} : 1"


def _ground(picture: QImage, place: QRect, ratio: float) -> QColor:
    """The colour that most of the place has."""
    seen: Counter[int] = Counter()
    for y in range(place.top(), place.bottom(), 2):
        for x in range(place.left(), min(place.right(), place.left() + 80), 2):
            seen[picture.pixel(int(x * ratio), int(y * ratio))] += 1
    return QColor(seen.most_common(1)[0][0]) if seen else QColor("white")


def contrast(one: QColor, other: QColor) -> float:
    """By WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def hides_focus(widget: QWidget) -> bool:
    """Whether nothing is painted otherwise while the widget has the focus."""
    top = widget.window()
    before = QApplication.focusWidget()
    outer = widget.parentWidget()
    while outer is not None:
        if isinstance(outer, QScrollArea):
            outer.ensureWidgetVisible(widget)
        outer = outer.parentWidget()
    if isinstance(widget, QAbstractItemView):
        widget.scrollTo(widget.currentIndex())
    widget.clearFocus()
    without = top.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    same = widget.hasFocus() and top.grab().toImage() == without
    if before is not None:
        before.setFocus()
    return same


# ------------------------------------------------------------------ small things


def shown(top: QWidget) -> list[QWidget]:
    """Everything of a window that can be seen, or scrolled to."""
    return [
        one for one in (top, *top.findChildren(QWidget)) if one.isVisible() and one.window() is top
    ]


def _name(widget: QWidget) -> str:
    words = _words_of(widget) or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {words[:60]!r} in {_room(widget)}"


def _room(widget: QWidget) -> str:
    """The nearest part of our own around it."""
    outer = widget.parentWidget()
    while outer is not None and not type(outer).__module__.startswith("app."):
        outer = outer.parentWidget()
    return type(outer).__name__ if outer is not None else "a window of Qt's"
