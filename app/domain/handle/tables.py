"""Hosts and link forms of each platform, as tables; reference: the 43 golden forms of the tests."""

import re
from dataclasses import dataclass

from app.domain.handle.values import HandleKind, Unresolvable
from app.domain.platform import Platform


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a path and what it means.

    `outcome` is the kind of the name in group 1 (or in the parameter `query`, where the rule
    passes if that is missing), or why such a link names nobody.
    """

    path: re.Pattern[str]
    outcome: HandleKind | Unresolvable
    query: str = ""


@dataclass(frozen=True, slots=True)
class PlatformRules:
    """The special forms of a platform in order; what none of them takes is `/name/...`.

    `doors` are the hosts whose name stands before the path in the rules, since the same path
    means something else there. `plain` is the kind of a `/name` without @; `at_needed` says that
    only `/@name` is a profile.
    """

    ordered: tuple[Rule, ...]
    doors: tuple[str, ...] = ()
    plain: HandleKind = HandleKind.USERNAME
    at_needed: bool = False

    def kind_of(self, path: str) -> HandleKind:
        """The kind of the name that opens the path."""
        return HandleKind.USERNAME if path.startswith("/@") else self.plain


def _rule(path: str, outcome: HandleKind | Unresolvable, query: str = "") -> Rule:
    return Rule(re.compile(path, re.IGNORECASE | re.DOTALL), outcome, query)


HOSTS: dict[str, Platform] = {
    "instagram.com": Platform.INSTAGRAM,
    "instagr.am": Platform.INSTAGRAM,
    "ig.me": Platform.INSTAGRAM,
    "facebook.com": Platform.FACEBOOK,
    "fb.com": Platform.FACEBOOK,
    "fb.me": Platform.FACEBOOK,
    "fb.watch": Platform.FACEBOOK,
    "fb.gg": Platform.FACEBOOK,
    "m.me": Platform.FACEBOOK,
    "messenger.com": Platform.FACEBOOK,
    "x.com": Platform.X,
    "twitter.com": Platform.X,
    "tiktok.com": Platform.TIKTOK,
    "vt.tiktok.com": Platform.TIKTOK,
    "vm.tiktok.com": Platform.TIKTOK,
    "youtube.com": Platform.YOUTUBE,
    "youtu.be": Platform.YOUTUBE,
    "threads.net": Platform.THREADS,
    "threads.com": Platform.THREADS,
    "bsky.app": Platform.BLUESKY,
}
"""Host, without what stands before it ("www.", "m.", "id-id."), to platform."""

SHORT_HOSTS: dict[str, Platform | None] = {
    "t.co": Platform.X,
    **dict.fromkeys(
        ("bit.ly", "s.id", "tinyurl.com", "goo.gl", "cutt.ly", "linktr.ee", "lynk.id", "wa.me")
    ),
    **dict.fromkeys(("ow.ly", "is.gd", "lnk.bio", "heylink.me", "shorturl.at", "rebrand.ly")),
}
"""Hosts whose links only say where they lead once they are opened."""

REDIRECTS = frozenset(
    {
        ("l.facebook.com", "/l.php"),
        ("lm.facebook.com", "/l.php"),
        ("www.facebook.com", "/l.php"),
        ("l.instagram.com", ""),
        ("l.threads.com", ""),
        ("www.youtube.com", "/redirect"),
    }
)
"""Host and path of the exits that carry the true link in `u` or `q`."""

_POST = Unresolvable.POST_LINK
_SHARE = Unresolvable.SHARE_LINK
_SHORT = Unresolvable.SHORT_LINK
_GROUP = Unresolvable.GROUP_LINK
_NAME = HandleKind.USERNAME
_ID = HandleKind.ID

RULES: dict[Platform, PlatformRules] = {
    Platform.INSTAGRAM: PlatformRules(
        (
            _rule(r"ig\.me/m/([^/]+)", _NAME),
            _rule(r"ig\.me.*", _SHORT),
            _rule(r"/_[un]/([^/]+)(?:/.*)?", _NAME),
            _rule(r"/(?:p|reels?|tv|audio|stories/highlights)/.+", _POST),
            _rule(r"/stories/([^/]+)(?:/.*)?", _NAME),
            _rule(r"/(?:share|s)(?:/.*)?", _SHARE),
            _rule(r"/(?:j|channel)/.*", _GROUP),
        ),
        doors=("ig.me",),
    ),
    Platform.FACEBOOK: PlatformRules(
        (
            _rule(r"m\.me/([^/]+)", _NAME),
            _rule(r"(?:m\.me|fb\.me|fb\.watch|fb\.gg).*", _SHORT),
            _rule(r"messenger\.com/t/([^/]+).*", _NAME),
            _rule(r"messenger\.com.*", Unresolvable.RESERVED),
            _rule(r"/profile\.php", _ID, "id"),
            _rule(r"/(?:people|pages)/[^/]+/([0-9]+)(?:/.*)?", _ID),
            _rule(r"/p/(?:[^/]*-)?([0-9]{5,20})(?:/.*)?", _ID),
            _rule(r"/pages/category/(?:[^/]+/)?[^/]*-([0-9]{5,20})(?:/.*)?", _ID),
            _rule(r"/pg/([^/]+)(?:/.*)?", _NAME),
            _rule(r"/(?:share|sharer|sharer\.php|dialog)(?:/.*)?", _SHARE),
            _rule(r"/groups(?:/.*)?", _GROUP),
            _rule(r"/(?:story|permalink|photo|video)\.php", _POST),
            _rule(
                r"/(?:photos?|watch|reels?|events|videos|stories|media|story|live)(?:/.*)?", _POST
            ),
            _rule(r"/public/.*", Unresolvable.DISPLAY_NAME),
            _rule(r"/[^/]+-([0-9]{10,20})(?:/.*)?", _ID),
        ),
        doors=("m.me", "fb.me", "fb.watch", "fb.gg", "messenger.com"),
    ),
    Platform.X: PlatformRules(
        (
            _rule(r"/i/user/([^/]+)(?:/.*)?", _ID),
            _rule(r"/intent/(?:user|follow)", _NAME, "screen_name"),
            _rule(r"/intent/(?:user|follow)", _ID, "user_id"),
            _rule(r"/i/(?:web/)?(?:status|events|spaces|broadcasts)/.*", _POST),
            _rule(r"/i/communities/.*", _GROUP),
        )
    ),
    Platform.TIKTOK: PlatformRules(
        (
            _rule(r"v[tm]\.tiktok\.com.*", _SHORT),
            _rule(r"/t/.+", _SHORT),
            _rule(r"/(?:v|video|embed|share)/.+", _POST),
        ),
        doors=("vt.tiktok.com", "vm.tiktok.com"),
    ),
    Platform.YOUTUBE: PlatformRules(
        (
            _rule(r"youtu\.be(?:/.+)", _POST),
            _rule(r"youtu\.be", Unresolvable.RESERVED),
            _rule(r"/channel/([^/]+)(?:/.*)?", HandleKind.CHANNEL_ID),
            _rule(r"/c/([^/]+)(?:/.*)?", HandleKind.CUSTOM),
            _rule(r"/user/([^/]+)(?:/.*)?", HandleKind.LEGACY),
            _rule(r"/(?:watch|playlist)", _POST),
            _rule(r"/(?:shorts|live|embed|clip|post|v|e)/.+", _POST),
        ),
        doors=("youtu.be",),
        plain=HandleKind.CUSTOM,
    ),
    Platform.THREADS: PlatformRules((_rule(r"/t/.+", _POST),), at_needed=True),
    Platform.BLUESKY: PlatformRules(
        (
            _rule(r"/profile/(did:[^/]+)(?:/.*)?", _ID),
            _rule(r"/profile/([^/]+)(?:/.*)?", _NAME),
            _rule(r".*", Unresolvable.RESERVED),
        )
    ),
    Platform.MASTODON: PlatformRules(()),
}
