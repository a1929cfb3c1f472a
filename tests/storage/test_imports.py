"""Imports: the plan is written as it says, recorded, and taken back as a whole."""

from datetime import date

import pytest
from sqlalchemy import Connection, select

from app.domain.count import read_count
from app.domain.errors import NipTaken, PersonGone
from app.domain.handle import read_handle
from app.domain.nip import NipFlaw
from app.domain.person import Consent
from app.domain.plain_row import plain_row
from app.domain.platform import Platform
from app.domain.roster import (
    PERSON_FIELDS,
    AccountEntry,
    AccountState,
    CountState,
    HoldReason,
    Known,
    Outcome,
    PlannedRow,
    RosterRow,
)
from app.storage.accounts import accounts_of, put_account
from app.storage.commits import commit_number
from app.storage.database import Database
from app.storage.held import all_held_rows, number_of_held_rows
from app.storage.imports import (
    history_of_imports,
)
from app.storage.known import known_people
from app.storage.people import add_person, change_person, person_by_nip, set_consent
from app.storage.schema import counts
from tests.storage.conftest import Desk, Some, bring, changed_row, new_row


def test_new_people_come_with_their_accounts_and_counts(
    office: Database, desk: Desk, some: Some
) -> None:
    bring(
        office,
        some,
        [
            new_row(
                some,
                number,
                accounts=(some.account(f"p{number}"), some.account(f"x{number}", Platform.X)),
                counts=(some.count(number), some.count(2 * number, Platform.X)),
                consent=Consent.REFUSED if number == 7 else None,
            )
            for number in range(1, 10)
        ],
    )
    found = desk.ask(lambda tx: person_by_nip(tx, some.nip(7)))
    assert found is not None
    assert (found.name, found.unit, found.rank) == ("Pegawai 7", "Bidang 1", "")
    assert found.consent is Consent.REFUSED
    accounts = desk.ask(lambda tx: accounts_of(tx, found.id, some.day))
    assert [(a.platform, a.handle and a.handle.text, a.latest) for a in accounts if a.latest] == [
        (a.platform, handle, a.latest) for a, handle in zip(accounts, ("p7", "x7"), strict=True)
    ]
    assert [a.latest.interval.low for a in accounts if a.latest] == [7, 14]
    assert office.check() == []


@pytest.mark.parametrize("name", ["O'Brien", '50% :budi ? "x"', "Ibu Ñ -- ;"])
def test_whoever_imports_stands_beside_each_count(
    office: Database, desk: Desk, some: Some, name: str
) -> None:
    bring(office, some, [new_row(some, 1, counts=(some.count(700),))], by=name)
    query = select(counts.c.recorded_by, counts.c.recorded_at, counts.c.source, counts.c.retracted)
    found = desk.ask(lambda tx: tx.execute(query).all())
    assert [tuple(row) for row in found] == [(name, some.noon.isoformat(), "import", 0)]


def test_more_rows_than_one_block_keep_their_order(
    office: Database, desk: Desk, some: Some
) -> None:
    """A person is new in one block and changed in a later one, by NIP only."""
    first = [new_row(some, number, accounts=(some.account("lama"),)) for number in range(1, 1500)]
    changes = [
        changed_row(
            some,
            1 + (step * 7) % 1400,
            None,
            {"rank": f"rank {step}", **({"unit": f"unit {step}"} if step % 3 else {})},
            accounts=(some.account(f"akun{step}"),),
            counts=(some.count(step),),
        )
        for step in range(9000)
    ]
    bring(office, some, first + changes)
    expected: dict[str, tuple[str, str, int]] = {}
    for step in range(9000):
        nip = some.nip(1 + (step * 7) % 1400).digits
        unit = f"unit {step}" if step % 3 else expected.get(nip, ("", "", 0))[1]
        expected[nip] = (f"rank {step}", unit, step)
    known = desk.ask(known_people)
    rank, unit = PERSON_FIELDS.index("rank"), PERSON_FIELDS.index("unit")
    for nip, (last_rank, last_unit, step) in expected.items():
        one = known.find(nip)
        assert one is not None
        assert one.texts[rank] == last_rank
        assert one.texts[unit] == last_unit or not last_unit
        assert one.accounts[Platform.INSTAGRAM].handle == f"akun{step}"
        assert one.latest[Platform.INSTAGRAM].low == step
    assert office.check() == []


