"""Texts of an exchange workbook as anybody may have written them: whole, or refused in one way."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.person import Consent
from app.domain.rollup.checked_row import checked_row
from app.domain.rollup.enclosure import head_from_text, head_to_text
from app.domain.rule import NAMED_RULES, RULE_A, RULE_B
from app.domain.snapshot import take_snapshot
from app.domain.snapshot_text import in_row, standing_text
from app.domain.standing import PersonStanding
from app.workbooks.exchange_text import as_pieces, from_pieces, packed, unpacked
from tests.domain.random_snapshots import DAYS, NIPS, people
from tests.domain.rollup.submitted import NOVEMBER, Desk, nip, one, sent

ODD: tuple[Any, ...] = (
    *(None, True, 1, -1, 1.5, "", "x", [], {}, [1], {"a": 1}, "9999-99-99", 10**30, "\ud800"),
    *("0001-01-01", "a\nb", [[["instagram"]]], {"instagram": 3}),
)


def spoiled(dice: Random, value: Any) -> Any:
    """Somewhere inside, another value, one more, or one less."""
    if isinstance(value, dict) and value and dice.random() < 0.8:
        key = dice.choice(sorted(value))
        if dice.random() < 0.2:
            return {name: each for name, each in value.items() if name != key}
        return {**value, key: spoiled(dice, value[key])}
    if isinstance(value, list) and value and dice.random() < 0.8:
        at = dice.randrange(len(value))
        if dice.random() < 0.2:
            return value[:at] + value[at + 1 :]
        return [*value[:at], spoiled(dice, value[at]), *value[at + 1 :]]
    return dice.choice(ODD)


def text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@given(people(NIPS[0], DAYS[0]), st.sampled_from(NAMED_RULES), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_row_is_what_we_write_or_it_is_refused(entry, rule, dice) -> None:  # type: ignore[no-untyped-def]
    snapshot = take_snapshot([entry], rule, DAYS[0])
    for standing in snapshot.people:
        written = standing_text(standing)
        assert checked_row(written, rule) == (NIPS[0].digits, standing.judgement.verdict)
        for _ in range(20):
            other = text(spoiled(dice, json.loads(written)))
            try:
                checked_row(other, rule)
            except ValueError:
                continue
            # What is believed can be read whenever it is asked for.
            assert isinstance(in_row(other, rule, DAYS[0]), PersonStanding)


def test_a_row_judged_by_another_rule_or_without_consent_is_refused() -> None:
    (standing,) = take_snapshot([one(1)], RULE_B, NOVEMBER.last).people
    written = standing_text(standing)
    checked_row(written, RULE_B)
    withdrawn = {**json.loads(written), "consent": Consent.WITHDRAWN.value}
    three = [*json.loads(written)["reasons"][:2], ["tiktok", "silent"]]
    refused = {
        "withdrew consent": withdrawn,
        "another rule": {**json.loads(written), "reasons": three},
        "no text of a person": {"nip": nip(1).digits, "away": "moved"},
    }
    for why, other in refused.items():
        with pytest.raises(ValueError, match=why):
            checked_row(text(other), RULE_B)


@given(st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_head_is_what_we_write_or_it_is_refused(dice: Random) -> None:
    (submission,) = Desk().receive(*sent("Kabupaten Awan", [one(1)], rule=RULE_A))
    written = head_to_text(submission.sending, submission.part, "ASN")
    assert head_from_text(written) == (submission.sending, submission.part, "ASN")
    for _ in range(20):
        try:
            sending, part, sheet = head_from_text(text(spoiled(dice, json.loads(written))))
        except ValueError:
            continue
        again = head_to_text(sending, part, sheet)
        assert head_from_text(again) == (sending, part, sheet)


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=50), max_size=30))
@settings(max_examples=40)
def test_texts_are_packed_and_come_back(lines: list[str]) -> None:
    pieces = [*as_pieces(lines)]
    assert [*unpacked(from_pieces(pieces), len(lines))] == lines
    if lines:
        with pytest.raises(ValueError, match="more than was announced"):
            [*unpacked(packed(lines), len(lines) - 1)]


@pytest.mark.parametrize("content", [b"", b"x", packed(["ab"])[:-3], packed(["ab"]) + b"x"])
def test_what_is_no_packed_text_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut off|no packed text"):
        [*unpacked(content, 9)]


def test_a_piece_built_to_grow_without_end_is_stopped() -> None:
    with pytest.raises(ValueError, match="more than was announced"):
        [*unpacked(packed(["0" * 50_000_000]), 1)]
