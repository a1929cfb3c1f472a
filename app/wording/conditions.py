"""The conditions that an office may ask besides a reading: accounts in use, and consent."""

from collections.abc import Sequence

from app.domain.activity import Activity
from app.domain.person import Consent
from app.domain.rule import Rule
from app.domain.verdict import Judgement, Reason, Standing, Verdict
from app.wording.clarifications import excluded_reason, exclusion_phrase
from app.wording.counts import count_text
from app.wording.language import Language


def activity_phrase(activity: Activity, language: Language) -> str:
    """What was seen, with its day, without a full stop: for the card and for lists."""
    day = language.short_date
    if activity.last_post is not None:
        return language.say("last post {date}").format(date=day(activity.last_post))
    if activity.active:
        text = language.say("active, checked {date}")
    else:
        text = language.say("not active, checked {date}")
    return text.format(date=day(activity.checked_on))


def activity_typed(activity: Activity | None, language: Language) -> str:
    """As it is typed again: a day, or a word."""
    if activity is None:
        return ""
    if activity.last_post is not None:
        return language.short_date(activity.last_post)
    return language.say("active") if activity.active else language.say("not active")


def seen_phrase(reason: Reason, language: Language) -> str:
    """What is known of an account's use, after its count: last active …, not active, unknown."""
    activity = reason.account.activity
    if activity is None:
        return language.say("not known to be active")
    if reason.standing is Standing.ACTIVITY_UNKNOWN:
        text = language.say("last checked {date}; not known to be active since")
        return text.format(date=language.short_date(activity.checked_on))
    if activity.last_post is None:
        return activity_phrase(activity, language)
    text = language.say("last active {date} ({days})")
    days = language.say_many("{count} day", "{count} days", reason.quiet or 0)
    return text.format(date=language.short_date(activity.last_post), days=days)


def condition_opening(judgement: Judgement, rule: Rule, language: Language) -> str:
    """Why a condition, or a person's decision, stands against somebody; empty where none does.

    Without a full stop.
    """
    if judgement.consent is Consent.WITHDRAWN:
        return language.say("Consent was withdrawn, and the rule asks for it")
    if judgement.consent is Consent.REFUSED:
        return language.say("Does not agree, and the rule asks for consent")
    if waits_for_consent(judgement, rule):
        return language.say("Not asked yet for consent, and the rule asks for it")
    excluded = excluded_reason(judgement, rule)
    if excluded is not None:
        return exclusion_phrase(excluded, language)
    quiet = [reason for reason in judgement.reasons if reason.standing is Standing.INACTIVE]
    if judgement.verdict is Verdict.NOT_YET and quiet and judgement.reasons[0] == quiet[0]:
        return with_activity(quiet[0], language)
    return ""


def with_activity(reason: Reason, language: Language) -> str:
    """Instagram 1.046, but last active 1 Jan 2026 (331 days)."""
    count = reason.account.latest
    seen = seen_phrase(reason, language)
    if count is None or reason.distance is None:
        text = language.say("{platform}: {seen}")
        return text.format(platform=reason.platform.name_shown, seen=seen)
    text = language.say("{platform} {count}, but {seen}")
    shown = count_text(count.interval, count.written, language)
    return text.format(platform=reason.platform.name_shown, count=shown, seen=seen)


def conditions_kept(judgement: Judgement, rule: Rule, language: Language) -> list[str]:
    """For a person who qualifies: how each condition is met, in short sentences."""
    lines: list[str] = []
    if rule.active_within_days is not None:
        for reason in _met(judgement.reasons):
            seen = seen_phrase(reason, language)
            text = language.say("{platform}: {seen}.")
            lines.append(text.format(platform=reason.platform.name_shown, seen=seen))
    if judgement.consent is Consent.GIVEN:
        lines.append(language.say("Agrees."))
    return lines


def is_refused(judgement: Judgement) -> bool:
    """The rule asks for consent, and the person does not give it."""
    return judgement.consent in (Consent.REFUSED, Consent.WITHDRAWN)


def waits_for_consent(judgement: Judgement, rule: Rule) -> bool:
    """Only the person's word is missing."""
    unknown = judgement.consent is Consent.UNKNOWN and judgement.verdict is Verdict.NO_DATA
    return unknown and len(_met(judgement.reasons)) >= rule.needed


def extra_conditions(rule: Rule, language: Language) -> list[str]:
    """What the office asks besides, for use inside a line; empty for a reading as published."""
    found: list[str] = []
    if rule.active_within_days is not None:
        found.append(
            language.say_many(
                "active in the last {count} day",
                "active in the last {count} days",
                rule.active_within_days,
            )
        )
    if rule.consent_required:
        found.append(language.say("with consent"))
    return found


def _met(reasons: Sequence[Reason]) -> Sequence[Reason]:
    return [reason for reason in reasons if reason.met]
