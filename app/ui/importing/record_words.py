"""What is said of an earlier import: its title, who did it when, its day, whether it stands."""

from datetime import datetime

from app.services.importing import DatedCounts, ImportRecord
from app.wording.language import Language


class RecordWords:
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def title(self, record: ImportRecord) -> str:
        """Import of 3 Nov 2026, 09.12."""
        return self._language.say("Import of {moment}").format(moment=self.moment(record.at))

    def moment(self, at: datetime) -> str:
        """A day and the time of it."""
        return f"{self._language.short_date(at)}, {self._language.clock(at)}"

    def facts(self, record: ImportRecord) -> list[str]:
        """Who, which day, and since when it no longer stands."""
        say = self._language.say
        found = []
        if record.by:
            found.append(say("Imported by {name}").format(name=record.by))
        found.append(self.day(record))
        if record.undone_at is not None:
            found.append(self.undone(record, record.undone_at))
        return found

    def day(self, record: ImportRecord) -> str:
        """The day of the counts, and what it was before it was corrected."""
        day = self._language.short_date(record.as_of)
        if record.as_of == record.as_of_said:
            return self._language.say("Date of the counts: {day}").format(day=day)
        said = self._language.short_date(record.as_of_said)
        words = self._language.say("Date of the counts: {day} (corrected, first said: {said})")
        return words.format(day=day, said=said)

    def undone(self, record: ImportRecord, at: datetime) -> str:
        """When it was taken back, and by whom."""
        moment = self.moment(at)
        if not record.undone_by:
            return self._language.say("Undone {moment}").format(moment=moment)
        return self._language.say("Undone {moment} by {name}").format(
            moment=moment, name=record.undone_by
        )

    def reach(self, found: DatedCounts) -> str:
        """What a correction of the day moves, and what it leaves."""
        moved = self._language.say_many(
            "{count} count without a date of its own takes the new date.",
            "{count} counts without a date of their own take the new date.",
            found.of_import,
        )
        if not found.own:
            return moved
        stays = self._language.say_many(
            "{count} count has a date of its own in the file and stays.",
            "{count} counts have a date of their own in the file and stay.",
            found.own,
        )
        return f"{moved} {stays}"

    def moved(self, counts: int) -> str:
        """It was corrected."""
        return self._language.say_many(
            "{count} count has the new date.", "{count} counts have the new date.", counts
        )

    def kept(self, names: int) -> str:
        """Above the list of who stays."""
        return self._language.say_many(
            "The import was undone, except for what was edited since. {count} name:",
            "The import was undone, except for what was edited since. {count} names:",
            names,
        )
