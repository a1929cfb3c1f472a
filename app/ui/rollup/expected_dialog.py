"""Which offices should send: one name a line, typed or pasted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.dialog_frame import DialogFrame
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_WIDTH, _HEIGHT = 520, 480


class ExpectedDialog(QDialog):
    """Ctrl+Enter keeps the list, Escape leaves it as it was."""

    agreed = Signal(object)
    """The lines."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        expected: Sequence[str],
        known: Sequence[str],
        parent: QWidget,
    ) -> None:
        """`known`: offices that are known; they fill the list on demand."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language, self._known = language, known
        say = language.say
        title = say("Expected offices")
        self.setWindowTitle(title)
        self._names = QPlainTextEdit("\n".join(expected))
        self._names.setAccessibleName(title)
        self._names.setTabChangesFocus(True)
        self._number = label(theme, font="small", tone="text_2")
        self._fill = plain_button(theme, say("Add those who sent"), icon="plus")
        self._fill.setEnabled(bool(known))
        cancel = plain_button(theme, say("Cancel"), keys="Esc")
        keep = primary_button(theme, say("Keep the list"), keys="Ctrl+Enter")
        keep.setShortcut("Ctrl+Return")
        words = say(
            "One office a line; a column of Excel can be pasted. Whoever stands here and has not "
            "sent is named in the table and in the report. The list is remembered."
        )
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        column = frame.middle
        column.addWidget(label(theme, title, font="card_title"))
        column.addWidget(label(theme, words, tone="text_2", wrap=True))
        column.addWidget(self._names, 1)
        column.addWidget(self._number)
        frame.set_buttons(self._fill, None, cancel, keep)
        self._names.textChanged.connect(self._count)
        self._fill.clicked.connect(self._add_known)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._agree)
        self._count()
        self._names.setFocus()

    def _lines(self) -> list[str]:
        text = self._names.toPlainText()
        return [line for line in (" ".join(each.split()) for each in text.splitlines()) if line]

    @Slot()
    def _count(self) -> None:
        number = len(self._lines())
        self._number.setText(self._language.say_many("{count} office", "{count} offices", number))

    @Slot()
    def _add_known(self) -> None:
        lines = self._lines()
        self._names.setPlainText("\n".join(dict.fromkeys([*lines, *self._known])))

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self._lines())
        self.accept()
