"""Words about backups: why one was made, when, how large it is."""

from collections.abc import Mapping
from datetime import date, datetime

from app.domain.backup import Contents, Reason
from app.services.backups.restoring import Loss, Restored
from app.wording.language import Language, Words

_REASONS: Mapping[Reason, Words] = {
    Reason.ASKED: lambda say: say("when asked"),
    Reason.DAILY: lambda say: say("daily"),
    Reason.IMPORT: lambda say: say("before an import"),
    Reason.MIGRATION: lambda say: say("before a new version"),
    Reason.ERASE: lambda say: say("before erasing"),
    Reason.RESTORE: lambda say: say("before a restore"),
}


def reason_word(reason: Reason, language: Language) -> str:
    """Why a backup was made."""
    return _REASONS[reason](language.say)


def moment(at: datetime, language: Language) -> str:
    """20 Nov 2026 08.00."""
    return language.short_moment(at)


def near_moment(at: datetime, today: date, language: Language) -> str:
    """The same, but today by that name."""
    if at.date() == today:
        return language.say("today {time}").format(time=language.clock(at))
    return moment(at, language)


def megabytes(size: int, language: Language) -> str:
    """4,1 MB; never 0, which would look like nothing."""
    tenths = max(round(size / 100_000), 1)
    point = "," if language.code == "id" else "."
    return f"{language.number(tenths // 10)}{point}{tenths % 10} MB"


def holding_words(contents: Contents, language: Language) -> str:
    """How many people, counts and imports stand in a backup."""
    many, holding = language.say_many, contents.holding
    return " · ".join(
        (
            many("{count} person", "{count} people", holding.people),
            many("{count} count", "{count} counts", holding.counts),
            many("{count} import", "{count} imports", holding.imports),
        )
    )


def lost_lines(loss: Loss, language: Language) -> list[str]:
    """What stands here and would be missing afterwards."""
    many, lines = language.say_many, []
    if loss.imports:
        words = many("{count} import since", "{count} imports since", len(loss.imports))
        lines.append(f"{words} {moment(loss.imports[0], language)}")
    if loss.people:
        lines.append(many("{count} person", "{count} people", loss.people))
    if loss.counts:
        lines.append(many("{count} count", "{count} counts", loss.counts))
    return lines


def returning_words(loss: Loss, language: Language) -> tuple[str, str]:
    """Who was erased since and would be there again, and what is to be done about it."""
    title = language.say_many(
        "{count} person who was erased since would be there again",
        "{count} people who were erased since would be there again",
        loss.erased,
    )
    words = language.say(
        "Whoever asked to be erased has to be erased again afterwards: open the card of the person, "
        "then “Erase this person…”."
    )
    return title, words


def restored_words(restored: Restored, language: Language) -> str:
    """What a restore brought, where the state before is, and what is nowhere."""
    say = language.say
    when = moment(restored.contents.made_at, language)
    lines = [say("Restored: the office is as it was on {moment}.").format(moment=when)]
    if restored.aside is not None:
        lines.append(say("What stood there is kept in {path}.").format(path=restored.aside))
    elif restored.before is not None:
        lines.append(say("The state before is the backup “before a restore”."))
    if restored.missing:
        lines.append(
            language.say_many(
                "{count} picture is in no backup.",
                "{count} pictures are in no backup.",
                len(restored.missing),
            )
        )
    return " ".join(lines)
