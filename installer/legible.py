"""Says what cannot be read, reached or told apart in the pictures: `python installer/legible.py`.

    python installer/legible.py [--lang id|en] [--theme light|dark|high_contrast]
                                [--scale 1.0|1.5|2.0] [--screen 1366x768] [--only NAME] [--json]

The scenes are those of `installer/screenshots.py`, on the same screens. Exit code 1 where something
was found.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Gives 0 when everything can be read in every scene."""
    sys.path.insert(0, str(ROOT))
    from installer.pictures.screens import platform_of, screen_named

    asked = _asked(screen_named)
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)

    with tempfile.TemporaryDirectory(prefix="gaung-pictures-") as home:
        os.environ["GAUNG_HOME"] = home
        os.environ["QT_QPA_PLATFORM"] = platform_of(asked.scale, Path(home), asked.screen)
        from installer.pictures.inspecting import inspect

        seen = inspect(asked.lang, asked.theme, asked.scale, asked.only, asked.screen)
    if asked.json:
        found = {"faults": seen.faults, "shown": sorted(seen.shown), "menus": sorted(seen.menus)}
        print(json.dumps(found))
    else:
        for fault, scenes in sorted(seen.faults.items()):
            print(f"{scenes[0]} and {len(scenes) - 1} more: {fault}")
        print(f"{len(seen.faults)} faults in {seen.scenes} scenes")
    return 1 if seen.faults else 0


def _asked(screen_named: Callable[[str], tuple[int, int]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Says what cannot be read in the pictures.")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--theme", choices=("light", "dark", "high_contrast"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--screen", type=screen_named, metavar="1366x768")
    parser.add_argument("--only", default="", metavar="NAME")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    ended = main()
    sys.stdout.flush()
    # Python would free the widgets in an order of its own, and Qt may still ask one that is gone.
    os._exit(ended)
