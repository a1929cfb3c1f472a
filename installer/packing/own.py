"""Gaung itself as it is packed: version, time of the last change, the files of its wheel."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, SetUpError
from installer.packing.tree import Tree, wheel_tree

_BUILD = "import sys, hatchling.build; hatchling.build.build_wheel(sys.argv[1])"


def own_version(root: Path) -> str:
    """The version, from the one place where it stands."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def time_of_source(root: Path) -> int:
    """The second that everything packed is dated with: what is asked for, else the last commit's.

    Without either (a folder without its history) it is a fixed day, so that the same files still
    give the same bytes.
    """
    asked = os.environ.get("SOURCE_DATE_EPOCH", "")
    if asked.isdigit():
        return int(asked)
    try:
        ended = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return _FIXED
    said = ended.stdout.strip()
    return int(said) if ended.returncode == 0 and said.isdigit() else _FIXED


def own_tree(root: Path, folder: Path) -> Tree:
    """The files of Gaung's own wheel, words and resources included; `folder` is for building.

    Raises:
        SetUpError: the wheel could not be built.
    """
    try:
        run_quietly([sys.executable, "-P", "-c", _BUILD, str(folder)], root)
    except CommandError as error:
        raise SetUpError(
            f"GAGAL: paket Gaung tidak dapat disusun / the wheel of Gaung could not be built\n"
            f"{error.last_lines}",
            FAILED,
        ) from error
    (wheel,) = folder.glob("gaung-*.whl")
    return wheel_tree(wheel.read_bytes())


_FIXED = 1_767_225_600
"""The beginning of 2026."""
