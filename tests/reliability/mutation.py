"""How many small mistakes in the domain's parsers and in the verdict the tests would notice.

    python tests/reliability/mutation.py [GROUP ...] [--scratch DIR] [--budget 2]
                                         [--fresh] [--look] [--list FILE]

mutmut changes one thing at a time (a comparison, a number, a word, an argument) and runs the tests
that reach it. Everything happens in the scratch folder (by itself: gaung-mutants in the folder for
temporary files): mutmut in an environment of its own there, a copy of the program, and what was
found so far. Stopped at any moment (Ctrl+C, power), the same command goes on where it was. Where
the program changed, only the functions that are different are judged anew; where the tests
changed, only what they had not noticed. `--fresh` forgets everything; `--look` runs nothing and
prints what stands there; `--list` writes every survivor with its change into a file.

In the copy the caches are taken off and properties are written as plain methods: mutmut passes by
whatever is decorated, and a remembered answer would hide a mistake.
"""

import argparse
import ast
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

MUTMUT = "mutmut==3.8.1"


class Group(NamedTuple):
    """Modules of app/domain that belong together, and the tests that have to notice mistakes."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


GROUPS = {
    "numbers": Group(
        (
            *("nip", "nip_doctor", "nik", "count", "dated_count", "handle_and_count", "absence"),
            *("count_range", "count_unit", "whole_number", "dates", "said_day", "typed_day"),
            *("activity_reading", "period"),
        ),
        (
            *("test_nip.py", "test_nip_doctor.py", "test_nik.py", "test_count.py"),
            "test_count_unit.py",
            *("test_cells_apart.py", "test_dates.py", "test_said_day.py", "test_typed_day.py"),
            *("test_activity_reading.py", "test_period.py"),
        ),
    ),
    "verdict": Group(
        ("rule", "rule_text", "verdict", "verdict_change", "activity", "snapshot_text"),
        (
            *("test_rule.py", "test_verdict.py", "test_verdict_change.py", "test_activity.py"),
            *("test_exclusion.py", "test_snapshot_text.py"),
        ),
    ),
    "handles": Group(
        (
            *("handle/cleaning", "handle/grammar", "handle/links", "handle/part"),
            *("handle/profile", "handle/reading", "handle/tables", "handle/values"),
            "handle/words",
        ),
        ("test_handle.py", "test_handle_cells.py", "test_handle_properties.py"),
    ),
    "together": Group(
        (
            "together/counts",
            "together/listed",
            "together/pieces",
            "together/reading",
            "together/tokens",
        ),
        ("test_together.py",),
    ),
    "names": Group(
        (
            *("name", "degrees", "names_agree", "name_and_nip", "name_and_position"),
            *("odd_text", "slip", "unit_name", "unit_match"),
        ),
        (
            *("test_name.py", "test_name_and_nip.py", "test_cells_apart.py", "test_odd_text.py"),
            *("test_unit_names.py", "test_nip_doctor.py", "test_names_agree.py"),
        ),
    ),
    "chat": Group(
        (
            *("chat/answering", "chat/clues", "chat/marks", "chat/messages", "chat/pairing"),
            *("chat/quick", "chat/reading", "chat/repetitions", "chat/roster"),
            *("chat/scanning", "chat/units", "chat/values", "chat/vocabulary"),
        ),
        (
            "chat/test_told.py",
            "chat/test_messages.py",
            "chat/test_roster.py",
            "chat/test_words.py",
            "chat/test_corpus.py::test_each_handwritten_line_is_read_as_a_person_would",
            "chat/test_corpus.py::test_the_day_is_that_of_the_line_else_of_its_message",
        ),
    ),
    "forms": Group(("form_key", "form_return", "form_conflict"), ("test_forms.py",)),
    "plans": Group(
        (
            *("plan", "known_people", "roster", "account_merging", "plain_row"),
            "plain_block",
        ),
        ("test_plan.py", "test_known_people.py", "test_plain_block.py", "test_plain_cells.py"),
    ),
}
"""What people write becomes values, and is judged; the tests stand in tests/domain."""

BESIDE = ("plans",)
"""Only when asked for: no parsers, but what an import does with what was read."""

WANTED = 85.0

STATES = {0: "survived", 5: "no tests", 33: "no tests", 1: "killed", 3: "killed", None: "open"}
"""What mutmut's exit codes mean; any other one is a time-out or a crash: noticed too."""

