"""Widths of texts: near enough to Arial that a measured text fits its column."""

import pytest

from app.domain.letters import lines_needed, text_width


@pytest.mark.parametrize(
    ("text", "millimetres"),
    [
        # Measured in Liberation Sans, which has the widths of Arial, at 10 points.
        ("Arum Sekarjati, S.Kom.", 36.7),
        ("19890724 201402 2 911", 38.0),
        ("DINAS KOMUNIKASI DAN INFORMATIKA", 67.2),
        ("≈ 1,3 rb – ", 15.9),
    ],
)
def test_a_text_is_never_measured_too_narrow_and_hardly_too_wide(
    text: str, millimetres: float
) -> None:
    assert millimetres <= text_width(text, 10) <= millimetres * 1.05


def test_bold_and_larger_letters_are_wider() -> None:
    assert text_width("Nama", 10, bold=True) > text_width("Nama", 10)
    assert text_width("Nama", 12) == pytest.approx(text_width("Nama", 10) * 1.2)


def test_lines_break_at_blanks_and_where_a_word_is_wider_than_its_column() -> None:
    width = text_width("Dinas Komunikasi", 10)
    assert lines_needed("Dinas Komunikasi", width, 10) == 1
    assert lines_needed("Dinas Komunikasi dan Informatika", width, 10) == 2
    assert lines_needed("Bidang IKP\nDinas Komunikasi", width, 10) == 2
    assert lines_needed("x" * 200, width, 10) == 13
    assert lines_needed("", width, 10) == 1
