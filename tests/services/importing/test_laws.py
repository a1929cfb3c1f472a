"""What holds for every import, whatever stands in the files."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.domain.person import Service
from app.domain.roster import Outcome
from app.services.importing import Source
from app.storage.known import known_people
from tests.services.importing.conftest import HEAD, Content, Desk, Row, desk_at, write_csv

GOOD = [f"1985{month:02}152010011{serial:03}" for month in (1, 7) for serial in range(1, 7)]
DAMAGED = [
    *("", "-", "1,98501E+17", "19850115201001100", "3471012345670001", "198513152010011001"),
    *("198501152010011000", "P98501152010011001", "Galih Rangga", "198501152010011001.0"),
]
NAMES = ["Galih Rangga", "LARAS WIDURI", "Arum, S.Kom.", "Damar", "Siti Nur Aini", "Jumlah", ""]
UNITS = ["Diskominfo", "DISKOMINFO", "Dinas Kesehatan", ""]
HANDLES = ["@galih", "tidak punya", "-", "", "ig.com/p/x", "https://instagram.com/laras", "@a @b"]
COUNTS = ["700", "1.234", "1,2 rb", "private", "", "0", "tidak punya", "1,5", "500+", "2M"]
SURE: Row = ("99", "199001012015011901", "Intan Melati", "Diskominfo", "@intan", "812")
FEW = settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # Each example opens an office: to look for the smallest would take minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


def rosters(nips: Sequence[str], names: Sequence[str] = NAMES) -> st.SearchStrategy[list[Row]]:
    row = st.tuples(
        st.integers(1, 98).map(str),
        st.sampled_from(nips),
        st.sampled_from(names),
        st.sampled_from(UNITS),
        st.sampled_from(HANDLES),
        st.sampled_from(COUNTS),
    )
    return st.lists(row, max_size=10)


ANY = rosters(GOOD + DAMAGED)


def saying_no_none(rows: Sequence[Row]) -> list[Row]:
    """Without "tidak punya": beside a cell that is emptied it says more than it did before."""
    return [row for row in once_each(rows) if "tidak punya" not in row]


def once_each(rows: Sequence[Row]) -> list[Row]:
    """Nobody's number twice."""
    seen: set[object] = set()
    return [row for row in rows if row[1] not in seen and not seen.add(row[1])]


@contextmanager
def an_office() -> Iterator[tuple[Desk, Path]]:
    with tempfile.TemporaryDirectory() as name:
        opened = desk_at(Path(name) / "kantor.db")
        yield next(opened), Path(name)
        next(opened, None)