_CACHES = {"lru_cache", "cache"}
_PROPERTIES = {"property", "cached_property"}


def plain(source: str) -> str:
    """The same module without caches, its properties made of plain methods."""
    lines = source.splitlines()
    taken: set[int] = set()
    added: dict[int, str] = {}
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef) or len(node.decorator_list) != 1:
            continue
        decorator = node.decorator_list[0]
        named = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = named.id if isinstance(named, ast.Name) else ""
        if name in _CACHES | _PROPERTIES:
            taken.update(range(decorator.lineno, (decorator.end_lineno or 0) + 1))
        if name in _PROPERTIES:
            indent = " " * node.col_offset
            added[node.end_lineno or 0] = f"{indent}{node.name} = {name}({node.name})"
    out = []
    for number, line in enumerate(lines, 1):
        if number not in taken:
            out.append(re.sub(r"\b(?:lru_)?cache(?:\(maxsize=[\d_]+\))?\((\w+)\)", r"\1", line))
        if number in added:
            out.append(added[number])
    return "\n".join(out) + "\n"


def python_of(scratch: Path) -> Path:
    """An environment for mutmut, made at the first call; the project's packages are lent to it."""
    home = scratch / "venv"
    python = home / "bin" / "python"
    if not (home / "whole").exists():
        venv.create(home, with_pip=True, clear=True)
        pins = ROOT / "installer" / "constraints.txt"
        subprocess.run([python, "-m", "pip", "install", "-q", MUTMUT, "-c", pins], check=True)
        theirs = subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout.strip()
        ours = sysconfig.get_path("purelib")
        Path(theirs, "project.pth").write_text(f"{ours}\n", encoding="utf-8")
        (home / "whole").touch()
    return python


def modules(groups: Sequence[str]) -> list[str]:
    """The paths of the modules of these groups."""
    return [f"app/domain/{name}.py" for group in groups for name in GROUPS[group].modules]


def lay_out(project: Path) -> None:
    """The copy of the program that is changed; a file that is the same keeps its time."""
    changed = set(modules(list(GROUPS)))
    for folder in ("app", "tests", "resources", "installer"):
        wanted = set()
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                name = path.relative_to(ROOT)
                wanted.add(name)
                content = path.read_bytes()
                if name.parts[:2] == ("app", "domain") and path.suffix == ".py":
                    content = plain(content.decode("utf-8")).encode("utf-8")
                _write(project / name, content)
                if name.as_posix() not in changed:
                    _write(project / "mutants" / name, content)
        for there in (project, project / "mutants"):
            for path in (there / folder).rglob("*.py"):
                if path.relative_to(there) not in wanted:
                    path.unlink()
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    mutated = f"[tool.mutmut]\nsource_paths = {json.dumps(sorted(changed))}\n"
    for there in (project, project / "mutants"):
        _write(there / "pyproject.toml", f"{settings}\n{mutated}".encode())


