"""What a held row says, field by field as written, and the roster row that it makes again."""

from collections.abc import Mapping
from datetime import date

from app.domain.count import read_count
from app.domain.fields import followers_field, handle_field, observed_field
from app.domain.handle import read_handle
from app.domain.nip import NipFlaw, NipReading, read_nip
from app.domain.person import Consent
from app.domain.platform import RECORDED, Platform
from app.domain.roster import AS_NUMBER, PERSON_FIELDS, AccountEntry, HoldReason, RosterRow
from app.storage.held import HeldRow
from app.workbooks.layout.platform_names import platform_said

NIP_IN_FILE = f"nip{AS_NUMBER}"
"""All 18 digits of a number cell, where the file itself has them: a proposal, no NIP."""


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
    about = _about(texts)
    named = _with_platform(texts, about)
    entries = tuple(filter(None, (_entry(platform, named) for platform in RECORDED)))
    if about == "?" and (whole := _together(texts, entries)):
        about, entries = "", whole
    consent = texts.get("consent")
    made = RosterRow(
        held.row,
        reading.nip.digits if reading.nip is not None else None,
        reading.flaw,
        reading.written if reading.flaw is not None else "",
        reading.first15,
        {field: texts[field] for field in PERSON_FIELDS if texts.get(field)},
        entries,
        _day(texts.get("observed_on")),
        Consent(consent) if consent else None,
        about=about,
    )
    same = all(texts.get(field) == held.texts.get(field) for field in ("nip", "name"))
    if held.reason is HoldReason.REPEATED and same:
        # Taken by itself it would put another name on the person who has this number.
        return made._replace(nip=None, flaw=held.reason, nip_written=texts.get("nip", ""))
    return made


def number_shown(held: HeldRow) -> str:
    """A number cell that lost its end must not look like 18 good digits."""
    number = held.texts.get("nip", "")
    if held.reason is NipFlaw.NUMERIC and len(number) > 3:
        return f"{number[:-3]}???"
    return number


def text_shown(held: HeldRow, field: str) -> str:
    """What our workbook says: a number cell that can be read in two ways is marked as doubtful."""
    if field == "nip":
        return number_shown(held)
    text = held.texts.get(field, "")
    return f"{text} ?" if held.texts.get(f"{field}{AS_NUMBER}") == text != "" else text


def returned(held: HeldRow, row: RosterRow) -> RosterRow:
    """A row of our workbook of held rows that came back: the held one, with what was corrected.

    What was not touched stays what it was: a number cell is no text, a doubtful count is doubtful,
    a count without a day is of the day that was said for its import. An emptied cell erases nothing.
    """
    before = {field: text_shown(held, field) for field in (*held.texts, "nip")}
    corrected = {field: text for field, text in texts_of(row).items() if text != before.get(field)}
    if row.about not in ("", "?"):
        corrected["platform"] = row.about
    again = row_of(held, {**held.texts, **corrected})
    day = again.observed_on or held.as_of
    return again._replace(row=row.row, observed_on=day, held_code=row.held_code)


def texts_to_keep(held: HeldRow, texts: Mapping[str, str]) -> dict[str, str]:
    """What a returned row that still waits says, without the day that was lent to it."""
    lent = {"observed_on"} - held.texts.keys()
    return {**held.texts, **{field: text for field, text in texts.items() if field not in lent}}


def _add_entry(entry: AccountEntry, texts: dict[str, str]) -> None:
    if entry.handle_written:
        texts[handle_field(entry.platform).value] = entry.handle_written
    if entry.count_written:
        field = followers_field(entry.platform).value
        texts[field] = entry.count_written
        said = AccountEntry.of(entry.platform, None, read_count(entry.count_written))
        if (said.low, said.high, said.exact) != (entry.low, entry.high, entry.exact):
            texts[f"{field}{AS_NUMBER}"] = entry.count_written
    if entry.observed_on is not None:
        texts[observed_field(entry.platform).value] = entry.observed_on.isoformat()


def _about(texts: Mapping[str, str]) -> str:
    """Of a row about one account: its platform, "?" until somebody names it."""
    if not (texts.get("handle") or texts.get("followers")):
        return ""
    return platform_said(texts.get("platform", "")) or "?"


def _together(
    texts: Mapping[str, str], beside: tuple[AccountEntry, ...]
) -> tuple[AccountEntry, ...]:
    """All accounts, where typed over by now each of the cell names its platform; else none."""
    # Not at the start of the program: nobody waits for these readers there.
    from app.domain.together import read_together, with_counts
    from app.workbooks.layout.together import entries_of, joined

    said = with_counts(read_together(texts.get("handle", "")), texts.get("followers"))
    return joined(beside, entries_of(said)) if said.is_whole and said.accounts else ()


def _with_platform(texts: Mapping[str, str], about: str) -> Mapping[str, str]:
    """Account and count of such a row as those of the platform that was named."""
    if about not in RECORDED:
        return texts
    platform = Platform(about)
    handle, field = handle_field(platform).value, followers_field(platform).value
    meant = {
        handle: texts.get("handle", ""),
        field: texts.get("followers", ""),
        f"{field}{AS_NUMBER}": texts.get(f"followers{AS_NUMBER}", ""),
    }
    if meant[handle] and texts.get(handle, meant[handle]) != meant[handle]:
        return {**meant, **texts, handle: f"{texts[handle]}, {meant[handle]}"}
    return {**{name: text for name, text in meant.items() if text}, **texts}


def _entry(platform: Platform, texts: Mapping[str, str]) -> AccountEntry | None:
    field = followers_field(platform).value
    name, count = texts.get(handle_field(platform).value), texts.get(field)
    if not name and not count:
        return None
    number = texts.get(f"{field}{AS_NUMBER}")
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
