"""Paints every page, dialog and panel in each of its states into PNG files, offscreen.

    python installer/screenshots.py OUT_DIR [--lang id|en] [--theme light|dark|high_contrast]
                                    [--scale 1.0|1.5|2.0] [--screen 1366x768] [--only NAME]

They are those of the program, over a throw-away copy of the sample office; the window has the
points that are left of a 1366 x 768 screen at this scale (above 1.5, of one of 1920 x 1080), or of
the screen that is named. `--only` paints the scenes whose names begin with NAME.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Gives 0 when every scene was painted."""
    sys.path.insert(0, str(ROOT))
    from installer.pictures.screens import platform_of, screen_named

    asked = _asked(screen_named)
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)

    with tempfile.TemporaryDirectory(prefix="gaung-pictures-") as home:
        os.environ["GAUNG_HOME"] = home
        os.environ["QT_QPA_PLATFORM"] = platform_of(asked.scale, Path(home), asked.screen)
        from installer.pictures.taking import take_pictures

        taken = take_pictures(
            asked.out_dir, asked.lang, asked.theme, asked.scale, asked.only, asked.screen
        )
        for picture in taken:
            print(picture)
    return 0


def _asked(screen_named: Callable[[str], tuple[int, int]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Paints every page, dialog and panel.")
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--theme", choices=("light", "dark", "high_contrast"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--screen", type=screen_named, metavar="1366x768")
    parser.add_argument("--only", default="", metavar="NAME")
    return parser.parse_args()


if __name__ == "__main__":
    ended = main()
    sys.stdout.flush()
    # Python would free the widgets in an order of its own, and Qt may still ask one that is gone.
    os._exit(ended)
