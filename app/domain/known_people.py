"""Everyone as an import compares with them; kept as text, since most rows say what is known."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import repeat
from typing import NamedTuple

from typing_extensions import override

from app.domain.person import Consent
from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow
from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS, AccountState, CountState, Known

_MOST_OPEN = 200_000
"""People kept as objects, which are quicker than text and three times as large."""

_NAME = PERSON_FIELDS.index("name")
_PLATFORMS = {platform.value: platform for platform in Platform}
_NAMES = {platform: platform.value for platform in Platform}
_day_text = cache(date.isoformat)
_day = cache(date.fromisoformat)


class Written(NamedTuple):
    """One person as JSON without blanks.

    `texts` is an array in the order of `PERSON_FIELDS`. `accounts` are arrays of platform and the
    fields of `AccountState`, `counts` arrays of the fields of `CountState` with the day at the
    fifth place; both in the order of the platforms' names, with commas between.
    """

    person_id: int | None
    consent: Consent
    texts: str
    accounts: str
    counts: str


class KnownPeople(Mapping[str, Known]):
    """By NIP. Whoever changes a `Known` puts it back."""

    def __init__(
        self,
        people: Mapping[str, Known] | None = None,
        written: Mapping[str, Written] | None = None,
    ) -> None:
        """`written` may hold the same kind of people as text."""
        self._people = dict(people or {})
        self._written = dict(written or {})

    @override
    def __getitem__(self, nip: str) -> Known:
        known = self.find(nip)
        if known is None:
            raise KeyError(nip)
        return known

    @override
    def __iter__(self) -> Iterator[str]:
        yield from self._people
        yield from self._written

    @override
    def __len__(self) -> int:
        return len(self._people) + len(self._written)

    @override
    def __contains__(self, nip: object) -> bool:
        return nip in self._written or nip in self._people

    def find(self, nip: str) -> Known | None:
        """The person, or None."""
        known = self._people.get(nip)
        if known is None and nip in self._written:
            return read(self._written[nip])
        return known

    def put(self, nip: str, known: Known) -> None:
        """Somebody new, or as they are after a change."""
        if nip in self._people or len(self._people) < _MOST_OPEN:
            self._written.pop(nip, None)
            self._people[nip] = known
        else:
            self._written[nip] = write(known)

    def put_new(self, plain: PlainRow) -> None:
        """Somebody of whom nothing was known."""
        self._written[plain.nip] = Written(None, Consent.UNKNOWN, *plain.writing)

    def is_new(self, nips: Sequence[str]) -> bool:
        """Whether nothing is known of any of them, and none comes twice."""
        if len(set(nips)) < len(nips):
            return False
        return self._written.keys().isdisjoint(nips) and self._people.keys().isdisjoint(nips)

    def put_all_new(self, block: PlainBlock) -> None:
        """Of all these people nothing was known."""
        _, nips, *writing = block.rows
        people = map(Written, repeat(None), repeat(Consent.UNKNOWN), *writing)
        self._written.update(zip(nips, people, strict=False))

    def says(self, plain: PlainRow) -> bool:
        """Whether the row says all that is known and nothing else; a quick no may be wrong."""
        written = self._written.get(plain.nip)
        return written is not None and written[2:] == plain[2:]

    def numbers(self) -> dict[int, str]:
        """The NIP of everyone who is stored, by id."""
        stored = {one.person_id: nip for nip, one in self._people.items()}
        stored |= {one.person_id: nip for nip, one in self._written.items()}
        return {person_id: nip for person_id, nip in stored.items() if person_id is not None}

    def names(self) -> dict[str, str]:
        """Of everyone, by NIP."""
        names = {nip: known.texts[_NAME] for nip, known in self._people.items()}
        names |= {nip: json.loads(one.texts)[_NAME] for nip, one in self._written.items()}
        return names


def read(written: Written) -> Known:
    """The person again."""
    accounts: dict[Platform, AccountState] = {}
    latest: dict[Platform, CountState] = {}
    for name, handle, kind, also, text, none, unreadable in json.loads(f"[{written.accounts}]"):
        platform = _PLATFORMS[name]
        accounts[platform] = AccountState(platform, handle, kind, also, text, none == 1, unreadable)
    for name, low, high, exact, day, text, of_import in json.loads(f"[{written.counts}]"):
        platform = _PLATFORMS[name]
        latest[platform] = CountState(
            platform, low, high, exact == 1, _day(day), text, of_import == 1
        )
    texts = tuple(json.loads(written.texts))
    return Known(written.person_id, texts, written.consent, accounts, latest)


def write(known: Known) -> Written:
    """The person as text."""
    accounts = [
        [_NAMES[p], s.handle, s.handle_kind, s.also, s.written, int(s.stated_none), s.unreadable]
        for p, s in known.accounts.items()
    ]
    counts = [
        [_NAMES[p], c.low, c.high, int(c.exact), _day_text(c.observed_on), c.written, of_import]
        for p, c in known.latest.items()
        for of_import in (int(c.day_of_import),)
    ]
    return Written(
        known.person_id,
        known.consent,
        _as_json(known.texts),
        ",".join(sorted(map(_as_json, accounts))),
        ",".join(sorted(map(_as_json, counts))),
    )


def _as_json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
