"""Blocks travel to Excel and back as tab-separated text and as a table."""

from hypothesis import given
from hypothesis import strategies as st

from app.ui.table.clipboard import Copied, to_block, to_mime, to_text

_LETTERS = st.text(st.sampled_from('ab1.,"\t\n é'), max_size=6)
_BLOCKS = st.integers(1, 4).flatmap(
    lambda wide: st.lists(st.lists(_LETTERS, min_size=wide, max_size=wide), min_size=1, max_size=4)
)


def test_one_copied_cell_has_no_newline_behind_it() -> None:
    assert to_text([["503"]]) == "503"


def test_a_block_is_lines_of_tabs() -> None:
    assert to_text([["a", "b"], ["c", ""]]) == "a\tb\nc\t"


def test_breaks_inside_a_cell_are_quoted_as_excel_quotes_them() -> None:
    assert to_text([["two\nlines", "a\ttab"]]) == '"two\nlines"\t"a\ttab"'


def test_excels_text_becomes_cells_whatever_its_line_ends() -> None:
    assert to_block("1\t2\r\n3\t4\r\n") == [["1", "2"], ["3", "4"]]
    assert to_block("1\t\n\t4") == [["1", ""], ["", "4"]]


def test_an_empty_line_in_the_middle_stays_a_row() -> None:
    assert to_block("1\n\n3") == [["1"], [""], ["3"]]


def test_a_quoted_cell_may_hold_a_break() -> None:
    assert to_block('"Jl. A\nNo. 7"\tx') == [["Jl. A\nNo. 7", "x"]]


def test_a_quotation_mark_that_is_not_closed_swallows_no_row() -> None:
    assert to_block('"503\n640\n88') == [['"503'], ["640"], ["88"]]
    assert to_block('5" layar\t1\n"a" b\t2') == [['5" layar', "1"], ['"a" b', "2"]]


def test_nothing_is_no_block() -> None:
    assert to_block("") == []


@given(_BLOCKS)
def test_every_block_that_does_not_end_empty_comes_back_as_it_was(block: list[list[str]]) -> None:
    if block[-1] != [""]:
        assert to_block(to_text(block)) == block


def test_a_spreadsheet_gets_numbers_as_numbers_and_a_nip_as_text() -> None:
    block = [[Copied("198703142010012001"), Copied("1046", number=True)], [Copied("1.234 <rb>")]]
    html = to_mime(block).html()
    assert 'x:num="1046" sdval="1046">1046<' in html
    assert 'mso-number-format:\'\\@\'" sdnum="1033;0;@">198703142010012001<' in html
    assert "1.234 &lt;rb&gt;" in html
    assert to_mime(block).text() == "198703142010012001\t1046\n1.234 <rb>"


def test_a_single_cell_is_nothing_but_its_text() -> None:
    assert not to_mime([[Copied("503")]]).hasHtml()


def test_a_break_inside_a_cell_makes_no_row_of_the_table() -> None:
    mime = to_mime([[Copied("Jl. A\nNo. 7"), Copied("640", number=True)]])
    assert ">Jl. A No. 7<" in mime.html()
    assert mime.text() == '"Jl. A\nNo. 7"\t640'
