"""Keeps the audit log of an office, shows it, and says whether anybody changed it."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.audit import Act, Checked, Entry, Head, check_chain, read_line
from app.domain.errors import AppError
from app.storage.acts import acts_since, marks_of, newest_marks
from app.storage.database import Database, Note
from app.storage.process_lock import Holder
from app.storage.trail import Trail, trail_of

_LOG = logging.getLogger("gaung")

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line by its place in the file; `entry` is None where it is not what was written."""

    number: int
    entry: Entry | None


class KeepAudit:
    """The log of the office at `database`; work never fails for its sake.

    What stands in the database as a row (an action, a closing, forms sent) is noted from there: a
    line that a power cut swallowed is caught up with at the next start.
    """

    def __init__(self, database: Path, clock: Clock, *, is_sample: bool = False) -> None:
        """Of the invented office nothing is noted."""
        self._database = database
        self._trail = Trail(trail_of(database))
        self._clock = clock
        self._is_sample = is_sample
        self._followed: Database | None = None

    def follow(self, database: Database) -> None:
        """Notes what was missed, and from now on everything that is committed."""
        if self._is_sample:
            return
        self._followed = database
        self._catch_up([])
        database.listen(self._catch_up)

    def note(
        self,
        kind: str,
        many: int = 1,
        sha256: str = "",
        marks: Mapping[str, int] | None = None,
    ) -> None:
        """Something was done that leaves nothing behind in the database."""
        if not self._is_sample:
            act = Act(kind, self._now(), many, sha256, marks or {})
            self._append(lambda _: [act])

    def note_another_database(self, kind: str, many: int = 0, sha256: str = "") -> None:
        """Another database stands in the place of the one before: what it holds is noted already."""
        marks: Mapping[str, int] = {}
        with suppress(AppError):
            marks = marks_of(self._database)
        self.note(kind, many, sha256, marks)

    def head(self) -> Head | None:
        """The last line, for the manifest of a backup; None where there is no log."""
        with suppress(OSError):
            return self._trail.head()
        return None

    def entries(self) -> list[LogLine]:
        """Every line, the newest first."""
        return [_log_line(number, text) for number, text in enumerate(self._lines(), 1)][::-1]

    def since(self, head: Head | None, kind: str) -> int:
        """How many lines of a kind stand after a line; after a line unknown here: all of them."""
        entries = [one.entry for one in self.entries()[::-1] if one.entry is not None]
        known = any(entry.head == head for entry in entries)
        after = head.number if head is not None and known else 0
        return sum(entry.number > after and entry.act.kind == kind for entry in entries)

    def check(self, heads: Iterable[Head]) -> Checked:
        """Whether the chain holds, and holds every line that backups know of."""
        return check_chain(self._lines(), heads)

    @property
    def path(self) -> Path:
        """The file of the log."""
        return self._trail.path

    def _lines(self) -> list[str]:
        try:
            return self._trail.lines()
        except OSError:
            return []

    def _catch_up(self, noted: Sequence[Note]) -> None:
        now = self._now()
        told = [Act(kind, now, many) for kind, many in noted]
        self._append(lambda marks: [*told, *self._missed(marks)])

    def _missed(self, marks: Mapping[str, int]) -> list[Act]:
        """What the database holds and the log does not."""
        if self._followed is None:
            return []
        with self._followed.reading() as tx:
            newest = newest_marks(tx)
            if not marks:
                # What was done before there was a log is nobody's of whom it knows.
                return [Act("begin_log", self._now(), 0, "", newest)]
            if any(newest.get(name, mark) < mark for name, mark in marks.items()):
                # Somebody put an older file in its place: what it holds was noted once.
                return [Act("older_database", self._now(), 0, "", newest)]
            if all(number <= marks.get(name, 0) for name, number in newest.items()):
                return []
            return acts_since(tx, marks)

    def _append(self, find: Callable[[Mapping[str, int]], Iterable[Act]]) -> None:
        """What is done is done: that it cannot be noted is no failure of it."""
        try:
            self._trail.append(find, Holder.here().by)
        except (OSError, AppError) as error:
            _LOG.error("audit log: %s", type(error))

    def _now(self) -> datetime:
        return self._clock().replace(microsecond=0)


def _log_line(number: int, text: str) -> LogLine:
    try:
        return LogLine(number, read_line(text))
    except ValueError:
        return LogLine(number, None)
