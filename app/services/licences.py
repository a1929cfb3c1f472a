"""What others made of the program that is running, and on which terms: read from what is installed."""

import platform
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from app.storage.engine import sqlite_version

_NAME = re.compile(r"[\w.-]+")
_USUAL = ("LICENSE", "LICENSE.txt", "LICENCE.rst", "COPYING")
_OF_QT = ("LGPL-3.0", "GPL-3.0")
_PYTHON = "https://docs.python.org/3/license.html"
_SQLITE = "https://www.sqlite.org/copyright.html"


@dataclass(frozen=True, slots=True)
class Part:
    """`licence` is its name; `text` the licence itself, or the page where it stands."""

    name: str
    version: str
    licence: str
    text: str


def shipped_parts(resources: Path) -> tuple[Part, ...]:
    """Everything that runs or is shown here, Gaung first, the others by name.

    `resources` is the folder of what the program brings beside its modules.
    """
    own = _own(resources)
    whole = (*_packages(resources), *_pictures(resources), *_of_the_machine())
    return (own, *sorted(whole, key=lambda part: part.name.lower()))


def _own(resources: Path) -> Part:
    try:
        gaung = distribution("gaung")
    except PackageNotFoundError:
        return Part("Gaung", "", "MIT", _read(resources.parent / "LICENSE"))
    return Part("Gaung", gaung.version, "MIT", _text(gaung))


def _packages(resources: Path) -> Iterator[Part]:
    seen: set[str] = set()
    waiting = ["gaung"]
    while waiting:
        for needed in _needs(waiting.pop()):
            if needed in seen:
                continue
            seen.add(needed)
            waiting.append(needed)
            try:
                found = distribution(needed)
            except PackageNotFoundError:
                # Needed on another system, or with another Python.
                continue
            yield _part(found, resources)


def _needs(package: str) -> Iterable[str]:
    try:
        asked = distribution(package).requires or []
    except PackageNotFoundError:
        return []
    # What stands behind "extra" is for those who build and test.
    plain = [one for one in asked if "extra ==" not in one]
    names = (_NAME.match(one) for one in plain)
    return [name[0].lower().replace("_", "-") for name in names if name is not None]


def _part(found: Distribution, resources: Path) -> Part:
    name = found.metadata["Name"]
    if name.lower().startswith(("pyside6", "shiboken6")):
        texts = (_read(resources / "licences" / f"{one}.txt") for one in _OF_QT)
        return Part(f"{name} (Qt)", found.version, "LGPL-3.0-only", "\n\n".join(texts))
    return Part(name, found.version, _licence(found), _text(found))


def _licence(found: Distribution) -> str:
    for field in ("License-Expression", "License"):
        for value in found.metadata.get_all(field) or ():
            # Some packages put the whole text where the name belongs.
            if value and "\n" not in value:
                return str(value)
    classes = found.metadata.get_all("Classifier") or []
    return ", ".join(one.rsplit(" :: ", 1)[-1] for one in classes if "License ::" in one)


def _text(found: Distribution) -> str:
    named = found.metadata.get_all("License-File") or []
    for name in (*named, *_USUAL):
        text = found.read_text(f"licenses/{name}") or found.read_text(name)
        if text:
            return text
    return f"https://pypi.org/project/{found.metadata['Name']}/"


def _pictures(resources: Path) -> Iterator[Part]:
    yield Part("Inter", "", "OFL-1.1", _read(resources / "fonts" / "LICENSE"))
    yield Part("Lucide", "", "ISC", _read(resources / "icons" / "LICENSE"))


def _of_the_machine() -> Iterator[Part]:
    yield Part("Python", platform.python_version(), "PSF-2.0", _PYTHON)
    yield Part("SQLite", sqlite_version(), "blessing", _SQLITE)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
