"""What holds for every grid: nothing is lost, nothing raises, nothing is counted twice."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.roster import RosterRow
from app.workbooks.layout.head import read_head
from app.workbooks.layout.people import PeopleReader
from app.workbooks.layout.sheet import detect
from app.workbooks.layout.spelling import spelled
from app.workbooks.layout.words import normal
from app.workbooks.reading import Merge
from tests.data.grids import GALIH, LARAS

WORDS = (
    "NO", "NAMA", "NIP", "NAMA / NIP", "UNIT KERJA", "OPD", "GOL", "Jabatan", "IG", "FOLLOWERS",
    "Akun FB", "Teman", "X", "Jumlah", "JUMLAH", "TOTAL", "Mengetahui,", "DINAS TANI", "A", "I.",
    "tidak punya", "-", "1", "2", "3", GALIH, LARAS, f"GALIH RANGGA\nNIP. {GALIH}", "Galih Rangga",
    "@galih.tj", "https://instagram.com/galih.tj", "1,2 rb", "512", "20-11-2026", "Contoh", "",
)  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.none(),
    st.integers(0, 2000),
    st.floats(allow_nan=True),
    st.just(198501012010011904),
    st.text(max_size=30),
    st.dates(),
    st.booleans(),
)
ROWS = st.lists(st.lists(CELLS, max_size=8), max_size=14)
HEADS: tuple[list[object], ...] = (
    ["NO", "NAMA", "NIP", "UNIT KERJA", "IG", "FOLLOWERS"],
    ["NO", "NAMA / NIP", "GOL", "INSTAGRAM", "PENGIKUT"],
    ["NIP", "FOLLOWERS IG", "TEMAN FB", "FOLLOWERS X"],
    ["NO", "NAMA", "JABATAN", "AKUN IG", "FOLLOWERS IG"],
)
NUMBERS = st.integers(1, 12)
SPANS = st.lists(st.builds(Merge, NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=4)


def is_filled(row: list[object]) -> bool:
    return any(cell is not None and cell != "" for cell in row)


def check_every_row_once(rows: list[list[object]], merges: list[Merge]) -> None:
    layout = detect(0, "Sheet1", False, rows, merges)
    if layout.header is None:
        return
    first = layout.header.last + 2
    below = rows[first - 1 :]
    read = list(PeopleReader(layout, merges, keep_contacts=True).read(below, first))
    filled = [number for number, row in enumerate(below, first) if is_filled(row)]
    assert sorted(one.row for one in read) == filled
    people = [one.row for one in read if isinstance(one, RosterRow)]
    assert people == sorted(people)


@given(ROWS, SPANS)
@settings(deadline=None)
def test_every_row_of_any_grid_is_a_person_or_skipped_and_never_lost(
    rows: list[list[object]], merges: list[Merge]
) -> None:
    check_every_row_once(rows, merges)


@given(st.sampled_from(HEADS), ROWS, SPANS)
@example(HEADS[0], [[float("inf")], [float("nan")]], [])
@settings(deadline=None)
def test_every_row_below_a_real_header_is_a_person_or_skipped(
    head: list[object], rows: list[list[object]], merges: list[Merge]
) -> None:
    sure: list[object] = [1, "Galih Rangga", GALIH, "Bidang", "@galih.tj", 512]
    check_every_row_once([head, *rows, sure], merges)


@given(st.lists(st.one_of(st.text(max_size=60), st.sampled_from(WORDS)), max_size=4))
def test_any_head_has_a_meaning_and_none_raises(levels: list[str]) -> None:
    head = read_head(levels)
    assert head.weight >= 0


@given(st.text(max_size=80))
@example("N.A.M.A.")
@example("1. 2) (a) Nama")
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(st.text(alphabet="abcdefginorstuvwy", min_size=1, max_size=12))
def test_a_spelled_word_is_its_own_spelling(word: str) -> None:
    assert spelled(spelled(word)) == spelled(word)
