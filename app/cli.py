"""The same services without a window: DESIGN section 6, called by people and other programs."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import AnswerLost, AppError, FileError
from app.domain.rule import NAMED_RULES, Rule, named_rule
from app.services.job import Job
from app.wording.language import Language

if TYPE_CHECKING:
    from app.services.answers import Json
    from app.services.backups.safety import Safety
    from app.services.standings import Standings
    from app.services.workplace import Workplace

# A command loads its services itself, after the reading of its file has begun: the engine of the
# database takes a third of a second.

DONE, WRONG_USAGE, FAILED = 0, 2, 3

OpenWorkplace = Callable[[Path, bool], "Workplace"]
"""Opens a database; True makes it where nothing stands."""

OpenSafety = Callable[[Path], "Safety"]
"""The backups of a database, which need not be open nor sound."""

BeginReading = Callable[[Path], None]
"""Starts to read a file that will be imported; it never complains."""

COMMANDS = ("inspect", "import", "standings", "report", "run", "check", "backup", "restore")


@dataclass(frozen=True, slots=True)
class WindowAsked:
    """What the window opens with; no `database`: the office's own."""

    database: Path | None
    sample: bool
    files: tuple[Path, ...]


def window_asked(arguments: Sequence[str]) -> WindowAsked:
    """Reads arguments without a command: files are opened on the page of imports.

    Raises:
        SystemExit: with 2, for what is neither a command nor a file; said on standard error.
    """
    parser = argparse.ArgumentParser(prog="gaung", allow_abbrev=False)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("files", nargs="*", type=_existing)
    asked = parser.parse_args(arguments)
    return WindowAsked(asked.database, asked.sample, tuple(asked.files))