def write_book(path: Path, *sheets: Sequence[Row]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Bidang {number}")
        sheet.append(["DAFTAR ASN"])
        sheet.append([])
        for row in (HEAD, *rows, SURE):
            sheet.append(list(row))
    book.save(path)
    return path


@FEW
@given(ANY, ANY, ANY, st.lists(st.sampled_from(GOOD), max_size=3), st.booleans())
def test_several_files_corrected_by_hand_are_written_as_shown_and_taken_back_whole(
    first: list[Row], second: list[Row], third: list[Row], typed: list[str], leave: bool
) -> None:
    with an_office() as (desk, folder):
        desk.bring(write_csv(folder / "awal.csv", [SURE, *first]))
        before = desk.content()
        files = (
            write_book(folder / "a.xlsx", second, third),
            write_csv(folder / "b.csv", [SURE, *third]),
        )

        def correct(sources: list[Source]) -> None:
            for row, nip in enumerate(typed, 4):
                sources[0].sheets[0].set_cell(row, 1, nip)
            sources[0].sheets[-1].without_hidden = True

        plan = desk.plan(*files, change=correct)
        for sheet in plan.sheets:
            assert sheet.tally.outcomes.total() == len(sheet.rows) == sheet.tally.rows_read
            assert len({row.row for row in sheet.rows}) == len(sheet.rows)
        assert plan.outcomes.total() == sum(len(sheet.rows) for sheet in plan.sheets)
        if leave:
            plan.leaving.update({person.id: Service.MOVED for person in plan.absent})
        shown = plan.digest
        applied = desk.apply(plan)
        assert applied.digest == shown
        assert desk.undo(applied.import_id) == ()
        assert desk.content() == before


@FEW
@given(rosters(GOOD + DAMAGED).map(once_each))
def test_the_same_file_again_changes_nothing(rows: list[Row]) -> None:
    with an_office() as (desk, folder):
        roster = write_csv(folder / "a.csv", [SURE, *rows])
        first = desk.plan(roster).outcomes
        desk.bring(roster)
        before = desk.content()
        again = desk.plan(roster)
        assert again.outcomes[Outcome.UNCHANGED] == first[Outcome.NEW]
        assert again.changes == 0
        assert again.outcomes[Outcome.HELD] == first[Outcome.HELD]
        desk.apply(again)
        assert without_ids(desk.content()) == without_ids(before)


@FEW
@given(rosters(GOOD, names=NAMES[:5]), rosters(GOOD, names=NAMES[:5]), st.booleans())
def test_importing_at_once_counts_what_the_plan_counts(
    first: list[Row], second: list[Row], one_waits: bool
) -> None:
    with an_office() as (desk, folder):
        first = first if one_waits else once_each([row for row in first if row[1] != SURE[1]])
        waiting = [("98", DAMAGED[2], "Damar Wulan", "Diskominfo", "", "9")] if one_waits else []
        desk.bring(write_csv(folder / "awal.csv", [SURE, *first, *waiting]))
        # All that is known once more, and what may be new.
        roster = write_csv(folder / "lagi.csv", [SURE, *first, *second, SURE])
        planned = desk.plan(roster)
        ((_, tally),) = desk.bring(roster).tallies
        assert tally.outcomes == planned.outcomes
        assert tally.outcomes[Outcome.UNCHANGED] > 0


@FEW
@given(ANY)
def test_the_same_file_again_leaves_the_newest_counts_as_they_are(rows: list[Row]) -> None:
    with an_office() as (desk, folder):
        roster = write_csv(folder / "a.csv", [SURE, *rows])
        desk.bring(roster)
        # A row without a name waits the first time where a later row brings its person.
        desk.bring(roster)
        before = standing(desk)
        desk.bring(roster)
        assert standing(desk) == before


@FEW
@given(
    rosters(GOOD[:6], names=NAMES[:5]).map(once_each),
    st.lists(
        st.tuples(st.sampled_from(GOOD[:8]), st.sampled_from(HANDLES[4:]), st.sampled_from(COUNTS)),
        max_size=8,
    ),
)
def test_a_roster_and_a_list_of_accounts_join_in_either_order(
    rows: list[Row], accounts: list[Row]
) -> None:
    outcomes = []
    for order in (1, -1):
        with an_office() as (desk, folder):
            sure = (SURE[1], "@intan", "900")
            files = [
                write_csv(folder / "daftar.csv", [SURE, *rows]),
                write_csv(
                    folder / "akun.csv", [sure, *accounts], head=("NIP", "Akun IG", "Followers IG")
                ),
            ]
            plan = desk.plan(*files[::order])
            desk.apply(plan)
            outcomes.append((plan.outcomes, standing(desk), held(desk)))
    assert outcomes[0] == outcomes[1]


@FEW
@given(
    rosters(GOOD, names=NAMES[:5]).map(saying_no_none),
    st.lists(st.sets(st.integers(2, 5), min_size=1), min_size=12, max_size=12),
)
def test_an_empty_cell_never_erases(rows: list[Row], holes: list[set[int]]) -> None:
    with an_office() as (desk, folder):
        desk.bring(write_csv(folder / "a.csv", [SURE, *rows]))
        before = desk.content()
        emptied = [
            tuple("" if at in hole else cell for at, cell in enumerate(row))
            for row, hole in zip(rows, holes, strict=False)
        ]
        plan = desk.plan(write_csv(folder / "b.csv", [SURE, *emptied]))
        assert plan.changes == 0
        desk.apply(plan)
        after = desk.content()
        assert {table: after[table] for table in ("people", "accounts", "counts")} == {
            table: before[table] for table in ("people", "accounts", "counts")
        }


def without_ids(content: Content) -> Content:
    """Rows that wait do so under another id; what was learned of the layout is not asked here."""
    rows = {table: content[table] for table in ("people", "former_nips", "accounts", "counts")}
    return rows | {"held_rows": sorted(row[3:6] for row in content["held_rows"])}


def held(desk: Desk) -> list[object]:
    return sorted(row[4:6] for row in desk.content()["held_rows"])


def standing(desk: Desk) -> dict[str, tuple[object, ...]]:
    """Everybody by number, with accounts and the newest counts; without ids and places."""
    with desk.office.reading() as tx:
        return {
            nip: (known.texts, known.consent, known.accounts, known.latest)
            for nip, known in known_people(tx).items()
        }
