"""Where the platforms are, and the tokens: read once, and never to be printed by accident."""

import pytest

from app.platforms.secret import Secret
from app.platforms.settings import PlatformSettings, read_settings

CANARY = "RAHASIA-token-123"


def test_without_any_name_every_platform_is_at_its_public_address() -> None:
    assert read_settings({}) == PlatformSettings()
    assert read_settings({"GAUNG_X_URL": "  "}).x.url == "https://api.x.com"


def test_names_of_the_environment_reach_their_platform() -> None:
    read = read_settings(
        {
            "GAUNG_INSTAGRAM_URL": "http://127.0.0.1:1",
            "GAUNG_INSTAGRAM_TOKEN": CANARY,
            "GAUNG_INSTAGRAM_USER_ID": "17840000000000002",
            "GAUNG_FACEBOOK_VERSION": "v25.0",
            "GAUNG_X_TOKEN": f" {CANARY}\n",
            "GAUNG_X_APPROVED": "1",
            "GAUNG_YOUTUBE_KEY": "k",
            "GAUNG_MASTODON_SERVERS": "Mastodon.example, lain.example",
        }
    )
    assert read.instagram.url == "http://127.0.0.1:1"
    assert read.instagram.user_id == "17840000000000002"
    assert read.facebook.version == "v25.0"
    assert read.facebook.token is None
    assert read.x.token == Secret(CANARY)
    assert read.x.approved
    assert read.youtube.key == Secret("k")
    assert read.mastodon.servers == {"mastodon.example", "lain.example"}


@pytest.mark.parametrize("approved", ["", "0", "yes", "true"])
def test_x_is_unlocked_by_one_word_only(approved: str) -> None:
    assert not read_settings({"GAUNG_X_APPROVED": approved}).x.approved


def test_no_way_of_printing_the_settings_shows_a_token() -> None:
    read = read_settings({"GAUNG_X_TOKEN": CANARY, "GAUNG_INSTAGRAM_TOKEN": CANARY})
    secret = read.x.token
    assert secret is not None
    for shown in (repr(read), str(read), f"{secret}", f"{secret!r}", repr([secret])):
        assert CANARY not in shown
    assert secret.reveal() == CANARY


def test_what_can_be_no_token_is_none() -> None:
    assert read_settings({"GAUNG_X_TOKEN": "two words"}).x.token is None
