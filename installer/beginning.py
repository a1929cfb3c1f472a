"""Begins a command of the installer: a Python that cannot run Gaung gets one sentence, not a fault.

Any Python 3 reads this file and what it imports; the work itself imports what needs a newer one.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from installer.failure import NEEDS_A_PERSON, SetUpError
from installer.supported import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent

_STOPPED_BY_HAND = 130


def begin(work: "Callable[[list[str]], int]") -> None:
    """Do `work` with the arguments of the command, and end with the exit code that it gives."""
    sentence = refusal(sys.version_info[:2])
    if sentence is not None:
        print(sentence, file=sys.stderr)
        sys.exit(NEEDS_A_PERSON)
    try:
        sys.exit(work(sys.argv[1:]))
    except SetUpError as error:
        print(error.sentence, file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(_STOPPED_BY_HAND)


def begin_build(module: str) -> None:
    """Run that module of `installer/packing` in the project's own environment."""

    def work(arguments: "list[str]") -> int:
        from installer.building import build

        return build(ROOT, module, arguments)

    begin(work)
