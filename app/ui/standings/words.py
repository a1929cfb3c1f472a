"""The page's own sentences: its head and the status bar."""

from app.domain.verdict import Verdict
from app.ui.shell.page import Fact
from app.ui.standings.rows import Judged
from app.wording.conditions import extra_conditions
from app.wording.language import Language
from app.wording.rules import age_line
from app.wording.verdicts import verdict_short_word


def head_facts(judged: Judged, language: Language) -> str:
    """As of when, which counts are too old, and what the office asks besides."""
    day = language.say("as of {date}").format(date=language.date(judged.as_of))
    limit = judged.rule.age_limit
    extra = extra_conditions(judged.rule, language)
    if limit is None:
        return " · ".join((day, *extra))
    if extra:
        return " · ".join((day, age_line(judged.rule, language), *extra))
    old = language.say_many(
        "counts up to {count} day old",
        "counts up to {count} days old",
        limit,
    )
    return f"{day} · {old}"


def status_facts(judged: Judged, language: Language) -> list[Fact]:
    """Everyone and the share that qualifies; the verdicts with their sum."""
    totals, everyone = judged.totals, len(judged.rows)
    people = language.say_many("{count} person", "{count} people", everyone)
    qualify = language.say_many("{count} qualifies", "{count} qualify", totals[Verdict.QUALIFIES])
    share = totals[Verdict.QUALIFIES] / everyone if everyone else 0.0
    text = language.say("{people} · {qualifying} ({share})").format(
        people=people, qualifying=qualify, share=language.percent(share)
    )
    number = language.number
    summed = " + ".join(
        f"{verdict_short_word(verdict, language)} {number(totals[verdict])}" for verdict in Verdict
    )
    return [
        Fact(text),
        Fact(f"{summed} = {number(everyone)}"),
    ]
