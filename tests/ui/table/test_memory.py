"""A table's arrangement survives the night, and a text that is not one is no harm."""

import pytest

from app.ui.table.memory import Layout, read_layout, write_layout


def test_what_was_written_is_read_again() -> None:
    layout = Layout(
        {"name": 200},
        ("name", "unit"),
        frozenset({"unit"}),
        ("name", True),
        {"unit": frozenset({"", "IKP"})},
    )
    assert read_layout(write_layout(layout)) == layout


@pytest.mark.parametrize("text", ["", "{", "[]", '{"widths": 3}', "null", '{"widths":{}}'])
def test_another_versions_text_is_no_arrangement(text: str) -> None:
    assert read_layout(text) is None


def test_an_arrangement_of_before_filters_were_kept_is_read() -> None:
    text = '{"widths": {"name": 200}, "order": ["name"], "hidden": [], "sorting": null}'
    assert read_layout(text) == Layout({"name": 200}, ("name",))
