"""Builds everything that a release hands out: `python3 installer/release.py [--draft] [--prove]`.

Into dist/ come set-up program, portable zip, .deb, wheel, sources, bills of materials and SHA256SUMS.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.beginning import begin_build

if __name__ == "__main__":
    begin_build("installer.packing.releasing")
