"""Answers on standard output, each complete the moment it is printed."""

import codecs
import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.errors import AnswerLost

if TYPE_CHECKING:
    from app.services.answers import Json


def put_json(answer: "Json") -> None:
    """The whole answer, on a line of its own; where the reader knows fewer letters, spelled out."""
    put(json.dumps(answer, ensure_ascii=_letters() != "utf-8"))


def put(line: str) -> None:
    """One line.

    Raises:
        AnswerLost: whoever listened is gone.
    """
    letters = _letters()
    try:
        print(line.encode(letters, "backslashreplace").decode(letters), flush=True)
    except OSError as error:
        # Whoever listened is gone: what still waits must not complain again when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise AnswerLost from error


def _letters() -> str:
    """How standard output writes: a pipe on Windows in the code page of the country."""
    return codecs.lookup(sys.stdout.encoding or "utf-8").name


def complain(sentence: str) -> None:
    """One line on standard error; where not even that can be written, the exit code says it."""
    with suppress(OSError):
        print(f"GAGAL: {sentence}", file=sys.stderr, flush=True)


def warn(sentence: str) -> None:
    """Beside an answer: what went well, but should not stay so."""
    with suppress(OSError):
        print(f"PERINGATAN: {sentence}", file=sys.stderr, flush=True)
