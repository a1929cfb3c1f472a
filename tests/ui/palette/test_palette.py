"""The palette: what is typed finds what is meant, Enter does it, and nothing takes more than four keys."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.bootstrap import open_workplace
from app.paths import resources
from app.services.job import Job
from app.ui.office_window import OfficeWindow
from app.ui.palette.command import Command
from app.ui.palette.matching import matching
from app.ui.palette.offered import OFFERED
from app.ui.palette.popup import PalettePopup
from app.ui.people.card_accounts import AccountList
from app.ui.shell.commands import WINDOW_COMMANDS
from app.ui.shell.page import widget_of
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.wording.language import LANGUAGES, Language
from tests.journeys.desk import Memory, Prompts

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def command(words: str, *names: str, reason: str = "") -> Command:
    return Command(words, "", [words, *names], lambda: None, reason=reason)


COMMANDS = [
    command("Laporan", "Reports"),
    command("Periksa laporan…", "Check a report…"),
    command("Ambil otomatis", "Fetch automatically"),
    command("Cadangan", "Backups"),
    command("Cadangkan sekarang", "Back up now"),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lap", "Laporan"),
        ("report", "Laporan"),
        ("periksa lap", "Periksa laporan…"),
        ("FETCH", "Ambil otomatis"),
        ("otomatis", "Ambil otomatis"),
        ("lpaoran", "Laporan"),
        ("cadangan", "Cadangan"),
        ("cadangk", "Cadangkan sekarang"),
        ("sekarang cad", "Cadangkan sekarang"),
    ],
)
def test_the_words_of_either_language_find_it_also_with_a_slip(typed: str, first: str) -> None:
    assert matching(COMMANDS, typed)[0].words == first


def test_nothing_is_found_where_a_word_fits_nothing() -> None:
    assert matching(COMMANDS, "laporan xyz") == []
    assert matching(COMMANDS, "") == COMMANDS


def test_what_can_be_done_goes_before_what_cannot() -> None:
    both = [command("Hapus", reason="not now"), command("Hapus")]
    assert [one.possible for one in matching(both, "hapus")] == [True, False]


class Keys(QObject):
    """Counts the keys that arrive, Ctrl and Shift too."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A key that is a shortcut arrives as that, not as a key.
        if event.type() == QEvent.Type.Shortcut or (
            event.type() == QEvent.Type.KeyPress and watched.isWindowType()
        ):
            self.count += 1
        return False


@pytest.fixture(scope="module")
def offices(
    qapp: QApplication, theme: Theme, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, OfficeWindow]]:
    """One window in each language; every page has been read once."""
    roster = resources() / "samples" / "kantor-contoh.xlsx"
    made: dict[str, OfficeWindow] = {}
    crashes: list[Exception] = []
    with ExitStack() as stack:
        for code in LANGUAGES:
            folder = tmp_path_factory.mktemp(code)
            language = Language(code, resources() / "locale")
            place = stack.enter_context(
                open_workplace(folder / "data.db", create=True, language=language)
            )
            place.importing.import_files([roster], place.today, Job.quiet())
            tasks = TaskRunner(crashes.append)
            made[code] = OfficeWindow(theme, language, place, tasks, Prompts(), Memory(), folder)
            stack.callback(made[code].finish)
            for entry in made[code].window.entries:
                # What a page offers depends on what it has read.
                made[code].window.go(entry.key)
                while not tasks.idle:
                    qapp.processEvents()
        yield made
    assert crashes == []


@pytest.fixture(params=LANGUAGES)
def office(
    request: pytest.FixtureRequest, qtbot: QtBot, offices: dict[str, OfficeWindow]
) -> Iterator[OfficeWindow]:
    shown = offices[str(request.param)]
    shown.window.go("home")
    shown.window.show()
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    yield shown
    shown.help.close()
    shown.window.hide()


def opened(office: OfficeWindow) -> PalettePopup:
    QTest.keyClick(office.window, Qt.Key.Key_P, CTRL_SHIFT)
    return office.window.findChildren(PalettePopup)[0]


def gathered(office: OfficeWindow) -> list[Command]:
    return office.help.commands.commands()