def _write(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def open_again(project: Path, group: str) -> None:
    """What the tests had not noticed is open again where the tests are others."""
    digest = hashlib.sha256(repr(GROUPS[group]).encode())
    for path in (*sorted((ROOT / "tests" / "data").glob("*.*")), *_files(group)):
        digest.update(path.read_bytes())
    mark = project / f"{group}.sha256"
    if mark.exists() and mark.read_text(encoding="utf-8") == digest.hexdigest():
        return
    for module in modules([group]):
        path = project / "mutants" / f"{module}.meta"
        if path.exists():
            meta = json.loads(path.read_text(encoding="utf-8"))
            codes = meta["exit_code_by_key"]
            meta["exit_code_by_key"] = {
                key: None if STATES.get(code) in ("survived", "no tests") else code
                for key, code in codes.items()
            }
            path.write_text(json.dumps(meta), encoding="utf-8")
    mark.write_text(digest.hexdigest(), encoding="utf-8")


def _files(group: str) -> list[Path]:
    names = {test.partition("::")[0] for test in GROUPS[group].tests}
    return [ROOT / "tests" / "domain" / name for name in sorted(names)]


def codes_of(project: Path, module: str) -> dict[str, int | None]:
    """What is known of each mutant of a module."""
    path = project / "mutants" / f"{module}.meta"
    if not path.exists():
        return {}
    return dict(json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"])


def run(scratch: Path, project: Path, group: str, budget: float) -> int:
    """Has the open ones of a group judged."""
    environment = os.environ | {"CI": "true", "QT_QPA_PLATFORM": "offscreen"}
    inside = [python_of(scratch), Path(__file__).with_name("mutants_judged.py")]
    tests = [f"tests/domain/{test}" for test in GROUPS[group].tests]
    asked = ["--budget", str(budget), "--tests", *tests, "--modules", *modules([group])]
    return subprocess.run(
        ["nice", "-n", "19", *inside, *asked], cwd=project, env=environment, check=False
    ).returncode


def table(project: Path, groups: Sequence[str]) -> float:
    """Prints what was found, module by module; the whole score comes back."""
    whole: Counter[str] = Counter()
    _say("| module | mutants | killed | survived | no tests | time-outs | open | score |")
    _say("|---|---|---|---|---|---|---|---|")
    for module in modules(groups):
        found = Counter(
            STATES.get(code, "time-outs") for code in codes_of(project, module).values()
        )
        whole += found
        _print_row(module.removeprefix("app/domain/").removesuffix(".py"), found)
    return _print_row("**all**", whole)


def _print_row(name: str, found: Counter[str]) -> float:
    score = 100 * (found["killed"] + found["time-outs"]) / max(1, found.total())
    figures = [found[s] for s in ("killed", "survived", "no tests", "time-outs", "open")]
    cells = [name, found.total(), *figures, f"{score:.1f} %"]
    _say("| " + " | ".join(map(str, cells)) + " |")
    return score


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


_CHANGES = """
import sys
from mutmut.mutation.diff_apply import get_diff_for_mutant
for line in sys.stdin:
    name, path = line.split()
    print("@@@", name)
    print(get_diff_for_mutant(name, path=path))
"""


def survivors(scratch: Path, project: Path, groups: Sequence[str]) -> Iterator[str]:
    """Each function with survivors, and below it its lines as nobody noticed them."""
    asked = [
        f"{key} {module}"
        for module in modules(groups)
        for key, code in codes_of(project, module).items()
        if STATES.get(code) in ("survived", "no tests")
    ]
    told = subprocess.run(
        [python_of(scratch), "-c", _CHANGES],
        cwd=project,
        input="\n".join(asked),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout
    before = ""
    for part in told.split("@@@ ")[1:]:
        name, *diff = part.splitlines()
        where = re.sub(r"__mutmut_\d+$", "", name.removeprefix("app.domain."))
        where = re.sub(r"\bx_|xǁ", "", where).replace("ǁ", ".")
        if where != before:
            yield where
        before = where
        changed = [line for line in diff if re.match(r"[+-](?![+-])", line)]
        new = [line[1:].strip() for line in changed if line[0] == "+"]
        gone = [f"(without) {line[1:].strip()}" for line in changed]
        yield from (f"    {line}" for line in (new or gone))


def main() -> int:
    """Runs what is asked for; 1 where the whole score is too low."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("groups", nargs="*", choices=[*GROUPS, []], help="by itself: all")
    asked.add_argument("--scratch", type=Path, default=Path(tempfile.gettempdir(), "gaung-mutants"))
    asked.add_argument("--budget", type=float, default=2.0, help="seconds of tests a mutant")
    asked.add_argument("--fresh", action="store_true")
    asked.add_argument("--look", action="store_true")
    asked.add_argument("--list", type=Path)
    given = asked.parse_args()
    groups = given.groups or [group for group in GROUPS if group not in BESIDE]
    project = given.scratch / "project"
    if given.fresh:
        shutil.rmtree(project, ignore_errors=True)
    ended = 0
    if not given.look:
        project.mkdir(parents=True, exist_ok=True)
        lay_out(project)
        for group in groups:
            open_again(project, group)
            ended = ended or run(given.scratch, project, group, given.budget)
    if given.list:
        lines = survivors(given.scratch, project, groups)
        given.list.write_text("\n".join(lines) + "\n", encoding="utf-8")
    score = table(project, groups)
    return ended or int(score < WANTED)


if __name__ == "__main__":
    sys.exit(main())
