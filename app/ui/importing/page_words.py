"""The sentences of the page: progress, what was done, what was refused, what is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import FileError, WorkbookProtected, WrongPassword
from app.ui.importing.reading import SUFFIXES
from app.ui.importing.work import Stage
from app.wording.errors import error_sentence
from app.wording.language import Language

FEW_NAMES = 3
"""As many names stand in a sentence; more are listed."""


@dataclass(frozen=True, slots=True)
class ProgressWords:
    """What the progress strip says at first, and at each step."""

    first: str
    step: Callable[[int, int], str]


class PageWords:
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def file_filters(self) -> str:
        """For the file dialog; everything may be chosen, for content decides."""
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        workbooks = self._language.say("Workbooks and lists")
        everything = self._language.say("All files")
        return f"{workbooks} ({patterns});;{everything} (*)"

    def progress(self, stage: Stage) -> ProgressWords | None:
        """None while nothing is on its way."""
        say = self._language.say
        if stage is Stage.READING:
            return ProgressWords(say("Reading the file"), self._reading)
        if stage is Stage.PLANNING:
            return ProgressWords(say("Comparing the rows"), self._comparing)
        if stage is Stage.APPLYING:
            return ProgressWords(say("Importing"), self._importing)
        return None

    def rows_in_view(self, shown: int, total: int) -> str:
        """11 of 1,504 rows in view."""
        return self._language.say("{shown} of {total} rows in view").format(
            shown=self._language.number(shown), total=self._language.number(total)
        )

    def password_question(self, error: WorkbookProtected) -> str:
        """Which file wants its password, and whether the last one was wrong."""
        say = self._language.say
        if isinstance(error, WrongPassword):
            words = say("That password does not open {name}. Capital letters count. Try again:")
        else:
            words = say("{name} is protected by a password. It is used once and not kept:")
        return words.format(name=error.path.name)

    def some_unread(self, refused: Sequence[FileError], read: int) -> tuple[str, str]:
        """Of several files some, or all, could not be read."""
        lead = self._language.say("{read} of {total} files were read.").format(
            read=self._language.number(read), total=self._language.number(read + len(refused))
        )
        rest: str = error_sentence(refused[0], self._language)
        if len(refused) > 1:
            more = len(refused) - 1
            rest += " " + self._language.say_many("and {count} more", "and {count} more", more)
        return lead, rest

    def nothing_to_paste(self) -> tuple[str, str]:
        """The clipboard holds neither text nor files."""
        return (
            self._language.say("There is nothing to paste."),
            self._language.say("Copy the rows in Excel first, their column headings too."),
        )

    def no_header(self) -> tuple[str, str]:
        """Nothing in the files looks like a list of people."""
        return (
            self._language.say("No column headings were found."),
            self._language.say(
                "Click the number of the row that has them, or say that the list has none; nothing is "
                "imported yet."
            ),
        )

    def applied(self, changes: int, held: int) -> tuple[str, str]:
        """An import was written."""
        lead = self._language.say_many(
            "{count} change was imported.", "{count} changes were imported.", changes
        )
        waiting = self._language.say_many(
            "{count} row is held and waits; everything else is saved.",
            "{count} rows are held and wait; everything else is saved.",
            held,
        )
        return lead, waiting if held else self._language.say("Everything is saved.")

    def undone(self, kept: Sequence[str]) -> tuple[str, str]:
        """An import was taken back; `kept` are people edited since."""
        lead = self._language.say("The import was undone.")
        if not kept:
            return lead, self._language.say(
                "The database is as it was before. Ctrl+Z lets the import stand again."
            )
        names = ", ".join(kept[:FEW_NAMES])
        more = len(kept) - FEW_NAMES
        if more > 0:
            rest = self._language.say_many("and {count} more", "and {count} more", more)
            names = f"{names} {rest}"
        sentence = self._language.say("Edited since and therefore kept: {names}.")
        return lead, sentence.format(names=names)

    def outdated(self) -> tuple[str, str]:
        """The database had changed between plan and import."""
        return (
            self._language.say("The database has changed since."),
            self._language.say("Nothing was written. The rows are compared again: look once more."),
        )

    def refused(self, sentence: str) -> tuple[str, str]:
        """What happened stands in bold, the rest behind it."""
        lead, dot, rest = sentence.partition(". ")
        return f"{lead}{dot.strip()}", rest

    def undo_question(self, files: str, at: datetime) -> tuple[str, str]:
        """Before an earlier import is taken back: the question, and what stays."""
        question = self._language.say("Undo the import of {files} of {date}?").format(
            files=files, date=self._language.short_date(at)
        )
        safe = self._language.say(
            "People, accounts and counts that it brought are taken back. What was edited or imported "
            "since stays as it is, and is named afterwards."
        )
        return question, safe

    def _reading(self, done: int, total: int) -> str:
        if not total:
            return self._language.say("Reading the file")
        return self._language.say("Reading {done} of {total} files or sheets").format(
            done=self._language.number(done), total=self._language.number(total)
        )

    def _comparing(self, done: int, total: int) -> str:
        return self._language.say_many(
            "Comparing, {count} row so far", "Comparing, {count} rows so far", done
        )

    def _importing(self, done: int, total: int) -> str:
        return self._language.say("Importing {done} of {total} rows").format(
            done=self._language.number(done), total=self._language.number(total)
        )
