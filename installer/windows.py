"""Builds the Windows program on Linux: `python3 installer/windows.py [--python ARCHIVE]`.

Into dist/ come a set-up program and a portable zip. `--python` hands in the embeddable Python, else
it comes from the package index; `--lock` writes windows_wheels.txt anew from constraints.txt.
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

    return build(ROOT, "installer.packing.windows.building", arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
