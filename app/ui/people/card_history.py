"""The counts of a person's best platform over time, as a line with the threshold across."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.history import daily
from app.domain.person import Count
from app.domain.platform import Platform
from app.ui.charts.count_line import count_line, spoken_line
from app.ui.charts.lines import LineChart
from app.ui.parts.buttons import Button, ButtonRole
from app.ui.parts.text import label
from app.ui.people.reading import PersonShown
from app.ui.theme.theme import Theme
from app.wording.language import Language

_FEWEST = 2


class History(QWidget):
    """Hidden where nothing was counted; one count is no line, but it has a history too."""

    all_asked = Signal()
    """Every entry is to be seen."""

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._language = language
        self._title = label(theme, font="body_semibold")
        self._note = label(theme, font="small", tone="text_2")
        self._chart = LineChart(theme, language)
        self._chart.setFixedHeight(140)
        words = language.say("All entries…")
        self._all = Button(theme, words, role=ButtonRole.QUIET, small=True)
        self._all.clicked.connect(self.all_asked)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        # Beside title and button it would be wider than the card beside its scroll bar.
        column.addWidget(self._note)
        column.addWidget(self._chart)

    def show_person(self, shown: PersonShown) -> None:
        """The line of the platform that decides, else of the one counted most often."""
        platform = best_platform(shown)
        days = daily(shown.card.histories.get(platform, ())) if platform else []
        self.setVisible(bool(shown.card.entries))
        drawn = platform is not None and len(days) >= _FEWEST
        self._chart.setVisible(drawn)
        self._note.hide()
        say = self._language.say
        if platform is None or not drawn:
            self._title.setText(say("History"))
            return
        self._title.setText(say("History of {platform}").format(platform=platform.name_shown))
        growth = self._growth(days)
        self._note.setText(growth)
        self._note.setVisible(bool(growth))
        asked = platform in shown.rule.platforms
        threshold = shown.rule.threshold_of(platform) if asked else None
        line = count_line(days, self._language, threshold=threshold)
        self._chart.set_line(line, spoken_line(platform, days, self._language))

    def _growth(self, days: Sequence[Count]) -> str:
        """Only between two exact counts: a difference of about-numbers would claim too much."""
        before, last = days[-2], days[-1]
        if not (before.interval.exact and last.interval.exact):
            return ""
        step = last.interval.low - before.interval.low
        number = f"+{self._language.number(step)}" if step > 0 else self._language.number(step)
        since = self._language.day_and_month(before.observed_on)
        return self._language.say("{number} since {date}").format(number=number, date=since)


def best_platform(shown: PersonShown) -> Platform | None:
    """The platform of the highest sure count under the rule, else the one counted most often."""
    best = shown.judgement.best
    if best is not None:
        return best.platform
    counted = {platform: len(counts) for platform, counts in shown.card.histories.items()}
    most = max(counted, key=lambda platform: counted[platform], default=None)
    return most if most is not None and counted[most] else None
