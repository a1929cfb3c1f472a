"""A long list is there before anybody in it is judged."""

from PySide6.QtCore import QObject

from app.domain.person import Service
from app.domain.verdict import Verdict
from app.services.job import Job
from app.ui.people.reading import ReadPeople, Roll
from app.ui.people.roll_reading import RollReading
from app.ui.people.rows import PersonRow
from app.ui.tasks import TaskRunner

_JUDGED = {
    "best_tag", "best", "best_low", "near", "reached", "on_record", "verdict", "verdict_word",
    "search", "best_number", "best_rounded", "pending",
}  # fmt: skip


def who(row: PersonRow) -> dict[str, object]:
    return {name: value for name, value in row._asdict().items() if name not in _JUDGED}


def reading_of(office, language) -> ReadPeople:
    work = office.workplace
    return ReadPeople(work.people, work.standings, work.preferences, office.today, language)


def fill(office) -> None:
    wulan = office.add("wulan Sari", unit="Bidang 1", organisation="Dinas A", rank="III/a")
    office.count(wulan, "1046")
    office.account(wulan, "@wulan")
    office.add("Bagas", title_front="Dr.", title_back="M.Si.", organisation="Dinas B")
    office.add("Bagas", unit="Bidang 2", phone="0812")
    office.workplace.people.set_service(office.add("Citra"), Service.MOVED)


def test_the_names_stand_in_the_order_and_with_the_words_of_the_judged_list(
    office, language
) -> None:
    fill(office)
    reading = reading_of(office, language)
    names, judged = reading.names(Job.quiet()), reading.roll(Job.quiet())
    assert judged is not None
    for first, then in ((names.serving, judged.serving), (names.left, judged.left)):
        assert [who(row) for row in first] == [who(row) for row in then]
        assert all(row.pending and row.verdict is None for row in first)
        assert all(
            after.search.startswith(row.search) for row, after in zip(first, then, strict=True)
        )
    assert names.suggestions == judged.suggestions


def test_the_first_reading_says_who_is_there_and_every_later_one_only_the_whole(
    office, language, qtbot
) -> None:
    fill(office)
    crashes: list[Exception] = []
    tasks, parent, told = TaskRunner(crashes.append), QObject(), []
    roll = RollReading(reading_of(office, language), tasks, parent)

    def note(kind: str, found: Roll | None) -> None:
        told.append((kind, None if found is None else found.serving[-1].verdict))

    roll.named.connect(lambda found: note("names", found))
    roll.read.connect(lambda found: note("judged", found))
    for _ in range(2):
        roll.begin(lambda done, total: None)
        qtbot.waitUntil(lambda: tasks.idle)
    office.add("Dewi")
    roll.begin(lambda done, total: None)
    qtbot.waitUntil(lambda: tasks.idle)
    tasks.shutdown()
    assert crashes == []
    assert told == [
        ("names", None),
        ("judged", Verdict.QUALIFIES),
        ("judged", None),
        ("judged", Verdict.QUALIFIES),
    ]
