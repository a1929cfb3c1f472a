"""Whoever withdraws consent leaves every output there is, as bytes of the files and not as promised."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace, run
from app.domain.coverage import Demand
from app.domain.handle import read_handle
from app.domain.nip import Generations, Nip
from app.domain.office import Office
from app.domain.period import Period, PeriodKind
from app.domain.person import Consent, Person
from app.domain.platform import Platform
from app.domain.report_kinds import ReportKind
from app.domain.rule import RULE_A
from app.services.forms.issuing import FormOrder
from app.services.job import Job
from app.services.people import AccountEdit
from app.services.recording import Entry
from app.services.report.asked import ReportOptions
from app.services.workplace import Workplace
from app.wording.language import Language

DAY = date(2026, 11, 20)
MONTH = Period.around(PeriodKind.MONTH, DAY)
CANARY, OTHER = "Kenari Pamitan", "Bagas Tetap"
JOB = Job.quiet()
Output = Callable[[Workplace, Path], str]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(
        tmp_path / "kantor.db", create=True, language=Language("en", Path())
    ) as opened:
        opened.preferences.save_office(Office("Kabupaten Tirta", "Dinas Kominfo"))
        for number, name in enumerate((CANARY, OTHER), 1):
            nip = Nip(f"198501012010011{number:03}")
            one = opened.people.add(Person(nip, name, organisation=f"Dinas {name.split()[0]}"))
            opened.people.set_consent(one, Consent.GIVEN)
            for platform in (Platform.INSTAGRAM, Platform.TIKTOK):
                reading = read_handle(f"@{name.split()[0].lower()}", platform)
                opened.people.put_accounts(one, [AccountEdit(platform, reading)])
            opened.recording.record([Entry(one, Platform.INSTAGRAM, "90")], date(2026, 9, 1))
            opened.recording.record([Entry(one, Platform.INSTAGRAM, "900")], DAY)
        opened.periods.close(MONTH, RULE_A, DAY, JOB)
        yield opened


def written(path: Path) -> str:
    """All that stands in a file or folder, packed or not."""
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    parts = []
    for file in files:
        content = file.read_bytes()
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(file) as whole:
                parts += [whole.read(name).decode("utf-8", "ignore") for name in whole.namelist()]
        else:
            parts.append(content.decode("utf-8", "ignore"))
    return "\n".join((*(file.name for file in files), *parts))


def report(*kinds: ReportKind) -> Output:
    def output(office: Workplace, folder: Path) -> str:
        options = ReportOptions(frozenset(kinds))
        people = office.standings.under(RULE_A, DAY, JOB).people
        background = office.report.background(RULE_A, DAY, options, JOB)
        own = office.preferences.office()
        book = office.report.build(people, RULE_A, DAY, own, options, background)
        office.report.write(book, folder / "laporan.xlsx", JOB)
        return written(folder / "laporan.xlsx")

    return output


def by_organisation(office: Workplace, folder: Path) -> str:
    people = office.standings.under(RULE_A, DAY, JOB).people
    own = office.preferences.office()
    books = office.report.for_organisations(people, RULE_A, DAY, own, ReportOptions())
    for number, one in enumerate(books):
        office.report.write(one.build(), folder / f"{number} {one.name}.xlsx", JOB)
    return written(folder)


def template(office: Workplace, folder: Path) -> str:
    form, target = folder / "bentuk.xlsx", folder / "laporan.xlsx"
    office.template.write_example(form)
    people = office.standings.under(RULE_A, DAY, JOB).people
    own = office.preferences.office()
    office.template.write(form, target, people, RULE_A, DAY, own, JOB)
    return written(target)


def forms(office: Workplace, folder: Path) -> str:
    order = FormOrder((Platform.INSTAGRAM,), None)
    office.forms.issue(order, folder, "Dinas", JOB)
    return written(folder)


def upwards_closed(office: Workplace, folder: Path) -> str:
    revision = office.periods.closed()[0]
    office.upwards.writing.of_closing(revision.id, folder / "kirim.xlsx", JOB)
    return written(folder)


def upwards_today(office: Workplace, folder: Path) -> str:
    office.upwards.writing.of_today(MONTH, RULE_A, DAY, folder / "kirim.xlsx", JOB)
    return written(folder)


def fetching(office: Workplace, folder: Path) -> str:
    plan = office.fetching.followers.plan()
    accounts = sum(one.accounts for one in plan.platforms) + sum(plan.by_hand.values())
    # Two accounts each; a plan says only how many.
    return "" if accounts == 2 else f"Kenari among {accounts}"


def closed(office: Workplace, folder: Path) -> str:
    return repr(office.periods.read(office.periods.closed()[0].id, JOB).snapshot.people)


def coverage(office: Workplace, folder: Path) -> str:
    found = office.coverage.coverage(RULE_A, DAY, Generations.BPS, JOB)
    return repr(found) + repr(office.coverage.team(found, next(iter(Demand)), JOB))


def clarifying(office: Workplace, folder: Path) -> str:
    return repr(office.clarifying.look(RULE_A, DAY, JOB))


NAMED: dict[str, Output] = {
    "standings": lambda office, _: repr(office.standings.under(RULE_A, DAY, JOB).people),
    "grid": lambda office, _: repr(office.recording.grid(DAY, JOB)),
    "overview": lambda office, _: repr(office.overview.overview(RULE_A, DAY, JOB)),
    "forms of organisations": lambda office, _: repr(office.forms.organisations()),
    "report: qualifying": report(ReportKind.QUALIFYING),
    "report: annex": report(ReportKind.ANNEX),
    "report: recap": report(ReportKind.RECAP),
    "report: data": report(ReportKind.DATA),
    "report: coverage": report(ReportKind.COVERAGE),
    "report: everything": report(*ReportKind),
    "report: a file for each organisation": by_organisation,
    "report: the office's own form": template,
    "forms": forms,
    "sent upwards, closed": upwards_closed,
    "sent upwards, today": upwards_today,
    "fetching": fetching,
    "closed period": closed,
    "coverage and team": coverage,
    "clarifications": clarifying,
}


@pytest.mark.parametrize("name", NAMED)
def test_a_withdrawal_empties_it(office: Workplace, tmp_path: Path, name: str) -> None:
    folders = [tmp_path / "sebelum", tmp_path / "sesudah"]
    for folder in folders:
        folder.mkdir()
    assert "Kenari" in NAMED[name](office, folders[0])
    office.people.set_consent(1, Consent.WITHDRAWN)
    after = NAMED[name](office, folders[1])
    assert "Kenari" not in after
    assert "kenari" not in after
    assert "198501012010011001" not in after
    assert "19850101 201001 1 001" not in after


def test_every_kind_of_report_is_tried(office: Workplace, tmp_path: Path) -> None:
    """Those too that name nobody: their numbers are of the others only."""
    office.people.set_consent(1, Consent.WITHDRAWN)
    for kind in ReportKind:
        folder = tmp_path / kind.value
        folder.mkdir()
        assert "enari" not in report(kind)(office, folder), kind


def test_the_command_line_tells_nothing_either(
    office: Workplace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = office.path
    lines = (
        ["standings", "--database", str(path), "--as-of", "2026-11-20", "--json"],
        ["report", str(tmp_path / "a.xlsx"), "--database", str(path), "--as-of", "2026-11-20"],
    )

    def told() -> str:
        for arguments in lines:
            assert run(arguments) == 0
        return capsys.readouterr().out + written(tmp_path / "a.xlsx")

    assert "Kenari" in told()
    office.people.set_consent(1, Consent.WITHDRAWN)
    after = told()
    assert "Bagas" in after
    assert "Kenari" not in after
