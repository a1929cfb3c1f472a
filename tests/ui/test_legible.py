"""In every picture of a page, dialog or popup all can be read and reached.

Two languages, two looks and two scales; every other combination is asked for by hand:
`python installer/legible.py --lang .. --theme .. --scale ..`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LOOKS = (("id", "dark", "1.5"), ("en", "light", "1.0"))
"""The longer words in the smaller window, and the usual size."""

Found = dict[str, Any]


@pytest.fixture(scope="module")
def found() -> list[Found]:
    """What the command says of each look; a scale holds for a whole process."""
    begun = [_begin(*look) for look in LOOKS]
    told = [one.communicate() for one in begun]
    for (out, errors), one in zip(told, begun, strict=True):
        assert one.returncode in (0, 1), errors
        assert out
    return [json.loads(out) for out, _ in told]


def _begin(code: str, look: str, scale: str) -> "subprocess.Popen[str]":
    asked = ["--lang", code, "--theme", look, "--scale", scale, "--json"]
    return subprocess.Popen(
        [sys.executable, "installer/legible.py", *asked],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={name: text for name, text in os.environ.items() if not name.startswith("QT_")},
    )


@pytest.mark.parametrize("look", range(len(LOOKS)), ids=["-".join(one) for one in LOOKS])
def test_nothing_is_cut_nameless_pale_or_out_of_the_screen(found: list[Found], look: int) -> None:
    assert found[look]["faults"] == {}
