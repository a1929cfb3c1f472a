"""What the settings say and do about the platforms: tokens, the office's account, X's approval."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.credential import VARIABLES
from app.domain.errors import AppError
from app.domain.fetched import Connection
from app.domain.platform import Platform
from app.services.fetching.arrangements import Approval, ArrangePlatforms, TokenState
from app.services.job import Job
from app.ui.parts.buttons import quiet_button
from app.ui.parts.card import Card
from app.ui.parts.fields import FieldLeft, stacked
from app.ui.parts.text import label
from app.ui.settings.token_card import TokenCard
from app.ui.tasks import Lane, TaskRunner
from app.ui.theme.theme import Theme
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.x_terms import CLAUSE, SOURCE, statement, what_it_means


@dataclass(frozen=True, slots=True)
class _State:
    lasts: bool
    tokens: Sequence[TokenState]
    user_id: str
    approval: Approval | None


class PlatformCards(QObject):
    """Every look asks the system's store anew, away from the window's thread."""

    help_asked = Signal(str)
    """The anchor of what the office must arrange, in the manual."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        arranging: ArrangePlatforms,
        today: date,
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._language, self._arranging = language, arranging
        self._today, self._tasks = today, tasks
        self._cards = {one: TokenCard(theme, language, one) for one in VARIABLES}
        for card in self._cards.values():
            card.entered.connect(self._keep)
            card.test_asked.connect(self._test)
            card.forget_asked.connect(self._remove)
        self._where = label(theme, wrap=True)
        self._about = _about(theme, language, self._where)
        self._help = quiet_button(theme, language.say("What the office must arrange…"))
        self._about.body.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeft)
        self._help.clicked.connect(self._open_help)
        self._user_id = QLineEdit()
        self._user_id.setAcceptDrops(False)
        words = language.say("Number of the office's own professional account")
        self._cards[Platform.INSTAGRAM].card.body.addLayout(stacked(theme, words, self._user_id))
        self._user_id.returnPressed.connect(self._keep_user_id)
        FieldLeft(self._user_id).left.connect(self._keep_user_id)
        self._approved = QCheckBox(statement(language))
        self._since = label(theme, font="small", tone="text_2", wrap=True)
        self._add_terms(theme, self._cards[Platform.X].card)
        self._approved.clicked.connect(self._state_approval)

    def columns(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        """The cards of the pane."""
        by = self._cards
        left = [self._about, by[Platform.INSTAGRAM], by[Platform.FACEBOOK]]
        return left, [by[Platform.YOUTUBE], by[Platform.X]]

    @Slot()
    def refresh(self) -> None:
        """Reads what is arranged."""
        arranging, today = self._arranging, self._today

        def read(job: Job) -> _State:
            return _State(
                arranging.tokens_last,
                arranging.tokens(today),
                arranging.instagram_user_id(),
                arranging.approval(),
            )

        self._tasks.run(read, done=self._show, failed=self._fail)

    @Slot(object)
    def _show(self, state: _State) -> None:
        self._where.setText(_where_words(self._language, lasts=state.lasts))
        for one in state.tokens:
            self._cards[one.platform].show_state(one, self._today)
        if not self._user_id.hasFocus():
            self._user_id.setText(state.user_id)
        self._approved.setChecked(state.approval is not None)
        words = ""
        if state.approval is not None:
            said = self._language.say("Stated by {name} on {day}.")
            day = self._language.date(state.approval.at)
            words = said.format(name=state.approval.by or "…", day=day)
        self._since.setText(words)
        self._since.setVisible(bool(words))

    @Slot(object)
    def _fail(self, error: AppError) -> None:
        self._cards[Platform.INSTAGRAM].tell(error_sentence(error, self._language))

    @Slot()
    def _open_help(self) -> None:
        self.help_asked.emit("platforms")

    # -------------------------------------------------------------- tokens

    @Slot(object, str)
    def _keep(self, platform: Platform, text: str) -> None:
        self._write(platform, partial(self._arranging.keep_token, platform, text))

    @Slot(object)
    def _remove(self, platform: Platform) -> None:
        self._write(platform, partial(self._arranging.forget_token, platform))

    def _write(self, platform: Platform, write: Callable[[], object]) -> None:
        card = self._cards[platform]
        card.tell("")

        def work(job: Job) -> AppError | None:
            try:
                write()
            except AppError as error:
                return error
            return None

        def tell(refused: AppError | None) -> None:
            if refused is not None:
                card.tell(error_sentence(refused, self._language))
            self.refresh()

        self._tasks.run(work, done=tell, failed=self._fail, finishes=True)

    @Slot(object)
    def _test(self, platform: Platform) -> None:
        card = self._cards[platform]
        card.show_testing()

        def work(job: Job) -> tuple[Platform, Connection]:
            return platform, self._arranging.test(platform, job)

        self._tasks.run(work, done=self._show_tested, failed=self._fail, lane=Lane.NETWORK)

    @Slot(object)
    def _show_tested(self, tested: tuple[Platform, Connection]) -> None:
        platform, found = tested
        self._cards[platform].show_tested(found)
        self.refresh()

    # -------------------------------------------------------------- the rest

    @Slot()
    def _keep_user_id(self) -> None:
        number = self._user_id.text()
        keep = partial(self._arranging.keep_instagram_user_id, number)
        self._write(Platform.INSTAGRAM, keep)

    @Slot()
    def _state_approval(self) -> None:
        held = self._approved.isChecked()
        self._write(Platform.X, partial(self._arranging.state_approval, held=held))

    def _add_terms(self, theme: Theme, card: Card) -> None:
        words = what_it_means(self._language)
        card.body.addWidget(label(theme, words, wrap=True))
        card.body.addWidget(label(theme, CLAUSE, font="small", tone="text_2", wrap=True))
        card.body.addWidget(label(theme, SOURCE, font="small", tone="text_2", wrap=True))
        card.body.addWidget(self._approved)
        card.body.addWidget(self._since)


def _about(theme: Theme, language: Language, where: QWidget) -> Card:
    say = language.say
    card = Card(theme, say("Where tokens are kept"))
    card.body.addWidget(where)
    free = say("Bluesky and Mastodon answer everybody: they need no token.")
    card.body.addWidget(label(theme, free, font="small", tone="text_2", wrap=True))
    return card


def _where_words(language: Language, *, lasts: bool) -> str:
    if lasts:
        return language.say(
            "In the secret store of this computer, for this user alone. In no database, backup, "
            "report or log. Programs of the same user are not kept out."
        )
    return language.say(
        "This computer has no secret store that Gaung can use: a token lives until Gaung is closed, "
        "and is asked for again. It is written into no file."
    )
