"""What the reading of a handle cell can give: an account's name, or why there is none."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.platform import Platform


class HandleKind(StrEnum):
    """What the text of a handle is to its platform; it decides how the account is looked up."""

    USERNAME = "username"
    ID = "id"
    """A number (Facebook, X) or a decentralised id (Bluesky, `did:...`)."""
    CHANNEL_ID = "channel_id"
    LEGACY = "legacy"
    """A YouTube /user/ name."""
    CUSTOM = "custom"
    """A YouTube /c/ name: no look-up exists for it, the same handle may be tried."""


class NoHandle(StrEnum):
    """Why a cell gives no handle."""

    EMPTY = "empty"
    NONE = "none"
    """Somebody states that there is no account."""
    UNRESOLVABLE = "unresolvable"
    """Something stands there, and it names no account offline."""


class Unresolvable(StrEnum):
    """What stands in a cell that names no account."""

    POST_LINK = "post_link"
    SHARE_LINK = "share_link"
    SHORT_LINK = "short_link"
    GROUP_LINK = "group_link"
    DISPLAY_NAME = "display_name"
    WRONG_PLATFORM = "wrong_platform"
    """A link to a site that is none of the platforms."""
    PLATFORM_UNKNOWN = "platform_unknown"
    """A bare name without a column to say where: ask."""
    RESERVED = "reserved"
    """A page of the platform itself: its start page, search, settings."""
    WORD = "word"
    """A remark ("lupa", "ada", "private")."""
    HOSTILE = "hostile"
    """A text that a spreadsheet would take for a formula."""
    INVALID = "invalid"


def handle_key(platform: Platform, text: str) -> str:
    """By which two handles of one platform are one account."""
    return text.replace(".", "").casefold() if platform is Platform.FACEBOOK else text


@dataclass(frozen=True, slots=True)
class Handle:
    """The canonical name of an account.

    `text` is in lower case and without @; a YouTube channel id keeps its case. A Mastodon name
    carries its server (`name@server`).
    """

    platform: Platform
    text: str
    kind: HandleKind = HandleKind.USERNAME

    @property
    def key(self) -> str:
        """For comparing: Facebook itself ignores dots and case in names."""
        return handle_key(self.platform, self.text)

    @property
    def is_name(self) -> bool:
        """True where people write it with @ in front."""
        return self.kind is HandleKind.USERNAME


@dataclass(frozen=True, slots=True)
class HandleReading:
    """What one cell says. Exactly one of `handle` and `none` is set.

    `also` is a second account in the same cell; `why` is set where `none` is UNRESOLVABLE;
    `other_platform` says that the link (or the label, "FB: ...") names another platform than
    the column: it wins over the column, and a person should be told.
    """

    handle: Handle | None
    also: Handle | None
    none: NoHandle | None
    why: Unresolvable | None
    written: str
    other_platform: bool = False
