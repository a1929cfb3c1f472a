"""One day of an office, from the roster to the backup: what comes out must not depend on the place.

    python -m tests.reliability.day FOLDER [MOMENT ...]

Without a moment the clock of the computer tells the time; each moment (2026-12-31T23:30) is set at
the one place where the program takes its clock from. A line of JSON for each.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path

from typing_extensions import override

from app.bootstrap import locale_folder, open_workplace, workplaces
from app.domain.period import Period, PeriodKind
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.recording import Entry
from app.wording.language import LANGUAGES, Language

ROSTER = (
    ("198501012010011902", "Şükrü İnan", "900"),
    ("198703142010012903", "Iska Indrawati", "1,2 rb"),
    ("199001012015011901", "ISMAIL Idris", "499"),
    ("199105052015012904", "Ýntan", ""),
)
"""No count has a day of its own; the names have letters that Turkish makes large in another way."""

IG = Platform.INSTAGRAM


class _Clock(datetime):
    """Says what it was set to; the rest is a moment like any other."""

    moment = datetime(2026, 11, 28)

    @classmethod
    @override
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return cls.moment


class _Calendar(date):
    @classmethod
    @override
    def today(cls) -> date:  # type: ignore[override]
        return _Clock.moment.date()


def set_clock(moment: datetime) -> None:
    """From now on the program believes that it is then."""
    _Clock.moment = moment
    workplaces.datetime = _Clock  # type: ignore[attr-defined]
    workplaces.date = _Calendar  # type: ignore[attr-defined]


def whole_day(folder: Path) -> dict[str, object]:
    """A roster in, a count typed, the month closed, a report written, the daily backup made."""
    folder.mkdir(parents=True)
    roster = folder / "daftar.csv"
    lines = ["NIP;Nama;Followers IG", *(";".join(row) for row in ROSTER)]
    roster.write_text("\n".join(lines), encoding="utf-8")
    path, language = folder / "kantor.db", Language(LANGUAGES[0], locale_folder())
    with open_workplace(path, create=True, language=language) as place:
        today = place.today
        place.importing.import_files([roster], today, Job.quiet())
        third = next(one.id for one in place.people.everyone() if one.nip.digits == ROSTER[2][0])
        place.recording.record([Entry(third, IG, "501")], today)
        standings = place.standings.under(RULE_A, today, Job.quiet())
        closing = place.periods.close(
            Period.around(PeriodKind.MONTH, today), RULE_A, today, Job.quiet()
        )
        book = place.report.build(standings.people, RULE_A, today, place.preferences.office())
        content = place.report.write(book, folder / "laporan.xlsx", Job.quiet())
        first, again = place.backups.daily(), place.backups.daily()
        made = [one.contents.made_at for one in place.backups.backups() if one.contents]
        history = place.people.card(third, today).histories[IG]
        return {
            "today": today.isoformat(),
            "totals": {str(key): value for key, value in standings.totals.items()},
            "counted": [one.observed_on.isoformat() for one in history],
            "closed": [str(closing.period), closing.as_of.isoformat(), closing.sha256],
            "report": content,
            "backups": [first is not None, again is None, [f"{one:%Y-%m-%d %H}" for one in made]],
            "found": place.findings(),
        }


def main(arguments: list[str]) -> None:
    """One after another, each in a folder of its own."""
    folder, *moments = arguments
    if not moments:
        _say(whole_day(Path(folder) / "kini"))
    for number, moment in enumerate(moments):
        set_clock(datetime.fromisoformat(moment))
        _say(whole_day(Path(folder) / str(number)))


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
