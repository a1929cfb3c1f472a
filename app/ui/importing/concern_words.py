"""What is said about each kind of thing that needs a look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.errors import FileError
from app.domain.nip import NipDoubt, NipFlaw
from app.domain.roster import HoldReason
from app.ui.importing.findings import Concern, Group
from app.wording.errors import error_sentence
from app.wording.imports import (
    doubt_sentence,
    held_advice,
    held_label,
    numbers_advice,
    whole_column_words,
)
from app.wording.language import Language, Words


@dataclass(frozen=True, slots=True)
class GroupWords:
    """Title, the words at the right of it, the sentence below, and the sign.

    `short` stands for the note where both do not fit: the number alone.
    """

    title: str
    note: str
    short: str
    sentence: str
    icon: str


_NOTES: Mapping[Concern, Words] = {
    Concern.UNREAD: lambda say: say("not imported"),
    Concern.HIDDEN: lambda say: say("please decide"),
    Concern.HIDDEN_COLUMNS: lambda say: say("are read"),
    Concern.BESIDE: lambda say: say("not imported"),
    Concern.SECOND: lambda say: say("not imported"),
    Concern.UNITS: lambda say: say("please decide"),
    Concern.UNCALCULATED: lambda say: say("not imported"),
    Concern.ERRORS: lambda say: say("not imported"),
    Concern.CUT: lambda say: say("shortened"),
    Concern.MIXED_ALPHABETS: lambda say: say("please compare"),
    Concern.INVISIBLE: lambda say: say("taken out"),
    Concern.UNREADABLE: lambda say: say("not imported"),
    Concern.AMBIGUOUS: lambda say: say("not imported"),
    Concern.ROUNDED: lambda say: say("kept as intervals"),
    Concern.ABSENT: lambda say: say("not deleted"),
    Concern.NOT_STORED: lambda say: say("stay in the file"),
}
_SENTENCES: Mapping[Concern, Words] = {
    Concern.UNREAD: lambda say: say("All other files are read and can be imported."),
    Concern.HIDDEN: lambda say: say(
        "These rows are hidden in Excel, by hand or by a filter. They are read like all others, "
        "unless you leave them out."
    ),
    Concern.UNITS: lambda say: say(
        "Perhaps only another spelling of a name that is used already. An answer counts for this "
        "import and is remembered; without one the name stays as it is written."
    ),
    Concern.UNCALCULATED: lambda say: say(
        "These cells hold a formula, and the file has no result for it. Open it in Excel, save it, "
        "then choose it again; or type the value here."
    ),
    Concern.HIDDEN_COLUMNS: lambda say: say(
        "These columns are hidden in the file and are read all the same. Choose another meaning in "
        "the head of a column that is not wanted."
    ),
    Concern.BESIDE: lambda say: say(
        "No column of it has the NIPs of people, so nothing of it is read. If it is a list of "
        "people, put it on a sheet of its own, with their NIPs."
    ),
    Concern.SECOND: lambda say: say(
        "Another column with the same meaning is read: that of the newest month, else the first one. "
        "One account a person and platform is kept. To take this column instead, choose the meaning "
        "in its head."
    ),
    Concern.ERRORS: lambda say: say(
        "Excel shows an error in these cells instead of a value. Correct the formula in Excel and "
        "save it, then choose the file again; or type the value here."
    ),
    Concern.CUT: lambda say: say(
        "These texts are longer than a cell of Excel can be (32,767 letters). What is beyond is left "
        "out."
    ),
    Concern.MIXED_ALPHABETS: lambda say: say(
        "Letters of another alphabet that look like Latin ones stand in these texts, shown by their "
        "number. Such a name is another one for every search: type it again."
    ),
    Concern.INVISIBLE: lambda say: say(
        "Signs that nobody sees stand in these texts, shown by their number. They are left out."
    ),
    Concern.UNREADABLE: lambda say: say(
        "What stands in these cells is not a number of followers. The person is imported, the cell "
        "is kept as a note; no count is made up."
    ),
    Concern.AMBIGUOUS: lambda say: say(
        "These numbers can be read in two ways. The person is imported without this count: type it "
        "in full in the file, or on the page Followers."
    ),
    Concern.ROUNDED: lambda say: say(
        "A rounded number such as 1.2K stands for a range. It is kept as that range and judged so."
    ),
    Concern.ABSENT: lambda say: say(
        "They are recorded here, but no row of this import names them. Nothing about them changes."
    ),
    Concern.NOT_STORED: lambda say: say(
        "These columns are not needed for the report and are not read into the database."
    ),
}
_ICONS: Mapping[Concern, str] = {
    Concern.UNREAD: "triangle-alert",
    Concern.HIDDEN: "eye-off",
    Concern.HIDDEN_COLUMNS: "eye-off",
    Concern.BESIDE: "table-2",
    Concern.SECOND: "table-2",
    Concern.UNITS: "building-2",
    Concern.UNCALCULATED: "circle-help",
    Concern.ERRORS: "triangle-alert",
    Concern.CUT: "circle-help",
    Concern.MIXED_ALPHABETS: "circle-help",
    Concern.INVISIBLE: "info",
    Concern.UNREADABLE: "circle-help",
    Concern.AMBIGUOUS: "circle-help",
    Concern.ROUNDED: "equal-approximately",
    Concern.ABSENT: "user-x",
    Concern.NOT_STORED: "shield",
}


def group_words(group: Group, language: Language) -> GroupWords:
    """The words of one group."""
    kind = group.kind
    if isinstance(kind, NipFlaw | HoldReason):
        note = language.say_many("{count} held", "{count} held", group.count)
        short = language.number(group.count)
        title, advice = held_label(kind, language), held_advice(kind, language)
        if kind is NipFlaw.NUMERIC:
            in_file = sum(one.digits_in_file for one in group.findings)
            advice = numbers_advice(group.count, in_file, language)
            if group.whole_column:
                title, lost = whole_column_words(language)
                advice = advice if in_file else lost
        return GroupWords(title, note, short, advice, "circle-pause")
    if isinstance(kind, NipDoubt):
        title = language.say_many("{count} unusual NIP", "{count} unusual NIPs", group.count)
        return GroupWords(
            title, language.say("accepted"), "", doubt_sentence(kind, language), "info"
        )
    say = language.say
    title = _title(kind, group.count, language)
    return GroupWords(title, _NOTES[kind](say), "", _SENTENCES[kind](say), _ICONS[kind])


def unread_groups(refused: Sequence[FileError], language: Language) -> list[Group]:
    """The group of the files that could not be read; none where all could."""
    sentences = tuple(error_sentence(error, language) for error in refused)
    return [Group(Concern.UNREAD, names=sentences)] if sentences else []


def _title(concern: Concern, count: int, language: Language) -> str:
    say_many = language.say_many
    match concern:
        case Concern.UNREAD:
            return say_many("{count} file not read", "{count} files not read", count)
        case Concern.HIDDEN:
            return say_many("{count} hidden row", "{count} hidden rows", count)
        case Concern.UNITS:
            return say_many(
                "{count} unit name like another", "{count} unit names like others", count
            )
        case Concern.UNCALCULATED:
            return say_many(
                "{count} formula without value", "{count} formulas without value", count
            )
        case Concern.HIDDEN_COLUMNS:
            return say_many("{count} hidden column", "{count} hidden columns", count)
        case Concern.BESIDE:
            return say_many(
                "{count} table beside the list", "{count} tables beside the list", count
            )
        case Concern.SECOND:
            return say_many("{count} second column", "{count} second columns", count)
        case Concern.ERRORS:
            return say_many("{count} Excel error", "{count} Excel errors", count)
        case Concern.CUT:
            return say_many("{count} text too long", "{count} texts too long", count)
        case Concern.MIXED_ALPHABETS:
            return say_many(
                "{count} text of two alphabets", "{count} texts of two alphabets", count
            )
        case Concern.INVISIBLE:
            return say_many(
                "{count} text with invisible signs", "{count} texts with invisible signs", count
            )
        case Concern.UNREADABLE:
            return say_many("{count} unreadable count", "{count} unreadable counts", count)
        case Concern.AMBIGUOUS:
            return say_many("{count} ambiguous count", "{count} ambiguous counts", count)
        case Concern.ROUNDED:
            return say_many("{count} rounded number", "{count} rounded numbers", count)
        case Concern.ABSENT:
            return say_many(
                "{count} person not in the file", "{count} people not in the file", count
            )
        case Concern.NOT_STORED:
            return say_many("{count} column not stored", "{count} columns not stored", count)
