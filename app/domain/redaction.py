"""Takes out of a text for the log whatever could be somebody's: numbers, handles, tokens, places."""

import re
import traceback
from pathlib import PurePath
from types import TracebackType

_GONE = "…"
_PATTERNS = (
    re.compile(r"\S+@\S*|\S*@\S+"),
    re.compile(r"\w+://\S*"),
    re.compile(r"(?:[A-Za-z]:|~)?(?:[\\/][^\\/\s\"']+){2,}[\\/]?"),
    re.compile(r"\d(?:[ .-]?\d){7,}"),
    re.compile(r"[A-Za-z0-9_|.~+/=-]{20,}"),
)


def redacted(text: str) -> str:
    """The same without handles, addresses, places of files, long numbers and tokens."""
    for pattern in _PATTERNS:
        text = pattern.sub(_GONE, text)
    return text


def fault_report(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> str:
    """Where a fault came up: files of the program, lines and functions, never what it said.

    The message of an exception may hold any value of the office, a name too: it is left out.
    """
    lines = []
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {PurePath(frame.filename).name}:{frame.lineno} {frame.name}")
    lines.append(kind.__name__)
    before = error.__cause__ or error.__context__ if error is not None else None
    if before is not None:
        return fault_report(type(before), before, before.__traceback__) + "\n" + "\n".join(lines)
    return "\n".join(lines)
