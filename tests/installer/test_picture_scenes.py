"""Every prompt and every menu has its scene, and each scene a file of its own."""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from app.ui.prompts import Prompts
from app.ui.shell.page import PAGE_TITLES
from installer.pictures.screens import platform_of, screen_named, screen_of, window_size
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


def test_any_screen_can_be_named_for_a_scale(tmp_path: Path) -> None:
    screen = screen_named("1366x768")
    assert window_size(2.0, screen) == (683, 369)
    described = platform_of(2.0, tmp_path, screen).removeprefix("offscreen:configfile=")
    (told,) = json.loads(Path(described).read_text("utf-8"))["screens"]
    assert (told["width"], told["height"]) == (1366, 768)


@pytest.mark.parametrize("text", ["", "1366", "1366x", "x768", "1366X768", "a x b", "1366x768x2"])
def test_what_is_no_screen_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="1366x768"):
        screen_named(text)
