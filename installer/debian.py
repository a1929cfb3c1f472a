"""Builds the package for Debian and what descends from it: `python3 installer/debian.py`.

Into dist/ comes a .deb; `--lock` writes the lock files anew from constraints.txt.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.beginning import begin_build

if __name__ == "__main__":
    begin_build("installer.packing.debian.building")
