"""The code that a row of a form carries: which form, whose row, and a check against the NIP."""

import hashlib
import re
from base64 import b32encode
from typing import NamedTuple

_SHAPE = re.compile(r"F([1-9][0-9]{0,8})-([1-9][0-9]{0,6})-([A-Z2-7]{5})")
_CHECK_LETTERS = 5


class FormKey(NamedTuple):
    """What a code says; `number` counts the people of the form from 1."""

    form: int
    number: int
    check: str

    def belongs_to(self, nip: str) -> bool:
        """Whether the code was made for this NIP: a copied or retyped code is noticed."""
        return self.check == _check(self.form, self.number, nip)


def key_text(form: int, number: int, nip: str) -> str:
    """The code as it stands in a form: F12-7-K3QVA."""
    return f"F{form}-{number}-{_check(form, number, nip)}"


def read_key(text: str) -> FormKey | None:
    """The code in a cell; None for anything else. Blanks and lower case do no harm."""
    found = _SHAPE.fullmatch("".join(text.split()).upper())
    return None if found is None else FormKey(int(found[1]), int(found[2]), found[3])


def _check(form: int, number: int, nip: str) -> str:
    whole = hashlib.sha256(f"{form} {number} {nip}".encode()).digest()
    return b32encode(whole).decode()[:_CHECK_LETTERS]
