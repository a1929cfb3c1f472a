"""Moments as they are stored: in UTC, so that a day of a platform can be told from one of the office."""

from datetime import UTC, datetime


def moment_text(at: datetime) -> str:
    """To the millisecond. Texts of this form sort by time.

    Raises:
        ValueError: the moment does not say of which zone it is.
    """
    if at.tzinfo is None:
        raise ValueError("a moment without its zone")
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(text: str) -> datetime:
    """What `moment_text` wrote."""
    return datetime.fromisoformat(text)
