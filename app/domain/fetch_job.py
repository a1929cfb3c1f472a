"""The states of a fetch that is kept: of the whole job of one platform, and of each account in it."""

from enum import StrEnum


class JobState(StrEnum):
    """What a job of one platform is doing, as far as the database knows."""

    RUNNING = "running"
    """Also after a power cut: nobody could say any more that it ended."""
    PAUSED = "paused"
    """The platform asked to wait; the rest stays in the queue."""
    STOPPED = "stopped"
    """A person cancelled it, or the platform refuses the office: the rest stays in the queue."""
    ENDED = "ended"
    """Every account was asked as often as it is worth."""

    @property
    def is_open(self) -> bool:
        """Something of it may still wait."""
        return self is not JobState.ENDED


class ItemState(StrEnum):
    """Where one account stands in the queue."""

    PENDING = "pending"
    IN_FLIGHT = "in_flight"
    """Asked, and no answer was kept yet."""
    OK = "ok"
    FAILED = "failed"
    """The platform said something that asking again does not change."""
    RETRY = "retry"
    """No answer worth keeping came: asked again by this job or by the next one."""

    @property
    def waits(self) -> bool:
        """It is still to be asked."""
        return self in (ItemState.PENDING, ItemState.IN_FLIGHT, ItemState.RETRY)


class ApartDecision(StrEnum):
    """What became of a count that was kept apart because nobody would believe it at once."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    OUTDATED = "outdated"
    """A later answer of the platform stands instead."""
