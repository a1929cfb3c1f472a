"""Reports upwards: an office writes an exchange workbook, a province receives and merges them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from app.services.preferences import KeepPreferences
from app.services.report.history import KeepWritten
from app.services.rollup.merging import MergeOffices
from app.services.rollup.receiving import ReceiveExchanges
from app.services.rollup.writing import WriteExchange
from app.storage.database import Database
from app.wording.language import Language

__all__ = ["ReportUpwards"]


@dataclass(frozen=True, slots=True)
class ReportUpwards:
    """The three steps of the way upwards: the first in the office, the others in the province."""

    writing: WriteExchange
    receiving: ReceiveExchanges
    merging: MergeOffices

    @classmethod
    def over(
        cls,
        database: Database,
        preferences: KeepPreferences,
        clock: Callable[[], datetime],
        by: str,
        language: Language,
        wrote: Callable[[str], None],
        history: KeepWritten,
    ) -> Self:
        """All three over one database; `by` receives, in `language` the workbooks are written.

        `wrote` and `history` hear of what is written.
        """
        return cls(
            WriteExchange(database, preferences, clock, language, wrote, history),
            ReceiveExchanges(database, clock, by),
            MergeOffices(database),
        )
