"""Raw cells as text, as Excel itself would show them."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from app.domain.column_letters import column_letters
from app.ui.importing.cell_text import cell_text
from app.wording.language import Language


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  Laras\n Widuri ", "Laras Widuri"),
        (812.0, "812"),
        (1.5, "1.5"),
        (198501012010011901.0, "1.98501E+17"),
        (True, "TRUE"),
        (date(2026, 11, 20), "20 Nov 2026"),
        (datetime(2026, 11, 20), "20 Nov 2026"),
        (datetime(2026, 11, 20, 9, 5), "20 Nov 2026 09:05"),
        (time(9, 5), "09:05"),
    ],
)
def test_a_cell_is_one_short_line(cell: object, text: str) -> None:
    assert cell_text(cell, Language("en", Path())) == text


def test_columns_are_named_as_in_excel() -> None:
    assert [column_letters(place) for place in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]
