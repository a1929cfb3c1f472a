"""The rows of one person as they are stored: nothing is left out, no word is put more nicely."""

from collections.abc import Mapping

from app.domain.report import Cell
from app.services.privacy.own_data.gathering import OwnData
from app.storage.of_person import StoredRow
from app.wording.data_map import part_words
from app.wording.language import Language

_OURS = ("touched",)
"""Which action wrote the row last: a number of ours."""


def stored_rows(data: OwnData, language: Language) -> list[tuple[Cell, ...]]:
    """What it is, what stands there, and until when it was so."""
    return [
        (part_words(row.table, language), _values(row.values), _state(row, language))
        for row in data.rows
    ]


def _values(values: Mapping[str, object]) -> str:
    said = (
        f"{name} = {value}"
        for name, value in values.items()
        if name not in _OURS and value not in (None, "")
    )
    return "; ".join(said)


def _state(row: StoredRow, language: Language) -> str:
    if row.until is None:
        return language.say("stands now")
    at, by = row.until
    when = language.short_moment(at)
    if not by:
        return language.say("until {moment}").format(moment=when)
    return language.say("until {moment}, changed by {name}").format(moment=when, name=by)
