"""What the card tells of the past: counts with their origin, looks at accounts, consents."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_workplace
from app.domain.history import Standing
from app.domain.merging import Merge
from app.domain.nip import Nip
from app.domain.person import Consent, Person, Service, Source
from app.domain.platform import Platform
from app.domain.rule import RULE_A, Conditions
from app.domain.verdict import Verdict
from app.services.activity import Seen
from app.services.job import Job
from app.services.people import PersonCard
from app.services.recording import Entry
from app.services.workplace import Workplace
from app.wording.language import Language

DAY, EARLIER = date(2026, 11, 20), date(2026, 10, 18)
IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(
        tmp_path / "kantor.db", create=True, language=Language("en", Path())
    ) as opened:
        opened.people.add(Person(Nip("198703142010012007"), "Laras Widuri"))
        opened.people.add(Person(Nip("198501012010011002"), "Budi Santoso"))
        yield opened


def type_in(office: Workplace, text: str, day: date = DAY) -> None:
    office.recording.record([Entry(1, IG, text)], day)


def card(office: Workplace, day: date = DAY) -> PersonCard:
    return office.people.card(1, day)


def seen(office: Workplace, text: str, day: date = DAY, platform: Platform = IG) -> int:
    return office.people.put_activities(1, [Seen(platform, text)], day)


def listed(office: Workplace) -> list[tuple[int, Standing]]:
    entries = card(office).entries.get(IG, ())
    return [(one.count.interval.low, one.standing) for one in entries]


# ------------------------------------------------------------------ counts


def test_a_correction_keeps_the_old_value_in_the_history(office: Workplace) -> None:
    type_in(office, "400", EARLIER)
    type_in(office, "530")
    type_in(office, "503")
    assert listed(office) == [
        (503, Standing.HOLDS),
        (530, Standing.CORRECTED),
        (400, Standing.HOLDS),
    ]


def test_a_wrong_count_is_taken_back_from_the_card_and_ctrl_z_brings_it_back(
    office: Workplace,
) -> None:
    type_in(office, "400", EARLIER)
    type_in(office, "5030")
    wrong = card(office).entries[IG][0].count.id
    office.people.take_counts_back([wrong])
    assert listed(office) == [(5030, Standing.TAKEN_BACK), (400, Standing.HOLDS)]
    latest = card(office).accounts[0].latest
    assert latest is not None
    assert latest.interval.low == 400
    office.undoing.undo_last()
    assert listed(office) == [(5030, Standing.HOLDS), (400, Standing.HOLDS)]


def test_each_entry_says_its_source_and_who_recorded_it(office: Workplace) -> None:
    type_in(office, "400")
    entry = card(office).entries[IG][0]
    assert (entry.count.source, entry.by, entry.origin) == (Source.TYPED, "", None)


def test_an_imported_count_says_file_sheet_and_row(office: Workplace, tmp_path: Path) -> None:
    roster = tmp_path / "pegawai.csv"
    roster.write_text(
        "NIP;Nama;Followers IG\n198703142010012007;Laras Widuri;612\n", encoding="utf-8"
    )
    office.importing.import_files([roster], DAY, Job.quiet())
    origin = card(office).entries[IG][0].origin
    assert origin is not None
    assert (origin.file, origin.row) == ("pegawai.csv", 2)


# ------------------------------------------------------------------ activity


def test_the_newest_look_up_to_the_day_holds(office: Workplace) -> None:
    seen(office, "aktif", EARLIER)
    seen(office, "5 nov")
    account = card(office).accounts[0]
    assert account.activity is not None
    assert account.activity.last_post == date(2026, 11, 5)
    before = card(office, EARLIER).accounts[0].activity
    assert before is not None
    assert before.active is True
    assert [one.activity.checked_on for one in card(office).looks] == [DAY, EARLIER]


def test_an_empty_text_takes_a_look_back(office: Workplace) -> None:
    seen(office, "tidak aktif", EARLIER)
    seen(office, "aktif")
    seen(office, "")
    activity = card(office).accounts[0].activity
    assert activity is not None
    assert activity.active is False


def test_what_changes_nothing_is_no_step(office: Workplace) -> None:
    assert seen(office, "aktif") == 1
    assert seen(office, "ya") == 0
    assert seen(office, "-", platform=FB) == 0
    assert office.undoing.undo_last().kind == "activity"
    assert card(office).accounts == ()


def test_a_look_alone_makes_no_account(office: Workplace) -> None:
    seen(office, "aktif")
    assert not card(office).accounts[0].exists
    people = office.standings.under(RULE_A, DAY, Job.quiet()).people
    assert {one.judgement.verdict for one in people} == {Verdict.NO_DATA}


def test_the_rule_of_the_office_sees_the_looks(office: Workplace) -> None:
    type_in(office, "900")
    seen(office, "1 jan")
    rule = RULE_A.with_conditions(Conditions(active_within_days=90))
    verdicts = {
        one.person.name: one.judgement.verdict
        for one in office.standings.under(rule, DAY, Job.quiet()).people
    }
    assert verdicts["Laras Widuri"] is Verdict.NOT_YET


def test_looks_follow_a_merge_and_return_with_its_undo(office: Workplace) -> None:
    office.people.put_activities(2, [Seen(FB, "aktif")], DAY)
    merge = Merge(1, 2, "satu orang", {}, {}, Consent.UNKNOWN, None, Service.ACTIVE)
    office.people.merge(merge)
    assert [one.platform for one in card(office).looks] == [FB]
    office.undoing.undo_last()
    assert card(office).looks == []
    assert len(office.people.card(2, DAY).looks) == 1
    assert office.findings() == []


@pytest.mark.parametrize("text", ["mungkin", "5 nov 2027", "1234"])
def test_what_is_no_day_and_no_word_is_not_stored(office: Workplace, text: str) -> None:
    with pytest.raises(ValueError, match="read"):
        seen(office, text)
    assert card(office).looks == []


# ------------------------------------------------------------------ consent


def test_every_word_of_a_person_is_kept_with_its_day(office: Workplace) -> None:
    office.people.set_consents([1, 2], Consent.GIVEN, EARLIER)
    office.people.set_consents([1], Consent.REFUSED, DAY)
    found = [(one.consent, one.on) for one in card(office).consents]
    assert found == [(Consent.REFUSED, DAY), (Consent.GIVEN, EARLIER)]
    assert office.people.card(2, DAY).person.consent is Consent.GIVEN


def test_consents_of_several_people_are_one_step_to_undo(office: Workplace) -> None:
    office.people.set_consents([1, 2], Consent.GIVEN, DAY)
    office.undoing.undo_last()
    assert [one.consent for one in office.people.everyone()] == [Consent.UNKNOWN] * 2
    assert card(office).consents == []
    office.undoing.redo_last()
    assert [one.consent for one in card(office).consents] == [Consent.GIVEN]


def test_an_edit_between_two_words_is_no_word(office: Workplace) -> None:
    office.people.set_consents([1], Consent.GIVEN, EARLIER)
    office.people.change(1, {"position": "Pranata Humas"})
    office.people.set_consents([1], Consent.WITHDRAWN, DAY)
    assert [one.consent for one in card(office).consents] == [Consent.WITHDRAWN, Consent.GIVEN]


def test_a_roster_that_says_no_is_in_the_history_without_a_day(
    office: Workplace, tmp_path: Path
) -> None:
    roster = tmp_path / "pegawai.csv"
    roster.write_text(
        "NIP;Nama;Kesediaan\n198703142010012007;Laras Widuri;tidak bersedia\n", encoding="utf-8"
    )
    office.importing.import_files([roster], DAY, Job.quiet())
    assert [(one.consent, one.on) for one in card(office).consents] == [(Consent.REFUSED, None)]
    listed_people = office.standings.everyone(DAY, Job.quiet())
    assert len(listed_people) == 2
