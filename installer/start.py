"""Starts Gaung, set-up included: `python3 installer/start.py [what `python -m app` takes]`.

Without arguments the main job runs on the sample office, and its window opens where there is a
display. It begins in words that any Python 3 can read, so that an old one gets a sentence.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from installer.beginning import begin  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "kantor-contoh.xlsx"
REPORT = ROOT / "laporan.xlsx"

DONE = 0
EXPECTED_FAILURE = 3
"""The program's own exit code for one, such as a report that is open in Excel."""


def main(arguments: "list[str]") -> int:
    """Set up if needed, then do what `arguments` ask; the exit code."""
    from installer.preparation import has_display, prepare

    opens_a_window = has_display() and (not arguments or arguments[0].startswith("-"))
    python = prepare(ROOT, extras=(), window=opens_a_window)
    if arguments:
        return _run_program(python, arguments)
    return _show_sample(python, opens_a_window)


def _show_sample(python: Path, window: bool) -> int:
    code = _run_program(python, ["run", str(SAMPLE), "--output", str(REPORT)])
    if code == DONE:
        print("Laporan:", REPORT, flush=True)
    if not window or code not in (DONE, EXPECTED_FAILURE):
        return code
    return _run_program(python, ["--sample"])


def _run_program(python: Path, arguments: "list[str]") -> int:
    # -P: the folder this was called from may hold an `app` of its own.
    return subprocess.call([str(python), "-P", "-m", "app", *arguments])


if __name__ == "__main__":
    begin(main)
