"""Three things that are checked before the workbook goes out."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.parts.text import label
from app.ui.reports.preparing import Checks, Prepared
from app.ui.theme.theme import Theme
from app.wording.language import Language

_GOOD, _DOUBT = ("circle-check", "qualifies_text"), ("triangle-alert", "warning_text")


class CheckList(QWidget):
    """Says it in words with a sign; a doubt stops nobody from writing."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._lines = [self._line(column) for _ in range(3)]

    def show_checks(self, checks: Checks) -> None:
        """Says how the workbook of this moment stands."""
        self._say(0, self._rows(checks), good=checks.rows_agree)
        self._say(1, self._ages(checks), good=bool(checks.counted) and not checks.old)
        self._say(2, self._rounded(checks), good=not checks.rounded)

    def words(self) -> list[str]:
        """What is said, from top to bottom."""
        return [words.text() for _, words in self._lines]

    def _rows(self, checks: Checks) -> str:
        say, number = self._language.say, self._language.number
        if checks.rows is None:
            return say("No sheet lists those who qualify")
        text = (
            say("Rows equal Standings: {rows} of {qualifying}")
            if checks.rows_agree
            else say("Rows do not equal Standings: {rows} instead of {qualifying}")
        )
        return text.format(rows=number(checks.rows), qualifying=number(checks.qualifying))

    def _ages(self, checks: Checks) -> str:
        if not checks.counted:
            return self._language.say("No count is recorded yet")
        say, number = self._language.say, self._language.number
        if checks.old:
            text = say("Counts older than {age} days: {old}")
        else:
            text = say("No count is older than {age} days")
        return text.format(age=number(checks.age), old=number(checks.old))

    def _rounded(self, checks: Checks) -> str:
        if not checks.rounded:
            return self._language.say("All numbers are exact")
        return self._language.say_many(
            "{count} number is not exact and carries its sign, such as ≈",
            "{count} numbers are not exact and carry their signs, such as ≈",
            checks.rounded,
        )

    def _line(self, column: QVBoxLayout) -> tuple[QLabel, QLabel]:
        sign, words = QLabel(), label(self._theme, wrap=True)
        sign.setFixedSize(16, 18)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(words, 1)
        column.addLayout(row)
        return sign, words

    def _say(self, place: int, text: str, *, good: bool) -> None:
        sign, words = self._lines[place]
        icon, tone = _GOOD if good else _DOUBT
        sign.setPixmap(self._theme.icon(icon, tone, 16).pixmap(16, 16))
        words.setText(text)


def how_many(prepared: Prepared, language: Language) -> str:
    """For the head of the page: how many qualify; nothing where nobody is recorded."""
    checks, number = prepared.checks, language.number
    if checks is None or not checks.people:
        return ""
    return language.say("Qualifying as of {date}: {qualifying} of {people}").format(
        date=language.date(prepared.wanted.as_of),
        qualifying=number(checks.qualifying),
        people=number(checks.people),
    )
