"""What the quick box says of a typed line, before Enter saves it and after."""

from dataclasses import replace
from datetime import date

from app.domain.chat import Item
from app.domain.person import Account, Count, Source
from app.domain.platform import Platform
from app.domain.rule import Rule
from app.domain.verdict import Verdict, judge
from app.ui.followers.rows import FollowersRow
from app.wording.counts import count_text, quotable, written_number
from app.wording.language import Language


def item_words(item: Item, language: Language) -> str:
    """Instagram 1.234; the number as it will stand in the table."""
    reading = item.reading
    if reading.interval is not None:
        number = count_text(reading.interval, reading.written, language)
    elif item.is_sure:
        number = language.say("no account")
    else:
        number = f"“{quotable(item.written)}”"
    return f"{item.platform.name_shown} {number}" if item.platform is not None else number


def before_words(row: FollowersRow | None, item: Item, language: Language) -> str:
    """What was counted last and how far the new count is from it: "before 418, up 20 %"."""
    latest = _latest(row, item.platform)
    new = item.reading.interval
    if latest is None or new is None:
        return ""
    old = written_number(latest.interval, latest.written)
    was = count_text(latest.interval, latest.written, language)
    share = round(abs(written_number(new, item.written) - old) * 100 / old) if old else 0
    if not share:
        return language.say("before {count}").format(count=was)
    number = language.number(share)
    if written_number(new, item.written) > old:
        text = language.say("before {count}, up {share} %")
    else:
        text = language.say("before {count}, down {share} %")
    return text.format(count=was, share=number)


def last_words(row: FollowersRow | None, platform: Platform, language: Language) -> str:
    """What was counted last: "before 418"; empty where nothing was."""
    latest = _latest(row, platform)
    if latest is None:
        return ""
    was = count_text(latest.interval, latest.written, language)
    return language.say("before {count}").format(count=was)


def verdict_words(
    row: FollowersRow | None, item: Item, rule: Rule | None, day: date, language: Language
) -> str:
    """Only where the count changes it: "now qualifies"."""
    interval = item.reading.interval
    if row is None or rule is None or interval is None or item.platform is None:
        return ""
    accounts = [one for one in row.accounts if one is not None]
    before = judge(accounts, rule, day).verdict
    count = Count(interval, day, Source.TYPED, item.written)
    old = next((one for one in accounts if one.platform is item.platform), Account(item.platform))
    new = replace(old, latest=count, stated_none=False, unreadable="")
    others = [one for one in accounts if one.platform is not item.platform]
    after = judge([*others, new], rule, day).verdict
    if (before is Verdict.QUALIFIES) == (after is Verdict.QUALIFIES):
        return ""
    if after is Verdict.QUALIFIES:
        return language.say("now qualifies")
    return language.say("no longer qualifies")


def _latest(row: FollowersRow | None, platform: Platform | None) -> Count | None:
    if row is None:
        return None
    found = (one for one in row.accounts if one is not None)
    return next((one.latest for one in found if one.platform is platform), None)
