"""The stages of an import."""

from enum import Enum


class Stage(Enum):
    """Where the import is."""

    EMPTY = "empty"
    READING = "reading"
    PLANNING = "planning"
    READY = "ready"
    APPLYING = "applying"
    APPLIED = "applied"
    STOPPED = "stopped"
    """The planning was cancelled or failed: there is no plan for what is shown."""
