"""Each picture of the manual is a scene that still exists, and stands on some page."""

from app.paths import resources
from installer.pictures.manual import PICTURES
from installer.pictures.taking import ROOMS


def test_every_picture_of_the_manual_is_a_scene() -> None:
    scenes = {scene.name for room in ROOMS for scene in room.scenes}
    assert sorted(set(PICTURES.values()) - scenes) == []
    assert len(set(PICTURES.values())) == len(PICTURES)


def test_what_is_painted_is_what_is_shipped() -> None:
    for code in ("id", "en"):
        shipped = {one.stem for one in (resources() / "manual" / "pictures" / code).iterdir()}
        assert shipped == set(PICTURES)
