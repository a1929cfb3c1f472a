"""The office that reports: its letterhead and who signs."""

from dataclasses import dataclass
from enum import StrEnum


class SignatoryRole(StrEnum):
    """Where a signature stands."""

    KNOWS = "knows"
    """ "Mengetahui", at the left."""
    SIGNS = "signs"
    """The author, at the right under place and date."""
    ON_BEHALF = "on_behalf"
    """ "a.n.": signs in the place of the one who knows."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """One person who signs; `nip` is text as the office writes it, grouped on paper."""

    role: SignatoryRole
    name: str
    position: str
    rank: str = ""
    nip: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Office:
    """The letterhead; empty texts are left out on paper. `logo` is PNG or JPEG bytes."""

    government: str = ""
    name: str = ""
    address: str = ""
    phone: str = ""
    contact: str = ""
    """Web site and e-mail line."""
    city: str = ""
    """The place before the date of a signature."""
    logo: bytes = b""
    signatories: tuple[Signatory, ...] = ()

    @property
    def is_named(self) -> bool:
        """Enough for a letterhead."""
        return bool(self.government and self.name)
