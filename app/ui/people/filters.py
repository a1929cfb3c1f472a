"""Above the table: the search, the filters that are on, and the columns."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.nip import Generations, Nip
from app.domain.platform import Platform
from app.domain.verdict import Verdict
from app.ui.parts.buttons import plain_button, quiet_button
from app.ui.parts.fields import SearchField
from app.ui.parts.flow import FlowLayout
from app.ui.people.columns import (
    GENERATION,
    NEAR,
    NIP,
    ON_RECORD,
    ORGANISATION,
    REACHED,
    VERDICT,
)
from app.ui.people.rows import PersonRow
from app.ui.table.filter_chips import FilterChips
from app.ui.table.model import TableModel
from app.ui.theme.theme import Theme
from app.wording.generations import generation_name
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Whom another page wants to be seen here; what is None does not narrow.

    `organisation` is the unit of those who have no organisation, "" means those without either;
    `platform` those at the threshold on it; `generation` those of one of the BPS scheme, by its key;
    `near` those who nearly qualify; `on_record` those with an account; `nips` just these.
    """

    organisation: str | None = None
    verdict: Verdict | None = None
    platform: Platform | None = None
    generation: str | None = None
    near: bool = False
    on_record: bool = False
    nips: frozenset[str] | None = None


class FilterBar(QWidget):
    """Speaks to the model itself; says nothing to the page but that all was lifted."""

    columns_asked = Signal()

    def __init__(self, theme: Theme, language: Language, model: TableModel[PersonRow]) -> None:
        super().__init__()
        self._language = language
        self._model = model
        self.search = SearchField(theme, language.say("Search name, NIP or account"))
        self.columns = plain_button(theme, language.say("Columns"), icon="columns-3")
        self._clear = quiet_button(theme, language.say("Clear all filters"))
        self._clear.hide()
        left = QWidget()
        self._flow = FlowLayout(left)
        self._chips = FilterChips(theme, language, model, self._flow, left)
        self._flow.addWidget(self.search)
        self._flow.addWidget(self._clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(left, 1)
        self._row.addWidget(self.columns, 0, Qt.AlignmentFlag.AlignTop)
        self.search.textChanged.connect(model.search)
        self.columns.clicked.connect(self.columns_asked)
        self._clear.clicked.connect(self.clear)
        self._chips.removed.connect(self.search.setFocus)
        # Connected after the chips' own: they stand there when this is called.
        model.filters_changed.connect(self._place_clear)

    def add_tool(self, tool: QWidget) -> None:
        """One more button at the right."""
        self._row.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)

    def narrow_to(self, wanted: PeopleFilter) -> None:
        """Show only whom another page asked for; other filters are lifted."""
        self.clear()
        if wanted.organisation is not None:
            self._model.set_filter(ORGANISATION, frozenset({wanted.organisation}))
        if wanted.verdict is not None:
            word = verdict_short_word(wanted.verdict, self._language)
            self._model.set_filter(VERDICT, frozenset({word}))
        if wanted.generation is not None:
            name = generation_name(wanted.generation, Generations.BPS, self._language)
            self._model.set_filter(GENERATION, frozenset({name}))
        yes = frozenset({self._language.say("Yes")})
        if wanted.near:
            self._model.set_filter(NEAR, yes)
        if wanted.on_record:
            self._model.set_filter(ON_RECORD, yes)
        if wanted.nips is not None:
            self._model.set_filter(NIP, frozenset(Nip(one).grouped for one in wanted.nips))
        if wanted.platform is not None:
            name = wanted.platform.name_shown
            texts = (text for text, _ in self._model.values(REACHED))
            found = frozenset(text for text in texts if name in text.split(", "))
            self._model.set_filter(REACHED, found or frozenset({name}))

    @Slot()
    def clear(self) -> None:
        """Lift the search and every filter."""
        self.search.clear()
        self._model.clear_filters()

    @Slot()
    def _place_clear(self) -> None:
        """After the last chip, while there is one."""
        self._flow.removeWidget(self._clear)
        self._flow.addWidget(self._clear)
        self._clear.setVisible(bool(self._chips.chips()))
