"""Makes any text fit to stand in a cell, without ever becoming a formula or breaking the file."""

import re

LONGEST = 32_767
"""UTF-16 units; Excel cuts longer texts or calls the workbook damaged."""

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RISKY_STARTS = ("=", "+", "-", "@", "\t", "\r")


def cell_text(text: str) -> str:
    """The text without what XML cannot hold (U+FFFD stands for it), at most as long as a cell."""
    text = _UNFIT.sub("\ufffd", text)
    if len(text) * 2 <= LONGEST:
        return text
    units = text.encode("utf-16-le")
    return units[: LONGEST * 2].decode("utf-16-le", "ignore") if len(units) > LONGEST * 2 else text


def needs_quote_mark(text: str) -> bool:
    """Excel would take it for a formula when somebody edits the cell and leaves it again."""
    return text.startswith(_RISKY_STARTS)


def footer_text(text: str) -> str:
    """A text for the foot of a page, where & begins a code."""
    return cell_text(text).replace("&", "&&")
