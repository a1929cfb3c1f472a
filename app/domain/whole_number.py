"""A whole number as people write it: digits, or digits in groups of three."""

import re

_GROUPS = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:\u00a0[0-9]{3})+"
)


def whole_number(number: str) -> int | None:
    """Digits, or digits in groups of exactly three with one and the same separator."""
    if number.isdigit():
        phone_like = len(number) > 1 and number[0] == "0"
        return int(number) if len(number) <= 9 and not phone_like else None
    if _GROUPS.fullmatch(number):
        return int(re.sub(r"[.,\u00a0]", "", number))
    return None
