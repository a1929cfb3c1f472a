"""Which submissions are of one office: by its id, by its name, and by the list of the province."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.domain.rollup.sending import Sender
from app.domain.unit_name import fold_unit

_GOVERNMENT = re.compile(r"\bpemerintah(?:an)?\b(?: daerah\b)?")
_GOVERNMENTS = {
    "pemkab": "kabupaten",
    "pemkot": "kota",
    "pemprov": "provinsi",
    "pemda": "pemerintah daerah",
}


def fold_office(name: str) -> str:
    """The key for comparing: "Pemkab Tirta Jaya" and "Pemerintah Kab. Tirta Jaya" are one name."""
    words = " ".join(_GOVERNMENTS.get(word, word) for word in fold_unit(name).split())
    # A name of nothing else is still a name.
    return " ".join(_GOVERNMENT.sub(" ", words).split()) or fold_unit(name)


def without_repetition(names: Iterable[str]) -> tuple[str, ...]:
    """Names of offices as they were typed, each office once; blank ones are none."""
    found: dict[str, str] = {}
    for name in names:
        words = " ".join(name.split())
        if words:
            found.setdefault(fold_office(words), words)
    return tuple(found.values())


def office_keys(senders: Iterable[Sender], expected: Sequence[str]) -> Mapping[Sender, str]:
    """The key of the office of each sender; equal keys are one office.

    Two senders are one office where they have the same id (it was renamed) or the same name (its
    program was set up anew). Only the list of the province parts them again: two names of it are
    two offices, also where somebody copied the database of the other one to begin with.
    """
    known = frozenset(map(fold_office, expected))
    everyone = sorted(set(senders), key=lambda one: (one.id, one.name))
    keys: dict[Sender, str] = {}
    for group in _together(everyone):
        names = {sender: fold_office(sender.name) for sender in group}
        listed = sorted(known & set(names.values()))
        for sender, name in names.items():
            keys[sender] = _key(name, listed, names.values())
    return keys


def _key(name: str, listed: Sequence[str], names: Iterable[str]) -> str:
    """The one name of the list; of several, one's own; where none is in the list, the first."""
    if len(listed) == 1:
        return listed[0]
    return name if listed else min(names)


def _together(senders: Sequence[Sender]) -> list[list[Sender]]:
    """Those that share an id or a name, directly or by others between them."""
    leader = {sender: sender for sender in senders}

    def of(sender: Sender) -> Sender:
        while leader[sender] is not sender:
            sender = leader[sender]
        return sender

    first: dict[tuple[str, str], Sender] = {}
    for sender in senders:
        for mark in (("id", sender.id), ("name", fold_office(sender.name))):
            other = of(first.setdefault(mark, sender))
            leader[of(sender)] = other
    groups: dict[Sender, list[Sender]] = defaultdict(list)
    for sender in senders:
        groups[of(sender)].append(sender)
    return list(groups.values())
