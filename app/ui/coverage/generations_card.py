"""The card of the generations, by both schemes: their share of the office, and of who qualifies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.coverage import GenerationShare
from app.domain.nip import Generations
from app.services.coverage import Coverage
from app.ui.charts.bars import HorizontalBar
from app.ui.parts.card import Card
from app.ui.parts.text import label, line
from app.ui.theme.theme import Theme
from app.wording.coverage import population_benchmark
from app.wording.generations import generation_name, generation_years, scheme_name
from app.wording.language import Language

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GenerationsCard(QWidget):
    """Two shares a generation; the bar is the one of the office. The chosen scheme comes first."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._card = Card(theme, language.say("Generations"))
        self._rows = QWidget()
        self._card.body.addWidget(self._rows)
        self._card.body.addWidget(line())
        note = population_benchmark(language)
        self._card.body.addWidget(label(theme, note, font="small", tone="text_2", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_coverage(self, coverage: Coverage) -> None:
        """The generations of the office by each scheme, the oldest first, and the whole office."""
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        others = [scheme for scheme in Generations if scheme is not coverage.scheme]
        for scheme in (coverage.scheme, *others):
            column.addWidget(self._of_scheme(coverage.shares_under(scheme), scheme))
        self._card.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _of_scheme(self, shares: Sequence[GenerationShare], scheme: Generations) -> QWidget:
        say, theme = self._language.say, self._theme
        made = QWidget()
        made.setAccessibleName(scheme_name(scheme, self._language))
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        name = label(theme, scheme_name(scheme, self._language), font="small_semibold", wrap=True)
        grid.addWidget(name, 0, 0, 1, 4)
        for place, words in ((2, say("In the office")), (3, say("Qualify"))):
            grid.addWidget(label(theme, words, font="small", tone="text_2"), 1, place, _RIGHT)
        everyone = sum(share.people for share in shares)
        qualifying = sum(share.qualifying for share in shares)
        for share in shares:
            self._add(grid, share, scheme, everyone, qualifying)
        at = grid.rowCount()
        grid.addWidget(label(theme, say("The whole office"), font="body_semibold"), at, 0, 1, 2)
        for place, number in ((2, everyone), (3, qualifying)):
            words = self._language.number(number)
            grid.addWidget(label(theme, words, font="body_semibold"), at, place, _RIGHT)
        return made

    def _add(
        self,
        grid: QGridLayout,
        share: GenerationShare,
        scheme: Generations,
        everyone: int,
        qualifying: int,
    ) -> None:
        theme, language, at = self._theme, self._language, grid.rowCount()
        name = generation_name(share.key, scheme, language)
        shown = label(theme, name)
        shown.setToolTip(generation_years(share.key, scheme, language))
        of_office = language.percent(share.people / everyone)
        of_qualifying = language.percent(share.qualifying / qualifying) if qualifying else "–"
        bar = HorizontalBar(theme)
        bar.set_share(share.people / everyone, f"{name} {of_office}")
        figures = (label(theme, of_office, font="body_medium"), label(theme, of_qualifying))
        grid.addWidget(shown, at, 0)
        grid.addWidget(bar, at, 1)
        for column, (figure, number) in enumerate(
            zip(figures, (share.people, share.qualifying), strict=True), 2
        ):
            figure.setToolTip(language.say_many("{count} person", "{count} people", number))
            grid.addWidget(figure, at, column, _RIGHT)