class CommandLine:
    """Runs one command and gives its exit code: 0 done, 2 wrong usage, 3 expected failure."""

    def __init__(
        self,
        open_workplace: OpenWorkplace,
        open_safety: OpenSafety,
        begin_reading: BeginReading,
        language: Language,
        today: date,
    ) -> None:
        self._open = open_workplace
        self._safety = open_safety
        self._begin_reading = begin_reading
        self._language = language
        self._today = today

    def run(self, arguments: Sequence[str]) -> int:
        """Runs `arguments` (without the program's name)."""
        try:
            asked = _parser().parse_args(arguments)
        except SystemExit as stop:  # argparse has printed its own help or complaint
            return int(stop.code or 0)
        verbs: dict[str, Callable[[argparse.Namespace], None]] = {
            "inspect": self._inspect,
            "import": self._import,
            "standings": self._standings,
            "report": self._report,
            "run": self._run,
            "check": self._check,
            "backup": self._backup,
            "restore": self._restore,
        }
        try:
            verbs[asked.command](asked)
        except AppError as error:
            print(f"GAGAL: {self._complaint(error)}", file=sys.stderr)
            return FAILED
        return DONE

    # -------------------------------------------------------------- commands

    def _inspect(self, asked: argparse.Namespace) -> None:
        from app.services.answers import inspection_answer
        from app.services.inspection import inspect_file

        inspection = inspect_file(asked.file, self._as_of(asked), Job.quiet())
        answer = inspection_answer(inspection)
        if asked.json:
            _print_json(answer)
            return
        for sheet, tally in inspection.sheets:
            rows = self._language.say_many("{count} row read", "{count} rows read", tally.rows_read)
            _put(f"{sheet.name or inspection.name}: {rows}")

    def _import(self, asked: argparse.Namespace) -> None:
        self._begin_reading(asked.files[0])
        with self._open(asked.database, True) as workplace:
            applied = workplace.importing.import_files(asked.files, self._as_of(asked), Job.quiet())
        if asked.json:
            from app.services.answers import import_answer

            _print_json(import_answer(applied))
        else:
            _put(f"ACK:{applied.import_id}")

    def _standings(self, asked: argparse.Namespace) -> None:
        with self._open(asked.database, False) as workplace:
            standings = workplace.standings.under(
                self._rule(asked, workplace), self._as_of(asked), Job.quiet()
            )
        if asked.json:
            from app.services.answers import standings_answer

            _print_json(standings_answer(standings))
        else:
            self._print_totals(standings)

    def _report(self, asked: argparse.Namespace) -> None:
        with self._open(asked.database, False) as workplace:
            answer = self._write_report(asked, workplace, asked.output)
        if asked.json:
            _print_json(answer)
        else:
            _put(self._language.say("Report written: {path}").format(path=asked.output))

    def _run(self, asked: argparse.Namespace) -> None:
        self._begin_reading(asked.files[0])
        with (
            tempfile.TemporaryDirectory(prefix="gaung-") as folder,
            self._open(Path(folder) / "run.db", True) as workplace,
        ):
            applied = workplace.importing.import_files(asked.files, self._as_of(asked), Job.quiet())
            standings = workplace.standings.under(
                self._rule(asked, workplace), self._as_of(asked), Job.quiet()
            )
            report = self._write_report(asked, workplace, asked.output)
        if asked.json:
            from app.services.answers import import_answer, standings_answer

            totals = standings_answer(standings, with_people=False)
            _print_json({"import": import_answer(applied), "standings": totals, "report": report})
            return
        self._print_totals(standings)
        _put(self._language.say("Report written: {path}").format(path=asked.output))

    def _check(self, asked: argparse.Namespace) -> None:
        with self._open(asked.database, False) as workplace:
            findings = workplace.check(Job.quiet())
        if findings.lines:
            _put("\n".join(findings.lines))
            raise findings.worst(asked.database)
        _put(self._language.say("The database is in order."))

    def _backup(self, asked: argparse.Namespace) -> None:
        with self._open(asked.database, False) as workplace:
            written = workplace.backups.write_to(asked.folder)
        _put("ACK:backup")
        _put(self._language.say("Backup written: {path}").format(path=written.path))

    def _restore(self, asked: argparse.Namespace) -> None:
        from app.services.backups.telling import restored_lines

        restoring = self._safety(asked.database).restoring
        restored = restoring.restore(restoring.backup_at(asked.backup), Job.quiet())
        _put("ACK:restore")
        _put("\n".join(restored_lines(restored, asked.database, self._language)))

    # -------------------------------------------------------------- parts

    def _complaint(self, error: AppError) -> str:
        from app.services.backups.telling import way_back
        from app.wording.errors import error_sentence

        words = error_sentence(error, self._language)
        if isinstance(error, FileError):
            backups = self._safety(Path(error.path)).backups
            words += way_back(error, backups, self._language)
        return words

    def _write_report(
        self, asked: argparse.Namespace, workplace: "Workplace", target: Path
    ) -> "Json":
        from app.services.answers import report_answer
        from app.services.report import ReportOptions
        from app.services.sample_report import marked_as_sample

        standings = workplace.standings.under(
            self._rule(asked, workplace), self._as_of(asked), Job.quiet()
        )
        kept = workplace.preferences
        readings = kept.preferences().rules
        if asked.rule:
            readings = (*NAMED_RULES, *kept.preferences().own_rules)
        book = workplace.report.build(
            standings.people,
            standings.rule,
            standings.as_of,
            kept.office(),
            ReportOptions(readings=readings),
        )
        if workplace.is_sample:
            book = marked_as_sample(book, self._language)
        workplace.report.write(book, target, Job.quiet())
        return report_answer(str(target), standings, book)

    def _print_totals(self, standings: "Standings") -> None:
        from app.wording.verdicts import verdict_word

        for verdict, number in standings.totals.items():
            _put(f"{verdict_word(verdict, self._language)}: {self._language.number(number)}")

    def _as_of(self, asked: argparse.Namespace) -> date:
        chosen: date | None = getattr(asked, "as_of", None)
        return chosen or self._today

    def _rule(self, asked: argparse.Namespace, workplace: "Workplace") -> Rule:
        rule = named_rule(asked.rule) if asked.rule else None
        return rule or workplace.preferences.preferences().rule


def _print_json(answer: "Json") -> None:
    _put(json.dumps(answer, ensure_ascii=False))


def _put(line: str) -> None:
    try:
        print(line, flush=True)
    except OSError as error:
        # Whoever listened is gone: what still waits must not complain again when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise AnswerLost from error


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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gaung")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name)
        if name not in ("check", "backup", "restore"):
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
    backup, restore = command("backup"), command("restore")
    backup.add_argument("folder", type=Path)
    restore.add_argument("backup", type=Path)
    for one in (command("check"), backup, restore):
        one.add_argument("--database", type=Path, required=True)
    return parser


def _add_rule(command: argparse.ArgumentParser) -> None:
    command.add_argument("--rule", choices=[rule.key for rule in NAMED_RULES])
