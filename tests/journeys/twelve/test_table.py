"""No journey is forgotten: each has its tests in every way and language, or says why it has none."""

import re
from pathlib import Path

from tests.journeys.budgets import BUDGETS
from tests.journeys.twelve.table import NOT_BUILT, Cost, table


def test_every_journey_is_done_or_named_as_not_built() -> None:
    tests = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    counted = set(re.findall(r'at_work\.counted\("(J\d+)"\)', tests))
    assert counted == set(BUDGETS) - set(NOT_BUILT)


def test_the_table_has_a_line_for_each_way_and_names_what_is_not_built() -> None:
    costs = [
        Cost("J6", "with the mouse", "id", 3, 5.5, 2.0),
        Cost("J6", "with the mouse", "en", 3, 5.6, 2.0),
        Cost("J6", "keyboard only", "en", 6, 5.7, 1.0),
    ]
    lines = [" ".join(line.split()) for line in table(costs)]
    assert lines[1:3] == [
        "J6 monthly import again, same layout keyboard only - - - 6 5.7 1.0 6 12 (211, 107 s)",
        "J6 monthly import again, same layout with the mouse 3 5.5 2.0 3 5.6 2.0 6 12 (211, 107 s)",
    ]
    assert lines[3].startswith("J11 a clarification to 20 units, logged not built: no part")
    assert len(lines) == 4
