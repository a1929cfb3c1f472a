"""An account that was left out is left out of every report and of the command line, by name."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import open_workplace, run
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.report_kinds import ReportKind
from app.domain.rule import RULE_A
from app.paths import resources
from app.services.job import Job
from app.services.recording import Entry
from app.services.report import ReportOptions
from app.services.workplace import Workplace
from app.wording.language import Language

BEFORE, TODAY = date(2026, 10, 20), date(2026, 11, 20)
IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK
REASON = "paket pengikut"
TOLD = "Instagram: tidak dihitung setelah klarifikasi, “paket pengikut”"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    """Ani and Budi jumped by a thousand; Budi has another account that meets the rule."""
    language = Language("id", resources() / "locale")
    with open_workplace(tmp_path / "k.db", create=True, language=language) as opened:
        for at, name in enumerate(("Ani", "Budi", "Citra"), 1):
            opened.people.add(
                Person(Nip(f"19870314201001200{at}"), name, organisation="Diskominfo")
            )
        for at in (1, 2):
            opened.recording.record([Entry(at, IG, "299")], BEFORE)
            opened.recording.record([Entry(at, IG, "1299")], TODAY)
        opened.recording.record([Entry(2, FB, "640"), Entry(3, IG, "700")], TODAY)
        for one in opened.clarifying.look(RULE_A, TODAY, Job.quiet()).open:
            opened.clarifying.exclude(one, REASON)
        yield opened


def sheets_of(office: Workplace, target: Path, kinds: frozenset[ReportKind]) -> dict[str, str]:
    """The words of each sheet as Excel reads them."""
    people = office.standings.under(RULE_A, TODAY, Job.quiet()).people
    options = ReportOptions(kinds=kinds)
    book = office.report.build(people, RULE_A, TODAY, office.preferences.office(), options)
    office.report.write(book, target, Job.quiet())
    return {
        sheet.title: "\n".join(
            " | ".join(str(cell) for cell in row if cell is not None)
            for row in sheet.iter_rows(values_only=True)
        )
        for sheet in openpyxl.load_workbook(target)
    }


def test_no_sheet_of_those_who_qualify_names_whoever_qualified_by_that_account_alone(
    office: Workplace, tmp_path: Path
) -> None:
    everything = frozenset(ReportKind) - {ReportKind.PROGRESS}
    sheets = sheets_of(office, tmp_path / "laporan.xlsx", everything)
    (lists,) = [words for name, words in sheets.items() if name == "Memenuhi"]
    assert "Ani" not in lists
    assert "Budi" in lists
    assert "1299" not in lists
    (waiting,) = [words for name, words in sheets.items() if name == "Belum memenuhi"]
    assert "Ani" in waiting
    assert TOLD in waiting.replace("\n", " ")
    others = [words for name, words in sheets.items() if "dikecualikan" in words]
    assert others, "the quality of the data says that accounts were left out"


def test_the_command_line_says_so_within_its_contract(
    office: Workplace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.close()
    command = ("standings", "--database", tmp_path / "k.db", "--as-of", TODAY, "--json")
    assert run([str(one) for one in command]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["totals"] == {"qualifies": 2, "not_yet": 1, "stale": 0, "no_data": 0}
    ani = next(one for one in answer["people"] if one["name"] == "Ani")
    assert set(ani) == {"nip", "name", "unit", "verdict", "reasons"}
    assert ani["verdict"] == "not_yet"
    instagram = next(one for one in ani["reasons"] if one["platform"] == "instagram")
    assert (
        instagram.items()
        >= {
            "platform": "instagram",
            "handle": None,
            "low": 1299,
            "high": 1299,
            "exact": True,
            "observed_on": "2026-11-20",
            "met": False,
        }.items()
    )
    budi = next(one for one in answer["people"] if one["name"] == "Budi")
    assert budi["verdict"] == "qualifies"
    assert [one["met"] for one in budi["reasons"] if one["platform"] == "facebook"] == [True]
