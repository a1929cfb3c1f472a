"""Handles: reading what stands in a cell as an account of a platform, and writing it again."""

from app.domain.handle.profile import link_of, shown
from app.domain.handle.reading import read_handle
from app.domain.handle.values import Handle, HandleKind, HandleReading, NoHandle, Unresolvable

__all__ = [
    "Handle",
    "HandleKind",
    "HandleReading",
    "NoHandle",
    "Unresolvable",
    "link_of",
    "read_handle",
    "shown",
]
