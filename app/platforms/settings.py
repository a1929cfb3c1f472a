"""Addresses, versions and tokens of the platforms, as the environment or the office's settings name them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.platforms.secret import Secret

META_VERSION = "v26.0"
"""Of 29 July 2026; lives at least two years."""

INSTANCE = "{instance}"
"""Where it stands in the address of Mastodon, the account's own server is put in."""


@dataclass(frozen=True, slots=True)
class MetaSettings:
    """Instagram and Facebook. `user_id`: the office's own professional account (Instagram only)."""

    url: str = "https://graph.facebook.com"
    version: str = META_VERSION
    token: Secret | None = None
    user_id: str = ""
    app_secret: Secret | None = None
    """Only where the app demands a proof of it with each call."""


@dataclass(frozen=True, slots=True)
class XSettings:
    """X. `approved`: the office states that it holds X's written approval or Enterprise plan."""

    url: str = "https://api.x.com"
    token: Secret | None = None
    approved: bool = False


@dataclass(frozen=True, slots=True)
class YouTubeSettings:
    """YouTube."""

    url: str = "https://www.googleapis.com"
    key: Secret | None = None


@dataclass(frozen=True, slots=True)
class BlueskySettings:
    """Bluesky: no key."""

    url: str = "https://public.api.bsky.app"


@dataclass(frozen=True, slots=True)
class MastodonSettings:
    """Mastodon: no key; only servers that the office listed are asked."""

    url: str = f"https://{INSTANCE}"
    servers: frozenset[str] = frozenset(("mastodon.social", "mastodon.online"))


@dataclass(frozen=True, slots=True)
class Times:
    """How long a call may take, in seconds; tests scale them down."""

    connect: float = 5.0
    read: float = 15.0
    whole: float = 20.0


@dataclass(frozen=True, slots=True)
class PlatformSettings:
    """Everything that the clients are built from."""

    instagram: MetaSettings = field(default_factory=MetaSettings)
    facebook: MetaSettings = field(default_factory=MetaSettings)
    x: XSettings = field(default_factory=XSettings)
    youtube: YouTubeSettings = field(default_factory=YouTubeSettings)
    bluesky: BlueskySettings = field(default_factory=BlueskySettings)
    mastodon: MastodonSettings = field(default_factory=MastodonSettings)
    times: Times = field(default_factory=Times)


def read_settings(names: Mapping[str, str]) -> PlatformSettings:
    """Reads names such as GAUNG_X_URL out of a mapping like `os.environ`; what is missing is the default."""

    def text(name: str, default: str = "") -> str:
        return names.get(f"GAUNG_{name}", "").strip() or default

    def secret(name: str) -> Secret | None:
        try:
            return Secret(text(name))
        except ValueError:
            return None  # nothing stands there, or what no token can be

    def meta(name: str) -> MetaSettings:
        return MetaSettings(
            url=text(f"{name}_URL", MetaSettings().url),
            version=text(f"{name}_VERSION", META_VERSION),
            token=secret(f"{name}_TOKEN"),
            user_id=text(f"{name}_USER_ID"),
            app_secret=secret(f"{name}_APP_SECRET"),
        )

    listed = text("MASTODON_SERVERS").replace(",", " ").lower().split()
    return PlatformSettings(
        instagram=meta("INSTAGRAM"),
        facebook=meta("FACEBOOK"),
        x=XSettings(text("X_URL", XSettings().url), secret("X_TOKEN"), text("X_APPROVED") == "1"),
        youtube=YouTubeSettings(text("YOUTUBE_URL", YouTubeSettings().url), secret("YOUTUBE_KEY")),
        bluesky=BlueskySettings(text("BLUESKY_URL", BlueskySettings().url)),
        mastodon=MastodonSettings(
            text("MASTODON_URL", MastodonSettings().url),
            frozenset(listed) or MastodonSettings().servers,
        ),
    )
