"""What a build made, and how it is told."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from installer.packing.shipped import Shipped


@dataclass(frozen=True, slots=True)
class Built:
    """`shipped` is what others made of it; `notes` is worth a line to whoever built it."""

    artefacts: tuple[Path, ...]
    shipped: tuple[Shipped, ...]
    notes: tuple[str, ...] = ()

    def told(self) -> str:
        """Each artefact with its size and hash, then the notes."""
        lines = [
            f"{one}  {one.stat().st_size:,} B\n  sha256 {sha256_of(one)}" for one in self.artefacts
        ]
        return "\n".join((*lines, *self.notes))


def sha256_of(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
