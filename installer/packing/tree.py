"""The files of a program before they are packed: path below its folder, and content."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path, PurePosixPath

Tree = dict[str, bytes]
"""Paths with slashes, relative; no folders."""

_SCHEMES = ("purelib", "platlib")
"""What a wheel's .data folder may hold that belongs among its modules."""


def wheel_tree(wheel: bytes) -> Tree:
    """What a wheel installs among the modules; scripts and headers are not taken."""
    files: Tree = {}
    with zipfile.ZipFile(BytesIO(wheel)) as whole:
        for entry in whole.infolist():
            place = _place(entry.filename)
            if place is not None and not entry.is_dir():
                files[place] = whole.read(entry)
    return files


def folder_tree(folder: Path) -> Tree:
    """The files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def below(folder: str, files: Tree) -> Tree:
    """The same files in a folder of that name."""
    return {f"{folder}/{path}": content for path, content in files.items()}


def only(files: Tree, is_kept: Callable[[str], bool]) -> Tree:
    """The files whose path is kept."""
    return {path: content for path, content in files.items() if is_kept(path)}


def joined(*trees: Tree) -> Tree:
    """All of them as one, in the order of their paths.

    Raises:
        ValueError: two want the same place; on Windows the case of letters makes no difference.
    """
    whole: Tree = {}
    taken: dict[str, str] = {}
    for tree in trees:
        for path, content in tree.items():
            other = taken.setdefault(path.lower(), path)
            if other in whole:
                raise ValueError(f"two files want one place: {other} and {path}")
            whole[path] = content
    return dict(sorted(whole.items()))


def overlaid(*trees: Tree) -> Tree:
    """All of them as one, where what several bring is the same in all.

    Raises:
        ValueError: two bring one file, each another content.
    """
    whole: Tree = {}
    for tree in trees:
        for path, content in tree.items():
            if whole.setdefault(path, content) != content:
                raise ValueError(f"two files want one place: {path}")
    return dict(sorted(whole.items()))


def write_tree(files: Tree, folder: Path) -> None:
    """Writes the files below `folder`."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _place(name: str) -> str | None:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"a wheel that leaves its folder: {name}")
    if not path.parts[0].endswith(".data"):
        return str(path)
    if len(path.parts) > 2 and path.parts[1] in _SCHEMES:
        return str(PurePosixPath(*path.parts[2:]))
    return None
