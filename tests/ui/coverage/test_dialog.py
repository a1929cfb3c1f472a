"""The dialog of the coverage: the matrix with its holes, the smallest team, what each line opens."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.coverage import Demand, Level
from app.domain.nip import Generations
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.paths import resources
from app.services.coverage import Coverage
from app.services.job import Job
from app.services.workplace import Workplace
from app.ui.coverage.desk import CoverageDesk
from app.ui.coverage.dialog import CoverageDialog
from app.ui.coverage.matrix_card import MatrixCard
from app.ui.coverage.matrix_model import QUALIFYING
from app.ui.coverage.matrix_table import CoverageTable
from app.ui.coverage.two_lines import TwoLineButton
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.coverage import retirement_words
from app.wording.language import Language
from tests.journeys.conftest import language, office, tasks, theme

__all__ = ["language", "office", "tasks", "theme"]

DAY = date(2026, 11, 20)
LEFT = Qt.MouseButton.LeftButton
LEVELS = "How finely the office is divided"


class Seen:
    """The dialog over a window of the sample office, at rest."""

    def __init__(
        self, qtbot: QtBot, tasks: TaskRunner, desk: CoverageDesk, dialog: CoverageDialog
    ) -> None:
        self.qtbot, self.tasks, self.desk, self.dialog = qtbot, tasks, desk, dialog

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle)

    def choose(self, name: str, words: str) -> None:
        """As with the arrows of the keyboard."""
        boxes = self.dialog.findChildren(QComboBox)
        box = next(one for one in boxes if one.accessibleName() == name)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        while box.currentText() != words:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down)
            assert box.currentIndex() == before + 1, f"{words} is not to be chosen"
        self.rest()

    def words(self) -> list[str]:
        return [one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible()]

    def rows(self) -> list[TwoLineButton]:
        return [one for one in self.dialog.findChildren(TwoLineButton) if one.isVisible()]

    def table(self) -> CoverageTable:
        found = self.dialog.findChild(CoverageTable)
        assert found is not None
        return found

    def matrix(self) -> dict[str, list[str]]:
        model = self.table().model()
        cells = [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        return {unit: numbers for unit, *numbers in cells}


@pytest.fixture
def seen(
    qtbot: QtBot, theme: Theme, language: Language, office: Workplace, tasks: TaskRunner
) -> Iterator[Seen]:
    roster = resources() / "samples" / "kantor-contoh.xlsx"
    office.importing.import_files([roster], DAY, Job.quiet())
    window = QWidget()
    window.resize(1366, 738)
    qtbot.addWidget(window)
    window.show()
    desk = CoverageDesk(theme, language, office.coverage, office.preferences, DAY, tasks, window)
    desk.open()
    qtbot.waitUntil(lambda: tasks.idle)
    dialog = window.findChild(CoverageDialog)
    assert dialog is not None
    yield Seen(qtbot, tasks, desk, dialog)
    for left in window.findChildren(CoverageDialog):
        left.reject()
    qtbot.waitUntil(lambda: tasks.idle)


def seen_coverage(office: Workplace) -> Coverage:
    return office.coverage.coverage(RULE_A, DAY, Generations.BPS, Job.quiet())


def of_service(office: Workplace, demand: Demand) -> list[str]:
    coverage = office.coverage.coverage(RULE_A, DAY, Generations.BPS, Job.quiet())
    return [one.name for one in office.coverage.team(coverage, demand, Job.quiet()).team]


def test_every_organisation_stands_in_the_matrix_with_its_holes(
    seen: Seen, office: Workplace
) -> None:
    units = office.coverage.coverage(RULE_A, DAY, Generations.BPS, Job.quiet()).units()
    assert list(seen.matrix()) == [unit.name for unit in units]
    assert seen.matrix()["Satuan Polisi Pamong Praja"][QUALIFYING - 1] == "0"
    gaps = sum(unit.has_gap for unit in units)
    assert f"{gaps} of {len(units)} have gaps · nobody qualifies in 2" in seen.words()


def test_in_a_narrow_dialog_the_names_of_the_units_can_still_be_read(seen: Seen) -> None:
    seen.dialog.resize(860, 440)
    table = seen.table()
    seen.qtbot.waitUntil(lambda: table.viewport().width() < 700)
    assert table.columnWidth(0) >= 170
    assert table.horizontalScrollBar().maximum() > 0


def test_the_matrix_of_one_generation_counts_only_its_people(seen: Seen, office: Workplace) -> None:
    coverage = office.coverage.coverage(RULE_A, DAY, Generations.BPS, Job.quiet())
    seen.choose("Generation", "Millennial")
    for unit in coverage.units("y"):
        assert seen.matrix()[unit.name][QUALIFYING - 1] == str(unit.qualifying)


def test_the_finer_matrix_has_every_unit_with_its_organisation_and_opens_its_people(
    seen: Seen, office: Workplace, qtbot: QtBot
) -> None:
    units = seen_coverage(office).units(level=Level.UNITS)
    seen.choose(LEVELS, "By unit within the organisations")
    table = seen.table()
    assert table.model().rowCount() == len(units) > 20
    for row, unit in enumerate(units):
        numbers = [str(table.model().index(row, column).data()) for column in (0, QUALIFYING)]
        assert numbers == [unit.within or "Without a finer unit", str(unit.qualifying)]
        spoken = table.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert spoken == f"{numbers[0]}, {unit.name}: {unit.people} " + (
            "person" if unit.people == 1 else "people"
        )
    table.setCurrentIndex(table.model().index(1, QUALIFYING))
    with qtbot.waitSignal(seen.desk.wanted) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    wanted = asked.args[0]
    assert (wanted.verdict, wanted.unit) == (Verdict.QUALIFIES, None)
    assert wanted.nips == units[1].nips
    assert len(wanted.nips) == units[1].people


def test_only_the_units_in_which_nobody_qualifies_are_left_where_that_is_asked(
    seen: Seen, office: Workplace
) -> None:
    seen.choose(LEVELS, "By unit within the organisations")
    box = seen.dialog.findChild(QCheckBox)
    assert box is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    empty = [u for u in seen_coverage(office).units(level=Level.UNITS) if not u.qualifying]
    assert seen.table().model().rowCount() == len(empty) > 0
    words = f"nobody qualifies in {len(empty)}"
    assert any(said.endswith(words) for said in seen.words())


def test_both_schemes_stand_beside_the_total_of_the_office(seen: Seen, office: Workplace) -> None:
    coverage = seen_coverage(office)
    words = seen.words()
    for scheme, name in (
        (Generations.BPS, "BPS (2020 census)"),
        (Generations.BKN, "BKN (ASN statistics)"),
    ):
        assert name in words
        for share in coverage.shares_under(scheme):
            assert f"{share.people / len(coverage.people) * 100:.1f}%" in words
    assert words.count("The whole office") == 2
    assert words.count(str(len(coverage.people))) == 2
    assert words.count(str(coverage.qualifying)) == 2


def test_another_scheme_draws_other_borders(seen: Seen, office: Workplace) -> None:
    seen.choose("Scheme of the generations", "BKN (ASN statistics)")
    coverage = office.coverage.coverage(RULE_A, DAY, Generations.BKN, Job.quiet())
    everyone = len(coverage.people)
    for share in coverage.shares:
        assert f"{share.people / everyone * 100:.1f}%" in seen.words()
    assert "Generation Y" in seen.words()


@pytest.mark.parametrize(
    ("words", "demand"),
    [
        ("every organisation", Demand.UNITS),
        ("every organisation on every platform", Demand.UNITS_ON_PLATFORMS),
        ("every organisation and every generation", Demand.UNITS_AND_GENERATIONS),
        ("every unit within the organisations", Demand.FINER_UNITS),
    ],
)
def test_the_smallest_team_is_listed_with_what_it_is_worth(
    seen: Seen, office: Workplace, words: str, demand: Demand
) -> None:
    seen.choose("It has to reach", words)
    names = of_service(office, demand)
    assert [row.text() for row in seen.rows()][: len(names)] == names
    assert any(said.startswith(f"{len(names)} people reach") for said in seen.words())
    assert any(said.startswith("Fewer is not possible.") for said in seen.words())


def test_a_name_of_the_team_opens_its_person(seen: Seen, office: Workplace, qtbot: QtBot) -> None:
    row = seen.rows()[0]
    with qtbot.waitSignal(seen.desk.person_asked) as asked:
        qtbot.mouseClick(row, LEFT)
    people = {person.id: person.name for person, _ in office.standings.everyone(DAY, Job.quiet())}
    assert people[asked.args[0]] == row.text()


def test_a_cell_opens_the_people_of_its_organisation(seen: Seen, qtbot: QtBot) -> None:
    table = seen.table()
    table.setCurrentIndex(table.model().index(0, QUALIFYING))
    with qtbot.waitSignal(seen.desk.wanted) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    first = next(iter(seen.matrix()))
    assert asked.args == [PeopleWanted(verdict=Verdict.QUALIFIES, unit=first)]


def test_a_cell_of_one_generation_opens_just_its_people(
    seen: Seen, office: Workplace, qtbot: QtBot
) -> None:
    seen.choose("Generation", "Millennial")
    coverage = office.coverage.coverage(RULE_A, DAY, Generations.BPS, Job.quiet())
    table = seen.table()
    first = next(iter(seen.matrix()))
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(seen.desk.wanted) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    behind = {one.nip for one in coverage.people if (one.unit, one.generation) == (first, "y")}
    assert behind
    assert asked.args == [PeopleWanted(nips=frozenset(behind))]


def test_a_finer_unit_of_one_generation_opens_just_its_people(
    seen: Seen, office: Workplace, qtbot: QtBot
) -> None:
    seen.choose("Generation", "Millennial")
    card = seen.dialog.findChild(MatrixCard)
    assert card is not None
    finer = card.findChild(QComboBox)
    finer.setFocus()
    QTest.keyClick(finer, Qt.Key.Key_End)
    seen.rest()
    coverage = office.coverage.coverage(RULE_A, DAY, Generations.BPS, Job.quiet())
    first = coverage.units("y", Level.UNITS)[0]
    table = seen.table()
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(seen.desk.wanted) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert first.nips
    assert asked.args == [PeopleWanted(nips=first.nips)]


def test_who_retires_soon_is_opened_as_a_list(seen: Seen, office: Workplace, qtbot: QtBot) -> None:
    coverage = office.coverage.coverage(RULE_A, DAY, Generations.BPS, Job.quiet())
    row = next(one for one in seen.rows() if "retire within a year" in one.text())
    with qtbot.waitSignal(seen.desk.wanted) as asked:
        qtbot.mouseClick(row, LEFT)
    nips = asked.args[0].nips
    assert nips
    assert nips <= {one.member.nip for one in coverage.leaving}


def test_whoever_qualifies_and_retires_first_is_named_with_month_and_age(
    seen: Seen, office: Workplace, qtbot: QtBot, language: Language
) -> None:
    leaving = [one for one in seen_coverage(office).leaving if one.member.qualifies]
    assert leaving
    first = leaving[0]
    said = f"{first.member.name}, {retirement_words(first.when, language)}"
    row = next(row for row in seen.rows() if row.accessibleName() == said)
    with qtbot.waitSignal(seen.desk.person_asked) as asked:
        qtbot.mouseClick(row, LEFT)
    assert asked.args == [first.member.id]


def test_the_benchmark_of_the_population_names_its_source(seen: Seen) -> None:
    assert any("62%" in words and "Kompas, 28 November 2019" in words for words in seen.words())


def test_reach_is_never_told_without_the_words_that_bound_it(seen: Seen) -> None:
    assert [words for words in seen.words() if words.startswith("Reach:")] == [
        words for words in seen.words() if words.endswith("without deduplication")
    ]
    assert any(words.startswith("Reach:") for words in seen.words())


def test_escape_closes_it_and_it_opens_again(seen: Seen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(seen.dialog.finished):
        QTest.keyClick(seen.dialog, Qt.Key.Key_Escape)
    window = seen.desk.parent()
    assert isinstance(window, QWidget)
    seen.desk.open()
    seen.rest()
    assert any(one.isVisible() for one in window.findChildren(CoverageDialog))
