"""The words of a failure, which know what kind of failure they tell of."""

from typing import Self

from app.domain.errors import AppError


class ErrorSentence(str):
    """A sentence like any other; `entry` is the anchor in the manual that tells more.

    What is made of it by `format` or by joining is a plain text again, and leads nowhere.
    """

    __slots__ = ("entry",)

    entry: str

    @classmethod
    def about(cls, error: AppError, words: str) -> Self:
        """The words that were found for this failure."""
        made = cls(words)
        made.entry = entry_of(error)
        return made


def entry_of(error: AppError) -> str:
    """Where the manual tells of such a failure: the name of its class is the anchor."""
    return type(error).__name__
