"""Marks in a box: the sign says only that its column is the one."""

_TICKS = frozenset("√ ✓ ✔ ☑ ☒ ✅ ● • * v V x X 1 ya Ya YA".split())


def is_tick(cell: object) -> bool:
    """Whether a cell holds a mark and nothing else; a number 1 is one too."""
    if isinstance(cell, str):
        return cell.strip() in _TICKS
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell == 1
