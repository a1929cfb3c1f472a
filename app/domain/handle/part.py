"""Reads one part of a cell: a name with or without @, label and remark, or one link."""

import re
from dataclasses import dataclass

from app.domain.handle.grammar import is_channel_id, named
from app.domain.handle.links import read_link
from app.domain.handle.values import Handle, HandleKind, NoHandle, Unresolvable
from app.domain.handle.words import is_remark, what_words_say
from app.domain.platform import Platform

_LABELS: dict[str, Platform | None] = {
    "ig": Platform.INSTAGRAM,
    "insta": Platform.INSTAGRAM,
    "instagram": Platform.INSTAGRAM,
    "fb": Platform.FACEBOOK,
    "facebook": Platform.FACEBOOK,
    "x": Platform.X,
    "tw": Platform.X,
    "twitter": Platform.X,
    "x/twitter": Platform.X,
    "tt": Platform.TIKTOK,
    "tiktok": Platform.TIKTOK,
    "tik tok": Platform.TIKTOK,
    "yt": Platform.YOUTUBE,
    "youtube": Platform.YOUTUBE,
    "threads": Platform.THREADS,
    "bluesky": Platform.BLUESKY,
    "mastodon": Platform.MASTODON,
    "akun": None,
    "username": None,
    "user name": None,
    "nama akun": None,
    "nama": None,
    "id": None,
    "link": None,
}
_NAMES_OF_LABELS = "|".join(
    re.escape(label).replace(r"\ ", r"\s+") for label in sorted(_LABELS, key=len, reverse=True)
)
_ANY_LABEL = rf"(?:(?:akun|username|nama|link)\s+)?({_NAMES_OF_LABELS})"
# "IG: name", "FB - name", "Tiktok @name", "ig nama_01"; a blank alone is believed only before
# what cannot be a part of somebody's name.
_LABEL = re.compile(
    rf"{_ANY_LABEL}"
    r"(?:\s*[:=]\s*|\s+[-–—]\s+|\s+(?=@|[^\s@]*[0-9_.][^\s@]*\Z))(?=\S)",
    re.IGNORECASE,
)
_LABEL_BEFORE_AT = re.compile(rf"(?<!\S)({_ANY_LABEL})\s+(?=@)", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?:[-–—•*·>]|[0-9]{1,2}[.)])\s+(?=\S)")
_REMARK_BEHIND = re.compile(r"(\S+)\s*(?:\((.*)\)|\s[-–—]?\s*(.+))", re.DOTALL)
_WRAPPING = "\"'“”‘’«»`()[]{}<>"
_BEHIND = re.compile(r"(?:[\s.,;:!?/\\]|\s[-–—])+\Z")
# "tidak ada" said of one account does not speak against the other of the same cell.
_SILENT = (NoHandle.EMPTY, NoHandle.NONE)


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of a cell says.

    `explicit` says that an @, a label or a link makes the part a handle beyond doubt; `marked`
    that it has a sign which names of people lack (digit, underscore, dot).
    """

    handle: Handle | None = None
    none: NoHandle | None = None
    why: Unresolvable | None = None
    platform: Platform | None = None
    explicit: bool = False
    marked: bool = False
    lowered: bool = False

    @property
    def silent(self) -> bool:
        """True where the part names nobody and claims nothing either."""
        return self.none in _SILENT or self.why is Unresolvable.WORD


def labelled(text: str) -> tuple[str, Platform | None]:
    """Takes "IG:" from the front of a text; the platform is None where no label names one."""
    match = _LABEL.match(text)
    if match is None:
        return text, None
    return text[match.end() :], _LABELS[" ".join(match[1].lower().split())]


def labels_bound(text: str) -> str:
    """Each label on a line with the "@name" behind it, so that no separator comes between them."""
    return _LABEL_BEFORE_AT.sub(r"\n\1: ", text)


def part_of_link(link: str, column: Platform | None) -> Part:
    """Reads a part that is a link."""
    reading = read_link(link, column)
    if isinstance(reading.result, Handle):
        return Part(reading.result, platform=reading.platform, explicit=True)
    return Part(None, NoHandle.UNRESOLVABLE, reading.result, reading.platform, explicit=True)


def read_part(text: str, column: Platform | None) -> Part:
    """Reads a part that is no link.

    Args:
        text: cleaned text of one part.
        column: the platform of the column; a label in the part wins over it.
    """
    text, label = labelled(_LIST_MARK.sub("", text.strip(), count=1))
    platform = label or column
    text = _without_remark(_BEHIND.sub("", text.strip()))
    text = _without_remark(_BEHIND.sub("", text.strip(_WRAPPING)).strip(_WRAPPING))
    name = text.lstrip("@")
    at = len(name) < len(text)
    if not at or any(c.isspace() for c in name):
        said = what_words_say(name)
        if said is not None:
            return Part(None, *said, platform)
    explicit = at or label is not None
    result = _judge(name, platform, at)
    if isinstance(result, Handle):
        marked = re.search(r"[0-9_.]", name) is not None
        return Part(result, None, None, result.platform, explicit, marked, name.islower())
    return Part(None, NoHandle.UNRESOLVABLE, result, platform, explicit)


def _without_remark(text: str) -> str:
    """Leaves "@name" of "@name (private)" and "@name - aktif"."""
    match = _REMARK_BEHIND.fullmatch(text)
    if match is None:
        return text
    in_brackets = text.startswith("@") and match[2] is not None and "@" not in match[2]
    if in_brackets or is_remark(match[2] or match[3] or ""):
        # A remark behind a remark is one sentence: "tidak (aktif)".
        return match[1] if what_words_say(match[1]) is None else text
    return text


def _judge(name: str, platform: Platform | None, at: bool) -> Handle | Unresolvable:
    if any(c.isspace() for c in name):
        return Unresolvable.DISPLAY_NAME
    if platform is None and at and "@" in name:
        platform = Platform.MASTODON
    if platform is None:
        return Unresolvable.PLATFORM_UNKNOWN
    if not at and platform is not Platform.FACEBOOK and not any(c.isalpha() for c in name):
        return Unresolvable.INVALID  # a count or a telephone number in the wrong column
    if not at and not any(c.isalnum() for c in name):
        return Unresolvable.INVALID
    kind = HandleKind.USERNAME
    if platform is Platform.YOUTUBE and not at and is_channel_id(name):
        kind = HandleKind.CHANNEL_ID
    result = named(platform, kind, name)
    if result is Unresolvable.INVALID and name.replace("'", "").replace("’", "").isalpha():
        return Unresolvable.DISPLAY_NAME
    return result
