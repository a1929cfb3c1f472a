"""Builds the package for Debian and what descends from it: `python3 installer/debian.py`.

Into dist/ comes a .deb; `--lock` writes the lock files anew from constraints.txt.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: "list[str]") -> int:
    """Set up if needed, then build; the exit code."""
    sys.path.insert(0, str(ROOT))
    from installer.supported import refusal

    sentence = refusal(sys.version_info[:2])
    if sentence is not None:
        print(sentence, file=sys.stderr)
        return 2
    from installer.building import build

    return build(ROOT, "installer.packing.debian.building", arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
