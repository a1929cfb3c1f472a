"""A Python that cannot run Gaung is told so in one sentence."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from installer.supported import refusal

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 13, 9)])
def test_the_supported_pythons_are_not_refused(version: tuple[int, ...]) -> None:
    assert refusal(version) is None


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (3, 15), (4, 0)])
def test_another_python_gets_one_sentence_in_both_languages(version: tuple[int, ...]) -> None:
    sentence = refusal(version)
    assert sentence is not None
    assert "\n" not in sentence
    assert "Gaung memerlukan Python 3.11, 3.12 atau 3.13" in sentence
    assert f"this is Python {version[0]}.{version[1]}." in sentence


COMMANDS = ["start.py", "test.py", "windows.py", "debian.py", "release.py"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_such_a_python_before_they_touch_anything(
    command: str, tmp_path: Path
) -> None:
    # The real command, told by its own interpreter that this is Python 3.14.
    older = (
        "import runpy, sys; sys.version_info = (3, 14, 0, 'final', 0);"
        "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", older, str(ROOT / "installer" / command)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.strip() == refusal((3, 14))
    assert ended.stdout == ""


@pytest.mark.parametrize(
    "name", [*COMMANDS, "beginning.py", "failure.py", "supported.py", "__init__.py"]
)
def test_what_an_old_python_reads_first_uses_no_newer_words(name: str) -> None:
    source = (ROOT / "installer" / name).read_text(encoding="utf-8")
    # ast can hold a source against the grammar of an older version.
    ast.parse(source, feature_version=(3, 5))
