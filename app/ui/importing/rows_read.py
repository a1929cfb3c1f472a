"""How many rows of the chosen sheets were read: what the five buckets must sum to."""

from app.ui.importing.work import ImportWork


def rows_read(work: ImportWork) -> int:
    """Counted from the rows themselves where they are loaded, not from the outcomes."""
    prepared, rows = work.prepared, work.rows()
    if prepared is None:
        return 0
    read = 0
    for sheet, planned in prepared.rows.items():
        header = sheet.sheet.layout.header
        if sheet is work.shown and rows is not None and header is not None:
            # An empty row is an empty list.
            read += sum(map(bool, rows[header.last + 1 :]))
            read += sum(number <= header.last + 1 for number in planned)
        else:
            read += len(planned)
    return read
