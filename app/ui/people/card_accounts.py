"""The accounts of a person: platform, handle, newest count, its date or its age."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.handle import link_of, shown
from app.domain.person import Account, Count
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.chips import PlatformTag
from app.ui.parts.elided import Elided
from app.ui.parts.text import icon_label, label, line
from app.ui.parts.writing import writes
from app.ui.theme.theme import Theme
from app.wording.conditions import activity_phrase
from app.wording.counts import count_text, quotable
from app.wording.language import Language

_BEHIND_TAG = 33
"""Where the handle begins: what is said of the account stands below it."""


class AccountList(QWidget):
    """One row for each account of which something is known."""

    edit_asked = Signal()
    activity_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._add = Button(
            theme, language.say("Add an account"), role=ButtonRole.QUIET, icon="plus", small=True
        )
        self._add.clicked.connect(self.edit_asked)
        self._activity = Button(
            theme, language.say("Activity…"), role=ButtonRole.QUIET, icon="clock", small=True
        )
        self._activity.clicked.connect(self.activity_asked)
        writes(self._add, self._activity)
        head = QHBoxLayout()
        head.addWidget(label(theme, language.say("Accounts"), font="body_semibold"))
        head.addStretch()
        head.addWidget(self._activity)
        head.addWidget(self._add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._rows)

    def show_accounts(
        self, accounts: Sequence[Account], as_of: date, age_limit: int | None
    ) -> None:
        """Counts older than `age_limit` days show their age in place of their date."""
        self._empty()
        known = [account for account in accounts if says_something(account)]
        for account in known:
            self._rows.addWidget(self._row(account, as_of, age_limit))
            if account.activity is not None:
                seen = activity_phrase(account.activity, self._language)
                told = label(self._theme, seen, font="small", tone="text_2")
                told.setIndent(_BEHIND_TAG)
                self._rows.addWidget(told)
            self._rows.addWidget(line())
        if not known:
            words = self._language.say("No account is known yet.")
            self._rows.addWidget(label(self._theme, words, tone="text_2"))
        self._add.set_words(
            self._language.say("Change accounts") if known else self._language.say("Add an account")
        )
        self._add.set_icon("pencil" if known else "plus")

    def _row(self, account: Account, as_of: date, age_limit: int | None) -> QWidget:
        made = QWidget()
        made.setMinimumHeight(29)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(PlatformTag(self._theme, account.platform))
        named = account.handle is not None or bool(account.written)
        words = account_words(account, self._language)
        name = Elided(self._theme, tone="text" if named else "text_2")
        name.say(words)
        name.setToolTip(link_of(account.handle) if account.handle else words)
        row.addWidget(name, 1)
        count = account.latest if account.exists else None
        number = count_text(count.interval, count.written, self._language) if count else "–"
        row.addWidget(label(self._theme, number, font="body_medium"))
        row.addWidget(self._when(count, as_of, age_limit))
        return made

    def _when(self, count: Count | None, as_of: date, age_limit: int | None) -> QWidget:
        """The date at the right, 84 wide, so that the numbers stand in one column."""
        made = QWidget()
        made.setMinimumWidth(84)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addStretch()
        if count is None:
            return made
        age = (as_of - count.observed_on).days
        made.setToolTip(self._language.date(count.observed_on))
        if age_limit is not None and age > age_limit:
            words = self._language.say_many("{count} day", "{count} days", age)
            row.addWidget(icon_label(self._theme, "clock", tone="stale_text", size=13))
            row.addWidget(label(self._theme, words, font="small", tone="stale_text"))
            return made
        same_year = count.observed_on.year == as_of.year
        day = self._language.day_and_month if same_year else self._language.short_date
        row.addWidget(label(self._theme, day(count.observed_on), font="small", tone="text_2"))
        return made

    def _empty(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def says_something(account: Account) -> bool:
    """An account, a count, or the statement that there is none."""
    known = account.exists or account.stated_none or account.latest is not None
    return known or account.activity is not None


def account_words(account: Account, language: Language) -> str:
    """What stands for the account: @name, what was written, or that there is none."""
    if account.handle is not None:
        return shown(account.handle)
    if account.written:
        return quotable(account.written)
    if account.unreadable:
        return f"“{quotable(account.unreadable)}”"
    return language.say("none") if account.stated_none else language.say("account not noted")
