"""The bar that sums, work that is overtaken, files that are read on later."""

from pathlib import Path
from threading import Event

from pytestqt.qtbot import QtBot

from app.domain.person import Service
from app.domain.roster import Outcome
from app.services.job import Job
from app.ui.importing.concern_card import ConcernCard
from app.ui.importing.findings import Concern
from app.ui.importing.outcome_bar import OutcomeBar
from app.ui.importing.reading import Asked, all_rows, close_all
from app.ui.importing.work import Stage
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.ui.importing.conftest import Office, person, write_roster


def test_the_tick_stands_only_at_a_true_sum(qtbot: QtBot, theme: Theme, language: Language) -> None:
    bar = OutcomeBar(theme, language)
    qtbot.addWidget(bar)
    bar.show_outcomes({Outcome.NEW: 3, Outcome.HELD: 1}, 4)
    assert bar.sum_is_true
    bar.show_outcomes({Outcome.NEW: 3, Outcome.HELD: 1}, 5)
    assert not bar.sum_is_true


def test_only_the_newest_of_several_quick_changes_is_answered(
    office: Office, tmp_path: Path
) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(number) for number in range(1, 300)]))
    answers: list[int] = []
    office.work.planned.connect(lambda: answers.append(len(office.work.prepared.plan.sheets)))
    for column in (3, 4, 5):
        office.work.set_meaning(column, None)
    office.wait(Stage.READY)
    assert len(answers) == 1
    shown = office.work.shown
    assert shown is not None
    assert [column.field for column in shown.sheet.layout.columns[3:]] == [None, None, None]


def test_a_file_is_read_on_after_the_work_that_opened_it_was_stopped(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "besar.csv"
    rows = [";".join(map(str, person(number % 600))) for number in range(30_000)]
    path.write_text("No;NIP;Nama;Unit Kerja;Akun IG;Followers IG\n" + "\n".join(rows))
    stop = Event()
    opened = Asked((path,)).open(office.workplace.importing, Job(lambda done, total: None, stop))
    stop.set()
    loaded = all_rows(opened.sheets[0], Job.quiet())
    assert len(loaded.rows) == 30_001
    close_all(opened.sources, Job.quiet())


def test_people_who_left_are_not_missed(office: Office, tmp_path: Path) -> None:
    office.open(write_roster(tmp_path / "a.xlsx", [person(1), person(2)]))
    office.work.apply()
    office.wait(Stage.APPLIED)
    gone = office.workplace.people.everyone()[0]
    office.workplace.people.set_service(gone.id, Service.RETIRED)
    office.open(write_roster(tmp_path / "b.xlsx", [person(3)]))
    groups = {card.group.kind: card.group for card in office.page.findChildren(ConcernCard)}
    assert [one.name for one in groups[Concern.ABSENT].people] == ["Pegawai Accc"]
