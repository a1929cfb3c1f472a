"""The person card at the right: nobody, one person, or several at once."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.verdict import Verdict
from app.ui.parts.buttons import plain_button, primary_button
from app.ui.parts.empty import EmptyState
from app.ui.parts.fields import Note
from app.ui.parts.spoken import speak_as
from app.ui.parts.text import line
from app.ui.parts.writing import writes
from app.ui.people.card_accounts import AccountList
from app.ui.people.card_evidence import EvidencePart
from app.ui.people.card_facts import Facts
from app.ui.people.card_head import Deed, PersonHead
from app.ui.people.card_history import History
from app.ui.people.card_several import Several
from app.ui.people.reading import PersonShown
from app.ui.people.rows import outside_word
from app.ui.people.summary import explained, outside_sentence, summary_text
from app.ui.theme.theme import Theme
from app.ui.verdicts import VERDICT_LOOKS
from app.wording.language import Language
from app.wording.reasons import reason_sentence
from app.wording.verdicts import verdict_short_word

_NOBODY, _ONE, _SEVERAL = range(3)
_SIDE = 16
_OUTSIDE = "outside"
"""The mood of the note where there is no verdict: plain grey."""


class PersonPanel(QFrame):
    """Shows what it is given and asks for what is chosen; knows no service."""

    record_asked = Signal()
    deed_asked = Signal(object)
    """A Deed, a Service or a Consent."""
    merge_asked = Signal(int)
    """The id of another record of the person on the card."""
    two_asked = Signal()
    """The two chosen people are to be made one."""
    consent_asked = Signal()
    """What the chosen people said is to be noted."""
    copied = Signal(str)
    """What was put on the clipboard, in words."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self.setProperty("role", "card")
        self.setAccessibleName(language.say("Person card"))
        self.shown: PersonShown | None = None
        self._head = PersonHead(theme, language)
        self._note = Note(theme)
        self._accounts = AccountList(theme, language)
        self._history = History(theme, language)
        self.evidence = EvidencePart(theme, language)
        self._facts = Facts(theme, language)
        self._several = Several(theme, language)
        self._record = primary_button(theme, language.say("Record followers"), icon="pencil")
        self._summary = plain_button(theme, language.say("Copy summary"), icon="copy")
        self._stack = QStackedWidget()
        help_line = language.say("Choose somebody in the list to see accounts, counts and reasons.")
        nobody = EmptyState(theme, "users", language.say("Nobody is chosen"), help_line)
        for page in (nobody, self._person_page(), self._several):
            self._stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._stack)
        self.setFocusProxy(self._record)
        self._connect()

    @property
    def recordable(self) -> int | None:
        """Whose followers can be recorded now."""
        return self.person_id if self._record.isEnabled() else None

    @property
    def person_id(self) -> int | None:
        """Who is on the card; None for nobody and for several."""
        return None if self.shown is None else self.shown.card.person.id

    def show_nobody(self) -> None:
        """Nothing is chosen."""
        self.shown = None
        self._stack.setCurrentIndex(_NOBODY)

    def show_several(self, people: int, verdicts: Mapping[Verdict, int]) -> None:
        """Several rows are chosen; `verdicts` counts those that are judged."""
        self.shown = None
        self._several.show_people(people, verdicts)
        self._stack.setCurrentIndex(_SEVERAL)

    def show_person(self, shown: PersonShown) -> None:
        """One person."""
        self.shown = shown
        self._head.show_person(shown.card.person)
        self._allow_recording(allowed=shown.card.person.listed.in_outputs)
        self._say_verdict(shown)
        self._accounts.show_accounts(shown.card.accounts, shown.as_of, shown.rule.age_limit)
        self._history.show_person(shown)
        self.evidence.show_person(shown)
        self._facts.show_person(shown)
        self._stack.setCurrentIndex(_ONE)

    def _allow_recording(self, *, allowed: bool) -> None:
        self._record.setEnabled(allowed)
        self._record.setToolTip(
            self._language.say("Ctrl+Enter")
            if allowed
            else self._language.say("Followers are recorded of people in service only.")
        )

    def _say_verdict(self, shown: PersonShown) -> None:
        person = shown.card.person
        if not person.listed.in_outputs:
            word = outside_word(person.service, person.consent, self._language)
            sentence = outside_sentence(person, self._language)
            self._note.say(_OUTSIDE, "user-x", "text_2", word, sentence)
            return
        verdict = shown.judgement.verdict
        look = VERDICT_LOOKS[verdict]
        self._note.say(
            verdict.value,
            look.icon,
            look.text,
            verdict_short_word(verdict, self._language),
            reason_sentence(
                shown.judgement,
                shown.rule,
                shown.as_of,
                self._language,
                facebook_friends=shown.facebook_friends,
            ),
            explained(shown, self._language),
        )

    def _person_page(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("role", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 4, _SIDE, 12)
        column.setSpacing(14)
        for part in (
            self._note,
            self._accounts,
            self._history,
            self.evidence,
            line(),
            self._facts,
        ):
            column.addWidget(part)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setProperty("role", "surface")
        speak_as(scroll, QAccessible.Role.Grouping)
        scroll.setAccessibleName(self._language.say("Person card"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 14, _SIDE, 8)
        head.addWidget(self._head)
        whole.addLayout(head)
        whole.addWidget(scroll, 1)
        whole.addWidget(line())
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE, 8, _SIDE, 8)
        foot.setSpacing(8)
        foot.addWidget(self._record)
        foot.addWidget(self._summary)
        foot.addStretch()
        whole.addLayout(foot)
        return page

    def _connect(self) -> None:
        writes(self._record)
        self._record.clicked.connect(self.record_asked)
        self._summary.clicked.connect(self._copy_summary)
        self._head.chosen.connect(self.deed_asked)
        self._head.copied.connect(self._say_nip_copied)
        self._accounts.edit_asked.connect(self._ask_accounts)
        self._facts.merge_asked.connect(self.merge_asked)
        self._several.merge_asked.connect(self.two_asked)
        self._several.consent_asked.connect(self.consent_asked)
        self._accounts.activity_asked.connect(self._ask_activity)
        self._history.all_asked.connect(self._ask_history)

    @Slot()
    def _ask_accounts(self) -> None:
        self.deed_asked.emit(Deed.ACCOUNTS)

    @Slot()
    def _ask_activity(self) -> None:
        self.deed_asked.emit(Deed.ACTIVITY)

    @Slot()
    def _ask_history(self) -> None:
        self.deed_asked.emit(Deed.HISTORY)

    @Slot()
    def _say_nip_copied(self) -> None:
        self.copied.emit(self._language.say("The NIP was copied."))

    @Slot()
    def _copy_summary(self) -> None:
        if self.shown is not None:
            QGuiApplication.clipboard().setText(summary_text(self.shown, self._language))
            self.copied.emit(self._language.say("The summary was copied."))
