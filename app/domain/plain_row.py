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
    def text_values(self) -> list[str]:
        """In the order of `PERSON_FIELDS`; plain texts hold nothing that JSON would escape."""
        return self.texts[2:-2].split('","')

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
        if not (is_plain(organisation) and is_plain(unit)):
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
        account, count = account_text(entry), count_text(entry, row.observed_on, as_of)
        if account is None or count is None:
            return None
        if not account and (not count or entry.high == 0):
            # A 0 beside no account is how rosters write "no account"; of a known one it is a count.
            return None
        accounts.append(account)
        counts.append(count)
    return PlainRow(row.row, row.nip, texts, _in_order(accounts), _in_order(counts))


def _in_order(written: list[str]) -> str:
    return ",".join(sorted(filter(None, written)))


def account_text(entry: AccountEntry) -> str | None:
    """The name of an account as text, empty where there is none; None where it is not plain."""
    if entry.other_platform:
        return None
    if entry.handle is None:
        return "" if entry.no_handle is NoHandle.EMPTY else None
    if entry.also is not None or not is_plain(entry.handle_written):
        return None
    return plain_account(entry.platform, entry.handle, entry.handle_kind, entry.handle_written)


def plain_account(platform: Platform, handle: str, kind: str | None, written: str) -> str:
    """An account of which nothing else is said; `written` must be plain."""
    return f'["{_NAMES[platform]}","{handle}","{kind}",null,"{written}",0,""]'


def count_text(entry: AccountEntry, day_of_row: date | None, as_of: date) -> str | None:
    """The count as text, empty where there is none; None where it is not plain."""
    if entry.no_count is not None and entry.no_count is not NoCount.EMPTY:
        return None
    if entry.low is None:
        return ""
    if not is_plain(entry.count_written):
        return None
    own_day = entry.observed_on or day_of_row
    high = "null" if entry.high is None else entry.high
    exact, of_import = int(entry.exact), int(own_day is None)
    day, written = _day_text(own_day or as_of), entry.count_written
    return (
        f'["{_NAMES[entry.platform]}",{entry.low},{high},{exact},"{day}","{written}",{of_import}]'
    )


def full_row(plain: PlainRow) -> RosterRow:
    """The row again, with all that the planner asks of it.

    Raises:
        ValueError: the texts are no JSON of ours.
    """
    texts = {
        field: text for field, text in zip(PERSON_FIELDS, plain.text_values, strict=True) if text
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


def is_plain(text: str) -> bool:
    """Whether JSON writes the text as it is."""
    return '"' not in text and _is_printable(text)


def _is_printable(text: str) -> bool:
    return "\\" not in text and text.isprintable()
