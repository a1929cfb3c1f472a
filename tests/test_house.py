"""The house itself: floors, sizes, style, types, and what must never stand in the program."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APP = ROOT / "app"

LONGEST_FILE = 320
LONGEST_FUNCTION = 60

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def judge(*command: str) -> None:
    """Run one of the tools on the whole project; what it says is the failure."""
    ended = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if ended.returncode != 0:
        pytest.fail(ended.stdout, pytrace=False)


def nothing_in(found: Sequence[str]) -> None:
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_ruff_finds_nothing_to_mend() -> None:
    judge("-m", "ruff", "check", "--no-fix", ".")


def test_every_file_is_formatted() -> None:
    judge("-m", "ruff", "format", "--check", ".")


def test_every_type_holds() -> None:
    judge("-m", "mypy")


def test_every_floor_imports_only_what_stands_below_it() -> None:
    judge("-c", LINT_IMPORTS)


def test_every_module_says_first_what_it_is_for() -> None:
    nothing_in(
        [
            name_of(path)
            for path in sources("app", "installer", "tests")
            if not re.match(r"\S.*[.!?]$", first_line(ast.get_docstring(tree_of(path))))
        ]
    )


def first_line(docstring: str | None) -> str:
    return " ".join((docstring or "").split("\n\n")[0].split())


def test_no_file_of_the_program_has_grown_a_second_job() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources("app")}
    nothing_in([f"{name_of(p)}: {n} lines" for p, n in lengths.items() if n > LONGEST_FILE])


def test_no_function_is_too_long_to_see_at_once() -> None:
    nothing_in(
        [
            f"{name_of(path)}:{function.lineno} {function.name}: {length} lines"
            for path in sources("app", "installer")
            for function in functions(path)
            if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
        ]
    )


def test_the_plan_of_the_house_names_every_room() -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.parent.relative_to(APP) for path in APP.rglob("__init__.py")} - {Path()}
    nothing_in(
        sorted(
            f"app/{room.as_posix()}/ is not in ARCHITECTURE.md"
            for room in rooms
            if not re.search(rf"\b{re.escape(room.name)}/", plan)
        )
    )


@pytest.mark.parametrize(
    ("forbidden", "reason"),
    [
        (r"\bprocessEvents\b", "it lets a page run inside itself"),
        (r"\btime\.sleep\b", "it waits by the clock instead of for the thing"),
    ],
)
def test_the_program_never_uses(forbidden: str, reason: str) -> None:
    nothing_in(
        [
            f"{name_of(path)}:{number}: {line.strip()}  ({reason})"
            for path in sources("app")
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if re.search(forbidden, line)
        ]
    )


BETWEEN_OUR_PROCESSES = (
    "app/workbooks/people/asking.py",
    "app/workbooks/people/child.py",
    "app/workbooks/reading/frames.py",
)
"""What the program tells its reading child is pickled; what comes back holds plain values only."""


@pytest.mark.parametrize(
    ("forbidden", "reason"),
    [
        (r"shell\s*=\s*True", "a file name would become a command"),
        (r"verify\s*=\s*False|CERT_NONE|_create_unverified_context", "anybody could answer"),
        (r"\bexecutescript\b", "it commits what is under way"),
        (r"\bos\.(system|popen|spawn\w*)\b", "a file name would become a command"),
        (r"(?<![\w.])(eval|exec|compile)\s*\(", "a text would become a part of the program"),
        (
            r"\b(import|from)\s+(pickle|cPickle|marshal|shelve|dill)\b|\b(pickle|marshal)\.",
            "a file would become a part of the program",
        ),
        (r"\byaml\.(unsafe_)?load\b", "a file would become a part of the program"),
        (r"\btempfile\.mktemp\b", "another one may stand there by then"),
        (r"\.extractall\s*\(", "a name inside an archive may lead anywhere"),
        (r"\b(import|from)\s+(telnetlib|ftplib)\b", "nothing is said in the open"),
    ],
)
def test_neither_the_program_nor_its_installer_uses(forbidden: str, reason: str) -> None:
    nothing_in(
        [
            f"{name_of(path)}:{number}: {line.strip()}  ({reason})"
            for path in sources("app", "installer")
            if name_of(path) not in BETWEEN_OUR_PROCESSES or "pickle" not in forbidden
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if re.search(forbidden, line)
        ]
    )
