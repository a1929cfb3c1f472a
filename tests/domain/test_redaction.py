"""Nothing of the office reaches the log: no NIP, name, handle, token, or folder of a person."""

import logging
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap.log import RedactingFormatter, log_handler
from app.domain.redaction import redacted

NIP = st.from_regex(r"(19|20)[0-9]{16}", fullmatch=True)
HANDLE = st.from_regex(r"@[a-z][a-z0-9_.]{3,20}", fullmatch=True)
TOKEN = st.from_regex(r"[A-Za-z0-9_-]{20,60}", fullmatch=True)
PLACE = st.from_regex(r"(C:\\Users|/home)[\\/][a-z]{3,9}[\\/]data\.db", fullmatch=True)
NAME = st.from_regex(r"[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}", fullmatch=True)
AROUND = st.sampled_from(["", " ", "failed: ", "(", ' "', " at line 7 "])


@settings(max_examples=80)
@given(AROUND, st.one_of(NIP, HANDLE, TOKEN, PLACE), AROUND)
def test_what_could_be_somebodys_is_taken_out(before: str, value: str, after: str) -> None:
    assert value not in redacted(before + value + after)


@pytest.mark.parametrize("text", ["198503152010011003", "19850315 201001 1 003", "0812-3456-7890"])
def test_long_numbers_go_however_they_are_grouped(text: str) -> None:
    assert redacted(f"x {text} y") == "x … y"


def test_kinds_and_counts_stay() -> None:
    assert redacted("import 812 rows, DatabaseDamaged, 53 ms") == (
        "import 812 rows, DatabaseDamaged, 53 ms"
    )


def _raised(said: str) -> logging.LogRecord:
    try:
        try:
            raise KeyError(said)
        except KeyError as error:
            raise ValueError(said) from error
    except ValueError:
        return logging.LogRecord("gaung", 40, "", 0, "bug %s", (said,), sys.exc_info())


@settings(max_examples=60)
@given(st.one_of(NIP, HANDLE, TOKEN, PLACE, NAME))
def test_neither_a_message_nor_an_exception_brings_a_value_into_the_log(value: str) -> None:
    written = RedactingFormatter().format(_raised(value))
    assert value not in written
    assert "KeyError" in written
    assert "ValueError" in written
    assert "test_redaction.py" in written


def test_the_file_holds_kinds_and_numbers_only(tmp_path: Path) -> None:
    handler = log_handler(tmp_path)
    logger = logging.Logger("gaung")
    logger.addHandler(handler)
    logger.error("not saved: %s, %s rows of %s", ValueError, 12, "ZZCANARY")
    handler.close()
    content = (tmp_path / "gaung.log").read_text("utf-8")
    assert "not saved: ValueError, 12 rows of …" in content
    assert "ZZCANARY" not in content
