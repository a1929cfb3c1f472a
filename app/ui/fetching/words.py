"""What the dialog says of a plan and of what became of it, in blocks."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.domain.fetch_job import JobState
from app.domain.fetch_plan import FetchPlan, PlatformPlan
from app.services.fetching import CountApart, JobSummary
from app.ui.fetching.blocks import Block
from app.ui.fetching.scope import FetchScope, Whom
from app.wording.counts import count_text
from app.wording.fetch_plans import (
    left_out_sentences,
    plan_sentence,
    resume_sentence,
    state_line,
    summary_sentence,
)
from app.wording.fetching import by_hand_sentence, next_step, stop_sentence
from app.wording.language import Language


def plan_blocks(plan: FetchPlan, now: datetime, language: Language) -> Sequence[Block]:
    """A block for each platform on which anybody has an account."""
    found = [_planned(one, now, language) for one in plan.platforms if one.accounts or one.left_out]
    for platform, number in plan.by_hand.items():
        words = language.say_many("{count} account", "{count} accounts", number)
        heading = f"{platform.name_shown}: {words}"
        found.append(Block(heading, [by_hand_sentence(platform, language)], "text_2"))
    return found or [Block(language.say("Nobody has an account that is known."), (), "text_2")]


def result_blocks(
    found: Sequence[JobSummary], now: datetime, language: Language
) -> Sequence[Block]:
    """A block for each platform that was asked, with every state and what to do about it."""
    return [_result(one, now, language) for one in found if one.asked or one.stop is not None]


def total_words(found: Sequence[JobSummary], language: Language) -> str:
    """The fetch as a whole, in one line."""
    asked, ok = sum(one.asked for one in found), sum(one.ok for one in found)
    words = language.say("{ok} of {accounts} counted.")
    accounts = language.say_many("{count} account", "{count} accounts", asked)
    return words.format(ok=language.number(ok), accounts=accounts)


def apart_words(one: CountApart, language: Language) -> str:
    """Which count waits for a person, and what was counted before."""
    words = language.say("{name}, {platform} @{handle}: {now} now, {before} before.")
    return words.format(
        name=one.name,
        platform=one.platform.name_shown,
        handle=one.handle or "…",
        now=count_text(one.interval, one.written, language),
        before=language.number(one.before_low),
    )


def whom_words(whom: Whom, scope: FetchScope, language: Language) -> str:
    """One choice, with how many people it means."""
    number = len(scope.people(whom) or ())
    said: Mapping[Whom, str] = {
        Whom.SELECTED: language.say_many(
            "The {count} selected person", "The {count} selected people", number
        ),
        Whom.SHOWN: language.say_many(
            "The {count} person shown", "The {count} people shown", number
        ),
        Whom.EVERYBODY: language.say("Everybody"),
    }
    return said[whom]


def _planned(one: PlatformPlan, now: datetime, language: Language) -> Block:
    lines = list(left_out_sentences(one, language))
    if one.continued:
        words = language.say_many(
            "{count} is left from a fetch that did not end",
            "{count} are left from a fetch that did not end",
            one.continued,
        )
        lines.insert(0, words)
    if one.barred is not None:
        why = stop_sentence(one.platform, one.barred.state, one.barred.code, language)
        return Block(why, lines, "text_2")
    return Block(plan_sentence(one, now, language), lines)


def _result(one: JobSummary, now: datetime, language: Language) -> Block:
    lines = []
    for state, number in one.states.items():
        step = next_step(state, language)
        lines.append(f"{state_line(state, number, language)}. {step}".rstrip())
    if one.resume_at is not None and one.resume_at > now:
        lines.append(resume_sentence(one.resume_at.astimezone(), now, language))
    if one.stop is not None and not one.cancelled:
        lines.append(stop_sentence(one.platform, one.stop, one.code, language))
    if not one.asked:
        return Block(lines[0], (), "text_2")
    heading = summary_sentence(one.platform, one.asked, one.ok, one.calls, language)
    good = one.state in (JobState.ENDED, JobState.RUNNING)
    return Block(heading, lines, "text" if good else "warning_text")
