"""The screen that pictures are taken on: Qt's own one without a screen is 800 pixels high and wide."""

import json
from pathlib import Path

_SCREENS = ((1.5, (1366, 768)), (2.0, (1920, 1080)))
"""Up to this scale the smallest screen of offices; at 200 % nobody works on that one."""
TITLE_BAR = 30
"""The system's title bar, which a picture does not have."""


def screen_of(scale: float) -> tuple[int, int]:
    """The smallest screen that offices use at a scale, in pixels."""
    return next((size for most, size in _SCREENS if scale <= most), _SCREENS[-1][1])


def window_size(scale: float) -> tuple[int, int]:
    """The points that a window has on the screen that belongs to a scale."""
    wide, high = screen_of(scale)
    return round(wide / scale), round((high - TITLE_BAR) / scale)


def platform_of(scale: float, folder: Path) -> str:
    """The platform of Qt that has such a screen; its description is written into `folder`."""
    wide, high = screen_of(scale)
    screen = {
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
    described.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={described}"
