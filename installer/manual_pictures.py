"""Paints the pictures of the manual, in both languages, into resources/manual/pictures.

    python installer/manual_pictures.py [--lang id|en]

Each is a scene of `installer/screenshots.py`; which one stands in `installer/pictures/manual.py`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("id", "en")


def main() -> int:
    """Gives 0 when every picture was painted; a language has a process of its own."""
    parser = argparse.ArgumentParser(description="Paints the pictures of the manual.")
    parser.add_argument("--lang", choices=LANGUAGES)
    code = parser.parse_args().lang
    if code is None:
        command = [sys.executable, __file__, "--lang"]
        return max(subprocess.run([*command, one], check=False).returncode for one in LANGUAGES)
    sys.path.insert(0, str(ROOT))
    from installer.pictures.screens import platform_of

    with tempfile.TemporaryDirectory(prefix="gaung-pictures-") as home:
        os.environ["GAUNG_HOME"] = home
        os.environ["QT_QPA_PLATFORM"] = platform_of(1.0, Path(home))
        from installer.pictures.manual import take_manual_pictures

        for picture in take_manual_pictures(ROOT / "resources/manual/pictures" / code, code):
            print(picture.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    ended = main()
    sys.stdout.flush()
    # As in screenshots.py: Python would free the widgets in an order of its own.
    os._exit(ended)
