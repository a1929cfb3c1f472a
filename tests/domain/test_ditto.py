"""What offices write for "as above", and what only looks like it."""

import pytest

from app.domain.ditto import is_ditto


@pytest.mark.parametrize(
    "mark",
    ['"', "''", "〃", ' - " - ', '"-', "”", "idem", "Idem", "IDEM.", "s.d.a", "S.D.A.", "sda",
     "s. d. a.", "sama", "sama dengan di atas", "Sama seperti diatas", "-''-", "ditto"],
)  # fmt: skip
def test_a_mark_of_repetition_is_one(mark: str) -> None:
    assert is_ditto(mark)


@pytest.mark.parametrize(
    "text", ["SDA", "Bidang SDA", "-", "", "Diskominfo", 'Bagian "Umum"', None]
)
def test_a_unit_is_none(text: object) -> None:
    assert not is_ditto(text)
