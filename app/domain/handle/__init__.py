"""Handles: reading what stands in a cell as an account of a platform, and writing it again."""

from app.domain.handle.profile import link_of, shown
from app.domain.handle.reading import plain_handle, read_handle
from app.domain.handle.values import (
    Handle,
    HandleKind,
    HandleReading,
    NoHandle,
    Unresolvable,
    handle_key,
)

__all__ = [
    "Handle",
    "HandleKind",
    "HandleReading",
    "NoHandle",
    "Unresolvable",
    "handle_key",
    "link_of",
    "plain_handle",
    "read_handle",
    "shown",
]