def test_known_people_are_what_the_planner_compares_with(desk: Desk, some: Some) -> None:
    _, ani = desk.act(lambda tx, a: add_person(tx, a, some.person(1, name="Ani", rank="Penata")))
    state = AccountState(Platform.X, "ani", "username", "@dua", "@ani", False, "private")
    desk.act(lambda tx, a: put_account(tx, a, ani, state))
    desk.act(lambda tx, a: set_consent(tx, a, ani, Consent.WITHDRAWN, some.day))
    desk.record(ani, some.count(5, day=date(2026, 5, 1)))
    newest = CountState(Platform.INSTAGRAM, 500, None, False, date(2027, 1, 1), "500+")
    desk.record(ani, newest)
    desk.record(ani, some.count(6, day=date(2026, 6, 1)))
    texts = {"name": "Ani", "rank": "Penata"}
    known = desk.ask(known_people)
    assert list(known) == [some.nip(1).digits]
    assert known.find(some.nip(1).digits) == Known(
        ani,
        tuple(texts.get(field, "") for field in PERSON_FIELDS),
        Consent.WITHDRAWN,
        {Platform.X: state},
        {Platform.INSTAGRAM: newest},
    )


def test_everyone_is_written_as_a_row_would_write_them(
    office: Database, desk: Desk, some: Some
) -> None:
    platforms = (Platform.X, Platform.INSTAGRAM, Platform.FACEBOOK)
    states = tuple(some.account("animelati", platform) for platform in platforms)
    counts = tuple(some.count(5, platform) for platform in platforms)
    rows = [new_row(some, 1, accounts=states, counts=counts), new_row(some, 2)]
    bring(office, some, rows)
    known = desk.ask(known_people)
    nip = some.nip(1).digits
    entries = tuple(
        AccountEntry.of(p, read_handle("@animelati", p), read_count(5.0)) for p in sorted(platforms)
    )
    row = RosterRow(
        2, nip, None, "", None, {"name": "Pegawai 1", "unit": "Bidang 1"}, entries, some.day
    )
    plain = plain_row(row, some.day)
    later = plain_row(row._replace(observed_on=date(2026, 12, 1)), some.day)
    assert plain is not None
    assert later is not None
    assert known.says(plain)
    assert not known.says(later)
    assert not known.says(plain._replace(nip=some.nip(2).digits))


def test_consent_said_in_a_roster_is_recorded_without_a_day(
    office: Database, desk: Desk, some: Some
) -> None:
    _, ani = desk.act(lambda tx, a: add_person(tx, a, some.person(1)))
    desk.act(lambda tx, a: set_consent(tx, a, ani, Consent.GIVEN, some.day))
    bring(office, some, [changed_row(some, 1, ani, {}, consent=Consent.REFUSED)])
    found = desk.ask(lambda tx: person_by_nip(tx, some.nip(1)))
    assert found is not None
    assert (found.consent, found.consent_on) == (Consent.REFUSED, None)


def test_an_import_is_undone_to_the_very_rows_before(
    office: Database, desk: Desk, some: Some
) -> None:
    for number in range(1, 20):
        _, row_id = desk.act(lambda tx, a, n=number: add_person(tx, a, some.person(n)))
        desk.act(lambda tx, a, r=row_id: put_account(tx, a, r, some.account("lama")))
        desk.record(row_id, some.count(1))
    before = desk.content()
    rows = [
        changed_row(
            some, n, n, {"rank": "baru"}, accounts=(some.account("baru"),), counts=(some.count(9),)
        )
        for n in range(1, 20)
    ]
    rows += [new_row(some, n, accounts=(some.account(),)) for n in range(20, 40)]
    rows += [
        changed_row(some, n, None, {"rank": "x"}, counts=(some.count(3),)) for n in range(20, 40)
    ]
    rows.append(PlannedRow(99, Outcome.HELD, held_for=NipFlaw.NUMERIC))
    action, import_id = bring(office, some, rows)
    assert desk.content() != before
    result = desk.undo(action)
    assert result.kept == ()
    assert desk.content() == before
    (record,) = desk.ask(history_of_imports)
    assert (record.id, record.undone_at) == (import_id, some.noon)
    assert office.check() == []


