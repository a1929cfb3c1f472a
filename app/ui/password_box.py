"""Asks for the password of one file; it is handed on once and kept nowhere."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from app.ui.parts.buttons import Button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH = 440


class PasswordBox(QDialog):
    """Enter opens, Escape leaves; what is typed can be shown, for capital letters decide."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        question: str,
        told: Callable[[str], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        say = language.say
        self._told = told
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Gaung")
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(say("Password"))
        self._show = QCheckBox(say("Show the password"))
        self._open = primary_button(theme, say("Open the file"), icon="folder-open")
        self._open.setDefault(True)
        self._open.setEnabled(False)
        leave = Button(theme, say("Cancel"))
        words = label(theme, question, wrap=True)
        words.setBuddy(self._field)
        frame = DialogFrame(self, _WIDTH)
        column = frame.middle
        column.addWidget(words)
        column.addWidget(self._field)
        column.addWidget(self._show)
        frame.set_buttons(None, leave, self._open)
        self._field.textChanged.connect(self._judge)
        self._show.toggled.connect(self._reveal)
        self._open.clicked.connect(self._hand_on)
        leave.clicked.connect(self.reject)

    @Slot(str)
    def _judge(self, text: str) -> None:
        self._open.setEnabled(bool(text))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._field.setEchoMode(mode)

    @Slot()
    def _hand_on(self) -> None:
        password = self._field.text()
        self.accept()
        self._told(password)
