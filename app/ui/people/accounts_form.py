"""The form of a person's accounts: one line for each platform, read while one types."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.handle import HandleReading, read_handle, shown
from app.domain.person import Account
from app.domain.platform import RECORDED, Platform
from app.services.people import AccountEdit, EditPeople, PersonCard
from app.ui.parts.text import label
from app.ui.people.form_dialog import Write
from app.ui.people.handle_words import belongs_elsewhere, understood
from app.ui.theme.theme import Theme
from app.wording.language import Language


class AccountLine:
    """The widgets of one platform in the grid, and what they say."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        platform: Platform,
        account: Account | None,
        *,
        on: tuple[QGridLayout, int],
    ) -> None:
        """`on`: the grid and the row of it where the line stands."""
        self.platform = platform
        self._language = language
        self.field = QLineEdit(_as_typed(account))
        self.field.setAccessibleName(platform.name_shown)
        self.field.setPlaceholderText(language.say("@name or link"))
        self.none = QCheckBox(language.say("none"))
        self.none.setAccessibleName(
            language.say("No account on {platform}").format(platform=platform.name_shown)
        )
        self.none.setChecked(account is not None and account.stated_none)
        self._before = (self.field.text().strip(), self.none.isChecked())
        self._says: QLabel = label(theme, font="small", tone="text_2", wrap=True)
        # Room for one line from the start: the form must not jump while one types.
        self._says.setMinimumHeight(18)
        grid, row = on
        name = label(theme, platform.name_shown)
        name.setBuddy(self.field)
        for column, part in enumerate((name, self.field, self.none)):
            grid.addWidget(part, 2 * row, column)
        grid.addWidget(self._says, 2 * row + 1, 1, 1, 2)

    @property
    def reading(self) -> HandleReading:
        """What the text says."""
        return read_handle(self.field.text().strip(), self.platform)

    @property
    def misplaced(self) -> bool:
        """An account of another platform stands here."""
        return not self.none.isChecked() and belongs_elsewhere(self.reading, self.platform)

    def edit(self) -> AccountEdit | None:
        """What changed; None: nothing did."""
        if (self.field.text().strip(), self.none.isChecked()) == self._before:
            return None
        return AccountEdit(self.platform, self.reading, stated_none=self.none.isChecked())

    def follow(self) -> None:
        """Say anew what is understood."""
        none = self.none.isChecked()
        self.field.setEnabled(not none)
        words = "" if none else understood(self.reading, self.platform, self._language)
        tone = "qualifies_text" if self.reading.handle and not self.misplaced else "warning_text"
        self._says.setText(words)
        self._says.setProperty("tone", tone)
        self._says.style().unpolish(self._says)
        self._says.style().polish(self._says)
        self.field.setAccessibleDescription(words)


class AccountsForm(QWidget):
    """Every recorded platform; what is not touched is not written."""

    def __init__(self, theme: Theme, language: Language, card: PersonCard) -> None:
        super().__init__()
        self.setMinimumWidth(500)
        self._language = language
        self._person = card.person
        known = {account.platform: account for account in card.accounts}
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, 90)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self._lines = [
            AccountLine(theme, language, platform, known.get(platform), on=(grid, row))
            for row, platform in enumerate(RECORDED)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(grid)
        column.addStretch()
        for one in self._lines:
            one.field.textChanged.connect(self._follow)
            one.none.toggled.connect(self._follow)
        self._follow()

    def first_field(self) -> QWidget:
        """The first platform."""
        return self._lines[0].field

    def flaw(self) -> tuple[str, QWidget] | None:
        """An account of another platform belongs in that platform's line."""
        for one in self._lines:
            if one.misplaced:
                return understood(one.reading, one.platform, self._language), one.field
        return None

    def answer(self) -> Write:
        """Writes the platforms that were changed."""
        person = self._person
        edits = [edit for one in self._lines if (edit := one.edit()) is not None]
        say = self._language.say
        said = say("The accounts of {name} were changed.") if edits else say("Nothing was changed.")

        def change(people: EditPeople) -> int:
            if edits:
                people.put_accounts(person.id, edits)
            return person.id

        return Write(change, said.format(name=person.name))

    @Slot()
    def _follow(self) -> None:
        for one in self._lines:
            one.follow()


def _as_typed(account: Account | None) -> str:
    if account is None or account.stated_none:
        return ""
    return shown(account.handle) if account.handle is not None else account.written
