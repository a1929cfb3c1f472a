"""Compiles the modules of a program beforehand: it starts at once, and never writes into itself."""

import py_compile
import sys
from pathlib import Path, PurePosixPath

from installer.packing.tree import Tree

TAG = "cpython-311"
"""Only the Python that is shipped can read what is compiled for it, and only the same can make it."""


def can_compile() -> bool:
    """Whether the running Python makes what the shipped one reads."""
    return sys.implementation.cache_tag == TAG


def compiled_tree(files: Tree, folder: Path) -> Tree:
    """The compiled modules of `files`, where Python looks for them; `folder` is for working.

    Each is bound to no time and never compared with its source, so that neither a copying program
    nor a folder that is read-only makes Python compile again.
    """
    made: Tree = {}
    source, target = folder / "source.py", folder / "compiled.pyc"
    for path, content in files.items():
        place = PurePosixPath(path)
        if place.suffix != ".py":
            continue
        source.write_bytes(content)
        py_compile.compile(
            str(source),
            str(target),
            # What stands in a fault report: the path in the program, no folder of this machine.
            dfile=path,
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        made[str(place.parent / "__pycache__" / f"{place.stem}.{TAG}.pyc")] = target.read_bytes()
    return made
