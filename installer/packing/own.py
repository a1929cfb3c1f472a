"""Gaung itself as it is packed: version, time of the last change, the files of its wheel."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, SetUpError
from installer.packing.tree import Tree, wheel_tree

_BUILD = "import sys, hatchling.build; hatchling.build.build_{}(sys.argv[1])"


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
    wheel = _built(root, folder, "wheel")
    return wheel_tree(wheel.read_bytes())


def build_own(root: Path, folder: Path) -> tuple[Path, Path]:
    """Gaung's own wheel and sources, for whoever has Python, in `folder`.

    Raises:
        SetUpError: one could not be built.
    """
    return _built(root, folder, "wheel"), _built(root, folder, "sdist")


def _built(root: Path, folder: Path, kind: str) -> Path:
    pattern = {"wheel": "gaung-*.whl", "sdist": "gaung-*.tar.gz"}[kind]
    for old in folder.glob(pattern):
        old.unlink()
    dated = {"SOURCE_DATE_EPOCH": str(time_of_source(root))}
    try:
        run_quietly([sys.executable, "-P", "-c", _BUILD.format(kind), str(folder)], root, dated)
    except CommandError as error:
        raise SetUpError(
            f"GAGAL: paket Gaung tidak dapat disusun / the {kind} of Gaung could not be built\n"
            f"{error.last_lines}",
            FAILED,
        ) from error
    (made,) = folder.glob(pattern)
    return made


_FIXED = 1_767_225_600
"""The beginning of 2026."""
