"""A civil servant, the accounts that are known, and the newest count of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.handle import Handle
from app.domain.nip import Nip
from app.domain.platform import Platform


class Source(StrEnum):
    """Where a count came from."""

    TYPED = "typed"
    PASTED = "pasted"
    FORM = "form"
    IMPORT = "import"
    API = "api"


class Consent(StrEnum):
    """What a person said about the use of private accounts."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    REFUSED = "refused"
    """Said in a roster: recorded, blocks fetching, removes nobody from a list."""
    WITHDRAWN = "withdrawn"
    """Said to the office in the program: the person leaves every output."""


class Service(StrEnum):
    """Whether the person still serves here."""

    ACTIVE = "active"
    MOVED = "moved"
    RETIRED = "retired"


# Asking an enumeration for its member takes longer than comparing: lists ask 100,000 times.
_WITHDRAWN, _ACTIVE = Consent.WITHDRAWN.value, Service.ACTIVE.value


@dataclass(frozen=True, slots=True)
class Count:
    """One observation. `written` is what stood there ("1,2 rb"); `id` 0 is not stored yet."""

    interval: Interval
    observed_on: date
    source: Source
    written: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """What is known about one person on one platform.

    `handle` None with `written` text: something stands there that names no account offline.
    `unreadable`: the text of a count cell that is no number ("private", "1.5") and that is not
    older than `latest`; a newer readable count takes it away.
    `stated_none`: the person says there is no account.
    `latest`: the newest count that is not after the day asked about; `activity`: the newest look
    at whether it is in use, up to the same day. It makes no account: only a handle or a count does.
    `exclusion`: a person decided that it does not count, from a day not after the one asked about.
    """

    platform: Platform
    handle: Handle | None = None
    written: str = ""
    stated_none: bool = False
    unreadable: str = ""
    latest: Count | None = None
    activity: Activity | None = None
    exclusion: Exclusion | None = None

    @property
    def exists(self) -> bool:
        """A handle, an unusable entry, or a count other than 0 stands for it.

        Whoever says that there is none is believed, also over older counts: a newer count takes
        that statement away where it is recorded.
        """
        if self.stated_none:
            return False
        if self.handle is not None or self.unreadable or self.written:
            return True
        return self.latest is not None and self.latest.interval.high != 0


class Placement(NamedTuple):
    """Where somebody works, as it is written."""

    organisation: str
    unit: str


class Footing(NamedTuple):
    """On what footing somebody serves, and what they said; the words of the last two are stored."""

    status: str
    rank: str
    job_type: str
    echelon: str
    consent: str
    service: str


class NamedPerson(NamedTuple):
    """Who somebody is, for lists that show this before anything else is known of them."""

    id: int
    nip: str
    name: str
    title_front: str
    title_back: str
    consent: str
    """The word of a Consent."""
    placement: Placement


class ListedPerson(NamedTuple):
    """What a list says of a person before anything is judged; texts are as they are stored.

    What many have alike is one object for all of them: 100,000 people are read in two thirds of the
    time that as many with every text of their own take.
    """

    id: int
    nip: str
    name: str
    title_front: str
    title_back: str
    phone: str
    email: str
    position: str
    placement: Placement
    footing: Footing

    @property
    def organisation(self) -> str:
        """As it is written."""
        return self.placement.organisation

    @property
    def unit(self) -> str:
        """The finer unit within it."""
        return self.placement.unit

    @property
    def status(self) -> str:
        """PNS, PPPK and the like."""
        return self.footing.status

    @property
    def rank(self) -> str:
        """As it is written."""
        return self.footing.rank

    @property
    def job_type(self) -> str:
        """As it is written."""
        return self.footing.job_type

    @property
    def echelon(self) -> str:
        """As it is written."""
        return self.footing.echelon

    @property
    def consent(self) -> str:
        """The word of a Consent."""
        return self.footing.consent

    @property
    def service(self) -> str:
        """The word of a Service."""
        return self.footing.service

    @property
    def full_name(self) -> str:
        """As that of a Person."""
        return full_name(self.title_front, self.name, self.title_back)

    @property
    def in_outputs(self) -> bool:
        """Serves here and did not withdraw consent: the others are judged nowhere."""
        return self.footing.service == _ACTIVE and self.footing.consent != _WITHDRAWN

    @property
    def serves(self) -> bool:
        """Serves here still."""
        return self.footing.service == _ACTIVE


@dataclass(frozen=True, slots=True)
class Person:
    """One civil servant as the office keeps them; texts are as written, never None."""

    nip: Nip
    name: str
    title_front: str = ""
    title_back: str = ""
    status: str = ""
    rank: str = ""
    position: str = ""
    organisation: str = ""
    unit: str = ""
    job_type: str = ""
    echelon: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    consent: Consent = Consent.UNKNOWN
    consent_on: date | None = None
    service: Service = Service.ACTIVE
    id: int = 0

    @property
    def full_name(self) -> str:
        """Front titles, name, back titles; titles already inside the name are not added again."""
        return full_name(self.title_front, self.name, self.title_back)

    @property
    def listed(self) -> ListedPerson:
        """What a list says of this person."""
        return ListedPerson(
            self.id,
            self.nip.digits,
            self.name,
            self.title_front,
            self.title_back,
            self.phone,
            self.email,
            self.position,
            Placement(self.organisation, self.unit),
            Footing(*(str(getattr(self, name)) for name in Footing._fields)),
        )

    @property
    def place(self) -> str:
        """The finer unit, else the organisation."""
        return self.unit or self.organisation


def listing_place(name: str, nip: str) -> str:
    """The key of the order in which everyone is listed: by name, then by NIP.

    One text: two of them are compared in half the time of two pairs.
    """
    return f"{name.casefold()}\0{nip}"


def listed_order(people: Sequence[ListedPerson | NamedPerson]) -> list[int]:
    """Where each of them stands among `people`, in the order in which everyone is listed."""
    # The keys beforehand and people by their numbers: half of the time of a key that asks each.
    places = [listing_place(one.name, one.nip) for one in people]
    return sorted(range(len(places)), key=places.__getitem__)


def full_name(front: str, name: str, back: str) -> str:
    """Front titles, name, back titles, those that there are."""
    titled = f"{front} {name}" if front else name
    return f"{titled}, {back}" if back else titled
