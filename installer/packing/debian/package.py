"""Writes a tree of files as a .deb: what the system wants beside the program, and the archive."""

import gzip
import hashlib
import os
import time
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, SetUpError
from installer.packing.filling import filled
from installer.packing.own import own_version, time_of_source
from installer.packing.tree import Tree, write_tree

TOOL = "dpkg-deb"

_PARTS = Path(__file__).with_name("parts")
_LICENCES = Path(__file__).parents[3] / "resources" / "licences"
_PROGRAM = "usr/bin/gaung"
_METAINFO = "invalid.gaung.gaung.metainfo.xml"
_DOCUMENTS = "usr/share/doc/gaung"


@dataclass(frozen=True, slots=True)
class Package:
    """`seconds` is the time that everything inside is dated with; `depends` as in its control."""

    version: str
    seconds: int
    depends: tuple[str, ...]
    files: Tree


def system_files(root: Path, shipped: bytes) -> Tree:
    """What makes a folder of modules a program of the system: menu entry, icon, manual, licences."""
    icon = (root / "resources" / "icons" / "gaung.svg").read_bytes()
    changes = (root / "CHANGELOG.md").read_bytes()
    texts = {f"{_DOCUMENTS}/licences/{one.name}": one.read_bytes() for one in _LICENCES.iterdir()}
    return {
        _PROGRAM: (_PARTS / "gaung").read_bytes(),
        "usr/share/applications/gaung.desktop": (_PARTS / "gaung.desktop").read_bytes(),
        "usr/share/icons/hicolor/scalable/apps/gaung.svg": icon,
        f"usr/share/metainfo/{_METAINFO}": _filled(root, _METAINFO),
        "usr/share/man/man1/gaung.1.gz": _pressed(_filled(root, "gaung.1")),
        "usr/share/man/id/man1/gaung.1.gz": _pressed(_filled(root, "gaung.id.1")),
        f"{_DOCUMENTS}/copyright": (root / "LICENSE").read_bytes() + b"\n" + shipped,
        f"{_DOCUMENTS}/changelog.gz": _pressed(_filled(root, "changelog")),
        f"{_DOCUMENTS}/CHANGELOG.md.gz": _pressed(changes),
        **texts,
    }


def make_package(package: Package, folder: Path, target: Path) -> None:
    """Write the .deb; `folder` is for working.

    Raises:
        SetUpError: the archiver refused.
    """
    tree = folder / "tree"
    write_tree(package.files, tree)
    write_tree(_control(package), tree / "DEBIAN")
    _set_modes_and_times(tree, package.seconds)
    # Built beside and moved: a package that was built before stays until the new one is whole.
    beside = folder / target.name
    command = [TOOL, "--root-owner-group", "-Zzstd", "-z12", "--build", str(tree), str(beside)]
    try:
        run_quietly(command, folder, {"SOURCE_DATE_EPOCH": str(package.seconds)})
    except CommandError as error:
        raise SetUpError(
            f"GAGAL: paket Debian tidak dapat dibuat / the package could not be built\n"
            f"{error.last_lines}",
            FAILED,
        ) from error
    _move(beside, target)


def _control(package: Package) -> Tree:
    size = sum(-(-len(content) // 1024) for content in package.files.values())
    values = {
        "VERSION": package.version,
        "SIZE": str(size),
        "DEPENDS": ", ".join(package.depends),
    }
    sums = "".join(
        f"{hashlib.md5(content, usedforsecurity=False).hexdigest()}  {path}\n"
        for path, content in sorted(package.files.items())
    )
    return {
        "control": filled((_PARTS / "control").read_text(encoding="utf-8"), values).encode(),
        "md5sums": sums.encode(),
        "postinst": (_PARTS / "postinst").read_bytes(),
        "prerm": (_PARTS / "prerm").read_bytes(),
    }


def _set_modes_and_times(tree: Path, seconds: int) -> None:
    runs = {tree / _PROGRAM, tree / "DEBIAN" / "postinst", tree / "DEBIAN" / "prerm"}
    # Deepest first: a folder's time would change with what is put into it.
    for path in sorted([tree, *tree.rglob("*")], reverse=True):
        path.chmod(0o755 if path.is_dir() or path in runs else 0o644)
        os.utime(path, (seconds, seconds))


def _filled(root: Path, name: str) -> bytes:
    seconds = time_of_source(root)
    values = {
        "VERSION": own_version(root),
        "DAY": time.strftime("%Y-%m-%d", time.gmtime(seconds)),
        "MOMENT": formatdate(seconds),
    }
    template = (_PARTS / name).read_text(encoding="utf-8")
    return filled(template, {key: values[key] for key in values if f"@{key}@" in template}).encode()


def _pressed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _move(made: Path, target: Path) -> None:
    # The working folder may lie on another disk than the target.
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(made.read_bytes())
    os.replace(beside, target)
