"""Platforms: stable names for the database, proper names and tags for people."""

from app.domain.platform import RECORDED, Platform


def test_the_recorded_platforms_are_the_five_with_columns_in_their_order() -> None:
    assert [str(platform) for platform in RECORDED] == [
        "instagram",
        "facebook",
        "x",
        "tiktok",
        "youtube",
    ]


def test_every_platform_has_a_proper_name_and_a_tag_of_its_own() -> None:
    names = {platform.name_shown for platform in Platform}
    tags = {platform.tag for platform in Platform}
    assert len(names) == len(tags) == len(Platform)
    assert all(len(tag) <= 2 for tag in tags)
    assert Platform.TIKTOK.name_shown == "TikTok"
    assert Platform.X.tag == "X"


def test_a_platform_is_found_by_the_word_of_the_workbook_field() -> None:
    assert Platform("youtube") is Platform.YOUTUBE
