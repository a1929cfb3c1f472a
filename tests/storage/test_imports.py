"""Imports: the plan is written as it says, recorded, and taken back as a whole."""

from collections.abc import Iterable, Sequence
from datetime import date

import pytest
from sqlalchemy import Connection, select

from app.domain.errors import NipTaken, PersonGone
from app.domain.nip import NipFlaw
from app.domain.person import Consent
from app.domain.platform import Platform
from app.domain.roster import (
    PERSON_FIELDS,
    AccountState,
    CountState,
    HoldReason,
    Known,
    Outcome,
    PersonWrite,
    PlannedRow,
)
from app.storage.accounts import accounts_of, put_account
from app.storage.actions import begin
from app.storage.database import Database, commit_number
from app.storage.held import all_held_rows, number_of_held_rows
from app.storage.import_writer import ImportWriter
from app.storage.imports import (
    add_file,
    add_sheet,
    finish_import,
    history_of_imports,
    start_import,
)
from app.storage.known import known_people
from app.storage.people import add_person, change_person, person_by_nip, set_consent
from app.storage.schema import counts
from tests.storage.conftest import Desk, Some


def _new(some: Some, number: int, **parts: object) -> PlannedRow:
    texts = {"name": f"Pegawai {number}", "unit": f"Bidang {number % 3}"}
    nip = some.nip(number).digits
    write = PersonWrite(nip, None, True, texts, **parts)  # type: ignore[arg-type]  # any part
    return PlannedRow(number + 4, Outcome.NEW, nip, write=write)


def _change(
    some: Some, number: int, person_id: int | None, texts: dict[str, str], **parts: object
) -> PlannedRow:
    nip = some.nip(number).digits
    write = PersonWrite(nip, person_id, False, texts, **parts)  # type: ignore[arg-type]
    return PlannedRow(number + 500, Outcome.CHANGED, nip, write=write)


def _import(
    office: Database, some: Some, rows: Sequence[PlannedRow], by: str = "ani"
) -> tuple[int, int]:
    """The action and the id of an import of these rows."""
    with office.writing() as tx:
        action = begin(tx, "import", "ani", some.noon)
        import_id = start_import(tx, action, by=by, at=some.noon, as_of=some.day)
        file_id = add_file(tx, import_id, name="a.xlsx", sha256="0" * 64, format_name="xlsx")
        sheet_id = add_sheet(tx, file_id, "Data")
        writer = ImportWriter(tx, action, import_id, by, some.noon)
        for row in rows:
            writer.write(row, sheet_id, {"name": "Tanpa NIP", "phone": "0812"})
        writer.finish()
        finish_import(tx, import_id, {sheet_id: _buckets(rows)})
    return action, import_id


def _buckets(rows: Iterable[PlannedRow]) -> dict[Outcome, int]:
    found = dict.fromkeys(Outcome, 0)
    for row in rows:
        found[row.outcome] += 1
    return found


def test_new_people_come_with_their_accounts_and_counts(
    office: Database, desk: Desk, some: Some
) -> None:
    _import(
        office,
        some,
        [
            _new(
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
    _import(office, some, [_new(some, 1, counts=(some.count(700),))], by=name)
    query = select(counts.c.recorded_by, counts.c.recorded_at, counts.c.source, counts.c.retracted)
    found = desk.ask(lambda tx: tx.execute(query).all())
    assert [tuple(row) for row in found] == [(name, some.noon.isoformat(), "import", 0)]


def test_more_rows_than_one_block_keep_their_order(
    office: Database, desk: Desk, some: Some
) -> None:
    """A person is new in one block and changed in a later one, by NIP only."""
    first = [_new(some, number, accounts=(some.account("lama"),)) for number in range(1, 1500)]
    changes = [
        _change(
            some,
            1 + (step * 7) % 1400,
            None,
            {"rank": f"rank {step}", **({"unit": f"unit {step}"} if step % 3 else {})},
            accounts=(some.account(f"akun{step}"),),
            counts=(some.count(step),),
        )
        for step in range(9000)
    ]
    _import(office, some, first + changes)
    expected: dict[str, tuple[str, str, int]] = {}
    for step in range(9000):
        nip = some.nip(1 + (step * 7) % 1400).digits
        unit = f"unit {step}" if step % 3 else expected.get(nip, ("", "", 0))[1]
        expected[nip] = (f"rank {step}", unit, step)
    known = desk.ask(known_people)
    rank, unit = PERSON_FIELDS.index("rank"), PERSON_FIELDS.index("unit")
    for nip, (last_rank, last_unit, step) in expected.items():
        one = known[nip]
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
    assert desk.ask(known_people) == {
        some.nip(1).digits: Known(
            ani,
            tuple(texts.get(field, "") for field in PERSON_FIELDS),
            Consent.WITHDRAWN,
            {Platform.X: state},
            {Platform.INSTAGRAM: newest},
        )
    }


def test_consent_said_in_a_roster_is_recorded_without_a_day(
    office: Database, desk: Desk, some: Some
) -> None:
    _, ani = desk.act(lambda tx, a: add_person(tx, a, some.person(1)))
    desk.act(lambda tx, a: set_consent(tx, a, ani, Consent.GIVEN, some.day))
    _import(office, some, [_change(some, 1, ani, {}, consent=Consent.REFUSED)])
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
        _change(
            some, n, n, {"rank": "baru"}, accounts=(some.account("baru"),), counts=(some.count(9),)
        )
        for n in range(1, 20)
    ]
    rows += [_new(some, n, accounts=(some.account(),)) for n in range(20, 40)]
    rows += [_change(some, n, None, {"rank": "x"}, counts=(some.count(3),)) for n in range(20, 40)]
    rows.append(PlannedRow(99, Outcome.HELD, held_for=NipFlaw.NUMERIC))
    action, import_id = _import(office, some, rows)
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
    action, _ = _import(office, some, [_new(some, number) for number in range(1, 6)])
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
    _, import_id = _import(office, some, rows)
    held = desk.ask(all_held_rows)
    assert [(one.row, one.reason, one.import_id, one.file, one.sheet) for one in held] == [
        (8, NipFlaw.NUMERIC, import_id, "a.xlsx", "Data"),
        (10, HoldReason.REPEATED, import_id, "a.xlsx", "Data"),
    ]
    assert held[0].texts == {"name": "Tanpa NIP", "phone": "0812"}
    assert desk.ask(number_of_held_rows) == 2


def test_the_history_sums_to_the_rows_read(office: Database, desk: Desk, some: Some) -> None:
    _import(office, some, [_new(some, 1), _new(some, 2), PlannedRow(3, Outcome.SKIPPED)])
    _import(office, some, [_new(some, 4), PlannedRow(3, Outcome.UNCHANGED)])
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
        _import(office, some, [_new(some, 1), _new(some, 2)])
    assert (taken.value.digits, taken.value.name) == (some.nip(2).digits, "Ani")
    for row in (
        _change(some, 7, 77, {"rank": "x"}),
        _change(some, 7, 77, {}, counts=(some.count(1),)),
        _change(some, 7, 77, {}, accounts=(some.account(),)),
    ):
        with pytest.raises(PersonGone) as gone:
            _import(office, some, [row])
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
