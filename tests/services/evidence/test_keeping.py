"""Pictures are kept, shown, flagged, removed and brought back; files follow what is said of them."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import open_workplace
from app.domain.errors import (
    FileMissing,
    NotAFile,
    NotAPicture,
    NothingToRedo,
    NothingToUndo,
    PersonGone,
    PictureDamaged,
    PictureMissing,
    PictureTooLarge,
)
from app.domain.evidence import Picture
from app.domain.merging import Merge
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.evidence.cleaning import MOST_BYTES
from app.services.job import Job
from app.services.recording import Entry
from app.wording.language import Language
from tests.services.evidence.conftest import (
    DAY,
    NAMES,
    Office,
    Save,
    encoded,
    pasted,
    screenshot,
)

ARUM, BAGAS, CITRA = 1, 2, 3


def _merged(office: Office, stays: int, goes: int) -> None:
    kept, _ = office.place.people.records(stays, goes)
    one = kept.person
    office.place.people.merge(
        Merge(stays, goes, "ganda", {}, {}, one.consent, one.consent_on, one.service)
    )


def test_a_picture_stands_with_its_day_its_platform_and_who_added_it(
    office: Office, save: Save
) -> None:
    shot = save("Tangkapan Layar.png", encoded(screenshot("1.234")))
    added = office.add(ARUM, shot)
    assert (added.new, added.known, added.others) == (1, 0, ())
    (shown,) = office.of(ARUM)
    assert shown.evidence.place == office.at(ARUM)
    assert office.evidence.picture(shown.evidence.picture).startswith(b"\x89PNG")
    assert office.evidence.small(shown.evidence.picture).startswith(b"\x89PNG")
    assert office.evidence.folder == office.place.path.with_name("kantor-bukti")
    assert office.evidence.days() == {(ARUM, Platform.INSTAGRAM): {DAY}}
    assert shot.exists()


def test_the_same_picture_for_two_people_is_flagged_at_both(office: Office, save: Save) -> None:
    shot = screenshot("1.234")
    office.add(ARUM, save("a.png", encoded(shot)))
    added = office.add(BAGAS, save("b.bmp", encoded(shot, "BMP")))
    assert added.others == (NAMES[0],)
    assert office.of(ARUM)[0].others == (NAMES[1],)
    assert office.of(BAGAS)[0].others == (NAMES[0],)
    assert len(office.evidence.files()) == 1
    office.add(CITRA, pasted("lain"))
    assert office.of(CITRA)[0].others == ()


def test_a_picture_that_was_encoded_anew_is_not_claimed_to_be_the_same(
    office: Office, save: Save
) -> None:
    shot = screenshot("1.234")
    office.add(ARUM, save("a.jpg", encoded(shot, "JPEG", quality=90)))
    added = office.add(BAGAS, save("b.jpg", encoded(shot, "JPEG", quality=60)))
    assert added.others == ()


def test_the_same_picture_added_again_is_known_and_leaves_no_step(office: Office) -> None:
    office.add(ARUM, pasted("a"))
    again = office.add(ARUM, pasted("a"), pasted("a"))
    assert (again.new, again.known) == (0, 2)
    office.place.undoing.undo_last()
    assert office.of(ARUM) == []


def test_several_pictures_are_one_action_or_none(office: Office, save: Save) -> None:
    with pytest.raises(NotAPicture):
        office.add(ARUM, pasted("a"), save("b.png", b"%PDF-1.7"))
    assert office.of(ARUM) == []
    assert office.evidence.files() == []
    office.add(ARUM, pasted("a"), pasted("b"))
    office.place.undoing.undo_last()
    assert office.of(ARUM) == []


def test_what_cannot_be_read_is_said(office: Office, save: Save, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        office.add(ARUM, tmp_path / "tidak ada.png")
    with pytest.raises(NotAFile):
        office.add(ARUM, tmp_path)
    with pytest.raises(PictureTooLarge):
        office.add(ARUM, save("besar.png", b"\0" * (MOST_BYTES + 1)))
    with pytest.raises(PersonGone):
        office.add(99, pasted("a"))


def test_removing_and_undoing_bring_the_picture_back(office: Office) -> None:
    office.add(ARUM, pasted("a"))
    (shown,) = office.of(ARUM)
    assert office.evidence.remove(shown.evidence.id)
    assert office.of(ARUM) == []
    assert not office.evidence.remove(shown.evidence.id)
    office.place.undoing.undo_last()
    assert office.of(ARUM) == [shown]
    office.evidence.picture(shown.evidence.picture)
    office.place.undoing.redo_last()
    assert office.of(ARUM) == []


def test_a_file_that_is_gone_or_changed_is_said_and_healed_by_adding_it_again(
    office: Office,
) -> None:
    office.add(ARUM, pasted("a"))
    picture = office.of(ARUM)[0].evidence.picture
    (path,) = office.evidence.files()
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    for ask in (office.evidence.picture, office.evidence.small):
        with pytest.raises(PictureDamaged):
            ask(picture)
    path.unlink()
    for ask in (office.evidence.picture, office.evidence.small):
        with pytest.raises(PictureMissing):
            ask(picture)
    assert office.evidence.holdings().missing == 1
    office.add(BAGAS, pasted("a"))
    assert office.evidence.picture(picture)


@pytest.mark.parametrize("name", ["../../kantor", "/etc/passwd", "a" * 63, "A" * 64])
def test_a_name_that_leads_out_of_the_folder_is_never_followed(office: Office, name: str) -> None:
    strange = Picture(name, "png", "0" * 64)
    for ask in (office.evidence.picture, office.evidence.small):
        with pytest.raises(PictureMissing):
            ask(strange)


def test_a_thumbnail_that_is_gone_is_made_again(office: Office) -> None:
    office.add(ARUM, pasted("a"))
    picture = office.of(ARUM)[0].evidence.picture
    small = office.evidence.small(picture)
    for one in (office.evidence.folder / "kecil").iterdir():
        one.unlink()
    assert office.evidence.small(picture) == small


def test_unused_files_go_only_when_asked_and_an_undo_then_says_that_they_are_gone(
    office: Office,
) -> None:
    office.add(ARUM, pasted("a"))
    office.add(BAGAS, pasted("b"))
    (shown,) = office.of(ARUM)
    office.evidence.remove(shown.evidence.id)
    assert office.evidence.holdings().unused == 1
    assert len(office.evidence.files()) == 2, "an undo may need it: a backup carries it along"
    assert office.evidence.remove_unused() == 1
    assert office.evidence.holdings().unused == 0
    assert len(office.evidence.files()) == 1
    office.place.undoing.undo_last()
    with pytest.raises(PictureMissing):
        office.evidence.picture(shown.evidence.picture)


def test_strange_files_in_the_folder_are_left_alone(office: Office) -> None:
    office.add(ARUM, pasted("a"))
    (office.evidence.folder / "catatan.txt").write_text("jangan dihapus", encoding="utf-8")
    office.evidence.remove(office.of(ARUM)[0].evidence.id)
    office.evidence.remove_unused()
    assert (office.evidence.folder / "catatan.txt").exists()


def test_evidence_stays_with_a_count_that_is_corrected(office: Office) -> None:
    record = office.place.recording.record
    record([Entry(ARUM, Platform.INSTAGRAM, "1234")], DAY)
    office.add(ARUM, pasted("a"))
    record([Entry(ARUM, Platform.INSTAGRAM, "1324")], DAY)
    assert office.evidence.days() == {(ARUM, Platform.INSTAGRAM): {DAY}}


def test_two_records_made_one_keep_the_evidence_of_both(office: Office) -> None:
    office.add(ARUM, pasted("a"), pasted("sama"))
    office.add(BAGAS, pasted("b"), pasted("sama"))
    _merged(office, ARUM, BAGAS)
    shown = office.of(ARUM)
    assert len(shown) == 3, "the same picture for the same day is told once"
    assert all(one.others == () for one in shown)
    for one in shown:
        office.evidence.remove(one.evidence.id)
    assert office.of(ARUM) == []
    for _ in range(4):
        office.place.undoing.undo_last()
    assert [len(office.of(one)) for one in (ARUM, BAGAS)] == [2, 2]
    assert office.place.findings() == []


def test_a_person_with_evidence_is_not_taken_away_by_an_undo_of_their_adding(
    office: Office,
) -> None:
    new = office.place.people.add(Person(Nip("198703142010012009"), "Damar Wicaksana"))
    office.add(new, pasted("a"))
    office.place.undoing.undo_last()
    office.place.undoing.undo_last()
    assert new not in {one.id for one in office.place.people.everyone()}
    assert office.place.findings() == []


ACTS = st.sampled_from(["add", "remove", "undo", "redo", "merge", "purge", "restart"])


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(ACTS, st.integers(0, 5)), min_size=6, max_size=14))
def test_whatever_is_done_every_picture_in_use_has_its_file(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    path = tmp_path_factory.mktemp("kantor") / "kantor.db"
    language = Language("en", Path())
    place = open_workplace(path, create=True, language=language)
    people = [
        place.people.add(Person(Nip(f"19870314201001200{at}"), name))
        for at, name in enumerate(NAMES, start=1)
    ]
    purged: set[str] = set()
    try:
        for act, number in acts:
            office = Office(place)
            there = [one.id for one in place.people.everyone()]
            if act == "add" and there:
                office.add(there[number % len(there)], pasted(f"gambar {number % 3}"))
                purged -= {one.name for one in office.evidence.files()}
            elif act == "remove":
                shown = [one for person in there for one in office.of(person)]
                if shown:
                    office.evidence.remove(shown[number % len(shown)].evidence.id)
            elif act == "undo":
                with suppress(NothingToUndo):
                    place.undoing.undo_last()
            elif act == "redo":
                with suppress(NothingToRedo):
                    place.undoing.redo_last()
            elif act == "merge" and len(there) > 1:
                _merged(office, there[0], there[1])
            elif act == "purge":
                before = {one.name for one in office.evidence.files()}
                office.evidence.remove_unused()
                purged |= before - {one.name for one in office.evidence.files()}
            elif act == "restart":
                place.close()
                place = open_workplace(path, create=False, language=language)
            _check(Office(place), people, purged)
        assert place.findings() == []
    finally:
        place.close()


def _check(office: Office, people: list[int], purged: set[str]) -> None:
    for person in people:
        for shown in office.of(person):
            picture = shown.evidence.picture
            if picture.file_name in purged:
                with pytest.raises(PictureMissing):
                    office.evidence.picture(picture)
            else:
                assert office.evidence.picture(picture)
                assert office.evidence.folder / picture.file_name in office.evidence.files()


def test_all_that_was_done_is_undone_to_the_same_content(office: Office) -> None:
    before = [office.of(one) for one in (ARUM, BAGAS)]
    office.add(ARUM, pasted("a"))
    office.add(BAGAS, pasted("a"), pasted("b"))
    office.evidence.remove(office.of(BAGAS)[0].evidence.id)
    _merged(office, ARUM, BAGAS)
    office.evidence.add(office.at(ARUM, Platform.X), [pasted("c")], Job.quiet())
    for _ in range(5):
        office.place.undoing.undo_last()
    assert [office.of(one) for one in (ARUM, BAGAS)] == before
