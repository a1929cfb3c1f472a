"""The days of counts that stand in the heads of their columns."""

from collections.abc import Sequence
from datetime import date

from app.domain.fields import Field, followers_field, observed_field
from app.domain.head_day import day_of_head
from app.domain.platform import RECORDED
from app.workbooks.layout.columns import Column

_COUNTS = {followers_field(platform): observed_field(platform) for platform in RECORDED}


def days_of_counts(columns: Sequence[Column], as_of: date | None = None) -> dict[int, date]:
    """By column (0-based); none where a column of days says it for each row.

    A day after `as_of` is left out: the list was made out for it in advance.
    """
    meant = {column.field for column in columns}
    if Field.OBSERVED_ON in meant:
        return {}
    told = {
        column.index: day_of_head(column.header)
        for column in columns
        if column.field is Field.FOLLOWERS
        or (column.field in _COUNTS and _COUNTS[column.field] not in meant)
    }
    return {
        index: day
        for index, day in told.items()
        if day is not None and (as_of is None or day <= as_of)
    }
