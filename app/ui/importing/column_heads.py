"""Heads of columns that a person should know of: hidden in the file, or not kept."""

from app.domain.column_letters import column_letters
from app.domain.fields import DROPPED_AT_THE_DOOR, Field
from app.services.importing import SourceSheet

_CONTACTS = frozenset({Field.PHONE, Field.EMAIL})
_OUR_CODES = frozenset({Field.HELD_CODE, Field.CODE_AGAIN})
_NEVER_STORED = DROPPED_AT_THE_DOOR | {Field.NIP_LAMA}


def hidden_columns(sheet: SourceSheet) -> list[str]:
    """The heads of columns that are hidden in the file and read all the same.

    The codes of our own workbooks are hidden by us.
    """
    hidden = sheet.marks.hidden_columns if sheet.marks is not None else frozenset()
    heads = (
        column.header
        for column in sheet.layout.columns
        if column.index in hidden and column.field is not None and column.field not in _OUR_CODES
    )
    return [head.split(" | ")[-1] for head in heads if head]


def not_stored(sheet: SourceSheet, *, keeps_contacts: bool) -> list[str]:
    """The heads of the columns of the list that stay in the file."""
    beside = {column for place in sheet.layout.beside for column in range(*place)}
    beside |= {column.index for column in sheet.second_columns}
    beside |= {*sheet.layout.number_pieces}
    dropped = _NEVER_STORED if keeps_contacts else _NEVER_STORED | _CONTACTS
    return [
        column.header.split(" | ")[-1]
        for column in sheet.layout.columns
        if column.header and (column.field is None or column.field in dropped)
        if column.index not in beside or column.field is not None
    ]


def second_columns(sheet: SourceSheet) -> list[str]:
    """Columns that mean what another one means, which is read: a second account, an older month."""
    return [
        f"{column_letters(column.index)}: {column.header.split(' | ')[-1]}"
        for column in sheet.second_columns
    ]
