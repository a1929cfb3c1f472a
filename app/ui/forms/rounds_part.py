"""What went out before: how many came back, and a reminder for those who owe one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.services.forms.tracking import FormRound, missing, reminder
from app.ui.parts.buttons import Button
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_LOWEST_LIST = 72


class FormRoundsPart(QWidget):
    """The newest sending is shown first; forms that are missing stand before those that came."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._rounds: Sequence[FormRound] = ()
        self._box = QComboBox()
        self._box.setAccessibleName(language.say("Sending"))
        self._summary = label(theme, font="body_semibold", wrap=True)
        self._list = QListWidget()
        self._list.setAccessibleName(language.say("Forms of this sending"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list.setMinimumHeight(_LOWEST_LIST)
        self._copy = Button(theme, language.say("Copy a reminder"), icon="copy")
        self._said = label(theme, font="small", tone="text_2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addWidget(self._summary)
        column.addWidget(self._list, 100)
        column.addWidget(self._copy)
        column.addWidget(self._said)
        column.addStretch(1)
        self._box.currentIndexChanged.connect(self._show)
        self._copy.clicked.connect(self._copy_reminder)
        self.show_rounds(())

    def show_rounds(self, rounds: Sequence[FormRound]) -> None:
        """Every sending, the newest first."""
        self._rounds = rounds
        self._box.clear()
        for one in rounds:
            words = self._language.say("Sent on {date}")
            self._box.addItem(words.format(date=self._language.date(one.issued_at.date())))
        self._box.setVisible(len(rounds) > 1)
        self._show()

    @property
    def _shown(self) -> FormRound | None:
        place = self._box.currentIndex()
        return self._rounds[place] if 0 <= place < len(self._rounds) else None

    @Slot()
    def _show(self) -> None:
        one = self._shown
        self._list.clear()
        self._said.clear()
        self._list.setVisible(one is not None)
        owing = missing(one) if one is not None else ()
        self._copy.setVisible(bool(owing))
        self._summary.setText(self._summary_words(one, len(owing)))
        if one is None:
            return
        icons = {
            True: self._theme.icon("circle-dashed", "text_2", 16),
            False: self._theme.icon("circle-check", "qualifies_text", 16),
        }
        for form in sorted(one.forms, key=lambda form: form.returned_at is not None):
            name = form.organisation or self._language.say("Without organisation")
            state = (
                self._language.say("not back yet")
                if form.returned_at is None
                else self._language.say("back on {date}").format(
                    date=self._language.short_date(form.returned_at.date())
                )
            )
            item = QListWidgetItem(icons[form.returned_at is None], f"{state}  ·  {name}")
            item.setToolTip(name)
            self._list.addItem(item)

    def _summary_words(self, one: FormRound | None, owing: int) -> str:
        say = self._language.say
        if one is None:
            return say("No form has been sent yet.")
        number = self._language.number
        words = say("{back} of {sent} forms came back").format(
            back=number(len(one.forms) - owing), sent=number(len(one.forms))
        )
        if one.due_on is None:
            return words
        due = say("Return by")
        return f"{words} · {due} {self._language.short_date(one.due_on)}"

    @Slot()
    def _copy_reminder(self) -> None:
        one = self._shown
        if one is not None:
            QGuiApplication.clipboard().setText(reminder(one, self._language))
            self._said.setText(
                self._language.say("The reminder is copied: paste it into WhatsApp.")
            )
