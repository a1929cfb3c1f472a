"""The pages of the window, one in front of the other."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from app.ui.shell.regions import stay_in


class PageStack(QStackedWidget):
    """What is switched off or taken away on a page leaves the focus on that page.

    Qt hands it on to whatever is next: from the last button of a page to the sidebar.
    """

    def __init__(self, regions: Callable[[], Sequence[QWidget]]) -> None:
        """`regions`: those of the page in front."""
        super().__init__()
        self._regions = regions

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        focused = self.window().focusWidget()
        is_lost = focused is not None and not (focused.isEnabled() and focused.isVisible())
        if is_lost and stay_in(self._regions(), focused):
            return True
        return super().focusNextPrevChild(next)
