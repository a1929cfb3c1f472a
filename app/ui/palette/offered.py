"""Which buttons and menu entries of the pages are commands: found in the window by their words.

Words, keys, whether it can be pressed and why not are asked of the button itself each time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.wording.language import Language, Words

OFFERED: Mapping[str, Sequence[Words]] = {
    "home": (
        lambda say: say("Record followers"),
        lambda say: say("Open another database"),
        lambda say: say("Restore a backup"),
        lambda say: say("Try the sample office"),
        lambda say: say("Show all"),
    ),
    "people": (
        lambda say: say("Add"),
        lambda say: say("Columns"),
        lambda say: say("Clear all filters"),
        lambda say: say("Add an account"),
        lambda say: say("Activity…"),
        lambda say: say("Add evidence"),
        lambda say: say("All entries…"),
        lambda say: say("Copy summary"),
        lambda say: say("Merge…"),
        lambda say: say("Consent…"),
        lambda say: say("More for this person"),
    ),
    "import": (
        lambda say: say("Choose files"),
        lambda say: say("Paste a block"),
        lambda say: say("Waiting room"),
        lambda say: say("Earlier imports"),
        lambda say: say("Save to Excel"),
        lambda say: say("Undo this import"),
        lambda say: say("Correct the date…"),
    ),
    "followers": (
        lambda say: say("Fetch automatically"),
        lambda say: say("Forms for offices"),
        lambda say: say("Paste WhatsApp lines"),
        lambda say: say("Not filled"),
        lambda say: say("To update this month"),
    ),
    "standings": (
        lambda say: say("To clarify"),
        lambda say: say("Change the rule"),
        lambda say: say("Columns"),
        lambda say: say("Back to now"),
        lambda say: say("Open again…"),
    ),
    "reports": (
        lambda say: say("Write the Excel report"),
        lambda say: say("Save PDF"),
        lambda say: say("The shown sheet…"),
        lambda say: say("All sheets…"),
        lambda say: say("Check a report…"),
        lambda say: say("The office's own form…"),
        lambda say: say("Exchange workbook for the province…"),
        lambda say: say("Offices of the province…"),
        lambda say: say("Open the report folder"),
    ),
    "settings.office": (
        lambda say: say("Choose a logo"),
        lambda say: say("Add a signatory"),
    ),
    "settings.rule": (lambda say: say("Make a rule"),),
    "settings.backups": (
        lambda say: say("Back up now"),
        lambda say: say("Restore a file…"),
    ),
    "settings.privacy": (
        lambda say: say("Show what is too old…"),
        lambda say: say("Prepare the notice…"),
        lambda say: say("Save the data map…"),
    ),
    "settings.audit": (lambda say: say("Check the chain"),),
    "settings.platforms": (lambda say: say("What the office must arrange…"),),
    "settings.about": (
        lambda say: say("Open the folder of evidence"),
        lambda say: say("Delete unused pictures"),
    ),
}
"""By page, and by category of the settings."""


@dataclass(frozen=True, slots=True)
class Found:
    """A button or a menu entry, as it is now."""

    press: QAbstractButton | QAction
    keys: str
    reason: str


def found_in(page: QWidget, words: str, language: Language) -> Found | None:
    """The one that says these words; None where it is not offered now."""
    for button in _buttons(page, words):
        # An entry of a category that is not in front is offered all the same.
        if not button.isHidden() and not _hidden_above(button, page):
            return Found(
                button,
                _keys_of(button),
                "" if button.isEnabled() else button.toolTip() or _unsaid(language),
            )
    for action in page.findChildren(QAction):
        said, _, keys = action.text().partition("\t")
        if said == words:
            return Found(action, keys, "" if action.isEnabled() else _unsaid(language))
    return None


def _buttons(page: QWidget, words: str) -> Iterator[QAbstractButton]:
    for button in page.findChildren(QAbstractButton):
        if words in (button.text(), button.accessibleName()):
            yield button


def _hidden_above(button: QWidget, page: QWidget) -> bool:
    """Whether something around it was taken away; a page of a stack that is behind is not."""
    outer = button.parentWidget()
    while outer is not None and outer is not page:
        above = outer.parentWidget()
        stacked = above is not None and above.inherits("QStackedWidget")
        if outer.isHidden() and not stacked:
            return True
        outer = above
    return False


def _keys_of(button: QAbstractButton) -> str:
    """What a button says of its keys; other descriptions are longer."""
    told = button.accessibleDescription()
    return told if "+" in told or (told.startswith("F") and len(told) <= 3) else ""


def _unsaid(language: Language) -> str:
    return language.say("Not possible now.")
