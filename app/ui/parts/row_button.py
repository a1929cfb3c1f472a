"""A row of labels that is one button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override


class RowButton(QPushButton):
    """As large as what stands in it, which may wrap; the mouse goes through to the button."""

    def __init__(self, inside: QBoxLayout, name: str, *, role: str = "bare") -> None:
        """`name` is all that the labels say; `role` is one of the style sheet's for buttons."""
        super().__init__()
        self.setProperty("role", role)
        self.setLayout(inside)
        self.setAccessibleName(name)
        self.setAutoDefault(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(inside.hasHeightForWidth())
        self.setSizePolicy(policy)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return self._inside().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._inside().minimumSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return self._inside().hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._inside().totalHeightForWidth(width)

    def _inside(self) -> QBoxLayout:
        inside = self.layout()
        if not isinstance(inside, QBoxLayout):
            raise TypeError(type(inside))
        return inside
