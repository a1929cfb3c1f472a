"""Home as a dashboard: every bar, column and point opens the list that it counts."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import locale_folder
from app.domain.nip import Nip
from app.domain.period import Period, PeriodKind
from app.domain.person import Person
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.domain.verdict import Verdict
from app.services.job import Job
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.ui.charts.bar_list import BarList
from app.ui.charts.columns import ColumnChart
from app.ui.charts.lines import LineChart
from app.ui.charts.verdict_bar import VerdictBar
from app.ui.home.filled import Filled
from app.ui.home.generations_card import GenerationsCard
from app.ui.home.page import HomePage
from app.ui.home.platforms_card import PlatformsCard
from app.ui.home.totals import TotalButton
from app.ui.tasks import TaskRunner
from app.ui.theme.theme import Theme
from app.ui.wanted import PeopleWanted
from app.wording.language import Language

TODAY = date(2026, 11, 20)
LEFT = Qt.MouseButton.LeftButton
Open = Callable[..., HomePage]
X, Y, Z = "197001011995011001", "198501012010011002", "199901012022011003"


@pytest.fixture
def people(office: Workplace) -> dict[str, int]:
    """Three people of three generations in one office; nothing is counted."""
    return {
        nip: office.people.add(Person(Nip(nip), name, organisation="Dinas Kominfo"))
        for nip, name in ((X, "Arum"), (Y, "Bagas"), (Z, "Citra"))
    }


@pytest.fixture
def counted(office: Workplace, people: dict[str, int]) -> None:
    """Arum qualifies since September, Bagas did until October, Citra is on X since today."""
    for nip, written, platform, day in (
        (X, "900", Platform.INSTAGRAM, date(2026, 9, 5)),
        (Y, "700", Platform.INSTAGRAM, date(2026, 9, 6)),
        (Y, "300", Platform.INSTAGRAM, date(2026, 11, 2)),
        (Z, "1.500", Platform.X, TODAY),
    ):
        office.recording.record([Entry(people[nip], platform, written)], day)


def asked_by(qtbot: QtBot, page: HomePage, act: Callable[[], None]) -> PeopleWanted:
    with qtbot.waitSignal(page.people_asked) as asked:
        act()
    wanted = asked.args[0]
    assert isinstance(wanted, PeopleWanted)
    return wanted


def press(button: QWidget) -> None:
    assert isinstance(button, QAbstractButton)
    button.click()


def names(spots: Sequence[QWidget]) -> list[str]:
    return [spot.accessibleName() for spot in spots]


def bars(page: HomePage, card: type[QWidget]) -> list[QWidget]:
    found = page.findChild(card)
    assert found is not None
    return found.findChild(BarList).buttons()


@pytest.mark.usefixtures("counted")
def test_the_bar_of_a_platform_opens_its_people(open_home: Open, qtbot: QtBot) -> None:
    page = open_home()
    shown = bars(page, PlatformsCard)
    assert names(shown) == ["Instagram 1", "Facebook 0", "X 1", "TikTok 0", "YouTube 0"]
    wanted = asked_by(qtbot, page, lambda: qtbot.mouseClick(shown[2], LEFT))
    assert wanted == PeopleWanted(platform=Platform.X)


@pytest.mark.usefixtures("counted")
def test_bars_are_one_stop_of_tab_and_arrows_go_on(open_home: Open, qtbot: QtBot) -> None:
    page = open_home()
    shown = bars(page, PlatformsCard)
    stops = [bar for bar in shown if bar.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert stops == [shown[0]]
    shown[0].setFocus()
    qtbot.keyClick(shown[0], Qt.Key.Key_Down)
    qtbot.keyClick(shown[1], Qt.Key.Key_Down)
    assert page.focusWidget() is shown[2]
    wanted = asked_by(qtbot, page, lambda: qtbot.keyClick(shown[2], Qt.Key.Key_Return))
    assert wanted == PeopleWanted(platform=Platform.X)
    qtbot.keyClick(shown[2], Qt.Key.Key_Home)
    assert page.focusWidget() is shown[0]
    qtbot.keyClick(shown[0], Qt.Key.Key_End)
    assert page.focusWidget() is shown[-1]


@pytest.mark.usefixtures("counted")
def test_the_bar_of_a_generation_opens_who_of_it_qualifies(open_home: Open, qtbot: QtBot) -> None:
    page = open_home()
    shown = bars(page, GenerationsCard)
    assert names(shown) == [
        "Generation X (1965–1980): 1 of 1 qualify",
        "Millennial (1981–1996): 0 of 1 qualify",
        "Generation Z (1997–2012): 1 of 1 qualify",
    ]
    wanted = asked_by(qtbot, page, lambda: press(shown[2]))
    assert wanted == PeopleWanted(verdict=Verdict.QUALIFIES, generation="z")


@pytest.mark.usefixtures("people")
def test_before_anything_is_counted_a_bar_counts_nobody_and_opens_nothing(open_home: Open) -> None:
    page = open_home()
    for card in (PlatformsCard, GenerationsCard):
        for bar in bars(page, card):
            assert bar.accessibleName().endswith("–")
            assert not bar.isEnabled()


@pytest.mark.usefixtures("counted")
def test_a_column_opens_who_qualified_at_the_end_of_its_month(
    open_home: Open, qtbot: QtBot
) -> None:
    page = open_home()
    columns = page.findChild(ColumnChart).spots()
    assert names(columns) == [
        "September 2026: 2 qualified",
        "October 2026: 2 qualified",
        "November 2026: 2 qualified",
    ]
    wanted = asked_by(qtbot, page, lambda: qtbot.mouseClick(columns[0], LEFT))
    assert wanted == PeopleWanted(nips=frozenset({X, Y}))
    columns[-1].setFocus()
    wanted = asked_by(qtbot, page, lambda: qtbot.keyClick(columns[-1], Qt.Key.Key_Return))
    assert wanted == PeopleWanted(verdict=Verdict.QUALIFIES)


@pytest.mark.usefixtures("counted")
def test_a_point_of_a_line_opens_whom_it_counts(open_home: Open, qtbot: QtBot) -> None:
    page = open_home()
    qualifying, followers = page.findChildren(LineChart)
    assert names(followers.spots()) == [
        "September 2026: 1,600 followers, of 2 people",
        "October 2026: 1,600 followers, of 2 people",
        "November 2026: 2,700 followers, of 3 people",
    ]
    wanted = asked_by(qtbot, page, lambda: press(followers.spots()[0]))
    assert wanted == PeopleWanted(nips=frozenset({X, Y}))
    last = qualifying.spots()[-1]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Left)
    wanted = asked_by(qtbot, page, lambda: qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return))
    assert wanted == PeopleWanted(nips=frozenset({X, Y}))


@pytest.mark.usefixtures("counted")
def test_the_change_since_the_last_month_opens_who_came_and_who_went(
    open_home: Open, qtbot: QtBot
) -> None:
    page = open_home()
    qualifying = page.findChildren(TotalButton)[1]
    _, change = qualifying.buttons()
    assert change.accessibleName() == "as many as in October"
    wanted = asked_by(qtbot, page, lambda: qtbot.mouseClick(change, LEFT))
    assert wanted == PeopleWanted(nips=frozenset({Y, Z}))


@pytest.mark.usefixtures("counted")
def test_with_a_closed_period_the_change_is_told_since_then_and_opens_its_causes(
    open_home: Open, office: Workplace, people: dict[str, int], qtbot: QtBot
) -> None:
    october = Period(PeriodKind.MONTH, date(2026, 10, 1))
    office.periods.close(october, RULE_A, TODAY, Job.quiet())
    page = open_home()
    _, change = page.findChildren(TotalButton)[1].buttons()
    assert change.accessibleName() == "as many as in October 2026"
    assert change.toolTip() == "Since that period was closed: 1 came, 1 went."
    with qtbot.waitSignal(page.changes_asked):
        qtbot.mouseClick(change, LEFT)
    office.recording.record([Entry(people[Y], Platform.X, "800")], TODAY)
    page = open_home()
    _, change = page.findChildren(TotalButton)[1].buttons()
    assert change.accessibleName() == "1 more than in October 2026"
    office.periods.reopen(october, "salah catat")
    page = open_home()
    _, change = page.findChildren(TotalButton)[1].buttons()
    assert change.accessibleName() == "1 more than in October"


@pytest.mark.usefixtures("counted")
def test_a_click_on_a_part_of_the_bar_opens_its_verdict(open_home: Open, qtbot: QtBot) -> None:
    page = open_home()
    bar = page.findChild(VerdictBar)
    with qtbot.waitSignal(page.standings_asked) as asked:
        qtbot.mouseClick(bar, LEFT, pos=QPoint(bar.width() - 3, 5))
    assert asked.args == [PeopleWanted(verdict=Verdict.NOT_YET)]


@pytest.mark.usefixtures("counted")
def test_all_is_done_only_when_nothing_is_looked_for_any_more(
    office: Workplace, theme: Theme, language: Language, qtbot: QtBot
) -> None:
    face = Filled(theme, language)
    qtbot.addWidget(face)
    face.resize(1186, 660)
    face.show()
    face.show_overview(office.overview.overview(RULE_A, TODAY, Job.quiet()), [], [])
    done = next(one for one in face.findChildren(QLabel) if one.text() == "All done")
    assert not done.isVisible()
    face.show_things([])
    assert done.isVisible()


@pytest.mark.usefixtures("people")
def test_without_counts_nothing_is_said_of_a_change(open_home: Open, office: Workplace) -> None:
    page = open_home()
    assert len(page.findChildren(TotalButton)[1].buttons()) == 1
    assert not page.findChild(LineChart).isVisible()
    first = next(iter(office.standings.everyone(TODAY, Job.quiet())))[0]
    office.recording.record([Entry(first.id, Platform.X, "600")], TODAY)
    page = open_home()
    assert len(page.findChildren(TotalButton)[1].buttons()) == 1
    assert not page.findChild(LineChart).isVisible()


@pytest.mark.usefixtures("counted")
def test_months_are_judged_again_only_where_something_was_written(
    open_home: Open,
    office: Workplace,
    people: dict[str, int],
    tasks: TaskRunner,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_home()
    asked: list[date] = []
    really = type(office.overview).months

    def months(*words: object) -> object:
        asked.append(TODAY)
        return really(*words)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(type(office.overview), "months", months)
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    assert asked == []
    assert page.findChild(ColumnChart).isVisible()
    office.recording.record([Entry(people[Y], Platform.X, "800")], TODAY)
    page.refresh()
    qtbot.waitUntil(lambda: tasks.idle)
    assert asked == [TODAY]
    assert names(page.findChild(ColumnChart).spots())[-1] == "November 2026: 3 qualified"


@pytest.mark.usefixtures("counted")
def test_a_card_is_copied_as_a_picture_of_two_pixels_for_one(
    open_home: Open, office: Workplace, theme: Theme, qtbot: QtBot
) -> None:
    page = open_home()
    QGuiApplication.clipboard().clear()
    card = page.findChild(PlatformsCard).card
    bar = bars(page, PlatformsCard)[0]
    page.window().activateWindow()
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    qtbot.keyClick(bar, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    picture = QGuiApplication.clipboard().image()
    assert (picture.width(), picture.height()) > (2 * card.width(), 2 * card.height())
    assert picture.pixelColor(0, 0) == theme.colour("window")
    assert picture.pixelColor(picture.width() // 2, 48) == theme.colour("surface")
    shades = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert theme.colour("accent").name() in shades
    assert bar.hasFocus()
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "Copied as a picture." in said


@pytest.mark.usefixtures("counted")
def test_the_right_button_offers_the_picture(open_home: Open, qtbot: QtBot) -> None:
    page = open_home()
    QGuiApplication.clipboard().clear()
    chart = page.findChild(ColumnChart)
    assert chart is not None
    middle = chart.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, chart.mapToGlobal(middle))
    QApplication.sendEvent(chart, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["Copy as a picture\tCtrl+C"]
    menu.actions()[0].trigger()
    menu.close()
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("code", ["id", "en"])
@pytest.mark.parametrize("width", [1186, 863])
def test_no_words_are_cut_in_either_language(
    open_home: Open, qtbot: QtBot, tasks: TaskRunner, code: str, width: int
) -> None:
    page = open_home(Language(code, locale_folder()))
    page.resize(width, 660)
    qtbot.waitUntil(lambda: tasks.idle)
    QApplication.processEvents()
    for words in page.findChildren(QLabel):
        if words.isVisible() and not words.wordWrap():
            assert words.width() >= words.sizeHint().width(), words.text()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.minimumSizeHint().isValid():
            assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
    for total in page.findChildren(TotalButton):
        assert total.width() >= total.sizeHint().width(), total.accessibleName()
