"""Reads a lock file: each package in one version, with the hash of the one file that is taken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WINDOWS_WHEELS = Path("installer/windows_wheels.txt")
CONSTRAINTS = Path("installer/constraints.txt")

_PINNED = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:(?P<digest>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Locked:
    """One package as pip is told to take it; `sha256` is empty where a file pins versions only."""

    name: str
    version: str
    sha256: str = ""


def canonical(name: str) -> str:
    """A package's name as the index compares it: PySide6_Essentials is pyside6-essentials."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_locked(text: str) -> tuple[Locked, ...]:
    """What a requirements file pins, in its order, under canonical names."""
    return tuple(_locked(line) for line in _whole_lines(text))


def _locked(line: str) -> Locked:
    pinned = _PINNED.match(line)
    if pinned is None:
        raise ValueError(f"no pinned version: {line}")
    digest = _HASH.search(line)
    return Locked(canonical(pinned["name"]), pinned["version"], digest["digest"] if digest else "")


def _whole_lines(text: str) -> Iterator[str]:
    for line in text.replace("\\\n", " ").splitlines():
        stripped = line.strip()
        if stripped and not stripped.startswith(("#", "-")):
            yield stripped
