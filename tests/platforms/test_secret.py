"""A secret shows its text nowhere but where it is asked for."""

import copy
import json
import logging
import pickle
import traceback

import pytest

from app.platforms.secret import Secret

CANARY = "ZZCANARY-token-1234567890"


def test_its_text_comes_out_by_reveal_alone() -> None:
    secret = Secret(f"  {CANARY}\n")
    assert secret.reveal() == CANARY
    shown = [
        repr(secret),
        str(secret),
        f"{secret}",
        f"{secret!r:>40}",
        f"{[secret]}",
    ]
    assert [one for one in shown if CANARY in one] == []


def test_it_is_not_written_down() -> None:
    secret = Secret(CANARY)
    for write in (pickle.dumps, json.dumps, copy.deepcopy):
        with pytest.raises(TypeError) as refused:
            write(secret)
        assert CANARY not in str(refused.value)


def test_a_log_and_a_traceback_do_not_show_it(caplog: pytest.LogCaptureFixture) -> None:
    secret = Secret(CANARY)
    try:
        raise RuntimeError("refused", secret)
    except RuntimeError:
        logging.getLogger(__name__).exception("asked with %s", secret)
        assert CANARY not in traceback.format_exc()
    assert CANARY not in caplog.text


@pytest.mark.parametrize(
    "text",
    ["", "   ", f"{CANARY}\nHost: evil", f"{CANARY} more", f"{CANARY}é", "x" * 5000],
)
def test_what_can_be_no_token_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        Secret(text)
    assert CANARY not in str(refused.value)


def test_two_are_equal_by_their_text() -> None:
    assert Secret(CANARY) == Secret(CANARY)
    assert len({Secret(CANARY), Secret(CANARY)}) == 1
    assert Secret(CANARY) != Secret("another-token")
    assert Secret(CANARY) != CANARY
