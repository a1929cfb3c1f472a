"""The social platforms whose accounts the office records."""

from enum import StrEnum


class Platform(StrEnum):
    """A platform; the value is its name in the database, in JSON and in workbook fields."""

    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    X = "x"
    TIKTOK = "tiktok"
    YOUTUBE = "youtube"
    THREADS = "threads"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"

    @property
    def name_shown(self) -> str:
        """The proper name as people write it; it is never translated."""
        return _NAMES_SHOWN[self]

    @property
    def tag(self) -> str:
        """Two letters for narrow places, the same in every language."""
        return _TAGS[self]


RECORDED: tuple[Platform, ...] = (
    Platform.INSTAGRAM,
    Platform.FACEBOOK,
    Platform.X,
    Platform.TIKTOK,
    Platform.YOUTUBE,
)
"""The platforms with columns of their own in the grid and in workbooks, in that order."""

_NAMES_SHOWN = {
    Platform.INSTAGRAM: "Instagram",
    Platform.FACEBOOK: "Facebook",
    Platform.X: "X",
    Platform.TIKTOK: "TikTok",
    Platform.YOUTUBE: "YouTube",
    Platform.THREADS: "Threads",
    Platform.BLUESKY: "Bluesky",
    Platform.MASTODON: "Mastodon",
}

_TAGS = {
    Platform.INSTAGRAM: "IG",
    Platform.FACEBOOK: "FB",
    Platform.X: "X",
    Platform.TIKTOK: "TT",
    Platform.YOUTUBE: "YT",
    Platform.THREADS: "TH",
    Platform.BLUESKY: "BS",
    Platform.MASTODON: "MA",
}
