"""Counts in words: exact, rounded, at least, below; and why a typed one is refused."""

import re
from collections.abc import Mapping

from app.domain.count import CountReading, Interval, NoCount, read_count
from app.wording.language import Language, Words
from app.wording.lists import any_of

_THOUSAND, _MILLION = 1_000, 1_000_000
_SHORTENED = re.compile(
    r"(?P<whole>[0-9]{1,7})(?:[.,](?P<decimals>[0-9]{1,3}))?[\s\u00a0\u202f]*"
    r"(?:(?P<thousand>rb|ribu|k)|(?P<million>jt|juta|mn|mio|m))(?![a-z])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]+(?:[.,\s\u00a0][0-9]{3})*")


def count_text(interval: Interval, written: str, language: Language) -> str:
    """A count as it is shown: 1.046; ≈ 1,2 rb; ± 500; ≥ 500; < 500; 500–600.

    `written` is what stood in the cell; it lends a rounded count its own digits. Where it does not
    fit the interval, the interval alone is shown: nothing is claimed that is not known.
    """
    low, high = interval.low, interval.high
    if high is None:
        return f"≥ {language.number(low)}"
    if interval.exact or low == high:
        return language.number(low)
    if low == 0:
        return _below(high, language)
    shortened = _shortened(interval, written, language)
    if shortened is not None:
        return f"≈ {shortened}"
    middle = _middle(interval, written)
    if middle is not None:
        return f"± {language.number(middle)}"
    return f"{language.number(low)}–{language.number(high)}"


def count_plain(interval: Interval, written: str, language: Language) -> str:
    """The same count as it can be typed again: 1.046; 1,2 rb; 500+; <500."""
    low, high = interval.low, interval.high
    if interval.exact:
        return language.number(low)
    typed = " ".join(written.split())
    if read_count(typed).interval == interval:
        return typed
    if high is None:
        return f"{language.number(low)}+"
    if low == 0:
        return f"<{language.number(high + 1)}"
    return f"{language.number(low)}–{language.number(high)}"


def written_number(interval: Interval, written: str) -> int:
    """The number that stands for a count in a sum: of a rounded one, what was written for it."""
    low, high = interval.low, interval.high
    if interval.exact or high is None or low == high:
        return low
    for shape in _SHORTENED.finditer(written):
        value = _scaled(shape)
        if low <= value <= high:
            return value
    if low == 0:
        return high
    middle = _middle(interval, written)
    return (low + high) // 2 if middle is None else middle


def refused_count(reading: CountReading, language: Language) -> str:
    """Why a typed text is no count, that nothing stored has changed, and what to type.

    Raises:
        ValueError: the reading is a count.
    """
    if reading.missing is None:
        raise ValueError("nothing to refuse")
    choices = any_of([language.number(choice.low) for choice in reading.proposals], language)
    if choices:
        text = language.say(
            "“{written}” is not clear: is {choices} meant? What was stored is unchanged. Type the "
            "whole number."
        )
    else:
        text = _REFUSED[reading.missing](language.say)
    return text.format(
        written=quotable(reading.written), choices=choices, example=language.number(1046)
    )


def million_warning(reading: CountReading, language: Language) -> str:
    """Said where "1,2 M" was read as million although M stands for miliar in Indonesian."""
    if reading.interval is None:
        raise ValueError("nothing was read")
    return language.say("“{written}” was read as {count}: M was taken for million.").format(
        written=quotable(reading.written),
        count=count_text(reading.interval, reading.written, language),
    )


def quotable(written: str) -> str:
    """What stood in a cell, on one line and short enough to be quoted inside a sentence."""
    text = " ".join(written.split())
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


_REFUSED: Mapping[NoCount, Words] = {
    NoCount.EMPTY: lambda say: say(
        "There is no number. What was stored is unchanged. Type the number of followers, for example "
        "{example}."
    ),
    NoCount.NONE: lambda say: say(
        "“{written}” says that there is no account; that is not a count and not zero."
    ),
    NoCount.NOT_A_COUNT: lambda say: say(
        "“{written}” is not a number of followers. What was stored is unchanged. Type a number, for "
        "example {example}."
    ),
    NoCount.AMBIGUOUS: lambda say: say(
        "“{written}” is not clear. What was stored is unchanged. Type the whole number, for example "
        "{example}."
    ),
}


def _shortened(interval: Interval, written: str, language: Language) -> str | None:
    """The first shortened number in `written` that lies in the interval: "1,2 rb" or "1.2K"."""
    for shape in _SHORTENED.finditer(written):
        decimals = shape["decimals"] or ""
        whole = int(shape["whole"])
        value = _scaled(shape)
        if not interval.low <= value <= (interval.high or value):
            continue
        if whole >= _THOUSAND:
            return language.number(value)
        point = "," if language.code == "id" else "."
        number = f"{whole}{point}{decimals}" if decimals else str(whole)
        unit = language.say("{number}K") if shape["thousand"] else language.say("{number}M")
        return unit.format(number=number)
    return None


def _scaled(shape: re.Match[str]) -> int:
    """The value of a shortened number such as "1,2 rb"."""
    decimals = shape["decimals"] or ""
    scale = _THOUSAND if shape["thousand"] else _MILLION
    digits = int(f"{shape['whole']}{decimals}")
    return digits * scale // int("1" + "0" * len(decimals))


def _below(high: int, language: Language) -> str:
    """Below a round number, or up to any other."""
    if (high + 1) % 10 == 0 or high == 0:
        return f"< {language.number(high + 1)}"
    return f"≤ {language.number(high)}"


def _middle(interval: Interval, written: str) -> int | None:
    """The number that somebody wrote for "about as many", where the interval surrounds it."""
    for text in _NUMBER.findall(written):
        value = int(re.sub(r"[.,\s\u00a0]", "", text))
        if interval.high is not None and interval.low < value < interval.high:
            return value
    return None
