"""Charts have round axes, say in words what they show, and survive every office."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.verdict import Verdict
from app.ui.charts.bars import HorizontalBar
from app.ui.charts.columns import ColumnChart
from app.ui.charts.lines import Line, LineChart
from app.ui.charts.scale import crosses, first_clear, ticks
from app.ui.charts.verdict_bar import VerdictBar
from app.ui.theme.theme import Theme
from app.wording.language import Language


@pytest.mark.parametrize(
    ("highest", "marks"),
    [
        (412, [0, 200, 400]),
        (1046, [0, 500, 1000]),
        (900, [0, 250, 500, 750]),
        (3, [0, 1, 2, 3]),
        (1, [0, 1]),
        (0, [0, 1]),
    ],
)
def test_an_axis_has_round_marks(highest: int, marks: list[int]) -> None:
    assert ticks(highest) == marks


@pytest.mark.parametrize(
    ("curve", "meets"),
    [
        ([(0, 5), (100, 5)], True),
        ([(0, 50), (100, 50)], False),
        ([(0, 0), (100, 100)], True),
        ([(30, 0), (100, 10)], False),
        ([(-50, -40), (5, 15), (9, 60)], True),
        ([(5, 5)], False),
    ],
)
def test_words_of_a_level_know_whether_the_curve_runs_through_them(
    curve: list[tuple[float, float]], meets: bool
) -> None:
    assert crosses(curve, (0, 0, 20, 10)) is meets


def test_the_words_of_a_level_stand_at_the_end_that_the_curve_leaves_alone() -> None:
    above, below, right = (0, 0, 20, 10), (0, 12, 20, 22), (60, 0, 80, 10)
    rising = [(0.0, 20.0), (20.0, 4.0), (80.0, -40.0)]
    assert first_clear(rising, (above, below, right)) == right
    assert first_clear([(0, 30), (80, 30)], (above, below, right)) == above
    assert first_clear([(0, 0), (20, 22), (60, 0), (80, 10)], (above, below, right)) == above


def test_an_axis_never_has_too_many_marks() -> None:
    for highest in range(2, 3000):
        marks = ticks(highest)
        assert 2 <= len(marks) <= 6, highest
        assert marks[-1] <= highest


def _painted(widget: QWidget, qtbot: QtBot) -> bool:
    qtbot.addWidget(widget)
    widget.resize(300, 150)
    picture = widget.grab().toImage()
    first = picture.pixel(0, picture.height() - 1)
    return any(
        picture.pixel(x, y) != first
        for x in range(0, picture.width(), 2)
        for y in range(picture.height())
    )


def test_the_verdict_bar_says_its_numbers(theme: Theme, language: Language, qtbot: QtBot) -> None:
    bar = VerdictBar(theme, language)
    bar.set_counts({Verdict.QUALIFIES: 412, Verdict.NO_DATA: 1289})
    assert bar.accessibleName() == "Qualifies 412, Not yet 0, Out of date 0, No data 1,289"
    assert _painted(bar, qtbot)


@pytest.mark.parametrize("values", [[("Nov", 0)], [("Okt", 383), ("Nov", 412)]])
def test_columns_say_their_numbers(
    theme: Theme, language: Language, qtbot: QtBot, values: list[tuple[str, int]]
) -> None:
    chart = ColumnChart(theme, language)
    chart.set_values("Qualifying", values, [name for name, _ in values])
    assert chart.accessibleName().startswith("Qualifying: ")
    assert _painted(chart, qtbot)


@pytest.mark.parametrize(
    "line",
    [
        Line([(0, 5)]),
        Line([(0, 0), (1, 0)]),
        Line([(0, 400), (1, 1046)], [(0, "Mei"), (1, "Nov")], level=(500, "500"), last="1,046"),
        Line([(100, 900), (2000, 80)], place=(500, "412 at 500"), dots=False),
        Line([(100, 900), (2000, 80)], place=(5000, "outside"), dots=False),
    ],
)
def test_a_line_is_painted_whatever_its_points(
    theme: Theme, language: Language, qtbot: QtBot, line: Line
) -> None:
    chart = LineChart(theme, language)
    chart.set_line(line, "It rises")
    assert chart.accessibleName() == "It rises"
    assert _painted(chart, qtbot)


def test_a_chart_without_numbers_is_blank_and_no_fault(
    theme: Theme, language: Language, qtbot: QtBot
) -> None:
    assert not _painted(LineChart(theme, language), qtbot)
    assert not _painted(ColumnChart(theme, language), qtbot)


def test_a_share_outside_its_bounds_is_held_inside(theme: Theme, qtbot: QtBot) -> None:
    bar = HorizontalBar(theme)
    bar.set_share(3.0, "all")
    assert _painted(bar, qtbot)
