"""What each journey may cost at most, in one table, beside what Excel costs.

Source: reference/journeys.md section 6. A change here is a reviewed commit that says why.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """A journey costs no more seconds by the model, and no more keys and clicks, than this.

    Attributes:
        title: What is done.
        seconds: Of the model, without waiting; None: only keys and clicks are judged.
        events: Keys and clicks; None: only seconds are judged.
        excel_seconds: What the same costs a competent clerk in Excel, by the same model.
        excel_events: Its keys and clicks there.
    """

    title: str
    seconds: float | None
    events: int | None
    excel_seconds: int
    excel_events: int


BUDGETS = {
    "J1": Budget("100 counts, list in grid order", 286, 500, 286, 530),
    "J2": Budget("100 counts, arbitrary order", 0.65 * 920, 1010, 920, 1830),
    "J3": Budget("100 chat lines pasted, 10 doubtful", 45, 40, 920, 1830),
    "J4": Budget("100 people x 3 platforms, arbitrary order", 0.80 * 1470, None, 1470, 2830),
    "J5": Budget("first import of a messy roster, 1,500 rows", 45, 30, 189, 397),
    "J6": Budget("monthly import again, same layout", 12, 6, 107, 211),
    "J7": Budget("data to signed-form report, 20 sheets", 12, 8, 304, 642),
    "J8": Budget("20 returned forms merged, 5 conflicts", 30, 15, 255, 428),
    "J9": Budget("20 damaged NIPs repaired, people known", 40, 22, 193, 400),
    "J10": Budget("why is somebody not in the list", 6, 7, 14, 20),
    "J11": Budget("a clarification to 20 units, logged", 90, None, 286, 580),
    "J12": Budget("2 thresholds x 3 readings", 15, 8, 118, 270),
}
