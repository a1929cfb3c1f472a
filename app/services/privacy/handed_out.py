"""Files that left the office with a person in them, as far as the office has a record of them."""

from collections.abc import Callable, Iterable, Sequence

from app.domain.erasure import HandedOut, Whose
from app.storage.forms import forms_with
from app.storage.transaction import Transaction

_RECORDS: Sequence[Callable[[Transaction, Whose], Iterable[HandedOut]]] = (forms_with,)
"""Every record of files that were handed out; a new one is added here."""


def handed_out(tx: Transaction, whose: Whose) -> list[HandedOut]:
    """What no program can take back: whoever has these files is to be asked; the newest first."""
    found = [one for record in _RECORDS for one in record(tx, whose)]
    return sorted(found, key=lambda one: (one.on, one.file), reverse=True)
