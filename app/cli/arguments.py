"""What may be typed behind `python -m app`: DESIGN section 6."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES

COMMANDS = (
    "inspect",
    "import",
    "standings",
    "report",
    "run",
    "fetch",
    "check",
    "backup",
    "restore",
    "portable",
)


@dataclass(frozen=True, slots=True)
class WindowAsked:
    """What the window opens with; no `database`: the office's own. `look`: only to look."""

    database: Path | None
    sample: bool
    files: tuple[Path, ...]
    look: bool = False


def window_asked(arguments: Sequence[str]) -> WindowAsked:
    """Reads arguments without a command: files are opened on the page of imports.

    Raises:
        SystemExit: with 2, for what is neither a command nor a file; said on standard error.
    """
    parser = argparse.ArgumentParser(prog="gaung", allow_abbrev=False)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--read-only", action="store_true")
    parser.add_argument("files", nargs="*", type=_existing)
    asked = parser.parse_args(arguments)
    return WindowAsked(asked.database, asked.sample, tuple(asked.files), asked.read_only)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("YYYY-MM-DD") from error


def _existing(text: str) -> Path:
    path = Path(text)
    if not path.exists():
        commands = ", ".join(COMMANDS)
        raise argparse.ArgumentTypeError(f"{text}: neither a file nor one of {commands}")
    return path


def parser() -> argparse.ArgumentParser:
    """Of the commands; the window has arguments of its own."""
    whole = argparse.ArgumentParser(prog="gaung")
    commands = whole.add_subparsers(dest="command", required=True)

    def command(name: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name)
        if name not in ("check", "backup", "restore", "portable"):
            one.add_argument("--json", action="store_true")
            one.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD")
        return one

    command("inspect").add_argument("file", type=Path)
    for name in ("import", "run"):
        command_of_files = command(name)
        command_of_files.add_argument("files", nargs="+", type=Path)
        if name == "import":
            command_of_files.add_argument("--database", type=Path, required=True)
        else:
            command_of_files.add_argument("--output", type=Path, required=True)
            _add_rule(command_of_files)
    standings = command("standings")
    report = command("report")
    report.add_argument("output", type=Path)
    for one in (standings, report):
        _add_rule(one)
        one.add_argument("--database", type=Path, required=True)
    fetch = commands.add_parser("fetch")
    fetch.add_argument("--database", type=Path, required=True)
    fetch.add_argument("--platform", action="append", choices=[one.value for one in Platform])
    fetch.add_argument("--json", action="store_true")
    backup, restore = command("backup"), command("restore")
    backup.add_argument("folder", type=Path)
    restore.add_argument("backup", type=Path)
    portable = command("portable")
    portable.add_argument("folder", type=Path)
    for one in (command("check"), backup, restore, portable):
        one.add_argument("--database", type=Path, required=True)
    return whole


def _add_rule(command: argparse.ArgumentParser) -> None:
    command.add_argument("--rule", choices=[rule.key for rule in NAMED_RULES])
