"""How an account is written for people: its link and its short form."""

from urllib.parse import quote

from app.domain.handle.values import Handle, HandleKind
from app.domain.platform import Platform

_PROFILES = {
    (Platform.INSTAGRAM, HandleKind.USERNAME): "https://www.instagram.com/{}/",
    (Platform.FACEBOOK, HandleKind.USERNAME): "https://www.facebook.com/{}",
    (Platform.FACEBOOK, HandleKind.ID): "https://www.facebook.com/profile.php?id={}",
    (Platform.X, HandleKind.USERNAME): "https://x.com/{}",
    (Platform.X, HandleKind.ID): "https://x.com/i/user/{}",
    (Platform.TIKTOK, HandleKind.USERNAME): "https://www.tiktok.com/@{}",
    (Platform.YOUTUBE, HandleKind.USERNAME): "https://www.youtube.com/@{}",
    (Platform.YOUTUBE, HandleKind.CHANNEL_ID): "https://www.youtube.com/channel/{}",
    (Platform.YOUTUBE, HandleKind.LEGACY): "https://www.youtube.com/user/{}",
    (Platform.YOUTUBE, HandleKind.CUSTOM): "https://www.youtube.com/c/{}",
    (Platform.THREADS, HandleKind.USERNAME): "https://www.threads.com/@{}",
    (Platform.BLUESKY, HandleKind.USERNAME): "https://bsky.app/profile/{}",
    (Platform.BLUESKY, HandleKind.ID): "https://bsky.app/profile/{}",
}


def link_of(handle: Handle) -> str:
    """The https address of the profile, to be copied; reading it again gives the same handle."""
    if handle.platform is Platform.MASTODON:
        name, _, server = handle.text.partition("@")
        return f"https://{server}/@{name}"
    # A kind that the platform does not know is shown where a username would stand.
    form = (
        _PROFILES.get((handle.platform, handle.kind))
        or _PROFILES[handle.platform, HandleKind.USERNAME]
    )
    return form.format(quote(handle.text, safe=":"))


def shown(handle: Handle) -> str:
    """The short form for cells and lists: "@name", and the link where a name cannot say it.

    Reading this text in the column of the platform gives the same handle, so files that go out
    and come back lose nothing.
    """
    return f"@{handle.text}" if handle.is_name else link_of(handle)