def test_every_command_is_the_first_that_its_words_find(office: OfficeWindow) -> None:
    """So that Ctrl, Shift, P, the words and Enter are enough: four keys and the typing."""
    found = gathered(office)
    assert len(found) > 60
    for one in found:
        best = matching(found, f"{one.words} {one.where}" if one.around else one.words)[0]
        assert (best.words, best.where) == (one.words, one.where)


def test_pages_menus_settings_and_help_are_there(office: OfficeWindow) -> None:
    say = office.help.language.say
    words = {one.words for one in gathered(office)}
    for wanted in ("Reports", "Undo the last change", "Backups", "Fetch automatically"):
        assert say(wanted) in words
    for wanted in ("All sheets…", "Exchange workbook for the province…", "Close a period…"):
        assert say(wanted) in words
    everywhere = {one.words(say) for one in WINDOW_COMMANDS if one.key != "palette"}
    assert everywhere <= words
    assert sum(one.startswith(f"{say('Help')}:") for one in words) >= 5


def test_every_button_that_is_named_exists(office: OfficeWindow, qtbot: QtBot) -> None:
    """A renamed button must not silently leave the palette."""
    # The card of a person has its parts once somebody is chosen.
    office.window.go("people")
    qtbot.waitUntil(lambda: bool(office.people.findChildren(AccountList)))
    say = office.help.language.say
    entries = {one.key: widget_of(one.page()) for one in office.window.entries}
    lost = []
    for place, listed in OFFERED.items():
        page = entries[place.partition(".")[0]]
        there = {one.text() for one in page.findChildren(QAbstractButton)}
        there |= {one.accessibleName() for one in page.findChildren(QAbstractButton)}
        there |= {one.text().split("\t")[0] for one in page.findChildren(QAction)}
        lost += [words(say) for words in listed if words(say) not in there]
    assert lost == []


def test_a_command_takes_four_keys_and_the_typing(
    office: OfficeWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    keys = Keys()
    qapp.installEventFilter(keys)
    # Ctrl and Shift arrive as keys of their own.
    QTest.keyClick(office.window.windowHandle(), Qt.Key.Key_P, CTRL_SHIFT)
    palette = office.window.findChildren(PalettePopup)[0]
    palette.search.setText("backups")
    QTest.keyClick(palette.windowHandle(), Qt.Key.Key_Return)
    qapp.removeEventFilter(keys)
    qtbot.waitUntil(lambda: office.window.current_key == "settings")
    assert office.settings.category == "backups"
    assert keys.count == 4


def test_what_cannot_be_done_says_why_and_enter_does_nothing(office: OfficeWindow) -> None:
    palette = opened(office)
    say = office.help.language.say
    palette.search.setText(say("Undo this import"))
    row = palette.list.model().index(0, 0)
    assert say("Undo this import") in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert row.data(Qt.ItemDataRole.ToolTipRole)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(palette.search, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert office.window.current_key == "home"


def test_arrows_walk_and_help_opens_from_the_palette(office: OfficeWindow, qtbot: QtBot) -> None:
    palette = opened(office)
    QTest.keyClick(palette.search, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.list.model().rowCount() - 1
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    last = gathered(office)[-1]
    palette.search.setText(last.words)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: office.help.manual.window is not None)
    window = office.help.manual.window
    assert window is not None
    assert window.isVisible()


def test_a_name_is_looked_for_among_the_people(office: OfficeWindow, qtbot: QtBot) -> None:
    palette = opened(office)
    palette.search.setText("  arum   sek ")
    model = palette.list.model()
    say = office.help.language.say
    last = model.index(model.rowCount() - 1, 0)
    assert last.data() == say("Look for “{text}” among the people").format(text="arum sek")
    if model.rowCount() > 1:
        # Whatever resembles it goes before; Up comes round to the last.
        QTest.keyClick(palette.search, Qt.Key.Key_Up)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert office.window.current_key == "people"
    field = office.people.search_field()
    assert field is not None
    assert field.text() == "arum sek"
    qtbot.waitUntil(field.hasFocus)
    field.clear()
