"""Accounts on several platforms in one cell, and the cell of their counts beside it."""

from app.domain.together.counts import with_counts
from app.domain.together.listed import read_listed
from app.domain.together.pieces import SaidAccount, Together
from app.domain.together.reading import read_together

__all__ = ["SaidAccount", "Together", "read_listed", "read_together", "with_counts"]
