"""Builds what an office with Windows gets: the set-up program and the portable zip.

Started by installer/windows.py in the project's own environment.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.failure import FAILED, NEEDS_A_PERSON, SetUpError
from installer.packing.archive import write_zip
from installer.packing.built import Built
from installer.packing.compiled import can_compile, compiled_tree
from installer.packing.locked import WINDOWS_WHEELS, read_locked
from installer.packing.own import own_tree, own_version, time_of_source
from installer.packing.shipped import (
    Shipped,
    as_text,
    shipped_packages,
    shipped_resources,
    shipped_with_windows,
)
from installer.packing.tree import Tree, below, joined, only, wheel_tree
from installer.packing.wheels import WINDOWS, fetch_wheels, lock
from installer.packing.windows import launchers, setup
from installer.packing.windows.icon import icon_of, side_of
from installer.packing.windows.libraries import unmet_libraries
from installer.packing.windows.python_archive import (
    Source,
    fetch_archive,
    python_tree,
    shipped_python,
    source_of,
)
from installer.packing.windows.trim import is_kept

ROOT = Path(__file__).resolve().parents[3]
LARGEST_SETUP = 30_000_000

_TOOLS = {
    setup.COMPILER: "nsis",
    launchers.COMPILER: "gcc-mingw-w64-x86-64-win32",
    launchers.RESOURCES: "binutils-mingw-w64-x86-64",
}
"""What the building machine must have: program, Debian package."""

_PICTURE = ROOT / "resources" / "icons" / "gaung.svg"
_LICENCES = ROOT / "resources" / "licences"


@dataclass(frozen=True, slots=True)
class Program:
    """Everything that stands in the folder of the installed program."""

    version: str
    seconds: int
    icon: bytes
    files: Tree
    python: Source


def main(arguments: Sequence[str]) -> int:
    """Build, print what was made; the exit code."""
    asked = _asked(arguments)
    try:
        if asked.lock:
            lock(ROOT, WINDOWS)
            return 0
        print(build(asked.out, asked.python).told())
    except SetUpError as error:
        print(error.sentence, file=sys.stderr)
        return error.exit_code
    return 0


def build(out: Path, python: Path | None = None) -> Built:
    """Make both in the folder `out`, of the embeddable Python in `python` or of the index.

    Raises:
        SetUpError: something is missing, not believed or refused.
    """
    _refuse_a_bare_machine()
    out.mkdir(parents=True, exist_ok=True)
    kept = out / "windows-kept"
    archive = python or fetch_archive(kept)
    with tempfile.TemporaryDirectory(prefix="gaung-windows-") as folder:
        program = assemble(archive.read_bytes(), kept / "wheels", Path(folder))
        artefacts = pack(program, Path(folder), out.resolve())
    size = sum(len(content) for content in program.files.values())
    notes = (
        f"{len(program.files):,} files, {size:,} B installed",
        f"Python from {program.python.said}",
    )
    return Built(artefacts, _shipped(program.python), notes)


def assemble(archive: bytes, wheels: Path, folder: Path) -> Program:
    """Put the program together; `wheels` keeps what is fetched, `folder` is for working.

    Raises:
        SetUpError: an archive is not believed, or something that the program loads is missing.
    """
    source, version = source_of(archive), own_version(ROOT)
    icon = icon_of(_PICTURE)
    packages = [wheel_tree(wheel.read_bytes()) for wheel in fetch_wheels(ROOT, wheels, WINDOWS)]
    own = own_tree(ROOT, _new(folder / "own"))
    library = joined(*(only(tree, is_kept) for tree in (own, *packages)))
    compiled = compiled_tree(library, _new(folder / "compiling"))
    files = joined(
        launchers.build_launchers(version, icon, _new(folder / "launchers")),
        below("python", python_tree(archive)),
        below("lib", joined(library, compiled)),
        _licences(source),
    )
    unmet = unmet_libraries(files)
    if unmet:
        raise SetUpError(
            "Terlalu banyak dibuang / too much was left out:\n" + "\n".join(unmet), FAILED
        )
    return Program(version, time_of_source(ROOT), icon, files, source)


def pack(program: Program, folder: Path, out: Path) -> tuple[Path, Path]:
    """Write the set-up program and the portable zip into `out`.

    Raises:
        SetUpError: NSIS refused, or the set-up program is too large for slow lines.
    """
    version = program.version
    pictures = {"gaung.ico": program.icon, "side.bmp": side_of(_PICTURE)}
    target, portable = out / f"Gaung-{version}-setup.exe", out / f"Gaung-{version}-portabel.zip"
    setup.make_setup(
        program.files, version, pictures, program.seconds, _new(folder / "setup"), target
    )
    if target.stat().st_size > LARGEST_SETUP:
        raise SetUpError(
            f"Pemasang terlalu besar / the set-up program is too large: {target.stat().st_size:,} B",
            FAILED,
        )
    write_zip(below("Gaung", program.files), portable, program.seconds)
    return target, portable


def _shipped(source: Source) -> tuple[Shipped, ...]:
    packages = read_locked((ROOT / WINDOWS_WHEELS).read_text(encoding="utf-8"))
    return (
        shipped_python(source),
        *shipped_with_windows(),
        *shipped_packages(packages),
        *shipped_resources(),
    )


def _licences(source: Source) -> Tree:
    texts = {f"licences/{path.name}": path.read_bytes() for path in _LICENCES.iterdir()}
    return {
        "LICENSE.txt": (ROOT / "LICENSE").read_bytes(),
        "licences/SHIPPED.txt": as_text(_shipped(source)).encode(),
        **texts,
    }


def _refuse_a_bare_machine() -> None:
    packages = [package for tool, package in _TOOLS.items() if shutil.which(tool) is None]
    if packages:
        raise SetUpError(
            "Komputer ini belum lengkap; jalankan satu baris ini, lalu ulangi / run this line, then "
            f"try again:\napt-get install --yes --no-install-recommends {' '.join(packages)}",
            NEEDS_A_PERSON,
        )
    if not can_compile():
        raise SetUpError(
            "Program untuk Windows dibuat dengan Python 3.11 (Debian 12), karena itulah yang "
            "dibawanya / the Windows program is built with Python 3.11, the one that it ships",
            NEEDS_A_PERSON,
        )


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="installer/windows.py", description="Builds the set-up program and the portable zip."
    )
    parser.add_argument("--python", type=Path, metavar="ARCHIVE", help="the embeddable Python")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER")
    parser.add_argument("--lock", action="store_true", help="write windows_wheels.txt anew")
    return parser.parse_args(arguments)


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
