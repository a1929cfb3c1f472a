"""Builds everything that a release hands out: `python3 installer/release.py [--draft] [--prove]`.

Into dist/ come set-up program, portable zip, .deb, wheel, sources, bills of materials and SHA256SUMS.
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

    return build(ROOT, "installer.packing.releasing", arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
