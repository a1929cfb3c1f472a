"""Words about copies of the office: how many hold a person, what became of them."""

from collections import Counter
from collections.abc import Sequence

from app.services.privacy.copies import Copy, CopyKind, Purged
from app.wording.errors import error_sentence
from app.wording.language import Language


def copies_lines(copies: Sequence[Copy], language: Language) -> list[str]:
    """How many copies of each kind hold the person, or cannot be read."""
    many = language.say_many
    number = Counter(one.kind for one in copies)
    lines = []
    if found := number[CopyKind.BACKUP]:
        lines.append(
            many("{count} backup holds the person", "{count} backups hold the person", found)
        )
    if found := number[CopyKind.SECOND_PLACE]:
        lines.append(
            many(
                "{count} copy in the second place holds the person",
                "{count} copies in the second place hold the person",
                found,
            )
        )
    if found := number[CopyKind.DAMAGED]:
        lines.append(
            many(
                "{count} backup is damaged and cannot be looked into",
                "{count} backups are damaged and cannot be looked into",
                found,
            )
        )
    if found := number[CopyKind.SET_ASIDE]:
        lines.append(
            many(
                "{count} broken database that was set aside",
                "{count} broken databases that were set aside",
                found,
            )
        )
    if number[CopyKind.PORTABLE]:
        lines.append(language.say("the portable office: bring it up to date in the settings"))
    return lines


def purged_lines(purged: Purged, language: Language) -> list[str]:
    """What became of the copies, and which of them still hold the person."""
    many, lines = language.say_many, []
    if purged.rewritten:
        lines.append(
            many(
                "{count} backup was written anew without the person.",
                "{count} backups were written anew without the person.",
                purged.rewritten,
            )
        )
    if purged.removed:
        lines.append(
            many(
                "{count} copy that cannot be read was removed.",
                "{count} copies that cannot be read were removed.",
                purged.removed,
            )
        )
    lines += [f"{path.name}: {error_sentence(error, language)}" for path, error in purged.failed]
    return lines
