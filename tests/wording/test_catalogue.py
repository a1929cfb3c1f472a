"""The Indonesian words are complete and are those of the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

from installer.translations import problems

APP = Path(__file__).parents[2] / "app"
SAYS = {"say", "say_many", "_say", "many"}


def test_every_sentence_has_its_words_with_the_same_placeholders_and_none_is_left_over() -> None:
    found = problems()
    assert not found, "\n".join(found)


def test_no_sentence_hides_inside_a_formatted_string_where_no_extractor_finds_it() -> None:
    hidden = [found for path in APP.rglob("*.py") for found in _hidden(path)]
    assert not hidden, "\n".join(hidden)


def _hidden(path: Path) -> Iterator[str]:
    for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(outer, ast.JoinedStr):
            continue
        for call in ast.walk(outer):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            name = call.func.id if isinstance(call.func, ast.Name) else name
            if name in SAYS and isinstance(call.args[0], ast.Constant):
                yield f"{path.name}:{call.lineno}"
