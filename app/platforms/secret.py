"""A token or key of a platform, which no print, log, traceback or file ever shows by accident."""

import hmac
from typing import NoReturn

from typing_extensions import override

_LONGEST = 4_096


class Secret:
    """Its text comes out by `reveal` alone, at the one place that puts it into a request."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Takes what was typed or pasted, without the spaces and line ends around it.

        Raises:
            ValueError: it can be no token: empty, too long, or with a space or a control
                character inside, which would break out of the header that it stands in.
        """
        stripped = text.strip()
        if not 0 < len(stripped) <= _LONGEST or not _is_plain(stripped):
            # The text itself must not stand in the message: messages are shown and logged.
            raise ValueError("no token can read so")
        self._text = stripped

    def reveal(self) -> str:
        """The text itself."""
        return self._text

    @override
    def __repr__(self) -> str:
        return "Secret(…)"

    @override
    def __str__(self) -> str:
        return "…"

    @override
    def __format__(self, form: str) -> str:
        return "…"

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._text, other._text)

    @override
    def __hash__(self) -> int:
        return hash((Secret, self._text))

    @override
    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written down")


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text