def test_people_edited_since_an_import_stay_and_are_named(
    office: Database, desk: Desk, some: Some
) -> None:
    action, _ = bring(office, some, [new_row(some, number) for number in range(1, 6)])
    desk.act(lambda tx, a: change_person(tx, a, 3, {"rank": "Penata"}))
    result = desk.undo(action)
    assert (result.restored, result.kept) == (4, ("Pegawai 3",))
    assert list(desk.ask(known_people)) == [some.nip(3).digits]


def test_held_rows_wait_with_what_they_say(office: Database, desk: Desk, some: Some) -> None:
    rows = [
        PlannedRow(8, Outcome.HELD, held_for=NipFlaw.NUMERIC),
        PlannedRow(9, Outcome.SKIPPED),
        PlannedRow(10, Outcome.HELD, held_for=HoldReason.REPEATED),
    ]
    _, import_id = bring(office, some, rows)
    held = desk.ask(all_held_rows)
    assert [(one.row, one.reason, one.import_id, one.file, one.sheet) for one in held] == [
        (8, NipFlaw.NUMERIC, import_id, "a.xlsx", "Data"),
        (10, HoldReason.REPEATED, import_id, "a.xlsx", "Data"),
    ]
    assert held[0].texts == {"name": "Tanpa NIP", "phone": "0812"}
    assert desk.ask(number_of_held_rows) == 2


def test_the_history_sums_to_the_rows_read(office: Database, desk: Desk, some: Some) -> None:
    bring(office, some, [new_row(some, 1), new_row(some, 2), PlannedRow(3, Outcome.SKIPPED)])
    bring(office, some, [new_row(some, 4), PlannedRow(3, Outcome.UNCHANGED)])
    newest, oldest = desk.ask(history_of_imports)
    assert (newest.id, oldest.id) == (2, 1)
    assert oldest.rows_read == 3
    assert oldest.outcomes == {**dict.fromkeys(Outcome, 0), Outcome.NEW: 2, Outcome.SKIPPED: 1}
    assert (oldest.at, oldest.by, oldest.as_of) == (some.noon, "ani", some.day)
    (file,) = oldest.files
    assert (file.name, file.format, file.sheets[0].name) == ("a.xlsx", "xlsx", "Data")
    assert file.sheets[0].outcomes == oldest.outcomes
    assert oldest.undone_at is None


def test_a_plan_that_no_longer_fits_keeps_nothing(office: Database, desk: Desk, some: Some) -> None:
    desk.act(lambda tx, a: add_person(tx, a, some.person(2, name="Ani")))
    before = desk.content()
    with pytest.raises(NipTaken) as taken:
        bring(office, some, [new_row(some, 1), new_row(some, 2)])
    assert (taken.value.digits, taken.value.name) == (some.nip(2).digits, "Ani")
    for row in (
        changed_row(some, 7, 77, {"rank": "x"}),
        changed_row(some, 7, 77, {}, counts=(some.count(1),)),
        changed_row(some, 7, 77, {}, accounts=(some.account(),)),
    ):
        with pytest.raises(PersonGone) as gone:
            bring(office, some, [row])
        assert gone.value.person_id == 77
    assert desk.content() == before
    assert desk.ask(history_of_imports) == []


def test_the_number_of_commits_says_whether_anything_changed(
    office: Database, desk: Desk, some: Some
) -> None:
    before = desk.ask(commit_number)
    assert desk.ask(commit_number) == before
    desk.act(lambda tx, a: add_person(tx, a, some.person()))
    assert desk.ask(commit_number) == before + 1

    def fail(tx: Connection, a: int) -> None:
        add_person(tx, a, some.person())

    with pytest.raises(NipTaken):
        desk.act(fail)
    assert desk.ask(commit_number) == before + 1
