"""Whose traces are to go from the office, what kinds of them there are, and how texts name them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from app.domain.name import fold_name
from app.domain.names_agree import names_agree
from app.domain.nip import Nip, read_nip

_TWO_WORDS = 2
_SURE = 15
"""Digits of a number that survive every spreadsheet program."""
_APART = r"[\s.\-/]?"


class Trace(StrEnum):
    """A kind of row in which a person stands."""

    PERSON = "person"
    NUMBERS = "numbers"
    ACCOUNTS = "accounts"
    COUNTS = "counts"
    CHECKED = "checked"
    ACTIVITIES = "activities"
    CLARIFICATIONS = "clarifications"
    EVIDENCE = "evidence"
    CLOSED = "closed"
    FORMS = "forms"
    RECEIVED = "received"
    """Rows of workbooks that other offices sent."""
    HELD = "held"
    NOTED = "noted"
    """What undo would have brought back."""
    SIGNATORIES = "signatories"
    MENTIONS = "mentions"
    """Notes about others, names of files: the name in them is taken out, the rest stays."""
    OTHER = "other"


@dataclass(frozen=True)
class Whose:
    """One person, under every id, number and name that the office ever kept for them."""

    ids: frozenset[int]
    numbers: frozenset[str]
    names: frozenset[str]
    handles: frozenset[str] = frozenset()
    shared_names: frozenset[str] = frozenset()
    """Folded; somebody else has them too, so that they prove nothing alone."""

    @cached_property
    def folded(self) -> frozenset[str]:
        """The names as they are compared."""
        return frozenset(filter(None, map(fold_name, self.names)))

    def is_meant_by(self, texts: Mapping[str, str], *, whole: bool) -> bool:
        """Whether a row that waits is about this person: by number, else by name or account.

        A whole number of somebody else outweighs every name; `whole`: no digit of it was lost.
        """
        said = list(texts.values())
        if any(self.number_in(text) for text in said):
            return True
        number, name = texts.get("nip", ""), texts.get("name", "")
        if whole and read_nip(number).nip is not None:
            return False
        if fold_name(name) in self.folded:
            return True
        digits = "".join(filter(str.isdigit, number))
        if any(len(digits) >= _SURE and digits[:_SURE] == own[:_SURE] for own in self.numbers):
            return any(names_agree(name, own) for own in self.names)
        return any(text.strip().lstrip("@").casefold() in self.handles for text in said)

    def number_in(self, text: str) -> bool:
        """Whether one of the numbers stands in a text, in groups or not."""
        return self._numbers.search(text) is not None

    def is_named_in(self, text: str) -> bool:
        """Whether a number stands there, or a name that is nobody else's."""
        return self.number_in(text) or (
            self._phrases is not None and self._phrases.search(text) is not None
        )

    def taken_out_of(self, text: str, instead: str = "…") -> str:
        """The text without numbers and without names that are nobody else's."""
        text = self._numbers.sub(instead, text)
        return self._phrases.sub(instead, text) if self._phrases is not None else text

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        written = (_APART.join(digits) for digits in sorted(self.numbers))
        return re.compile(rf"(?<![0-9])(?:{'|'.join(written) or '(?!)'})(?![0-9])")

    @cached_property
    def _phrases(self) -> re.Pattern[str] | None:
        """A name of one word, or of two people, would take the words of others with it."""
        alone = [
            name
            for name in self.names
            if len(name.split()) >= _TWO_WORDS and fold_name(name) not in self.shared_names
        ]
        if not alone:
            return None
        longest_first = sorted(alone, key=lambda name: (-len(name), name))
        written = (r"[\s_.\-]+".join(map(re.escape, name.split())) for name in longest_first)
        return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE)


def spellings(whose: Whose) -> Iterable[str]:
    """Every text that must stand in no file any more: numbers plain and in groups, names."""
    for digits in sorted(whose.numbers):
        yield digits
        yield Nip(digits).grouped
    for name in sorted(whose.names):
        if len(name.split()) >= _TWO_WORDS and fold_name(name) not in whose.shared_names:
            yield name


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file that went out with the person in it, and on which day."""

    file: str
    on: date
