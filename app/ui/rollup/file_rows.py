"""The table of workbooks: those that were received, and those that were just refused."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.domain.rollup.sending import Submission
from app.services.rollup.receiving import ReceivedFile, Reception
from app.ui.table.column import Align, Column
from app.ui.table.looks import Look, MarkLook, TextLook
from app.wording.errors import error_sentence
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rollup import revision_word


class FileState(Enum):
    """What became of a workbook."""

    KEPT = "kept"
    NEW = "new"
    REVISED = "revised"
    SAME = "same"
    REFUSED = "refused"


_LOOKS = {
    FileState.KEPT: ("check", "text_2", "surface"),
    FileState.NEW: ("circle-check", "qualifies_text", "qualifies_tint"),
    FileState.REVISED: ("git-compare", "accent", "accent_tint"),
    FileState.SAME: ("equal", "text_2", "surface_2"),
    FileState.REFUSED: ("triangle-alert", "error_text", "error_tint"),
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """One workbook; `why` says in full why it was refused."""

    id: int
    name: str
    state: FileState
    submission: Submission | None = None
    why: str = ""


def file_rows(
    submissions: Sequence[Submission], files: Iterable[ReceivedFile], language: Language
) -> list[FileRow]:
    """What was just refused first, then everything that is kept, the newest first."""
    refused: list[FileRow] = []
    states: dict[int, FileState] = {}
    for one in files:
        if one.submission is None:
            why = "" if one.error is None else error_sentence(one.error, language)
            refused.append(FileRow(-1 - len(refused), one.path.name, FileState.REFUSED, None, why))
        elif one.reception is Reception.KNOWN:
            states[one.submission.id] = FileState.SAME
        else:
            revised = is_revision(one.submission, submissions)
            states[one.submission.id] = FileState.REVISED if revised else FileState.NEW
    kept = [
        FileRow(one.id, one.file_name, states.get(one.id, FileState.KEPT), one)
        for one in submissions
    ]
    # What was just received stands above what was here before.
    kept.sort(key=lambda row: row.id not in states)
    return [*refused, *kept]


def is_revision(one: Submission, submissions: Iterable[Submission]) -> bool:
    """The office sent for the same period before, and something else; whichever came here first."""
    return any(
        other.sending.sender.id == one.sending.sender.id
        and other.sending.period == one.sending.period
        and other.sending.sha256 != one.sending.sha256
        and _order(other) < _order(one)
        for other in submissions
    )


def _order(one: Submission) -> tuple[int, datetime]:
    return one.sending.revision, one.part.written_at


@dataclass(frozen=True, slots=True)
class FileWords:
    """What the columns say."""

    language: Language

    def state(self, row: FileRow) -> str:
        """What became of it."""
        say = self.language.say
        return {
            FileState.KEPT: say("kept"),
            FileState.NEW: say("received"),
            FileState.REVISED: say("new revision"),
            FileState.SAME: say("the same, already here"),
            FileState.REFUSED: say("refused"),
        }[row.state]

    def state_look(self, row: FileRow) -> Look:
        """A sign with the words."""
        icon, tone, tint = _LOOKS[row.state]
        return MarkLook(icon, self.state(row), tone, tint, "body")

    def name_look(self, row: FileRow) -> Look:
        """The file; below it why it was refused."""
        return TextLook(row.name, row.why, font="body_medium")

    def office(self, row: FileRow) -> str:
        """As it calls itself."""
        return "" if row.submission is None else row.submission.sending.sender.name

    def period(self, row: FileRow) -> str:
        """With the closing."""
        if row.submission is None:
            return ""
        sending = row.submission.sending
        name = period_name(sending.period, self.language)
        return f"{name}, {revision_word(sending, self.language)}"

    def part(self, row: FileRow) -> str:
        """Which part of how many."""
        if row.submission is None:
            return ""
        part = row.submission.part
        number = self.language.number
        words = self.language.say("{number} of {all}")
        return words.format(number=number(part.number), all=number(part.of))

    def people(self, row: FileRow) -> str:
        """In this workbook."""
        return "" if row.submission is None else self.language.number(row.submission.part.people)

    def received(self, row: FileRow) -> str:
        """When and by whom."""
        if row.submission is None:
            return ""
        at, by = row.submission.received_at, row.submission.received_by
        moment = self.language.short_moment(at)
        return f"{moment}, {by}" if by else moment

    def tip(self, row: FileRow) -> str:
        """The reason, or the hash."""
        if row.submission is None:
            return row.why
        words = self.language.say("Hash of the workbook")
        return f"{row.name}\n{words}: {row.submission.part.sha256}"


def file_columns(language: Language) -> list[Column[FileRow]]:
    """Seven columns."""
    say, words = language.say, FileWords(language)
    return [
        Column(
            "name",
            say("File"),
            lambda row: f"{row.name} {row.why}".strip(),
            width=260,
            stretch=True,
            tooltip=words.tip,
            look=words.name_look,
        ),
        Column("state", say("State"), words.state, width=166, look=words.state_look),
        Column("office", say("Local office"), words.office, width=190),
        Column("period", say("Period"), words.period, width=214),
        Column("part", say("Part"), words.part, width=90),
        Column(
            "people",
            say("People"),
            words.people,
            sort_key=_people,
            align=Align.RIGHT,
            width=102,
            number=_people,
        ),
        Column("received", say("Received"), words.received, sort_key=_received, width=170),
    ]


def file_key(row: FileRow) -> int:
    """Which workbook; refused ones are below 0."""
    return row.id


def _people(row: FileRow) -> int | None:
    return None if row.submission is None else row.submission.part.people


def _received(row: FileRow) -> datetime | None:
    return None if row.submission is None else row.submission.received_at
