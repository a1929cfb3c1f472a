"""Builds the package for Debian 12, 13 and what descends from them.

Started by installer/debian.py in the project's own environment.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from installer.failure import FAILED, NEEDS_A_PERSON, SetUpError
from installer.packing.built import Built
from installer.packing.debian.libraries import packages_needed, without_orphans
from installer.packing.debian.package import TOOL, Package, make_package, system_files
from installer.packing.debian.trim import is_kept
from installer.packing.locked import Locked, read_locked
from installer.packing.own import own_tree, own_version, time_of_source
from installer.packing.shipped import Shipped, as_text, shipped_packages, shipped_resources
from installer.packing.tree import Tree, below, joined, only, overlaid, wheel_tree
from installer.packing.wheels import fetch_wheels, linux, lock

ROOT = Path(__file__).resolve().parents[3]

PYTHONS = ("3.11", "3.12", "3.13")
"""Of Debian 12, of Ubuntu 24.04, of Debian 13: the compiled modules for each lie side by side."""


def main(arguments: Sequence[str]) -> int:
    """Build, print what was made; the exit code."""
    asked = _asked(arguments)
    try:
        if asked.lock:
            for python in PYTHONS:
                lock(ROOT, linux(python))
            return 0
        print(build(asked.out).told())
    except SetUpError as error:
        print(error.sentence, file=sys.stderr)
        return error.exit_code
    return 0


def build(out: Path) -> Built:
    """Write the package into the folder `out`.

    Raises:
        SetUpError: a tool is missing, wheels cannot be had, or a library is of unknown origin.
    """
    if shutil.which(TOOL) is None:
        raise SetUpError(f"{TOOL}: Debian / Ubuntu", NEEDS_A_PERSON)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="gaung-debian-") as folder:
        files = assemble(out / "linux-kept", Path(folder))
        depends = tuple(_depends(files))
        package = Package(own_version(ROOT), time_of_source(ROOT), depends, files)
        target = out.resolve() / f"gaung_{package.version}_amd64.deb"
        make_package(package, Path(folder), target)
    notes = (
        f"{len(files):,} files, {sum(map(len, files.values())):,} B installed",
        f"Depends: {', '.join(depends)}",
    )
    return Built((target,), _shipped(), notes)


def assemble(kept: Path, folder: Path) -> Tree:
    """The files of the package by their place below /; `kept` keeps what is fetched.

    Raises:
        SetUpError: wheels cannot be had or are not the locked ones.
    """
    working = folder / "own"
    working.mkdir()
    of_pythons = [_library(kept / python, python) for python in PYTHONS]
    whole = overlaid(only(own_tree(ROOT, working), is_kept), *of_pythons)
    library = without_orphans(whole)
    return joined(below("usr/lib/gaung", library), system_files(ROOT, as_text(_shipped()).encode()))


def _locked() -> Iterator[Locked]:
    """The packages inside, each form of them once."""
    seen: set[Locked] = set()
    for python in PYTHONS:
        for one in read_locked((ROOT / linux(python).lock).read_text(encoding="utf-8")):
            if one not in seen:
                seen.add(one)
                yield one


def _library(kept: Path, python: str) -> Tree:
    wheels = fetch_wheels(ROOT, kept, linux(python))
    return joined(*(only(wheel_tree(wheel.read_bytes()), is_kept) for wheel in wheels))


def _shipped() -> tuple[Shipped, ...]:
    return (*shipped_packages(_locked()), *shipped_resources())


def _depends(files: Tree) -> Iterator[str]:
    first, last = PYTHONS[0], PYTHONS[-1]
    major, minor = last.split(".")
    yield f"python3 (>= {first})"
    yield f"python3 (<< {major}.{int(minor) + 1})"
    try:
        yield from packages_needed(files)
    except LookupError as error:
        raise SetUpError(
            f"Pustaka dari paket yang tidak dikenal / libraries of no known package:\n{error}",
            FAILED,
        ) from error


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="installer/debian.py", description="Builds the package for Debian."
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER")
    parser.add_argument("--lock", action="store_true", help="write the lock files anew")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
