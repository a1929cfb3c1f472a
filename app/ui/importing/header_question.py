"""The row of a person is made the column headings only after a second look: the person would be lost."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.ui.importing.findings import OpenedSheet
from app.ui.prompts import Prompts
from app.wording.language import Language


class HeaderQuestion(QObject):
    """Some odd sheet may really have digits in its headings, so the answer is never a plain no."""

    def __init__(
        self,
        language: Language,
        prompts: Prompts,
        set_header: Callable[[int, int], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._prompts = language, prompts
        self._set_header = set_header
        self._rows = (0, 0)

    def ask(self, sheet: OpenedSheet, first: int, last: int) -> None:
        """Takes rows `first`..`last` (1-based) as headings, at once where nobody stands there."""
        people = sheet.sheet.people_in(first, last)
        self._rows = (first, last)
        if not people:
            self._set()
            return
        say = self._language.say
        row, name = people[0]
        question = say(
            "Row {row} looks like a person: {name}. As column headings it would not be imported."
        )
        self._prompts.ask(
            question.format(row=row, name=name or say("without a name")),
            say("Use as headings"),
            self._set,
            safe=say(
                "Nothing has been changed yet. The column headings stand above the first person: "
                "cancel, then click the number of that row."
            ),
        )

    def _set(self) -> None:
        self._set_header(*self._rows)
