"""What each platform allows as the name of an account."""

import re
from unicodedata import category, normalize

from app.domain.handle.values import Handle, HandleKind, Unresolvable
from app.domain.platform import Platform


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Letters are spelled out: IGNORECASE would let in the long s and the Kelvin sign.
_INSTAGRAM = re.compile(r"(?!\.)(?!.*\.\.)[a-z0-9._]{1,30}(?<!\.)")
_USERNAMES: dict[Platform, re.Pattern[str]] = {
    Platform.INSTAGRAM: _INSTAGRAM,
    Platform.THREADS: _INSTAGRAM,
    Platform.FACEBOOK: re.compile(r"(?!\.)(?=[0-9.]*[a-z])[a-z0-9.]{5,100}(?<!\.)"),
    Platform.X: re.compile(r"[a-z0-9_]{1,15}"),
    Platform.TIKTOK: re.compile(r"[a-z0-9._]{2,24}(?<!\.)"),
    Platform.BLUESKY: re.compile(
        r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
    ),
    Platform.MASTODON: re.compile(
        r"[a-z0-9_](?:[a-z0-9_.-]{0,62}[a-z0-9_])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
    ),
}
_ID = re.compile(r"[1-9][0-9]{4,19}")
_DID = re.compile(r"did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.-]{3,253})")
_CHANNEL_ID = re.compile(r"UC[A-Za-z0-9_-]{22}")
# A telephone number in the wrong column; kept out of the handles, it is private.
_PHONE = re.compile(r"(?:0|62)8[1-9][0-9]{7,10}")

RESERVED: dict[Platform, frozenset[str]] = {
    Platform.INSTAGRAM: _words("""p reel reels tv explore accounts direct stories share s _u _n n about legal
        developer web challenge emails invites popular locations audio topics qr api oauth
        session privacy press blog j channel nametag directory ar"""),
    Platform.FACEBOOK: _words("""login login.php home.php profile.php story.php permalink.php photo.php
        sharer.php l.php search search.php settings messages notifications friends
        bookmarks marketplace watch events groups pages people photo photos reel reels
        videos stories share sharer hashtag help gaming games policies privacy about
        business careers public media dialog plugins recover reg r.php checkpoint
        video.php story permalink"""),
    Platform.X: _words("""home explore search i intent share hashtag settings login messages
        notifications logout signup tos privacy about jobs compose account download
        who_to_follow oauth widgets"""),
    Platform.TIKTOK: _words("""t tag music discover foryou following explore live login signup search
        share upload about legal embed setting messages business v video channel sticker
        effect place topics"""),
    Platform.YOUTUBE: _words("""watch shorts live embed playlist clip post feed results hashtag account
        premium about redirect channel user c gaming music movies trending upload t
        creators ads howyoutubeworks attribution_link oembed kids new v e signin
        supported_browsers"""),
    Platform.THREADS: _words("t search login activity settings share intent about"),
    Platform.BLUESKY: frozenset(),
    Platform.MASTODON: frozenset(),
}
"""First path segments of each platform that are its own pages, so they name nobody."""


def named(platform: Platform, kind: HandleKind, text: str) -> Handle | Unresolvable:
    """Judges the name that a link or a cell gives.

    Args:
        platform: where the account is.
        kind: what the place of the name in the link makes it; digits on Facebook are an id
            whatever the place, a channel id is known by its form.
        text: the name, @ and percent signs already removed, in any case.

    Returns:
        The canonical handle, or why it is none.
    """
    found = _judged(platform, kind, text)
    return found if isinstance(found, Unresolvable) else Handle(platform, *found)


def is_named(handle: Handle) -> bool:
    """Whether its platform can have an account of just this name."""
    found = _judged(handle.platform, handle.kind, handle.text)
    return not isinstance(found, Unresolvable) and found[0] == handle.text


_Name = tuple[str, HandleKind]


def _judged(platform: Platform, kind: HandleKind, text: str) -> _Name | Unresolvable:
    if kind is HandleKind.ID:
        return _identified(platform, text)
    if platform is Platform.YOUTUBE:
        return _on_youtube(kind, text)
    lowered = text.lower()
    if lowered in RESERVED[platform]:
        return Unresolvable.RESERVED
    if platform is Platform.FACEBOOK:
        digits = re.sub(r"\.0\Z", "", lowered)  # a number that became text on its way: "1000645.0"
        if _ID.fullmatch(digits):
            return digits, HandleKind.ID
    if platform is Platform.BLUESKY and _DID.fullmatch(lowered):
        return lowered, HandleKind.ID
    if _PHONE.fullmatch(lowered) or not _USERNAMES[platform].fullmatch(lowered):
        return Unresolvable.INVALID
    return lowered, HandleKind.USERNAME


def _identified(platform: Platform, text: str) -> _Name | Unresolvable:
    if platform is Platform.BLUESKY:
        pattern, text = _DID, text.lower()
    else:
        pattern = _ID
    return (text, HandleKind.ID) if pattern.fullmatch(text) else Unresolvable.INVALID


def _on_youtube(kind: HandleKind, text: str) -> _Name | Unresolvable:
    if kind is HandleKind.CHANNEL_ID:
        return (text, kind) if _CHANNEL_ID.fullmatch(text) else Unresolvable.INVALID
    lowered = text.lower()
    if lowered in RESERVED[Platform.YOUTUBE] and kind is HandleKind.USERNAME:
        return Unresolvable.RESERVED
    # Handles exist in many scripts since 2024. A text that changes when lowered and normalised
    # again would be two handles at once, so it is none.
    stable = normalize("NFKC", lowered).lower() == lowered
    shortest, longest = (3, 30) if kind is HandleKind.USERNAME else (1, 100)
    plain = all(c.isalnum() or c in "_-.·" or category(c)[0] == "M" for c in lowered)
    if not (stable and plain and shortest <= len(lowered) <= longest):
        return Unresolvable.INVALID
    if not any(c.isalnum() for c in lowered) or not (lowered[0].isalnum() or lowered[0] == "_"):
        return Unresolvable.INVALID
    if _PHONE.fullmatch(lowered):
        return Unresolvable.INVALID
    return lowered, kind


def is_channel_id(text: str) -> bool:
    """True for a YouTube channel id; its case matters."""
    return _CHANNEL_ID.fullmatch(text) is not None
