"""Every colour pair of the design reaches the contrast that its use needs (WCAG 2)."""

import pytest

from app.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from tests.ui.theme.contrast import contrast

TEXT_ON_GROUND = (
    ("text", "surface"),
    ("text", "window"),
    ("text", "selection"),
    ("text_2", "surface"),
    ("text_2", "window"),
    ("text_2", "surface_2"),
    ("text_2", "selection"),
    ("text_3", "surface"),
    ("text_3", "window"),
    ("text_3", "surface_2"),
    ("text_3", "sidebar"),
    ("accent", "surface"),
    ("accent", "accent_tint"),
    ("accent", "window"),
    ("on_accent", "accent"),
    ("qualifies_text", "qualifies_tint"),
    ("qualifies_text", "surface"),
    ("not_yet_text", "not_yet_tint"),
    ("not_yet_text", "surface"),
    ("stale_text", "stale_tint"),
    ("stale_text", "surface"),
    ("no_data_text", "surface"),
    ("error_text", "error_tint"),
    ("error_text", "surface"),
    ("warning_text", "warning_tint"),
    ("warning_text", "surface"),
    ("text_2", "qualifies_tint"),
    ("text", "qualifies_tint"),
    ("text_3", "selection"),
    ("text_3", "accent_tint"),
)
PART_ON_GROUND = (
    ("border_strong", "surface"),
    ("focus", "surface"),
    ("focus", "window"),
    ("qualifies_fill", "surface"),
    ("not_yet_fill", "surface"),
    ("stale_fill", "surface"),
    ("no_data_line", "surface"),
    ("warning_line", "warning_tint"),
)
LOOKS = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high"]
)


@LOOKS
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_readable_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@LOOKS
@pytest.mark.parametrize(("part", "ground"), PART_ON_GROUND)
def test_a_part_with_meaning_stands_out_from_its_ground(
    tokens: Tokens, part: str, ground: str
) -> None:
    assert contrast(getattr(tokens, part), getattr(tokens, ground)) >= 3
