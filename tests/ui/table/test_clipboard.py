"""Blocks travel to Excel and back as tab-separated text."""

from app.ui.table.clipboard import to_block, to_text


def test_one_copied_cell_has_no_newline_behind_it() -> None:
    assert to_text([["503"]]) == "503"


def test_a_block_is_lines_of_tabs() -> None:
    assert to_text([["a", "b"], ["c", ""]]) == "a\tb\nc\t"


def test_breaks_inside_a_cell_do_not_break_the_block() -> None:
    assert to_text([["two\nlines", "a\ttab"]]) == "two lines\ta tab"


def test_excels_text_becomes_cells_whatever_its_line_ends() -> None:
    assert to_block("1\t2\r\n3\t4\r\n") == [["1", "2"], ["3", "4"]]
    assert to_block("1\t\n\t4") == [["1", ""], ["", "4"]]


def test_an_empty_line_in_the_middle_stays_a_row() -> None:
    assert to_block("1\n\n3") == [["1"], [""], ["3"]]


def test_a_quoted_cell_may_hold_a_break() -> None:
    assert to_block('"Jl. A\nNo. 7"\tx') == [["Jl. A\nNo. 7", "x"]]


def test_nothing_is_no_block() -> None:
    assert to_block("") == []
