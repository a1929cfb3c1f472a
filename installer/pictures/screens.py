"""The screen that pictures are taken on: Qt's own one without a screen is 800 pixels high and wide."""

import argparse
import json
from pathlib import Path

_SCREENS = ((1.5, (1366, 768)), (2.0, (1920, 1080)))
"""Up to this scale the smallest screen of offices; at 200 % few work on that one."""
TITLE_BAR = 30
"""The system's title bar, which a picture does not have."""


def screen_of(scale: float) -> tuple[int, int]:
    """The smallest screen that offices use at a scale, in pixels."""
    return next((size for most, size in _SCREENS if scale <= most), _SCREENS[-1][1])


def screen_named(text: str) -> tuple[int, int]:
    """A screen as it is typed, "1366x768"."""
    wide, between, high = text.partition("x")
    if not (between and wide.isdecimal() and high.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is no screen; one is written 1366x768")
    return int(wide), int(high)


def window_size(scale: float, screen: tuple[int, int] | None = None) -> tuple[int, int]:
    """The points that a window has on a screen; without one, on that which belongs to the scale."""
    wide, high = screen or screen_of(scale)
    return round(wide / scale), round((high - TITLE_BAR) / scale)


def platform_of(scale: float, folder: Path, screen: tuple[int, int] | None = None) -> str:
    """The platform of Qt that has such a screen; its description is written into `folder`."""
    wide, high = screen or screen_of(scale)
    told = {
        "name": "picture",
        "x": 0,
        "y": 0,
        "width": wide,
        "height": high,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [told]}), encoding="utf-8")
    return f"offscreen:configfile={described}"
