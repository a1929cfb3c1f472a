"""Plain rows as one block: the same rows, and nothing that another process made up."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.known_people import Written, read
from app.domain.person import Consent
from app.domain.plain_block import PlainBlock, checked_block, plain_block
from app.domain.plain_row import PlainRow
from app.domain.roster import PERSON_FIELDS

TEXT = st.text("abcÉ. ,[]{}:'-", max_size=6)
ACCOUNTS = st.lists(
    st.sampled_from(
        ['["facebook","ani","username",null,"ani",0,""]', '["x","a.b","username",null,"@a.b",0,""]']
    ),
    unique=True,
).map(",".join)
COUNTS = st.lists(
    st.sampled_from(
        ['["facebook",500,null,0,"2026-11-20","500+",1]', '["x",0,0,1,"2026-11-01","0",0]']
    ),
    unique=True,
).map(",".join)


def _texts(said: dict[str, str]) -> str:
    return '["' + '","'.join(said.get(field, "") for field in PERSON_FIELDS) + '"]'


TEXTS = st.dictionaries(st.sampled_from(PERSON_FIELDS), TEXT).map(_texts)
ROWS = st.lists(
    st.builds(PlainRow, st.integers(1, 99), st.just("198501152010011001"), TEXTS, ACCOUNTS, COUNTS),
    min_size=1,
    max_size=8,
)


@given(ROWS)
def test_a_block_gives_its_rows_again(rows: list[PlainRow]) -> None:
    assert list(checked_block(plain_block(rows))) == rows


@given(ROWS)
def test_the_columns_say_what_the_rows_say(rows: list[PlainRow]) -> None:
    block = plain_block(rows)
    for place, row in enumerate(rows):
        known = read(Written(None, Consent.UNKNOWN, *row.writing))
        said = [block.texts[f][place] if f in block.texts else "" for f in PERSON_FIELDS]
        assert tuple(said) == known.texts
        accounts = [entry for entry in zip(*block.accounts, strict=True) if entry[0] == place]
        assert [entry[1:3] for entry in accounts] == [
            (platform.value, state.handle) for platform, state in known.accounts.items()
        ]
        counts = [entry for entry in zip(*block.counts, strict=True) if entry[0] == place]
        assert [entry[2:4] for entry in counts] == [(c.low, c.high) for c in known.latest.values()]
    assert all(any(column) for column in block.texts.values())


@given(ROWS, TEXT, TEXT)
def test_other_names_of_a_unit_come_into_each_row(
    rows: list[PlainRow], top: str, part: str
) -> None:
    block = plain_block(rows)
    (said, *_) = block.organisations_and_units
    changed = block.with_units({said: (top, part)})
    assert changed is not None
    assert [row.organisation_and_unit for row in changed] == [
        (top, part) if row.organisation_and_unit == said else row.organisation_and_unit
        for row in rows
    ]


def test_a_name_that_text_has_to_escape_makes_no_block() -> None:
    block = _block()
    (said,) = block.organisations_and_units
    assert block.with_units({said: ('Dinas "A"', "")}) is None


WILD: dict[str, dict[str, Any]] = {
    "one number less": {"rows": ([1], ["1", "2"], ["", ""], ["", ""], ["", ""])},
    "a number as text": {"rows": (["1", "2"], ["1", "2"], ["", ""], ["", ""], ["", ""])},
    "no text where one belongs": {"rows": ([1, 2], ["1", None], ["", ""], ["", ""], ["", ""])},
    "a field of its own": {"texts": {"nik": ["1", "2"]}},
    "a text too few": {"texts": {"name": ["Ani"]}},
    "an account of no row": {
        "accounts": [[2], ["x"], ["a"], ["username"], [None], ["a"], [0], [""]]
    },
    "an account with less": {"accounts": [[0], ["x"]]},
    "a count before the first row": {
        "counts": [[-1], ["x"], [1], [1], [1], ["2026-11-20"], ["1"], [0]]
    },
    "a broken column of counts": {"counts": [[0], ["x"], [], [1], [1], ["2026-11-20"], ["1"], [0]]},
    "a list in a count": {"counts": [[0], ["x"], [[1]], [1], [1], ["2026-11-20"], ["1"], [0]]},
    "a fraction as a place": {"counts": [[0.5], ["x"], [1], [1], [1], ["2026-11-20"], ["1"], [0]]},
}


@pytest.mark.parametrize("wild", WILD)
def test_a_block_that_no_reader_of_ours_made_is_refused(wild: str) -> None:
    checked_block(_block())
    with pytest.raises(ValueError, match=r"columns|values|entries"):
        checked_block(replace(_block(), **WILD[wild]))


def _block() -> PlainBlock:
    texts = _texts({"name": "Ani", "organisation": "Dinas A"})
    return plain_block([PlainRow(1, "1", texts, "", ""), PlainRow(2, "2", texts, "", "")])
