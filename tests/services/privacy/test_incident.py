"""The notice within 3 x 24 hours: everything that must be said, filled in as far as it is known."""

from pathlib import Path

from app.domain.office import Office
from app.paths import resources
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.actions import action_word
from app.wording.language import Language
from tests.services.privacy.conftest import OTHER, spelled
from tests.services.privacy.test_own_data import sheets_of, text_of


def test_it_asks_for_everything_that_article_46_asks_for(
    place: Workplace, canary: int, tmp_path: Path
) -> None:
    place.preferences.save_office(Office("Kabupaten Tirta", "Dinas Kominfo", phone="021-1"))
    target = tmp_path / "notice.xlsx"
    place.privacy.incident.write(target, Job.quiet())
    found = sheets_of(target)
    assert list(found) == [
        "Notice", "Categories of data", "Organisations", "Protection", "The last 30 days",
    ]  # fmt: skip
    rows = {str(row[0]): row for row in found["Notice"] if row[0]}
    for asked in (
        "Which data got out",
        "When it happened",
        "How it happened",
        "What was done at once",
        "What is done to restore and to prevent it",
        "Told to the people on",
        "Told to the authority on",
    ):
        assert asked in rows
    said = text_of(target)
    assert "Dinas Kominfo, Kabupaten Tirta" in said
    assert "at most 2 people" in said
    assert "article 46" in said


def test_it_names_nobody(place: Workplace, canary: int, tmp_path: Path) -> None:
    target = tmp_path / "notice.xlsx"
    place.privacy.incident.write(target, Job.quiet())
    said = text_of(target)
    assert OTHER not in said
    assert not any(one.decode("utf-8", "ignore") in said for one in spelled())


def test_what_was_done_stands_there_in_words(place: Workplace, canary: int, tmp_path: Path) -> None:
    target = tmp_path / "notice.xlsx"
    place.privacy.incident.write(target, Job.quiet())
    done = {str(row[2]) for row in sheets_of(target)["The last 30 days"]}
    assert {"Import", "Two records merged", "Evidence added", "Step undone"} <= done
    with place.database.reading() as tx:
        kinds = {str(kind) for (kind,) in tx.exec_driver_sql("SELECT DISTINCT kind FROM actions")}
    language = Language("id", resources() / "locale")
    assert not [kind for kind in kinds if action_word(kind, language) == kind]
