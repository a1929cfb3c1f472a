"""Blocks that are read column by column give the very rows that reading row by row gives."""

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.workbooks.layout.people import PeopleReader
from app.workbooks.layout.sheet import detect
from app.workbooks.people.frames import packed
from app.workbooks.reading import Merge

DAY = date(2026, 11, 20)
HEADS = [
    "NO", "NIP", "NAMA", "PANGKAT/GOL", "UNIT KERJA", "OPD", "Akun IG", "Followers IG",
    "Teman FB", "Akun X", "Followers TikTok", "Tanggal Data",
]  # fmt: skip
COMMON: list[list[object]] = [
    [1.0, "198501012010011901", "Ani Budi", "III/a", "Seksi A", "Dinas B", "@ani.budi", 512.0,
     40.0, "ani_x", "1,2 rb", "20-11-2026"],
    [2.0, "198501012010011902", "Cici Dedi", "III/a", "Seksi C", None, "ani", 0.0,
     None, None, "500+", None],
    [3.0, "198501012010011903", "Eka Fitri", None, "UPT - Dinas G", None, None, None,
     7.0, "x2 90", None, 45_000.0],
]  # fmt: skip
SECTION: list[object] = ["DINAS PANGAN", *[None] * 11]
ODD: list[object] = [
    None, "", "-", "0", 0.0, -0.0, 1.0, True, 1, 1.5, "tidak punya", "Dr. Ani Budi, S.Kom",
    "ani budi", "Bidang Umum", "JUMLAH", 'Seksi "A"', "a\\b", "baris\nlain", "198501012010011000",
    "'198501012010011901", 1.98501012010011e17, "@dua, @tiga", "fb.com/x?id=1", "1.234",
    "01/02/2026", date(2026, 1, 2), datetime(2026, 1, 2, 3, 4), "galih 1,2rb", "é", "512 (per 1 Nov)",
    "s.d.a", '"', "idem", "512 (1/11/2026)", "@ani.budi (90, 1/11/2026)",
]  # fmt: skip
ROWS = st.lists(
    st.tuples(
        st.sampled_from([*COMMON, SECTION]),
        st.dictionaries(st.integers(0, len(HEADS) - 1), st.sampled_from(ODD), max_size=2),
        st.sampled_from([len(HEADS), len(HEADS), 8, 3, 1, 0]),
    ),
    min_size=1,
    max_size=12,
)


def _cells(common: list[object], odd: dict[int, object], length: int) -> list[object]:
    odd = {} if common is SECTION else odd
    return [None if c == "" else c for c in (odd.get(i, c) for i, c in enumerate(common))][:length]


@given(
    ROWS,
    st.integers(1, 5),
    st.dictionaries(st.integers(2, 14), st.just({2: "Lain Nama"}), max_size=2),
    st.lists(st.integers(2, 12).map(lambda row: Merge(row, 5, row + 2, 5)), max_size=1),
)
def test_a_block_gives_the_rows_that_reading_row_by_row_gives(
    rows: list[tuple[list[object], dict[int, object], int]],
    size: int,
    edits: dict[int, dict[int, str]],
    merges: list[Merge],
) -> None:
    below = [*COMMON, *(_cells(*row) for row in rows)]
    layout = detect(0, "Data", False, [HEADS, *COMMON], [])

    one_by_one = PeopleReader(layout, merges, edits=edits)
    expected = packed(one_by_one.read(below, 2), DAY)

    in_blocks = PeopleReader(layout, merges, edits=edits)
    plain = in_blocks.plain_columns(DAY)
    assert plain is not None
    found = [
        row
        for at in range(0, len(below), size)
        for row in packed(in_blocks.read_block(below[at : at + size], at + 2, plain), DAY)
    ]
    assert found == expected


def test_plain_rows_of_a_block_take_the_short_way() -> None:
    layout = detect(0, "Data", False, [HEADS, *COMMON], [])
    reader = PeopleReader(layout)
    plain = reader.plain_columns(DAY)
    assert plain is not None
    said = plain.read([COMMON[0]] * 2, 9, lambda _: "")
    assert [row and row[:2] for row in said] == [
        (9, "198501012010011901"),
        (10, "198501012010011901"),
    ]
