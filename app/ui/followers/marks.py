"""Which cells of the grid have evidence: a paper clip, and a word for whoever hears the grid."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.platform import Platform
from app.ui.followers.rows import CountCell
from app.ui.table.looks import CountLook, Look, TextLook
from app.wording.language import Language


@dataclass(slots=True)
class EvidenceMarks:
    """`day` is the one that the page records; `days` those of which there are pictures."""

    day: date
    days: Mapping[tuple[int, Platform], set[date]] = field(default_factory=dict)

    def day_of(self, person_id: int, platform: Platform, counted_on: date | None) -> date | None:
        """Of which day pictures are marked: that of the count shown, else the one recorded now."""
        there = self.days.get((person_id, platform), ())
        return next((day for day in (counted_on, self.day) if day in there), None)

    def marked(self, look: Look, person_id: int, platform: Platform, cell: CountCell) -> Look:
        """The cell's look, with the clip where there is evidence."""
        if self._marked_day(person_id, platform, cell) is None:
            return look
        if isinstance(look, CountLook):
            return replace(look, clip=True)
        return CountLook("", look.text if isinstance(look, TextLook) else "", clip=True)

    def spoken(
        self, text: str, person_id: int, platform: Platform, cell: CountCell, language: Language
    ) -> str:
        """The cell's sentence, with the word that there is evidence."""
        day = self._marked_day(person_id, platform, cell)
        if day is None:
            return text
        words = language.say("evidence of {date} (Ctrl+B)").format(date=language.short_date(day))
        return f"{text} · {words}" if text else words

    def _marked_day(self, person_id: int, platform: Platform, cell: CountCell) -> date | None:
        if not self.days:
            return None
        latest = cell.account.latest if cell.account is not None else None
        counted_on = latest.observed_on if latest is not None else None
        return self.day_of(person_id, platform, counted_on)
