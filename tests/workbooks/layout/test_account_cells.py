"""The cells of one platform, whatever was read in the rows above."""

from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.platform import Platform
from app.domain.roster import AccountEntry
from app.workbooks.layout.account_cells import AccountCells

NAMES = st.sampled_from([None, "@galih.tj", "galih_tj", "tidak punya", "fb.com/galih.tj", "-", 7.0])
COUNTS = st.sampled_from([None, 1.0, True, 0.0, False, 512.0, "512", "1,2 rb", "private", 1.5])
DAYS = st.sampled_from([None, "20-11-2026", "20-11-2025"])
ROWS = st.lists(st.tuples(NAMES, COUNTS, DAYS), min_size=1, max_size=6)


def entries(rows: list[tuple[object, ...]], *, dated: bool) -> list[AccountEntry | None]:
    cells = AccountCells(Platform.INSTAGRAM, 0, 1, 2 if dated else None)
    return [cells.read(row) for row in rows]


@given(ROWS, st.booleans())
@example([(None, 1.0, None), (None, True, None)], False)
@example([(None, "512", "20-11-2026"), (None, "512", None)], True)
def test_what_was_read_above_never_changes_an_entry(
    rows: list[tuple[object, ...]], dated: bool
) -> None:
    assert entries(rows, dated=dated) == [entries([row], dated=dated)[0] for row in rows]
