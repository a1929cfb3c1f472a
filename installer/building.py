"""Starts the build of one kind of installer in the project's own environment."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer.failure import SetUpError
from installer.preparation import prepare


def build(root: Path, module: str, arguments: Sequence[str]) -> int:
    """Set up if needed, then run the module of `installer/packing`; the exit code."""
    try:
        python = prepare(root, extras=("build",), window=False)
    except SetUpError as error:
        print(error.sentence, file=sys.stderr)
        return error.exit_code
    return subprocess.call([str(python), "-m", module, *arguments], cwd=root)
