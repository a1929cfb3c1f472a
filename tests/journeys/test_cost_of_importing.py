"""What imports cost a clerk in keys, clicks and seconds: J5, J6 and J9 of journeys.md section 6."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.platform import Platform
from app.domain.roster import PERSON_FIELDS, Known, Outcome
from app.services.job import Job
from app.services.workplace import Workplace
from app.storage.known import known_people
from app.ui.importing.grid import SheetGrid
from app.ui.importing.outcome_bar import OutcomePart
from app.ui.importing.page import ImportPage
from app.ui.shell.window import MainWindow
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import Language
from tests.data.messy_roster import ODD_UNITS, UNITS, Roster, messy_roster
from tests.journeys import desk
from tests.journeys.desk import Memory, drop_files, window_with
from tests.journeys.keystrokes import Clerk, counted

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, F8, OPEN = Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_O


class Prompts(desk.Prompts):
    """The dialog for files gives `files`; what is done in it is modelled by the journey."""

    files: tuple[Path, ...] = ()

    def choose_files(self, title: str, filters: str, chosen: Callable[[list[Path]], None]) -> None:
        chosen(list(self.files))


@pytest.fixture
def prompts() -> Prompts:
    return Prompts()


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    office: Workplace,
    tasks: TaskRunner,
    prompts: Prompts,
):
    """The window with the page Impor in front, connected as the office does it."""
    page = ImportPage(
        theme,
        language,
        office.importing,
        office.waiting,
        tasks,
        prompts,
        Memory(),
        date(2026, 11, 20),
    )
    made = window_with(theme, language, "import", page)
    made.open_asked.connect(page.choose)
    made.files_dropped.connect(page.open_files)
    qtbot.addWidget(made)
    made.go("import")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    tasks.shutdown()
    page.shut()


def bring(clerk: Clerk, window: MainWindow, prompts: Prompts, roster: Roster, *, by_keys: bool):
    """The file comes to the window: dropped, or chosen in the dialog that Ctrl+O opens."""
    if by_keys:
        prompts.files = (roster.path,)
        clerk.press(OPEN, CTRL)
        clerk.modelled("K K", "the newest file in the dialog, which opens where it was last")
    else:
        clerk.modelled("P B P B", "drag the file from its folder to the window")
        drop_files(window, [roster.path])


def go_button(window: MainWindow) -> QPushButton | None:
    """The button that imports, once it can be pressed."""
    found = (one for one in window.findChildren(QPushButton) if one.text().startswith("Import "))
    return next((one for one in found if one.isVisible() and one.isEnabled()), None)


def says(window: MainWindow, words: str) -> bool:
    """Whether a label or a chip with these words is to be seen."""
    seen = (one for one in window.findChildren(QWidget) if one.isVisible())
    return any(
        words in (one.text() if isinstance(one, QLabel) else one.accessibleName()) for one in seen
    )


def outcome(window: MainWindow, wanted: Outcome) -> str:
    """The number in the bar below."""
    parts = window.findChildren(OutcomePart)
    said = next(one.accessibleName() for one in parts if one.outcome is wanted)
    return said.split()[-1]


def import_it(clerk: Clerk, window: MainWindow) -> None:
    clerk.press(ENTER, CTRL)
    clerk.wait(lambda: says(window, "imported"))
    clerk.decide("what does the answer say?")


def recorded(office: Workplace) -> dict[str, Known]:
    """Who stands in the database, by NIP."""
    with office.database.reading() as tx:
        return known_people(tx)


@pytest.mark.parametrize("by_keys", [False, True], ids=["mouse", "keyboard"])
def test_j5_a_messy_roster_is_imported_for_the_first_time(
    qtbot: QtBot,
    window: MainWindow,
    prompts: Prompts,
    office: Workplace,
    tmp_path: Path,
    by_keys: bool,
) -> None:
    roster = messy_roster(tmp_path / "Rekap ASN.xlsx")
    with counted("J5", qtbot, window, keyboard_only=by_keys) as clerk:
        bring(clerk, window, prompts, roster, by_keys=by_keys)
        clerk.wait(lambda: go_button(window) is not None)
        clerk.decide("are these the rows, are these the columns?")
        clerk.decide("what is there to check?")
        grid = window.findChild(SheetGrid)
        clerk.press(F8)
        for _ in range(len(ODD_UNITS) + len(roster.damaged)):
            waits = grid.current_row in roster.damaged
            clerk.decide("it may wait" if waits else "yes, that unit is meant")
            clerk.press(F8 if waits else ENTER)
        clerk.wait(lambda: go_button(window) is not None)
        clerk.decide("import")
        import_it(clerk, window)
    waiting = {row.held.row for row in office.waiting.rows()}
    assert waiting == set(roster.damaged)
    expected = {nip for nip in roster.people if nip not in roster.damaged.values()}
    everyone = recorded(office)
    assert set(everyone) == expected
    place = PERSON_FIELDS.index("unit")
    assert {known.texts[place] for known in everyone.values()} == set(UNITS)


@pytest.mark.parametrize("by_keys", [False, True], ids=["mouse", "keyboard"])
def test_j6_next_month_the_same_layout_is_imported_again(
    qtbot: QtBot,
    window: MainWindow,
    prompts: Prompts,
    office: Workplace,
    tasks: TaskRunner,
    tmp_path: Path,
    by_keys: bool,
) -> None:
    with counted("J5", qtbot, window, keyboard_only=by_keys) as clerk:
        first = messy_roster(tmp_path / "Rekap ASN November.xlsx", damaged=0, odd=())
        bring(clerk, window, prompts, first, by_keys=by_keys)
        clerk.wait(lambda: go_button(window) is not None)
        import_it(clerk, window)
    second = messy_roster(
        tmp_path / "Rekap ASN Desember.xlsx", damaged=0, odd=(), month=12, left_out=3, later=6
    )
    qtbot.waitUntil(lambda: tasks.idle)
    with counted("J6", qtbot, window, keyboard_only=by_keys) as clerk:
        bring(clerk, window, prompts, second, by_keys=by_keys)
        clerk.wait(lambda: says(window, "Known layout") and go_button(window) is not None)
        clerk.decide("is it the known layout?")
        clerk.decide("how many change?")
        import_it(clerk, window)
    assert len(office.people.everyone()) == 1_506
    newest = office.importing.history()[0]
    assert newest.outcomes[Outcome.NEW] == 6
    assert newest.outcomes[Outcome.CHANGED] == 499


def test_j9_twenty_damaged_numbers_of_known_people_are_put_right(
    qtbot: QtBot,
    window: MainWindow,
    prompts: Prompts,
    office: Workplace,
    tmp_path: Path,
) -> None:
    first = messy_roster(tmp_path / "awal.xlsx", rows=2_000, damaged=0, odd=())
    office.importing.import_files([first.path], date(2026, 11, 20), Job.quiet())
    before = recorded(office)
    second = messy_roster(tmp_path / "rusak.xlsx", rows=2_000, damaged=20, odd=(), month=12)
    drop_files(window, [second.path])
    qtbot.waitUntil(lambda: go_button(window) is not None)
    with counted("J9", qtbot, window, keyboard_only=True) as clerk:
        clerk.press(F8)
        for _ in second.damaged:
            clerk.decide("is this the person?")
            clerk.press(ENTER)
        clerk.wait(lambda: outcome(window, Outcome.HELD) == "0" and go_button(window) is not None)
    clerk.press(ENTER, CTRL)
    qtbot.waitUntil(lambda: says(window, "imported"))
    assert office.waiting.rows() == []
    after = recorded(office)
    assert set(after) == set(before)
    instagram = Platform.INSTAGRAM
    for at, nip in enumerate(second.people):
        grown = 25 if at % 3 == 0 else 0
        assert after[nip].latest[instagram].low == before[nip].latest[instagram].low + grown
