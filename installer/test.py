"""Runs the whole test suite, set-up included: `python3 installer/test.py [what pytest takes]`.

It begins in words that any Python 3 can read, so that an old one gets a sentence.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer.beginning import begin  # noqa: E402

# Two workers on the two cores of an office PC; the tests of one file share what they build.
SPREAD = ["-n", "2", "--dist", "loadfile"]


def main(arguments: "list[str]") -> int:
    """Set up if needed, then run pytest without a screen; its exit code."""
    from installer.preparation import prepare

    python = prepare(ROOT, extras=("test",), window=False)
    return subprocess.call(
        [str(python), "-m", "pytest", *SPREAD, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


if __name__ == "__main__":
    begin(main)
