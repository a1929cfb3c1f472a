"""The draft: the workbook for what the fields say, checked, and never the one of before."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import Cancelled
from app.domain.office import Office
from app.domain.person import Service
from app.domain.report import ReportBook
from app.domain.report_kinds import Division
from app.domain.rule import RULE_A, RULE_B
from app.domain.verdict import Verdict, judge
from app.services.job import Job
from app.services.report import ReportOptions
from app.services.workplace import Workplace
from app.ui.reports.preparing import ReportDraft, Wanted
from app.wording.language import Language
from tests.ui.reports.conftest import TODAY

OFFICE = Office(government="Kabupaten", name="Dinas")


@pytest.fixture
def draft(office: Workplace, language: Language) -> ReportDraft:
    return ReportDraft(office.report, office.standings, office.periods, language, is_sample=False)


def wanted(**changes: object) -> Wanted:
    return replace(Wanted(RULE_A, TODAY, OFFICE, ReportOptions(), 1), **changes)


def names(book: ReportBook) -> list[str]:
    return [sheet.name for sheet in book.sheets]


def test_the_same_wish_is_answered_with_the_same_workbook(draft: ReportDraft) -> None:
    first = draft.prepare(wanted(), Job.quiet())
    assert draft.prepare(wanted(), Job.quiet()) is first
    assert draft.prepare(wanted(revision=2), Job.quiet()) is not first


def test_the_rows_are_those_who_qualify_under_the_rule_on_that_day(
    draft: ReportDraft, office: Workplace
) -> None:
    for rule, day in ((RULE_A, TODAY), (RULE_B, TODAY), (RULE_A, date(2026, 7, 31))):
        everyone = office.standings.everyone(day, Job.quiet())
        expected = sum(
            judge(accounts, rule, day).verdict is Verdict.QUALIFIES for _, accounts in everyone
        )
        checks = draft.prepare(wanted(rule=rule, as_of=day), Job.quiet()).checks
        assert (checks.rows, checks.qualifying) == (expected, expected)
        assert checks.rows_agree


def test_whoever_left_is_gone_with_the_next_revision(draft: ReportDraft, office: Workplace) -> None:
    before = draft.prepare(wanted(), Job.quiet()).checks.people
    gone = office.standings.everyone(TODAY, Job.quiet())[0][0]
    office.people.set_service(gone.id, Service.MOVED)
    assert draft.prepare(wanted(), Job.quiet()).checks.people == before
    assert draft.prepare(wanted(revision=2), Job.quiet()).checks.people == before - 1


def test_old_and_rounded_counts_are_counted(draft: ReportDraft) -> None:
    fresh = draft.prepare(wanted(), Job.quiet()).checks
    later = draft.prepare(wanted(as_of=date(2027, 11, 20)), Job.quiet()).checks
    assert 0 < fresh.old < later.old == later.counted
    assert fresh.rounded > 0
    limited = draft.prepare(wanted(rule=RULE_A.with_age_limit(400)), Job.quiet()).checks
    assert limited.old == 0


def test_without_the_tick_there_is_no_sheet_for_an_organisation(draft: ReportDraft) -> None:
    whole = draft.prepare(wanted(), Job.quiet())
    short = draft.prepare(wanted(options=ReportOptions(division=Division.NOTHING)), Job.quiet())
    assert set(names(short.book)) < set(names(whole.book))
    assert short.checks.rows == whole.checks.rows


def test_every_sheet_has_its_pages(draft: ReportDraft) -> None:
    prepared = draft.prepare(wanted(), Job.quiet())
    assert len(prepared.pages) == len(prepared.book.sheets)
    assert all(starts[0] == 0 for starts in prepared.pages)


def test_the_sample_office_is_marked(office: Workplace, language: Language) -> None:
    draft = ReportDraft(office.report, office.standings, office.periods, language, is_sample=True)
    book = draft.prepare(wanted(), Job.quiet()).book
    assert all("SAMPLE" in sheet.title[0] for sheet in book.sheets)


def test_a_wish_that_is_given_up_stops_the_work(draft: ReportDraft) -> None:
    class Impatient(Job):
        def step(self, done: int, total: int) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        draft.prepare(wanted(), Impatient(lambda done, total: None, None))
    assert draft.prepare(wanted(), Job.quiet()).checks.people
