"""A roster row that says nothing but texts, names of accounts and counts, written as JSON.

Nearly all rows are such; they are compared with what is known, and stored, without becoming objects.
"""

import json
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from app.domain.count import NoCount
from app.domain.handle import NoHandle
from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS, AccountEntry, RosterRow

Writing = tuple[str, str, str]
"""Texts, accounts and counts as in `known_people.Written`."""

_BLANKS = ("",) * len(PERSON_FIELDS)
_QUOTES = 2 * len(PERSON_FIELDS)
# Among the pieces between quotation marks: plain texts have none inside.
_ORGANISATION, _UNIT = (2 * PERSON_FIELDS.index(f) + 1 for f in ("organisation", "unit"))
_NAMELESS = '["",'
_NAMES = {platform: platform.value for platform in Platform}
_PLATFORMS = {platform.value: platform for platform in Platform}
_NO_NAME, _NO_NUMBER = NoHandle.EMPTY, NoCount.EMPTY
_day_text = cache(date.isoformat)
_day = cache(date.fromisoformat)


class PlainRow(NamedTuple):
    """What would be stored of somebody of whom only this row was ever read."""

    row: int
    nip: str
    texts: str
    accounts: str
    counts: str

    @property
    def writing(self) -> Writing:
        """What is compared with a person who is known."""
        return self[2:]

    @property
    def has_name(self) -> bool:
        """A row without one brings nobody new."""
        return not self.texts.startswith(_NAMELESS)

    @property
    def organisation_and_unit(self) -> tuple[str, str]:
        """Empty where the row does not say."""
        pieces = self.texts.split('"')
        return pieces[_ORGANISATION], pieces[_UNIT]

    def with_units(self, organisation: str, unit: str) -> "PlainRow | None":
        """The row with these names; None where they are not plain themselves."""
        if not (_is_plain(organisation) and _is_plain(unit)):
            return None
        pieces = self.texts.split('"')
        pieces[_ORGANISATION], pieces[_UNIT] = organisation, unit
        return self._replace(texts='"'.join(pieces))


def plain_row(row: RosterRow, as_of: date) -> PlainRow | None:
    """The row as text, or None where it says more; `as_of`: for counts without a day.

    Texts that JSON has to escape are left out too: so equal writings are equal values.
    """
    if row.nip is None or row.consent is not None or row.held_code or row.about:
        return None
    texts = '["' + '","'.join(map(row.texts.get, PERSON_FIELDS, _BLANKS)) + '"]'
    if texts.count('"') != _QUOTES or not _is_printable(texts):
        return None
    accounts: list[str] = []
    counts: list[str] = []
    for entry in row.accounts:
        if not _write_entry(entry, row.observed_on, as_of, accounts, counts):
            return None
    accounts.sort()
    counts.sort()
    return PlainRow(row.row, row.nip, texts, ",".join(accounts), ",".join(counts))


def _write_entry(
    entry: AccountEntry, row_day: date | None, as_of: date, accounts: list[str], counts: list[str]
) -> bool:
    (
        platform, handle, kind, also, handle_written, no_handle, other,
        low, high, exact, written, no_count, day,
    ) = entry  # fmt: skip
    if other or (no_count is not None and no_count is not _NO_NUMBER):
        return False
    name = _NAMES[platform]
    if handle is not None:
        if also is not None or not _is_plain(handle_written):
            return False
        accounts.append(f'["{name}","{handle}","{kind}",null,"{handle_written}",0,""]')
    elif no_handle is not _NO_NAME or low is None or high == 0:
        # A 0 beside no account is how rosters write "no account"; of a known one it is a count.
        return False
    if low is not None:
        if not _is_plain(written):
            return False
        end = "null" if high is None else high
        own_day = day or row_day
        text = _day_text(own_day or as_of)
        of_import = 1 if own_day is None else 0
        exactly = 1 if exact else 0
        counts.append(f'["{name}",{low},{end},{exactly},"{text}","{written}",{of_import}]')
    return True


def full_row(plain: PlainRow) -> RosterRow:
    """The row again, with all that the planner asks of it.

    Raises:
        ValueError: the texts are no JSON of ours.
    """
    texts = {
        field: text
        for field, text in zip(PERSON_FIELDS, json.loads(plain.texts), strict=True)
        if text
    }
    counted = {name: said for name, *said in json.loads(f"[{plain.counts}]")}
    entries: list[AccountEntry] = []
    for name, handle, kind, _, written, _, _ in json.loads(f"[{plain.accounts}]"):
        entry = AccountEntry(_PLATFORMS[name], handle, kind, None, written, None)
        entries.append(_with_count(entry, counted.pop(name, None)))
    entries += [_with_count(AccountEntry(_PLATFORMS[n]), said) for n, said in counted.items()]
    entries.sort(key=lambda entry: _ORDER[entry.platform])
    return RosterRow(plain.row, plain.nip, None, "", None, texts, tuple(entries))


_ORDER = {platform: place for place, platform in enumerate(Platform)}


def _with_count(entry: AccountEntry, said: list[Any] | None) -> AccountEntry:
    if said is None:
        return entry
    low, high, exact, day, written, of_import = said
    return entry._replace(
        low=low,
        high=high,
        exact=exact == 1,
        count_written=written,
        no_count=None,
        observed_on=None if of_import else _day(day),
    )


def _is_plain(text: str) -> bool:
    return '"' not in text and _is_printable(text)


def _is_printable(text: str) -> bool:
    return "\\" not in text and text.isprintable()
