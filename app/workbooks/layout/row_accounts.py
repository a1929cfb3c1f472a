"""The accounts of a row, wherever a sheet has them: a column each, all in one, or one a row."""

from collections.abc import Sequence
from datetime import date

from app.domain.fields import followers_field, handle_field, observed_field
from app.domain.platform import RECORDED
from app.domain.roster import AccountEntry
from app.workbooks.layout.account_cells import AccountCells
from app.workbooks.layout.count_days import days_of_counts
from app.workbooks.layout.listed import listed_accounts
from app.workbooks.layout.long_list import LongList
from app.workbooks.layout.sheet import SheetLayout
from app.workbooks.layout.ticks import TickedCounts
from app.workbooks.layout.together import AccountsTogether, entries_of, joined


class RowAccounts:
    """Reads them by the columns of a sheet; `long` is set where each row is one account."""

    def __init__(self, layout: SheetLayout, as_of: date | None = None) -> None:
        fields, units = layout.fields, layout.count_units
        days = days_of_counts(layout.columns, as_of)
        self._fields = fields
        self.long = LongList.of(fields, units, days)
        self.platforms = [
            AccountCells(
                p,
                fields.get(handle_field(p)),
                fields.get(followers_field(p)),
                fields.get(observed_field(p)),
                units.get(fields.get(followers_field(p), -1), 1),
                days.get(fields.get(followers_field(p), -1)),
            )
            for p in RECORDED
            if handle_field(p) in fields or followers_field(p) in fields
        ]
        self._together = AccountsTogether.of(layout.columns)
        self._ticked = TickedCounts(layout.columns)

    @property
    def are_plain(self) -> bool:
        """Each platform has columns of its own, and each row is a person."""
        return self.long is None and self._together is None and not self._ticked

    def read(
        self, row: Sequence[object], texts: dict[str, str]
    ) -> tuple[tuple[AccountEntry, ...], str]:
        """The accounts of a row, which must reach all columns, and which one the row is about.

        What stands there without its platform is put into `texts`, and the row is about "?".
        """
        if self._ticked:
            row = self._ticked.filled(row)
        beside = tuple([entry for cells in self.platforms if (entry := cells.read(row))])
        if self.long is not None:
            listed = listed_accounts(row, self._fields)
            if listed is not None and listed.is_whole and listed.accounts:
                return joined(beside, entries_of(listed)), ""
            about = self.long.about(row)
            if about == "?":
                texts.update(self.long.unnamed(row))
            return joined(beside, self.long.accounts(row)), about
        if self._together is None:
            return beside, ""
        said = self._together.said(row)
        texts.update(self._together.unnamed(said, row))
        return joined(beside, entries_of(said)), "" if said.is_whole else "?"
