"""Builds the Windows program on Linux: `python3 installer/windows.py [--python ARCHIVE]`.

Into dist/ come a set-up program and a portable zip. `--python` hands in the embeddable Python, else
it comes from the package index; `--lock` writes windows_wheels.txt anew from constraints.txt.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.beginning import begin_build

if __name__ == "__main__":
    begin_build("installer.packing.windows.building")
