"""Words for a fetch as a whole: its plan before it starts, its progress, what became of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.domain.fetch_plan import LeftOut, PlatformPlan
from app.domain.fetched import FetchState
from app.domain.platform import Platform
from app.wording.fetching import left_out_word, state_word
from app.wording.language import Language


def plan_sentence(plan: PlatformPlan, now: datetime, language: Language) -> str:
    """How many accounts by how many calls, and when those go that must wait.

    `now` is the moment of the office, with its zone.
    """
    say = language.say
    accounts = language.say_many("{count} account", "{count} accounts", plan.accounts)
    calls = language.say_many("{count} call", "{count} calls", plan.calls)
    when = _when(plan, now, language)
    words = say("{platform}: {accounts}, {calls}") + (f"; {when}" if when else "")
    return f"{words}.".format(platform=plan.platform.name_shown, accounts=accounts, calls=calls)


def left_out_sentences(plan: PlatformPlan, language: Language) -> Sequence[str]:
    """Whom the plan leaves out, one reason a line, in the order of the reasons."""
    words = language.say("{number}: {reason}")
    return [
        words.format(
            number=language.number(plan.left_out[why]), reason=left_out_word(why, language)
        )
        for why in LeftOut
        if plan.left_out.get(why)
    ]


def summary_sentence(
    platform: Platform, asked: int, ok: int, calls: int, language: Language
) -> str:
    """How many were asked about, and how many were counted."""
    words = language.say("{platform}: {ok} of {accounts} counted, {calls}.")
    return words.format(
        platform=platform.name_shown,
        ok=language.number(ok),
        accounts=language.say_many("{count} account", "{count} accounts", asked),
        calls=language.say_many("{count} call", "{count} calls", calls),
    )


def state_line(state: FetchState, number: int, language: Language) -> str:
    """How many accounts this was said of."""
    words = language.say("{number}: {reason}")
    return words.format(number=language.number(number), reason=state_word(state, language))


def resume_sentence(until: datetime, now: datetime, language: Language) -> str:
    """When the rest can go on; both are moments of the office."""
    words = language.say("The rest can go on {moment}.")
    return words.format(moment=moment_words(until, now, language))


def moment_words(at: datetime, now: datetime, language: Language) -> str:
    """A moment soon to come: by the clock today, with the day from tomorrow on."""
    # A pause that ends within a minute must not seem to be over before it is.
    shown = at.astimezone(now.tzinfo) + timedelta(seconds=59)
    clock = language.clock(shown)
    if shown.date() == now.date():
        return language.say("at {clock}").format(clock=clock)
    if shown.date() == now.date() + timedelta(days=1):
        return language.say("tomorrow at {clock}").format(clock=clock)
    day = language.date(shown.date())
    return language.say("on {day} at {clock}").format(day=day, clock=clock)


def _when(plan: PlatformPlan, now: datetime, language: Language) -> str:
    portions = plan.portions
    if not portions or (len(portions) == 1 and portions[0].at <= now):
        return ""
    say = language.say
    at_once = sum(one.accounts for one in portions if one.at <= now)
    later = [one for one in portions if one.at > now]
    first = moment_words(later[0].at, now, language)
    if not at_once:
        return say("to begin {moment}").format(moment=first)
    words = say("{number} now, the rest {moment}")
    if len(later) > 1:
        last = moment_words(later[-1].at, now, language)
        words = say("{number} now, the next {moment}, the last {end}").replace("{end}", last)
    return words.format(number=language.number(at_once), moment=first)
