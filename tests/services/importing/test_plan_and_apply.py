"""A plan is shown before anything is written, and the very same plan is written."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.nip import NipFlaw
from app.domain.roster import Outcome
from app.services.importing import Source
from tests.services.importing.conftest import Desk, Row, desk_at, write_csv

NIPS = [
    f"1985010{day}201001{sex}90{serial}" for day in (1, 2) for sex in (1, 2) for serial in (1, 2)
]
DAMAGED = ["", "-", "1,98501E+17", "19850101201001190", "3471012345670001", "198513012010011901"]
NAMES = st.sampled_from(["Galih Rangga", "LARAS WIDURI", "Arum, S.Kom.", "", "Jumlah", "Damar"])
UNITS = st.sampled_from(["Diskominfo", "DISKOMINFO", "Dinas Kesehatan", ""])
HANDLES = st.sampled_from(
    ["@galih", "tidak punya", "-", "", "ig.com/p/x", "https://instagram.com/laras"]
)
COUNTS = st.sampled_from(["700", "1.234", "1,2 rb", "private", "", "0", "tidak punya", "1,5"])
ROWS = st.lists(
    st.tuples(
        st.integers(1, 99).map(str),
        st.sampled_from(NIPS + DAMAGED),
        NAMES,
        UNITS,
        HANDLES,
        COUNTS,
    ),
    max_size=12,
)
SURE: Row = ("1", "199001012015011901", "Intan Melati", "Diskominfo", "@intan", "812")


@contextmanager
def an_office() -> Iterator[tuple[Desk, Path]]:
    with tempfile.TemporaryDirectory() as name:
        opened = desk_at(Path(name) / "kantor.db")
        yield next(opened), Path(name)
        next(opened, None)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, ROWS)
def test_every_row_is_in_one_bucket_and_what_was_shown_is_written_and_can_be_taken_back(
    first: list[Row], second: list[Row]
) -> None:
    with an_office() as (desk, folder):
        desk.bring(write_csv(folder / "awal.csv", [SURE, *first]))
        before = desk.content()
        roster = write_csv(folder / "baru.csv", [*second, SURE])
        plan = desk.plan(roster)
        rows_read = sum(any(str(cell) for cell in row) for row in second) + 1
        assert plan.outcomes.total() == rows_read
        assert [len(sheet.rows) for sheet in plan.sheets] == [rows_read]
        shown = plan.digest
        assert desk.plan(roster).digest == shown
        assert desk.content() == before
        applied = desk.apply(plan)
        assert applied.digest == shown
        assert desk.undo(applied.import_id) == ()
        assert desk.content() == before


def test_another_plan_has_another_hash(desk: Desk, tmp_path: Path) -> None:
    plan = desk.plan(write_csv(tmp_path / "a.csv", [SURE]))
    other = desk.plan(write_csv(tmp_path / "b.csv", [(*SURE[:5], "813")]))
    assert plan.digest != other.digest


def test_the_command_line_writes_what_the_window_would(desk: Desk, tmp_path: Path) -> None:
    rows = [SURE, ("2", NIPS[0], "Galih", "", "", "1,2 rb"), ("3", "x", "Arum", "", "", "")]
    roster = write_csv(tmp_path / "a.csv", rows)
    shown = desk.plan(roster).outcomes
    (tally,) = [tally for _, tally in desk.bring(roster).tallies]
    assert tally.outcomes == shown


def test_a_corrected_cell_frees_its_row_and_leaves_the_file_alone(
    desk: Desk, tmp_path: Path
) -> None:
    roster = write_csv(tmp_path / "a.csv", [SURE, ("2", "1,98501E+17", "Galih", "", "", "700")])
    content = roster.read_bytes()

    def correct(sources: list[Source]) -> None:
        sources[0].sheets[0].set_cell(3, 1, NIPS[0])

    assert desk.plan(roster).sheets[0].tally.problems == {NipFlaw.ROUNDED_TEXT: 1}
    plan = desk.plan(roster, change=correct)
    assert plan.outcomes == {Outcome.NEW: 2}
    assert plan.sheets[0].rows[1].nip == NIPS[0]
    assert roster.read_bytes() == content


def test_a_correction_can_empty_a_cell_or_be_taken_back(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", [SURE])

    def empty_the_count(sources: list[Source]) -> None:
        sources[0].sheets[0].set_cell(2, 5, "")

    def empty_it_and_think_again(sources: list[Source]) -> None:
        empty_the_count(sources)
        sources[0].sheets[0].set_cell(2, 5, None)

    write = desk.plan(roster, change=empty_the_count).sheets[0].rows[0].write
    assert write is not None
    assert write.counts == ()
    write = desk.plan(roster, change=empty_it_and_think_again).sheets[0].rows[0].write
    assert write is not None
    assert [count.low for count in write.counts] == [812]


def test_a_correction_may_stand_right_of_what_the_row_holds(desk: Desk, tmp_path: Path) -> None:
    roster = write_csv(tmp_path / "a.csv", [SURE, ("2", NIPS[0], "Galih")])

    def add_a_count(sources: list[Source]) -> None:
        sources[0].sheets[0].set_cell(3, 5, "1.046")

    write = desk.plan(roster, change=add_a_count).sheets[0].rows[1].write
    assert write is not None
    assert [count.low for count in write.counts] == [1046]
