"""Where the page has its people from: the office as it stands now, or a closed period."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.what_if import Ladder
from app.services.closed_periods import ClosedPeriod
from app.ui.periods.desk import PeriodsDesk
from app.ui.standings.closed import ClosedStandings
from app.ui.standings.judging import StandingsJudging
from app.ui.standings.rows import Judged, StandingRow


class StandingsSource(QObject):
    """What comes late from the one is not told any more while the other is looked at."""

    named = Signal(object)
    """Rows that only say who there is, of the office as it stands."""
    judged = Signal(object)
    """A Judged."""
    counted = Signal(object)
    """The Ladder of each rule, by its key."""
    read_only = Signal(bool)
    """A closed period is looked at: no other rule is tried on it."""

    def __init__(
        self,
        now: StandingsJudging,
        closed: ClosedStandings,
        periods: PeriodsDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._now, self._closed, self._periods = now, closed, periods
        now.named.connect(self._tell_names)
        now.judged.connect(self._tell_now)
        now.counted.connect(self._tell_numbers_now)
        closed.judged.connect(self.judged)
        closed.counted.connect(self.counted)
        periods.chosen.connect(self._choose_period)

    @Slot()
    def refresh(self) -> None:
        """Read everyone again; a closed period that is looked at stays."""
        self._periods.refresh()
        if self._periods.closed is None:
            self._now.read()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Another rule for the office as it stands."""
        self._now.choose(key)

    @Slot(object)
    def _tell_names(self, rows: Sequence[StandingRow]) -> None:
        if self._periods.closed is None:
            self.named.emit(rows)

    @Slot(object)
    def _tell_now(self, judged: Judged) -> None:
        if self._periods.closed is None:
            self.judged.emit(judged)

    @Slot(object)
    def _tell_numbers_now(self, ladders: Mapping[str, Ladder]) -> None:
        if self._periods.closed is None:
            self.counted.emit(ladders)

    @Slot(object)
    def _choose_period(self, closed: ClosedPeriod | None) -> None:
        self.read_only.emit(closed is not None)
        if closed is None:
            self._closed.leave()
            self._now.read()
        else:
            self._closed.show(closed)
