"""What a held row says, field by field as written, and the roster row that it makes again."""

from collections.abc import Mapping
from datetime import date

from app.domain.count import read_count
from app.domain.fields import followers_field, handle_field, observed_field
from app.domain.handle import read_handle
from app.domain.nip import NipFlaw, NipReading, read_nip
from app.domain.person import Consent
from app.domain.platform import RECORDED, Platform
from app.domain.roster import PERSON_FIELDS, AccountEntry, RosterRow
from app.storage.held import HeldRow

_NUMBER = "_as_number"
NIP_IN_FILE = f"nip{_NUMBER}"
"""All 18 digits of a number cell, where the file itself has them: a proposal, no NIP."""

"""Added to the field of a count that stood as a number, where as text it would say another."""


def texts_of(row: RosterRow) -> dict[str, str]:
    """So that a person can finish it later. A NIK is not among it: reading has dropped it."""
    texts = dict(row.texts)
    if row.nip or row.nip_written:
        texts["nip"] = row.nip or row.nip_written
    for entry in row.accounts:
        _add_entry(entry, texts)
    if row.observed_on is not None:
        texts["observed_on"] = row.observed_on.isoformat()
    if row.consent is not None:
        texts["consent"] = row.consent.value
    return texts


def row_of(held: HeldRow, texts: Mapping[str, str]) -> RosterRow:
    """The row of a held one with what a person made of its texts.

    A number that nobody touched keeps its flaw: as text the digits of a number cell would look
    whole.
    """
    touched = texts.get("nip", "") != held.texts.get("nip", "")
    if isinstance(held.reason, NipFlaw) and not touched:
        reading = NipReading(None, held.reason, texts.get("nip", ""))
    else:
        reading = read_nip(texts.get("nip", ""))
    entries = tuple(filter(None, (_entry(platform, texts) for platform in RECORDED)))
    consent = texts.get("consent")
    return RosterRow(
        held.row,
        reading.nip.digits if reading.nip is not None else None,
        reading.flaw,
        reading.written if reading.flaw is not None else "",
        reading.first15,
        {field: texts[field] for field in PERSON_FIELDS if texts.get(field)},
        entries,
        _day(texts.get("observed_on")),
        Consent(consent) if consent else None,
    )


def _add_entry(entry: AccountEntry, texts: dict[str, str]) -> None:
    if entry.handle_written:
        texts[handle_field(entry.platform).value] = entry.handle_written
    if entry.count_written:
        field = followers_field(entry.platform).value
        texts[field] = entry.count_written
        said = AccountEntry.of(entry.platform, None, read_count(entry.count_written))
        if (said.low, said.high, said.exact) != (entry.low, entry.high, entry.exact):
            texts[f"{field}{_NUMBER}"] = entry.count_written
    if entry.observed_on is not None:
        texts[observed_field(entry.platform).value] = entry.observed_on.isoformat()


def _entry(platform: Platform, texts: Mapping[str, str]) -> AccountEntry | None:
    field = followers_field(platform).value
    name, count = texts.get(handle_field(platform).value), texts.get(field)
    if not name and not count:
        return None
    number = texts.get(f"{field}{_NUMBER}")
    # Typed over by now, it is what a person typed; else it stays the number that it was.
    value = _number(count) if count is not None and number == count else count
    day = _day(texts.get(observed_field(platform).value))
    return AccountEntry.of(platform, read_handle(name or "", platform), read_count(value), day)


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
