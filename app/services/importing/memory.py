"""What imports learn about layouts: how a header was understood when it was last confirmed."""

from collections.abc import Iterable
from datetime import datetime

from app.domain.fields import Field
from app.services.importing.source_sheet import SourceSheet
from app.storage.learned import remember_layout, remembered_layouts
from app.storage.transaction import Transaction
from app.workbooks.layout.fingerprint import fingerprint
from app.workbooks.layout.known import KnownLayouts, Meanings


def known_layouts(tx: Transaction) -> KnownLayouts:
    """Everything that a person confirmed; a meaning that this Gaung has not makes no layout."""
    read = {mark: _meanings(names) for mark, names in remembered_layouts(tx).items()}
    return {mark: meanings for mark, meanings in read.items() if meanings is not None}


def confirm_layouts(
    tx: Transaction, action: int, sheets: Iterable[SourceSheet], at: datetime
) -> None:
    """A person saw these sheets and imported them: so their headers are to be understood."""
    for sheet in sheets:
        header = sheet.layout.header
        mark = fingerprint(header.texts) if header is not None else ""
        # Headings that are a person would hide that person again without asking.
        if mark and header is not None and not sheet.people_in(header.first + 1, header.last + 1):
            meanings = [column.field and column.field.value for column in sheet.layout.columns]
            remember_layout(tx, action, mark, meanings, at)


def _meanings(names: Iterable[str | None]) -> Meanings | None:
    try:
        return [Field(name) if name is not None else None for name in names]
    except ValueError:
        return None
