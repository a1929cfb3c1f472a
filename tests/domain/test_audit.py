"""The chain of the audit log: any change of any line is noticed, and where."""

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.audit import FIRST, Act, Checked, Flaw, Head, chained, check_chain, read_line

NOON = datetime(2026, 11, 28, 12, 0)
ACTS = st.builds(
    Act,
    st.sampled_from(["import", "undo", "settings", "backup"]),
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(
        lambda at: at.replace(microsecond=0)
    ),
    st.integers(0, 10**6),
    st.sampled_from(["", "ab" * 32]),
    st.dictionaries(st.sampled_from(["actions", "form_rounds"]), st.integers(0, 99)),
)
WHO = st.text(max_size=8)


def _lines(number: int) -> list[str]:
    acts = [Act("record", NOON, one) for one in range(number)]
    return [entry.line for entry in chained(acts, "sari", Head(0, FIRST))]


@settings(max_examples=40)
@given(st.lists(ACTS, max_size=6), WHO)
def test_what_was_written_is_read_and_holds(acts: list[Act], who: str) -> None:
    entries = chained(acts, who, Head(0, FIRST))
    lines = [entry.line for entry in entries]
    assert [read_line(line) for line in lines] == entries
    assert all("\n" not in line and line.isascii() for line in lines)
    assert check_chain(lines, [entry.head for entry in entries]) == Checked(len(acts))


@settings(max_examples=60)
@given(st.data())
def test_any_other_character_in_any_line_is_noticed_in_that_line(data: st.DataObject) -> None:
    lines = _lines(5)
    row = data.draw(st.integers(0, 4))
    at = data.draw(st.integers(0, len(lines[row]) - 1))
    other = data.draw(st.characters(min_codepoint=32, max_codepoint=126))
    changed = lines[row][:at] + other + lines[row][at + 1 :]
    if changed == lines[row]:
        return
    checked = check_chain([*lines[:row], changed, *lines[row + 1 :]])
    assert (checked.flaw, checked.at) == (Flaw.CHANGED, row + 1)


def _without_the_second(lines: list[str]) -> None:
    del lines[1]


def _the_second_twice(lines: list[str]) -> None:
    lines.insert(1, lines[1])


def _swapped(lines: list[str]) -> None:
    lines[1], lines[2] = lines[2], lines[1]


@pytest.mark.parametrize(
    ("meddle", "at"), [(_without_the_second, 2), (_the_second_twice, 3), (_swapped, 2)]
)
def test_lines_that_go_come_or_change_places_break_the_chain(
    meddle: Callable[[list[str]], None], at: int
) -> None:
    lines = _lines(5)
    meddle(lines)
    checked = check_chain(lines)
    assert (checked.flaw, checked.at) == (Flaw.UNCHAINED, at)


@pytest.mark.parametrize("left", range(5))
def test_an_end_that_was_cut_is_noticed_by_the_head_that_a_backup_keeps(left: int) -> None:
    lines = _lines(5)
    heads = [read_line(lines[1]).head, read_line(lines[4]).head]
    assert check_chain(lines, heads).flaw is None
    assert check_chain(lines[:left], heads).flaw is Flaw.CUT
    assert check_chain(lines[:left]).flaw is None  # the chain alone cannot know


def test_a_log_that_was_written_anew_is_another_one_than_the_backup_knew() -> None:
    head = read_line(_lines(3)[2]).head
    anew = [entry.line for entry in chained([Act("x", NOON)] * 5, "lain", Head(0, FIRST))]
    assert check_chain(anew, [head]) == Checked(5, Flaw.CUT, 3)


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_strange_text_is_no_line(text: str) -> None:
    with pytest.raises(ValueError):
        read_line(text)


@pytest.mark.parametrize("text", ["[]", "{}", "7", '{"hash": 1}', '{"n": [], "hash": ""}', "null"])
def test_other_json_is_no_line(text: str) -> None:
    with pytest.raises(ValueError):
        read_line(text)
