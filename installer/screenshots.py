"""Paints every page with the sample office into PNG files, offscreen.

    python installer/screenshots.py OUT_DIR [--lang id|en] [--theme light|dark|high_contrast]
                                    [--scale 1.0|1.5]

The pages are those of the program, over a throw-away copy of the sample office; at scale 1.5 the
window has the points that are left of a 1366 x 768 screen.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCREEN = (1366, 768)
TITLE_BAR = 30
"""The system's title bar, which an offscreen picture does not have."""


def main() -> int:
    """Gives 0 when every page was painted."""
    asked = _asked()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory(prefix="gaung-pictures-") as home:
        os.environ["GAUNG_HOME"] = home
        from installer.picture_taking import take_pictures

        size = (round(SCREEN[0] / asked.scale), round((SCREEN[1] - TITLE_BAR) / asked.scale))
        for picture in take_pictures(asked.out_dir, asked.lang, asked.theme, asked.scale, size):
            print(picture)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Paints every page with the sample office.")
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--theme", choices=("light", "dark", "high_contrast"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
