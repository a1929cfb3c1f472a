"""The platforms whose counts can be fetched, one line each."""

from collections.abc import Callable, Mapping

from app.domain.platform import Platform
from app.platforms.bluesky import Bluesky
from app.platforms.clock import SYSTEM_CLOCK, Clock
from app.platforms.facebook import Facebook
from app.platforms.instagram import Instagram
from app.platforms.mastodon import Mastodon
from app.platforms.protocol import FollowerSource
from app.platforms.settings import PlatformSettings
from app.platforms.x import X
from app.platforms.youtube import YouTube

SOURCES: Mapping[Platform, Callable[[PlatformSettings, Clock], FollowerSource]] = {
    Platform.INSTAGRAM: Instagram,
    Platform.FACEBOOK: Facebook,
    Platform.X: X,
    Platform.YOUTUBE: YouTube,
    Platform.BLUESKY: Bluesky,
    Platform.MASTODON: Mastodon,
}
"""Threads and TikTok are not here: `wording.fetching` says why."""


def open_source(
    platform: Platform, settings: PlatformSettings, clock: Clock = SYSTEM_CLOCK
) -> FollowerSource | None:
    """The client of a platform; None where counts are recorded by hand only. Nothing is sent yet."""
    make = SOURCES.get(platform)
    return None if make is None else make(settings, clock)
