"""Every prompt and every menu has its scene, and each scene a file of its own."""

import re
from collections import Counter

from app.ui.prompts import Prompts
from app.ui.shell.page import PAGE_TITLES
from installer.pictures.screens import screen_of, window_size
from installer.pictures.taking import ROOMS

NAMES = [scene.name for room in ROOMS for scene in room.scenes]


def test_each_scene_has_a_file_name_of_its_own() -> None:
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []
    assert all(re.fullmatch(r"[a-z-]+", name) for name in NAMES)


def test_every_prompt_has_a_picture() -> None:
    prompts = [name for name in vars(Prompts) if not name.startswith("_")]
    assert prompts
    assert [p for p in prompts if f"prompt-{p.replace('_', '-')}" not in NAMES] == []


def test_every_page_has_a_picture_with_people_and_one_without() -> None:
    pages = list(PAGE_TITLES)
    assert len(pages) >= 7
    assert [page for page in pages if page not in NAMES or f"{page}-empty" not in NAMES] == []


def test_a_picture_is_as_large_as_the_smallest_screen_of_offices_allows() -> None:
    assert window_size(1.0) == (1366, 738)
    assert window_size(1.5) == (911, 492)
    assert screen_of(2.0) == (1920, 1080)
