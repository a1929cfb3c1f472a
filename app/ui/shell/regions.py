"""F6: from the sidebar to the page, its right panel, its bottom bar, and round again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_to_next_region(regions: Sequence[QWidget], *, forward: bool) -> None:
    """Move the focus from the region that has it to the next one that can take it."""
    focused = QApplication.focusWidget()
    seen = [region for region in regions if region.isVisible()]
    here = next((at for at, region in enumerate(seen) if _holds(region, focused)), -1)
    step = 1 if forward else -1
    for far in range(1, len(seen) + 1):
        target = _first_focusable(seen[(here + step * far) % len(seen)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def go_into(regions: Sequence[QWidget]) -> None:
    """Put the focus into the first region that takes it, unless one of them has it already."""
    if any(_holds(region, QApplication.focusWidget()) for region in regions):
        return
    target = next(filter(None, map(_first_focusable, regions)), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def stay_in(regions: Sequence[QWidget], lost: QWidget | None) -> bool:
    """Put the focus that `lost` cannot keep into its own region, else into the first one."""
    own = [region for region in regions if _holds(region, lost)]
    target = next(filter(None, map(_first_focusable, (*own, *regions))), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
    return target is not None


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))


def _first_focusable(region: QWidget) -> QWidget | None:
    """The last focused part of the region, else the first in its tab order."""
    inside = region.focusWidget()
    if inside is not None and _takes_focus(inside):
        return inside
    widget: QWidget | None = region
    while widget is not None:
        if _holds(region, widget) and _takes_focus(widget):
            return widget
        widget = widget.nextInFocusChain()
        if widget is region:
            break
    return None


def _takes_focus(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isEnabled() and widget.isVisible()
