"""What a pasted line can say, whom it can be about, and why it has to be asked about."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.absence import says_none
from app.domain.count import CountReading, NoCount, read_count
from app.domain.handle import Handle
from app.domain.platform import Platform


class Doubt(StrEnum):
    """Why a line is asked about instead of being taken."""

    NOBODY = "nobody"
    """No word says whose the counts are."""
    UNKNOWN = "unknown"
    """The words fit nobody whom the office knows."""
    SEVERAL = "several"
    """The words fit more than one person."""
    UNSURE = "unsure"
    """One person is likely, but not beyond doubt: a typing slip, a first name alone, a word more."""
    CONTRADICTED = "contradicted"
    """Name, number and account speak of different people."""
    TANGLED = "tangled"
    """Which count belongs to which platform or person cannot be told."""
    PLATFORM = "platform"
    """No word says which platform a count is of."""
    COUNT = "count"
    """A number, but which: "1.5", "1,2 M", "1.234 rb"."""
    TWICE = "twice"
    """Another line of the same paste says another count for the same account and day."""


class Silence(StrEnum):
    """Why a line brings nothing to record; it stays in view."""

    CHATTER = "chatter"
    """Greetings, thanks, headings."""
    MEDIA = "media"
    """A picture or file that the export left out; a deleted message."""
    NOTICE = "notice"
    """WhatsApp's own words: who joined, how messages are encrypted."""
    QUOTED = "quoted"
    """Somebody else's earlier line, quoted."""
    TOTAL = "total"
    """A sum, of nobody."""
    NO_COUNT = "no_count"
    """It names somebody, perhaps, but brings no count."""
    REPEATED = "repeated"
    """An earlier line of the same paste says the same."""


@dataclass(frozen=True, slots=True)
class Item:
    """One count as said: of which platform, as written, and the account beside it.

    `platform` None: no word says it. `written` "" where only an account is told.
    """

    platform: Platform | None
    written: str
    handle: Handle | None = None

    @property
    def reading(self) -> CountReading:
        """The count as the one grammar of counts reads it."""
        return read_count(self.written)

    @property
    def is_sure(self) -> bool:
        """A count or the word that there is no account, read in one way only."""
        reading = self.reading
        if reading.interval is not None:
            return not reading.million_meant
        return reading.missing is NoCount.NONE or says_none(self.written)


@dataclass(frozen=True, slots=True)
class Clues:
    """What speaks of the person.

    `words` must all fit; `soft` ones (titles, small words) speak against nobody. `says_self`:
    the sender speaks of himself ("akun saya").
    """

    words: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    nip: str = ""
    handles: tuple[Handle, ...] = ()
    says_self: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a line is about. `person` is set only beyond doubt; `choices` the likeliest first.

    `strange` are the words that fit nobody.
    """

    person: int | None = None
    doubt: Doubt | None = None
    choices: tuple[int, ...] = ()
    strange: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChatLine:
    """What one person is said to have, from one line or several of one message.

    Exactly one holds: `silence` is set (nothing to record), `match.doubt` or `doubt` is set (to
    be asked), or everything is known.
    """

    text: str
    sender: str = ""
    day: date | None = None
    clues: Clues = field(default_factory=Clues)
    items: tuple[Item, ...] = ()
    match: Match = field(default_factory=Match)
    doubt: Doubt | None = None
    silence: Silence | None = None

    @property
    def open_doubt(self) -> Doubt | None:
        """The first thing to ask; the person comes before the counts."""
        if self.silence is not None:
            return None
        return self.match.doubt or self.doubt

    @property
    def is_ready(self) -> bool:
        """It can be recorded as it stands."""
        return self.silence is None and self.open_doubt is None


@dataclass(frozen=True, slots=True)
class Known:
    """One person of the roster. `serves` False: can be meant, but nothing is recorded."""

    id: int
    name: str
    nip: str
    unit: str = ""
    organisation: str = ""
    handles: tuple[Handle, ...] = ()
    former_nips: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    serves: bool = True
