"""Runs the whole test suite, set-up included: `python3 installer/test.py [what pytest takes]`.

It begins in words that any Python 3 can read, so that an old one gets a sentence.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Two workers on the two cores of an office PC; the tests of one file share what they build.
SPREAD = ["-n", "2", "--dist", "loadfile"]


def main(arguments: "list[str]") -> int:
    """Set up if needed, then run pytest without a screen; its exit code."""
    sys.path.insert(0, str(ROOT))
    from installer.supported import refusal

    sentence = refusal(sys.version_info[:2])
    if sentence is not None:
        print(sentence, file=sys.stderr)
        return 2
    from installer.failure import SetUpError
    from installer.preparation import prepare

    try:
        python = prepare(ROOT, extras=("test",), window=False)
    except SetUpError as error:
        print(error.sentence, file=sys.stderr)
        return error.exit_code
    return subprocess.call(
        [str(python), "-m", "pytest", *SPREAD, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
