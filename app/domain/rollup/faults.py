"""Why a workbook cannot be received."""

from enum import StrEnum


class ExchangeFault(StrEnum):
    """Each has its sentence in `wording.exchange_errors`."""

    OTHER_FILE = "other_file"
    """No exchange workbook of Gaung."""
    NEWER = "newer"
    """Written in a form that only a newer program knows."""
    CHANGED = "changed"
    """Cells that people read are not what was written."""
    DAMAGED = "damaged"
    """Its hidden sheets are not what was written."""
