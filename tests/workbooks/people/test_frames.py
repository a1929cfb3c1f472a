"""Rows that cross the pipe between the reading child and the program."""

import json
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import read_count
from app.domain.handle import read_handle
from app.domain.nip import NipFlaw
from app.domain.person import Consent
from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow, plain_row
from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS, AccountEntry, RosterRow, SkippedKind, SkippedRow
from app.workbooks.people.frames import packed, unpacked
from app.workbooks.reading.frames import read_frame, write_frame

DAYS = st.none() | st.dates()
TEXTS = st.sampled_from(["", "@budi", "tidak punya", "-", "1,2 rb", "500+", "1.5", "fb.com/x?id=1"])
ENTRIES = st.builds(
    lambda platform, handle, count, day: AccountEntry.of(
        platform, read_handle(handle, platform), read_count(count), day
    ),
    st.sampled_from(Platform),
    st.none() | TEXTS,
    st.none() | TEXTS | st.integers(0, 10**9).map(float),
    DAYS,
)
ROWS = st.builds(
    RosterRow,
    st.integers(1, 1_048_576),
    st.none() | st.just("198501012010011901"),
    st.none() | st.sampled_from(NipFlaw),
    TEXTS,
    st.none() | st.just("198501012010011"),
    st.dictionaries(st.sampled_from(["name", "unit"]), TEXTS),
    st.lists(ENTRIES, max_size=4).map(tuple),
    DAYS,
    st.none() | st.sampled_from(Consent),
)
SKIPPED = st.builds(SkippedRow, st.integers(1, 1_048_576), st.sampled_from(SkippedKind))


@given(st.lists(ROWS | SKIPPED, max_size=6))
def test_rows_come_out_of_the_pipe_as_they_went_in(rows: list[RosterRow | SkippedRow]) -> None:
    pipe = BytesIO()
    write_frame(pipe, (packed(rows),))
    pipe.seek(0)
    (sent,) = read_frame(pipe)
    found = unpacked(sent)
    assert found == rows
    assert [type(row) for row in found] == [type(row) for row in rows]


@pytest.mark.parametrize(
    "wild",
    [
        [()],
        [(1,)],
        [(1, "198501012010011901", ["Ani"], "", "")],
        [(1, "no such kind")],
        [(1, 2, 3)],
        [(1, None, "no such flaw", "", None, {}, [], None, None)],
        [(1, None, None, "", None, {}, [("myspace", *[None] * 12)], None, None)],
        [(1, None, None, "", None, {}, [(1, 2)], None, None)],
        [(([1], ["1"], ["a"], ["b"], ["c"]), 7, [], [])],
        [(1, {}, [], [])],
        [7],
    ],
)
def test_a_child_that_sends_nonsense_is_not_believed(wild: list[object]) -> None:
    with pytest.raises(ValueError, match="no roster rows"):
        unpacked(wild)  # type: ignore[arg-type]  # that is the point


def test_plain_rows_that_follow_each_other_cross_the_pipe_as_one_block() -> None:
    texts = json.dumps([""] * len(PERSON_FIELDS), separators=(",", ":"))
    plain = [PlainRow(row, "198501012010011901", texts, "", "") for row in range(30)]
    skipped = SkippedRow(31, SkippedKind.FOOTER)
    rows = [*map(tuple, plain), skipped, tuple(plain[0])]

    *blocks, footer, last = unpacked(packed(rows, in_blocks=True))  # type: ignore[arg-type]  # as the reader of blocks gives them
    (block,) = blocks
    assert isinstance(block, PlainBlock)
    assert (list(block), footer, last) == (plain, skipped, plain[0])


def test_days_keep_their_century() -> None:
    row = RosterRow(5, None, NipFlaw.EMPTY, "", None, {}, (), date(1999, 12, 31))
    assert unpacked(packed([row])) == [row]


@given(st.lists(ROWS | SKIPPED, max_size=6))
def test_plain_rows_come_out_of_the_pipe_as_text(rows: list[RosterRow | SkippedRow]) -> None:
    day = date(2026, 11, 20)
    pipe = BytesIO()
    write_frame(pipe, (packed(rows, day),))
    pipe.seek(0)
    (sent,) = read_frame(pipe)
    plain = [plain_row(row, day) if isinstance(row, RosterRow) else None for row in rows]
    assert unpacked(sent) == [
        row if text is None else text for row, text in zip(rows, plain, strict=True)
    ]
