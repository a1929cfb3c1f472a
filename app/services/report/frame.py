"""What stands around the tables of a report: letterhead, titles, notes, signatures, footer."""

from collections.abc import Sequence
from datetime import date

from app.domain.nip import read_nip
from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.report import Letterhead, PageFooter, Signature, Signatures
from app.wording.language import Language

DOTS = "." * 40
"""A line to fill in by hand."""


def letterhead_of(office: Office, language: Language) -> Letterhead | None:
    """Nothing for an office that has not said its name yet."""
    if not office.is_named:
        return None
    phone = language.say("Telephone {phone}").format(phone=office.phone) if office.phone else ""
    street = ", ".join(part for part in (office.address, phone) if part)
    address = tuple(part for part in (street, office.contact) if part)
    return Letterhead(_government(office), office.name.upper(), address, office.logo)


def _government(office: Office) -> str:
    """As in "PEMERINTAH KABUPATEN X": letterheads are Indonesian in every language of the program."""
    name = office.government.upper()
    return name if name.startswith("PEMERINTAH") else f"PEMERINTAH {name}"


def footer_of(language: Language) -> PageFooter:
    """The classification, and the page numbers."""
    return PageFooter(language.say("Restricted"), language.say("Page {page} of {pages}"))


def month_line(as_of: date, language: Language) -> str:
    """Below the title: "BULAN NOVEMBER TAHUN 2026"."""
    name, _, year = language.month(as_of).rpartition(" ")
    return language.say("MONTH OF {name} {year}").format(name=name.upper(), year=year)


def signatures_of(office: Office, as_of: date, language: Language) -> Signatures:
    """Mengetahui at the left, place and date at the right; dotted lines where nobody is named."""
    place = language.say("{place}, {date}").format(
        place=office.city or DOTS[:24], date=language.date(as_of)
    )
    signs = _first(office.signatories, SignatoryRole.SIGNS)
    knows = _knowing(office, language)
    if signs is None and knows is None:
        noted = language.say("Noted by,")
        return Signatures(_blank((noted, f"{DOTS},")), _blank((place, f"{DOTS},")))
    if signs is None:
        return Signatures(None, _with_first(knows, place))
    return Signatures(
        _with_first(knows, language.say("Noted by,")),
        _with_first(_signed(signs, (f"{signs.position},",)), place),
    )


def signature_of_head(office: Office, language: Language) -> Signature | None:
    """Of the head alone, or "a.n."; else of the author; None where nobody is named."""
    found = _knowing(office, language)
    signs = _first(office.signatories, SignatoryRole.SIGNS)
    if found is None and signs is not None:
        found = _signed(signs, (f"{signs.position},",))
    return found


def _knowing(office: Office, language: Language) -> Signature | None:
    """Who takes note, or who signs in that person's place under "a.n."."""
    knows = _first(office.signatories, SignatoryRole.KNOWS)
    behalf = _first(office.signatories, SignatoryRole.ON_BEHALF)
    if behalf is None:
        return None if knows is None else _signed(knows, (f"{knows.position},",))
    head = language.say("Head of {office}").format(office=office.name)
    absent = knows.position if knows is not None else head
    on_behalf = language.say("on behalf of {position}").format(position=absent)
    return _signed(behalf, (on_behalf, f"{behalf.position},"))


def _signed(person: Signatory, above: tuple[str, ...]) -> Signature:
    reading = read_nip(person.nip)
    if reading.nip is not None:
        number = f"{reading.nip.label} {reading.nip.grouped}"
    else:
        number = f"NIP. {person.nip}" if person.nip.strip() else ""
    return Signature(above, person.name, tuple(text for text in (person.rank, number) if text))


def _blank(above: tuple[str, ...]) -> Signature:
    return Signature(above, DOTS, (f"NIP. {DOTS[:32]}",))


def _with_first(signature: Signature | None, first: str) -> Signature | None:
    if signature is None:
        return None
    return Signature((first, *signature.above), signature.name, signature.below)


def _first(signatories: Sequence[Signatory], role: SignatoryRole) -> Signatory | None:
    return next((person for person in signatories if person.role is role), None)
