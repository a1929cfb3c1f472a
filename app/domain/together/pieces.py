"""What a cell of several accounts says, and the piece of it that is being read."""

from dataclasses import dataclass, field
from datetime import date

from app.domain.platform import Platform


@dataclass(frozen=True, slots=True)
class SaidAccount:
    """One account as written. `platform` None: on a platform that Gaung does not know.

    `count` is a text, or the number of a cell of its own; "" where none stands beside the account.
    """

    platform: Platform | None
    name: str
    count: object = ""
    day: date | None = None
    """When the count was read, where the cell says it."""


@dataclass(frozen=True, slots=True)
class Together:
    """`unnamed` and `uncounted`: accounts and counts of which nobody can say the platform, as written.

    `none`: the cell states that there is no account, and says nothing else.
    """

    accounts: tuple[SaidAccount, ...] = ()
    unnamed: str = ""
    uncounted: str = ""
    none: bool = False

    @property
    def is_whole(self) -> bool:
        """Every piece names its platform."""
        return not (self.unnamed or self.uncounted)


@dataclass(slots=True)
class Piece:
    """One account of a cell, while it is read; places are those of the text."""

    start: int
    end: int = 0
    platforms: list[Platform | None] = field(default_factory=list)
    label: str = ""
    names: list[tuple[int, int]] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    """What stands between the platforms of a piece that has several."""
    has_link: bool = False
    is_behind: bool = False
    """The platform stands behind the name: "@nama (IG)"."""
    is_parted: bool = False
    """A comma or the like has come since its last word."""
    is_lined: bool = False
    """A new line has come since its last word."""
    is_asked: bool = False
    """A colon or a dash stands behind its platform: nothing more means that there is no account."""
    is_glued: bool = False
    """Its platform follows words without a sign between them."""
    is_loose: bool = False
    """Its count stands behind a mere blank and words, so that it may belong to the name."""
    is_doubtful: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing has been said."""
        return not (self.platforms or self.names or self.counts)

    @property
    def is_bare(self) -> bool:
        """Platforms, and nothing about them yet."""
        return bool(self.platforms) and not (self.names or self.counts)

    @property
    def is_open(self) -> bool:
        """Nothing has parted it from what follows."""
        return not (self.is_parted or self.is_lined)
