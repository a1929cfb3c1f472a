"""Words for closed periods: when one was closed and by whom, what closing and opening again mean."""

from datetime import date

from app.domain.period import Period
from app.domain.snapshot import Reopening, Revision
from app.wording.counts import quotable
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rules import rule_line, rule_name


def revision_line(revision: Revision, language: Language) -> str:
    """In a menu: when it was closed; of one that holds no longer, which it was and why not."""
    say = language.say
    closed = language.short_date(revision.closed_at.date())
    if revision.reopened is None:
        return say("closed {date}").format(date=closed)
    text = say("closing {number} of {date}, opened again: {reason}")
    reason = quotable(revision.reopened.reason)
    return text.format(number=revision.number, date=closed, reason=reason)


def closing_name(revision: Revision, language: Language) -> str:
    """The period; of a closing that holds no longer, which one of the period it was."""
    name = period_name(revision.period, language)
    if revision.is_closed:
        return name
    text = language.say("{period}, closing {number}")
    return text.format(period=name, number=language.number(revision.number))


def closed_title(revision: Revision, language: Language) -> str:
    """What is looked at, in one line."""
    name = period_name(revision.period, language)
    if revision.reopened is None:
        text = language.say("{period} is closed. It can be read, and nothing changes it.")
        return text.format(period=name)
    text = language.say("Closing {number} of {period}, which was opened again afterwards")
    return text.format(number=language.number(revision.number), period=name)


def closed_facts(one: Revision, hidden: int, erased: int, language: Language) -> str:
    """When and by whom, under which rule and as of which day, its hash, and who is left out."""
    say = language.say
    facts = [_done(say("Closed on {date}"), say("Closed on {date} by {name}"), one, language)]
    if one.reopened is not None:
        facts.append(_reopened(one.reopened, language))
    judged = say("Judged as of {date} by {rule}. {line}")
    facts.append(
        judged.format(
            date=language.date(one.as_of),
            rule=rule_name(one.rule, language),
            line=rule_line(one.rule, language),
        )
    )
    facts.append(say("Fingerprint {hash}.").format(hash=grouped_hash(one)))
    gone = left_out(hidden, erased, language)
    return " ".join((*facts, gone)).rstrip()


def not_intact(language: Language) -> str:
    """Where the stored rows do not give the hash that was noted."""
    return language.say(
        "What is stored is not what was closed: somebody changed the file. Restore a backup."
    )


def left_out(hidden: int, erased: int, language: Language) -> str:
    """Who is not named, and why; empty where everyone is."""
    words = []
    if hidden:
        words.append(
            language.say_many(
                "{count} person is not named: consent was withdrawn since.",
                "{count} people are not named: consent was withdrawn since.",
                hidden,
            )
        )
    if erased:
        words.append(
            language.say_many("{count} person was erased.", "{count} people were erased.", erased)
        )
    return " ".join(words)


def closing_number(revision: Revision, language: Language) -> str:
    """Under a report: which closing of which period it is of."""
    text = language.say("{period} as it was closed, closing {number}.")
    name = period_name(revision.period, language)
    return text.format(period=name, number=language.number(revision.number))


def left_out_of_report(hidden: int, erased: int, language: Language) -> str:
    """Under a report of a closed period: who stood in it, and stands in no output any more."""
    words = []
    if hidden:
        words.append(
            language.say_many(
                "{count} person has withdrawn consent since and is left out.",
                "{count} people have withdrawn consent since and are left out.",
                hidden,
            )
        )
    if erased:
        words.append(
            language.say_many(
                "{count} person was erased since and is left out.",
                "{count} people were erased since and are left out.",
                erased,
            )
        )
    return " ".join(words)


def grouped_hash(revision: Revision) -> str:
    """The beginning of the hash in groups of four: two can be compared by eye."""
    short = revision.short_hash
    return " ".join(short[at : at + 4] for at in range(0, len(short), 4))


def closing_explained(period: Period, today: date, rule_words: str, language: Language) -> str:
    """What closing a period means, before it is done."""
    day = language.date(period.day_of_closing(today))
    text = language.say(
        "Everyone is judged as of {date} by the office's rule: {rule} What is recorded or corrected "
        "later does not change what is closed. It is opened again only with a reason."
    )
    words = text.format(date=day, rule=rule_words)
    if period.last > today:
        early = language.say("The period still runs until {date}.")
        words = f"{early.format(date=language.date(period.last))} {words}"
    return words


def reopening_explained(revision: Revision, language: Language) -> str:
    """What opening again means, before it is done."""
    text = language.say(
        "Closing {number} stays as it is, with its fingerprint {hash}, and can be looked at later. "
        "The period is open until it is closed anew. The reason is kept."
    )
    number = language.number(revision.number)
    return text.format(number=number, hash=grouped_hash(revision))


def _done(plain: str, by_somebody: str, one: Revision, language: Language) -> str:
    day = language.date(one.closed_at.date())
    text = by_somebody if one.closed_by else plain
    return f"{text.format(date=day, name=one.closed_by)}."


def _reopened(again: Reopening, language: Language) -> str:
    text = language.say("Opened again on {date}: {reason}.")
    if again.by:
        text = language.say("Opened again on {date} by {name}: {reason}.")
    day = language.date(again.at.date())
    return text.format(date=day, name=again.by, reason=again.reason.rstrip(" ."))
