"""Starts the build of what is handed out in the project's own environment."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from installer.preparation import prepare


def build(root: Path, module: str, arguments: Sequence[str]) -> int:
    """Set up if needed, then run the module of `installer/packing`; the exit code.

    Raises:
        SetUpError: a person has to do something first, or the set-up failed.
    """
    python = prepare(root, extras=("build",), window=False)
    return subprocess.call([str(python), "-m", module, *arguments], cwd=root)
