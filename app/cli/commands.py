"""Runs the commands: the same services as the window, without one."""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import parser
from app.cli.output import complain, put, put_json, warn
from app.domain.errors import AppError, FileError
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

OpenAlone = Callable[[Path], "Workplace"]
"""Opens a database that stands, for a command that writes into it for long."""

OpenSafety = Callable[[Path], "Safety"]
"""The backups of a database, which need not be open nor sound."""

BeginReading = Callable[[Path], None]
"""Starts to read a file that will be imported; it never complains."""


class CommandLine:
    """Runs one command and gives its exit code: 0 done, 2 wrong usage, 3 expected failure."""

    def __init__(
        self,
        open_workplace: OpenWorkplace,
        open_safety: OpenSafety,
        begin_reading: BeginReading,
        language: Language,
        today: date,
        open_alone: OpenAlone,
    ) -> None:
        self._open = open_workplace
        self._open_alone = open_alone
        self._safety = open_safety
        self._begin_reading = begin_reading
        self._language = language
        self._today = today

    def run(self, arguments: Sequence[str]) -> int:
        """Runs `arguments` (without the program's name)."""
        try:
            asked = parser().parse_args(arguments)
        except SystemExit as stop:  # argparse has printed its own help or complaint
            return int(stop.code or 0)
        verbs: dict[str, Callable[[argparse.Namespace], None]] = {
            "inspect": self._inspect,
            "import": self._import,
            "standings": self._standings,
            "report": self._report,
            "run": self._run,
            "fetch": self._fetch,
            "check": self._check,
            "backup": self._backup,
            "restore": self._restore,
            "portable": self._portable,
        }
        try:
            verbs[asked.command](asked)
        except AppError as error:
            complain(self._complaint(error))
            return FAILED
        self._warn_of_cloud(getattr(asked, "database", None))
        return DONE

    # -------------------------------------------------------------- commands

    def _inspect(self, asked: argparse.Namespace) -> None:
        from app.services.answers import inspection_answer
        from app.services.inspection import inspect_file

        inspection = inspect_file(asked.file, self._as_of(asked), Job.quiet())
        answer = inspection_answer(inspection)
        if asked.json:
            put_json(answer)
            return
        for sheet, tally in inspection.sheets:
            rows = self._language.say_many("{count} row read", "{count} rows read", tally.rows_read)
            put(f"{sheet.name or inspection.name}: {rows}")

    def _import(self, asked: argparse.Namespace) -> None:
        self._begin_reading(asked.files[0])
        with self._open(asked.database, True) as workplace:
            applied = workplace.importing.import_files(asked.files, self._as_of(asked), Job.quiet())
        if asked.json:
            from app.services.answers import import_answer

            put_json(import_answer(applied))
        else:
            put(f"ACK:{applied.import_id}")

    def _standings(self, asked: argparse.Namespace) -> None:
        with self._open(asked.database, False) as workplace:
            standings = workplace.standings.under(
                self._rule(asked, workplace), self._as_of(asked), Job.quiet()
            )
        if asked.json:
            from app.services.answers import standings_answer

            put_json(standings_answer(standings))
        else:
            self._print_totals(standings)

    def _report(self, asked: argparse.Namespace) -> None:
        with self._open(asked.database, False) as workplace:
            answer = self._write_report(asked, workplace, asked.output)
        if asked.json:
            put_json(answer)
        else:
            put(self._language.say("Report written: {path}").format(path=asked.output))

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
            put_json({"import": import_answer(applied), "standings": totals, "report": report})
            return
        self._print_totals(standings)
        put(self._language.say("Report written: {path}").format(path=asked.output))

    def _fetch(self, asked: argparse.Namespace) -> None:
        from app.cli.fetching import fetch

        fetch(asked, self._open_alone, self._language)

    def _check(self, asked: argparse.Namespace) -> None:
        with self._open(asked.database, False) as workplace:
            findings = workplace.check(Job.quiet())
        if findings.lines:
            put("\n".join(findings.lines))
            raise findings.worst(asked.database)
        put(self._language.say("The database is in order."))

    def _backup(self, asked: argparse.Namespace) -> None:
        with self._open(asked.database, False) as workplace:
            written = workplace.backups.write_to(asked.folder)
        put("ACK:backup")
        put(self._language.say("Backup written: {path}").format(path=written.path))

    def _restore(self, asked: argparse.Namespace) -> None:
        from app.services.backups.telling import restored_lines

        restoring = self._safety(asked.database).restoring
        restored = restoring.restore(restoring.backup_at(asked.backup), Job.quiet())
        put("ACK:restore")
        put("\n".join(restored_lines(restored, asked.database, self._language)))

    def _portable(self, asked: argparse.Namespace) -> None:
        from app.services.portable.telling import portable_lines

        with self._open(asked.database, False) as workplace:
            made = workplace.portable.make(asked.folder, Job.quiet())
        put("ACK:portable")
        put("\n".join(portable_lines(made, self._language)))

    # -------------------------------------------------------------- parts

    def _warn_of_cloud(self, database: Path | None) -> None:
        """As the window does; on standard error, and never beside the one line of a failure."""
        if database is None:
            return
        from app.services.cloud import cloud_around

        cloud = cloud_around(database)
        if cloud is not None:
            words = self._language.say(
                "This database lies in a folder of {cloud}. What is copied while it is being written can "
                "break, and two computers can overwrite each other."
            )
            warn(words.format(cloud=cloud.value))

    def _complaint(self, error: AppError) -> str:
        from app.services.backups.telling import way_back
        from app.wording.errors import error_sentence

        words: str = error_sentence(error, self._language)
        if isinstance(error, FileError):
            backups = self._safety(Path(error.path)).backups
            words += way_back(error, backups, self._language)
        return words

    def _write_report(
        self, asked: argparse.Namespace, workplace: "Workplace", target: Path
    ) -> "Json":
        from app.domain.written_report import ReportForm
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
        content = workplace.report.write(book, target, Job.quiet())
        workplace.report.note(book, target, ReportForm.WORKBOOK, content)
        return report_answer(str(target), standings, book)

    def _print_totals(self, standings: "Standings") -> None:
        from app.wording.verdicts import verdict_word

        for verdict, number in standings.totals.items():
            put(f"{verdict_word(verdict, self._language)}: {self._language.number(number)}")

    def _as_of(self, asked: argparse.Namespace) -> date:
        chosen: date | None = getattr(asked, "as_of", None)
        return chosen or self._today

    def _rule(self, asked: argparse.Namespace, workplace: "Workplace") -> Rule:
        rule = named_rule(asked.rule) if asked.rule else None
        return rule or workplace.preferences.preferences().rule
