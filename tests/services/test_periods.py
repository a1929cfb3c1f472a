"""Periods closed, opened again and compared, through the doors of an office."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from app.bootstrap import open_workplace
from app.domain.errors import (
    Cancelled,
    ClosingGone,
    NothingToUndo,
    PeriodIsClosed,
    PeriodIsOpen,
    PeriodNotBegun,
    ReasonMissing,
)
from app.domain.merging import Merge
from app.domain.nip import Nip
from app.domain.period import Period, PeriodKind
from app.domain.person import Consent, Person, Service
from app.domain.platform import Platform
from app.domain.rule import RULE_A, RULE_B, Rule
from app.domain.snapshot import Revision
from app.domain.verdict import Verdict
from app.domain.verdict_change import Cause
from app.paths import resources
from app.services.closed_periods import ClosedPeriod
from app.services.job import Job
from app.services.period_changes import earlier_of, newest_of
from app.services.recording import Entry
from app.services.sample_office import AS_OF, close_sample_months, fill_sample_office
from app.services.workplace import Workplace
from app.storage.snapshots import forget_in_snapshots
from app.wording.language import Language
from tests.services.test_hundred_actions import Clerk

IG = Platform.INSTAGRAM
OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
NOVEMBER = Period(PeriodKind.MONTH, date(2026, 11, 1))
TODAY = date(2026, 11, 20)
FIRST_DAY = date(2026, 10, 18)
ARUM, BAGAS, CITRA, DEWI = range(1, 5)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workplace]:
    with open_workplace(tmp_path / "k.db", create=True, language=Language("en", Path())) as opened:
        for at, name in enumerate(("Arum", "Bagas", "Citra", "Dewi"), 1):
            nip = Nip(f"19870314201001200{at}")
            opened.people.add(Person(nip, name, organisation="Dinas Satu"))
        record(opened, FIRST_DAY, {ARUM: "900", BAGAS: "466", CITRA: "800"})
        yield opened


def record(office: Workplace, day: date, counts: dict[int, str]) -> None:
    office.recording.record([Entry(one, IG, text) for one, text in counts.items()], day)


def close(
    office: Workplace, period: Period = OCTOBER, rule: Rule = RULE_A, today: date = TODAY
) -> Revision:
    return office.periods.close(period, rule, today, Job.quiet())


def read(office: Workplace, closed: Revision) -> ClosedPeriod:
    return office.periods.read(closed.id, Job.quiet())


def verdicts(closed: ClosedPeriod) -> dict[str, Verdict]:
    return {one.person.nip.digits: one.judgement.verdict for one in closed.snapshot.people}


# ------------------------------------------------------------------ closing


def test_a_closed_period_keeps_everyone_with_rule_counts_and_verdicts(office: Workplace) -> None:
    rule = RULE_A.with_age_limit(90)
    closed = close(office, rule=rule)
    assert (closed.number, closed.as_of, closed.rule) == (1, date(2026, 10, 31), rule)
    found = read(office, closed)
    assert found.intact
    assert found.revision == closed
    assert closed.totals == found.snapshot.totals
    assert closed.totals[Verdict.QUALIFIES] == 2
    arum = found.snapshot.people[0]
    assert (arum.person.name, arum.person.organisation) == ("Arum", "Dinas Satu")
    assert arum.accounts[0].latest is not None
    assert arum.accounts[0].latest.written == "900"
    now = office.standings.under(rule, closed.as_of, Job.quiet())
    assert [one.judgement.verdict for one in now.people] == [
        one.judgement.verdict for one in found.snapshot.people
    ]


def test_only_who_stands_in_the_lists_has_a_verdict_and_the_others_are_named_as_away(
    office: Workplace,
) -> None:
    office.people.set_service(BAGAS, Service.RETIRED)
    office.people.set_consent(CITRA, Consent.WITHDRAWN)
    closed = close(office)
    assert sum(closed.totals.values()) == 2
    assert len(read(office, closed).snapshot.people) == 2


def test_closing_again_without_a_change_gives_the_same_hash_and_a_change_another(
    office: Workplace,
) -> None:
    first = close(office)
    office.periods.reopen(OCTOBER, "salah ketik")
    second = close(office)
    assert (second.number, second.sha256) == (2, first.sha256)
    office.periods.reopen(OCTOBER, "hitungan Bagas")
    record(office, FIRST_DAY, {BAGAS: "511"})
    third = close(office)
    assert third.sha256 != first.sha256
    assert verdicts(read(office, first)) != verdicts(read(office, third))
    assert [one.number for one in office.periods.revisions(OCTOBER)] == [3, 2, 1]
    assert office.periods.closed() == [third]


def test_a_period_is_opened_again_only_with_a_reason_which_is_kept(office: Workplace) -> None:
    first = close(office)
    with pytest.raises(ReasonMissing):
        office.periods.reopen(OCTOBER, " \n")
    office.periods.reopen(OCTOBER, "  salah\nketik ")
    (kept,) = office.periods.revisions()
    assert kept.reopened is not None
    assert kept.reopened.reason == "salah ketik"
    assert verdicts(read(office, kept)) == verdicts(read(office, first))
    assert office.periods.closed() == []


def test_what_cannot_be_closed_or_opened_is_refused(office: Workplace) -> None:
    with pytest.raises(PeriodNotBegun):
        close(office, Period(PeriodKind.MONTH, date(2026, 12, 1)))
    with pytest.raises(PeriodIsOpen):
        office.periods.reopen(OCTOBER, "alasan")
    close(office)
    with pytest.raises(PeriodIsClosed):
        close(office)
    with pytest.raises(ClosingGone):
        office.periods.read(99, Job.quiet())
    close(office, Period(PeriodKind.QUARTER, date(2026, 10, 1)))
    assert len(office.periods.closed()) == 2


def test_a_running_period_is_judged_as_of_today(office: Workplace) -> None:
    assert close(office, NOVEMBER).as_of == TODAY


# ------------------------------------------------------------------ later edits


@pytest.mark.parametrize("seed", range(2))
def test_no_later_edit_changes_what_was_closed(
    office: Workplace, tmp_path: Path, seed: int
) -> None:
    chance = Random(seed)
    clerk = Clerk(office, chance, tmp_path)
    closed = close(office, rule=RULE_A.with_age_limit(90))
    kept = verdicts(read(office, closed))
    at_first = {one.person.nip.digits: one for one in read(office, closed).snapshot.people}
    for at in range(40):
        if at in (10, 25):
            clerk.import_roster()
        elif at == 18:
            merge(office, *chance.sample([one.id for one in office.people.everyone()], 2))
        elif at == 28:
            office.importing.correct_as_of(office.importing.history()[0], date(2026, 9, 1))
        elif at == 34:
            office.importing.undo(office.importing.history()[-1])
        else:
            clerk.do_something()
        found = read(office, closed)
        assert found.intact
        assert found.revision == closed
        assert verdicts(found).items() <= kept.items()
        assert found.hidden == len(kept) - len(found.snapshot.people)
        for one in found.snapshot.people:
            first = at_first[one.person.nip.digits]
            assert replace(one, person=replace(one.person, id=0)) == replace(
                first, person=replace(first.person, id=0)
            )
    with contextlib.suppress(NothingToUndo):
        while True:
            office.undoing.undo_last()
    assert verdicts(read(office, closed)) == kept
    assert office.findings() == []


def merge(office: Workplace, stays: int, goes: int) -> None:
    one, _ = office.people.records(stays, goes)
    person = one.person
    texts = {"name": person.name, "unit": "Bidang Baru"}
    office.people.merge(
        Merge(stays, goes, "ganda", texts, one.accounts, person.consent, None, person.service)
    )


def test_ctrl_z_takes_back_edits_and_never_a_closed_period(office: Workplace) -> None:
    record(office, FIRST_DAY, {DEWI: "700"})
    closed = close(office)
    before = verdicts(read(office, closed))
    assert office.undoing.undo_last().kind == "record"
    assert office.periods.closed() == [closed]
    assert verdicts(read(office, closed)) == before


def test_who_withdraws_later_leaves_every_output_and_stays_in_the_totals(
    office: Workplace,
) -> None:
    closed = close(office)
    office.people.change_nip(ARUM, Nip("198703142010012009"), "PNS")
    office.people.set_consent(ARUM, Consent.WITHDRAWN)
    found = read(office, closed)
    assert (found.hidden, found.intact) == (1, True)
    assert [one.person.name for one in found.snapshot.people] == ["Bagas", "Citra", "Dewi"]
    assert found.revision.totals[Verdict.QUALIFIES] == 2
    office.people.set_consent(ARUM, Consent.GIVEN)
    assert read(office, closed).hidden == 0


def test_an_erased_person_leaves_a_hash_and_the_snapshot_still_verifies(
    office: Workplace, tmp_path: Path
) -> None:
    closed = close(office)
    office.people.change_nip(ARUM, Nip("198703142010012009"), "PNS")
    second = close(office, NOVEMBER)
    with office.database.writing() as tx:
        assert forget_in_snapshots(tx, ARUM) == 2
    for one in (closed, second):
        found = read(office, one)
        assert (found.erased, found.intact) == (1, True)
        assert found.revision.totals == one.totals
        assert "Arum" not in [each.person.name for each in found.snapshot.people]
    office.database.checkpoint()
    written = [file.read_bytes() for file in tmp_path.glob("k.db*")]
    assert not any(b'"name":"Arum"' in content for content in written)
    assert office.findings() == []


def test_a_record_that_became_part_of_another_goes_and_is_hidden_with_it(
    office: Workplace,
) -> None:
    closed = close(office)
    merge(office, ARUM, BAGAS)
    office.people.set_consent(ARUM, Consent.WITHDRAWN)
    assert read(office, closed).hidden == 2
    with office.database.writing() as tx:
        assert forget_in_snapshots(tx, ARUM) == 2
    found = read(office, closed)
    assert (found.erased, found.hidden, found.intact) == (2, 0, True)
    assert [one.person.name for one in found.snapshot.people] == ["Citra", "Dewi"]


def test_who_was_erased_and_comes_again_is_kept_anew(office: Workplace) -> None:
    closed = close(office)
    with office.database.writing() as tx:
        forget_in_snapshots(tx, ARUM)
    office.periods.reopen(OCTOBER, "uji")
    again = close(office)
    assert again.sha256 == closed.sha256
    assert (read(office, again).erased, read(office, closed).erased) == (0, 1)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE snapshot_contents SET content = replace(content, '466', '766')",
        "UPDATE period_revisions SET qualifies = qualifies + 1",
        "UPDATE period_revisions SET rule = replace(rule, '500', '400')",
        "DELETE FROM snapshot_rows WHERE content_id = 2",
    ],
)
def test_a_snapshot_that_somebody_changed_in_the_file_is_found_out(
    office: Workplace, tampering: str
) -> None:
    closed = close(office)
    with closing(sqlite3.connect(office.path)) as raw:
        raw.execute(tampering)
        raw.commit()
    assert not read(office, closed).intact
    (finding,) = office.findings()
    assert "snapshot" in finding


def test_the_sample_office_has_two_closed_months_and_knows_what_changed_since(
    tmp_path: Path,
) -> None:
    language = Language("id", resources() / "locale")
    with open_workplace(tmp_path / "c.db", create=True, language=language) as sample:
        folder, quiet = resources() / "samples", Job.quiet()
        fill_sample_office(folder, sample.importing, sample.preferences, quiet)
        for _ in range(2):
            close_sample_months(sample.periods, sample.preferences, quiet)
        october, september = sample.periods.revisions()
        rule = sample.preferences.preferences().rule
        now = sample.period_changes.since_last(rule, AS_OF, quiet)
        month = sample.period_changes.between(september.id, october.id, quiet)
    assert now is not None
    for found in (now, month):
        grown = sum(found.came.values()) - sum(found.went.values())
        assert found.changes
        assert grown == found.after.qualifying - found.before.qualifying


# ------------------------------------------------------------------ all or nothing


def test_a_closing_that_is_stopped_leaves_nothing(office: Workplace) -> None:
    class Stopping(Job):
        def __init__(self) -> None:
            self.steps = 0

        def step(self, done: int, total: int) -> None:
            # Told twice of everyone: before the rows are written, and after.
            self.steps += done == total > 0
            if self.steps == 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        office.periods.close(OCTOBER, RULE_A, TODAY, Stopping())
    assert office.periods.revisions() == []
    assert close(office).number == 1


def test_a_program_killed_in_the_middle_of_a_closing_leaves_nothing_half(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    program = textwrap.dedent(f"""
        import os
        from datetime import date
        from pathlib import Path
        from app.bootstrap import open_workplace
        from app.domain.nip import Nip
        from app.domain.period import Period, PeriodKind
        from app.domain.person import Person
        from app.domain.rule import RULE_A
        from app.services.job import Job
        from app.wording.language import Language

        class Killed(Job):
            def step(self, done, total):
                self.seen = getattr(self, "seen", 0) + (done == total > 0)
                if self.seen == 2:
                    os._exit(9)

        office = open_workplace(Path({str(path)!r}), create=True, language=Language("en", Path()))
        for number in range(1, 30):
            office.people.add(Person(Nip(f"198703142010012{{number:03}}"), f"Pegawai {{number}}"))
        period = Period(PeriodKind.MONTH, date(2026, 10, 1))
        job = Killed.quiet()
        office.periods.close(period, RULE_A, date(2026, 11, 20), job)
    """)
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], env=os.environ, check=False
    )
    assert ended.returncode == 9
    with open_workplace(path, create=False, language=Language("en", Path())) as office:
        assert office.findings() == []
        assert office.periods.revisions() == []
        assert len(office.people.everyone()) == 29
        closed = close(office)
        assert (closed.number, sum(closed.totals.values())) == (1, 29)


# ------------------------------------------------------------------ what changed


def test_between_two_periods_every_change_has_its_cause(office: Workplace) -> None:
    october = close(office)
    record(office, TODAY, {BAGAS: "503"})
    office.people.set_service(CITRA, Service.MOVED)
    office.people.add(Person(Nip("198703142010012005"), "Eka"))
    november = close(office, NOVEMBER)
    found = office.period_changes.between(october.id, november.id, Job.quiet())
    told = {change.one.person.name: change.cause for change in found.named if change.one}
    assert told == {"Bagas": Cause.COUNT, "Citra": Cause.LEFT, "Eka": Cause.NEW}
    assert (found.before.qualifying, found.after.qualifying) == (2, 2)
    assert (found.came, found.went) == ({Cause.COUNT: 1}, {Cause.LEFT: 1})
    assert sum(found.by_cause.values()) == 3


def test_since_the_last_closing_the_office_as_it_stands_is_compared(office: Workplace) -> None:
    assert office.period_changes.since_last(RULE_A, TODAY, Job.quiet()) is None
    october = close(office)
    none_yet = office.period_changes.since_last(RULE_A, TODAY, Job.quiet())
    assert none_yet is not None
    assert none_yet.changes == []
    record(office, TODAY, {BAGAS: "503"})
    found = office.period_changes.since_last(RULE_A, TODAY, Job.quiet())
    assert found is not None
    assert found.before.revision == october
    assert found.after.revision is None
    assert (found.before.qualifying, found.after.qualifying) == (2, 3)
    assert found.came == {Cause.COUNT: 1}
    stricter = office.period_changes.since(october.id, RULE_B, TODAY, Job.quiet())
    assert stricter.by_cause[Cause.RULE] > 0


def test_who_withdrew_is_counted_in_the_changes_and_not_named(office: Workplace) -> None:
    october = close(office)
    office.people.set_consent(ARUM, Consent.WITHDRAWN)
    found = office.period_changes.since(october.id, RULE_A, TODAY, Job.quiet())
    assert found.named == []
    assert (found.by_cause[Cause.CONSENT], found.went) == (1, {Cause.CONSENT: 1})


def test_a_corrected_number_and_merged_records_are_no_change_of_verdict(office: Workplace) -> None:
    october = close(office)
    office.people.change_nip(ARUM, Nip("198703142010012009"), "PNS")
    assert office.period_changes.since(october.id, RULE_A, TODAY, Job.quiet()).changes == []
    merge(office, ARUM, DEWI)
    found = office.period_changes.since(october.id, RULE_A, TODAY, Job.quiet())
    assert [(c.cause, c.one.person.name) for c in found.named if c.one] == [(Cause.LEFT, "Dewi")]


def test_within_one_organisation_who_moved_there_came_by_unit(office: Workplace) -> None:
    october = close(office)
    office.people.change(ARUM, {"organisation": "Dinas Dua"})
    there, here = (
        office.period_changes.since(october.id, RULE_A, TODAY, Job.quiet(), within=name)
        for name in ("Dinas Satu", "Dinas Dua")
    )
    assert (there.before.qualifying, there.after.qualifying) == (2, 1)
    assert (there.went, here.came) == ({Cause.UNIT: 1}, {Cause.UNIT: 1})


def test_a_period_is_compared_with_the_one_of_its_kind_before_it(office: Workplace) -> None:
    quarter = close(office, Period(PeriodKind.QUARTER, date(2026, 7, 1)))
    september = close(office, Period(PeriodKind.MONTH, date(2026, 9, 1)))
    october = close(office, OCTOBER)
    everyone = office.periods.revisions()
    assert earlier_of(everyone, OCTOBER) == september
    assert earlier_of(everyone, NOVEMBER) == october
    assert earlier_of(everyone, Period(PeriodKind.QUARTER, date(2026, 10, 1))) == quarter
    assert newest_of(everyone, TODAY) == october
    assert newest_of(everyone, date(2026, 10, 1)) == september
    office.periods.reopen(OCTOBER, "uji")
    assert newest_of(office.periods.revisions(), TODAY) == september
