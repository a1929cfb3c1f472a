"""The dialog of the coverage: the matrix at the left, team, generations and what comes at the right."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.coverage import Demand
from app.domain.nip import Generations
from app.services.coverage import Coverage, FoundTeam
from app.ui.coverage.coming_card import ComingCard
from app.ui.coverage.generations_card import GenerationsCard
from app.ui.coverage.matrix_card import MatrixCard
from app.ui.coverage.team_card import TeamCard
from app.ui.parts.buttons import plain_button
from app.ui.parts.dialog_frame import DialogFrame, side_by_side
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.coverage import reach_sentence
from app.wording.generations import generation_name, scheme_name
from app.wording.language import Language
from app.wording.rules import rule_name, threshold_phrase

_WIDTH, _HEIGHT = 1300, 690
_SIDE, _NARROW_SIDE = 372, 324
_NARROW_BELOW, _BELOW_EACH_OTHER = 1000, 780
_LOWEST_MATRIX = 240


class CoverageDialog(QDialog):
    """Shows; whoever opened it looks things up. What is asked for closes it."""

    scheme_chosen = Signal(Generations)
    demand_chosen = Signal(Demand)
    wanted = Signal(PeopleWanted)
    person_asked = Signal(int)

    def __init__(self, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self._coverage: Coverage | None = None
        self.setWindowTitle(language.say("Coverage of the office"))
        self._facts = label(theme, tone="text_2")
        self._reach = label(theme, font="small", tone="text_2", wrap=True)
        self._schemes, self._generations = QComboBox(), QComboBox()
        self._matrix = MatrixCard(theme, language)
        self._team = TeamCard(theme, language)
        self._shares = GenerationsCard(theme, language)
        self._coming = ComingCard(theme, language)
        self._close = plain_button(theme, language.say("Close"), keys="Esc")
        self._fill_choices()
        self._lay_out(theme)
        self._connect()
        self._matrix.setFocus()

    @property
    def demand(self) -> Demand:
        """What the team has to reach now."""
        return self._team.demand

    def show_coverage(self, coverage: Coverage) -> None:
        """Another look at the office."""
        self._coverage = coverage
        language = self._language
        name = rule_name(coverage.rule, language)
        self._facts.setText(
            language.say("as of {date}").format(date=language.date(coverage.as_of))
            + f" · {name[:1].lower()}{name[1:]}, {threshold_phrase(coverage.rule, language)}"
        )
        self._reach.setText(reach_sentence(coverage.reach, language))
        chosen = self._generations.currentData()
        self._generations.clear()
        self._generations.addItem(language.say("All generations"), None)
        for share in coverage.shares:
            self._generations.addItem(
                generation_name(share.key, coverage.scheme, language), share.key
            )
        self._generations.setCurrentIndex(max(self._generations.findData(chosen), 0))
        self._shares.show_coverage(coverage)
        self._coming.show_coming(coverage)
        self._show_matrix()

    def show_team(self, found: FoundTeam) -> None:
        """The team that was asked for."""
        self._team.show_team(found)

    def show_searching(self) -> None:
        """A team is being looked for."""
        self._team.show_searching()

    def show_failed(self, sentence: str) -> None:
        """What was asked for could not be found."""
        self._team.show_failed(sentence)

    @Slot()
    def _show_matrix(self) -> None:
        if self._coverage is None:
            return
        self._matrix.show_coverage(self._coverage, self._generations.currentData())

    def _fill_choices(self) -> None:
        say = self._language.say
        for scheme in Generations:
            self._schemes.addItem(scheme_name(scheme, self._language), scheme)
        self._schemes.setAccessibleName(say("Scheme of the generations"))
        self._generations.addItem(say("All generations"), None)
        self._generations.setAccessibleName(say("Generation"))

    def _lay_out(self, theme: Theme) -> None:
        frame = DialogFrame(self, _WIDTH, _HEIGHT)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self._schemes)
        choices.addWidget(self._generations)
        head = QBoxLayout(side_by_side(self, _BELOW_EACH_OTHER))
        head.setSpacing(8)
        head.addWidget(label(theme, self.windowTitle(), font="card_title"))
        head.addWidget(self._facts, 1)
        head.addLayout(choices)
        frame.middle.addLayout(head)
        frame.middle.addLayout(self._matrix_and_side(), 1)
        frame.foot.addWidget(self._reach)
        frame.set_buttons(None, self._close)

    def _matrix_and_side(self) -> QBoxLayout:
        """Beside each other; on a small screen one below the other."""
        side = QWidget()
        cards = QVBoxLayout(side)
        cards.setContentsMargins(0, 0, 12, 0)
        cards.setSpacing(12)
        for card in (self._team, self._shares, self._coming):
            cards.addWidget(card)
        cards.addStretch()
        if side_by_side(self, _BELOW_EACH_OTHER) is QBoxLayout.Direction.TopToBottom:
            cards.setContentsMargins(0, 0, 0, 0)
            side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column = QVBoxLayout()
            column.setSpacing(12)
            self._matrix.setMinimumHeight(_LOWEST_MATRIX)
            column.addWidget(self._matrix)
            column.addWidget(side)
            return column
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(side)
        scroll.setFixedWidth(_SIDE if self.width() >= _NARROW_BELOW else _NARROW_SIDE)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._matrix, 1)
        middle.addWidget(scroll)
        return middle

    def _connect(self) -> None:
        self._schemes.activated.connect(self._choose_scheme)
        self._generations.activated.connect(self._show_matrix)
        self._team.demand_chosen.connect(self.demand_chosen)
        self._matrix.asked.connect(self._want)
        self._team.person_asked.connect(self._ask_person)
        self._coming.people_asked.connect(self._ask_people)
        self._coming.person_asked.connect(self._ask_person)
        self._close.clicked.connect(self.reject)

    @Slot()
    def _choose_scheme(self) -> None:
        self.scheme_chosen.emit(self._schemes.currentData())

    @Slot(object)
    def _want(self, wanted: PeopleWanted) -> None:
        generation, coverage = self._generations.currentData(), self._coverage
        if generation is not None and coverage is not None:
            # The list of people knows one scheme of generations only: it is told whom by name.
            wanted = PeopleWanted(nips=_nips(coverage, generation, wanted))
        self.accept()
        self.wanted.emit(wanted)

    @Slot(int)
    def _ask_person(self, person_id: int) -> None:
        self.accept()
        self.person_asked.emit(person_id)

    @Slot(object)
    def _ask_people(self, nips: frozenset[str]) -> None:
        self.accept()
        self.wanted.emit(PeopleWanted(nips=nips))


def _nips(coverage: Coverage, generation: str, wanted: PeopleWanted) -> frozenset[str]:
    """Who of one generation stands behind a number of the matrix."""
    return frozenset(
        one.nip
        for one in coverage.people
        if one.generation == generation
        and (wanted.unit is None or one.unit == wanted.unit)
        and (wanted.nips is None or one.nip in wanted.nips)
        and (wanted.verdict is None or one.qualifies)
        and (wanted.platform is None or wanted.platform in one.reached)
    )
