"""A fetch: whom it asks, what it keeps of the answers, and what it says of itself."""

import gc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.count import Interval
from app.domain.fetch_errors import NotInSample, PlatformBarred
from app.domain.fetch_job import JobState
from app.domain.fetch_plan import LeftOut
from app.domain.fetched import LOCKED, NOT_SET, OFFLINE, Asked, FetchState, Quota, Stop
from app.domain.handle import read_handle
from app.domain.person import Consent, Service
from app.domain.platform import Platform
from app.services.fetching import FetchFollowers
from app.services.people import AccountEdit
from tests.services.fetching.conftest import IG, TODAY, Office
from tests.services.fetching.pretended import START, a_job, a_job_stopped_when

Many = Callable[[int], dict[int, int]]


def test_fetched_counts_stand_with_their_day_and_source(office: Office) -> None:
    person = office.add("@sekar.arum")
    office.source.accounts = {"sekar.arum": 812}
    summary = office.run()
    assert (summary.state, summary.asked, summary.ok, summary.calls) == (JobState.ENDED, 1, 1, 1)
    assert office.history(person) == [(Interval.of(812), TODAY, "api")]


def test_a_rounded_answer_stays_an_interval(office: Office) -> None:
    person = office.add("sekar.arum")
    office.source.accounts = {"sekar.arum": Interval(12_300, 12_399, False)}
    office.run()
    assert office.history(person)[0][0] == Interval(12_300, 12_399, False)


def test_only_who_agreed_is_asked_and_everybody_else_is_left_out_with_the_reason(
    office: Office,
) -> None:
    office.add("setuju")
    office.add("belum.ditanya", Consent.UNKNOWN)
    office.add("menolak", Consent.REFUSED)
    office.add("mencabut", Consent.WITHDRAWN)
    office.add("https://www.instagram.com/p/Cxyz123/")
    office.add("_salah")
    office.add("")
    moved = office.add("pindah")
    office.place.people.set_service(moved, Service.MOVED)
    (plan,) = office.fetching.plan().platforms
    assert (plan.accounts, plan.handles, plan.calls) == (1, 1, 1)
    assert plan.left_out == {
        LeftOut.NO_CONSENT: 1, LeftOut.REFUSED: 2, LeftOut.NO_NAME: 1, LeftOut.UNUSABLE: 1,
    }  # fmt: skip
    office.run()
    assert office.source.handles_asked == ["setuju"]


def test_a_handle_of_two_people_is_asked_once_and_counts_for_both(office: Office) -> None:
    one, other = office.add("humas.bersama"), office.add("@Humas.Bersama")
    office.source.accounts = {"humas.bersama": 640}
    (plan,) = office.fetching.plan().platforms
    assert (plan.accounts, plan.handles) == (2, 1)
    summary = office.run()
    assert (summary.asked, summary.ok) == (2, 2)
    assert office.source.handles_asked == ["humas.bersama"]
    assert office.fetched() == {one: [640], other: [640]}


def test_the_calls_are_as_few_as_the_platform_allows(office: Office, many: Many) -> None:
    expected = many(12)
    office.source.size = 5
    (plan,) = office.fetching.plan().platforms
    assert plan.calls == 3
    assert office.run().calls == 3 == len(office.source.asked)
    assert office.fetched() == {person: [count] for person, count in expected.items()}


def test_what_was_answered_within_a_day_is_not_asked_again(office: Office) -> None:
    office.add("ada.akun")
    office.add("hilang.akun")
    office.source.accounts = {"ada.akun": 500}
    office.run()
    office.time.now = START + timedelta(hours=23)
    (plan,) = office.fetching.plan().platforms
    assert (plan.accounts, plan.calls, plan.left_out) == (0, 0, {LeftOut.ANSWERED: 2})
    office.run()
    assert len(office.source.asked) == 1
    office.time.now = START + timedelta(hours=25)
    office.run()
    assert office.source.handles_asked == ["ada.akun", "hilang.akun"] * 2


def test_x_is_asked_once_a_day_of_utc_because_it_charges_by_the_day(office: Office) -> None:
    office.source.platform = Platform.X
    office.add("akun_x")
    office.time.now = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    office.run()
    office.time.now = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
    assert office.fetching.plan().accounts == 1
    office.run()
    office.time.now = datetime(2026, 11, 21, 23, 59, tzinfo=UTC)
    assert office.fetching.plan().accounts == 0


def test_a_job_of_x_that_is_broken_off_before_midnight_asks_nobody_twice_after_it(
    office: Office,
) -> None:
    office.source.platform, office.source.size = Platform.X, 1
    office.add("satu")
    office.add("dua")
    office.source.stops = [None, Stop(FetchState.TOKEN, None, "http 401")]
    office.time.now = datetime(2026, 11, 20, 23, 55, tzinfo=UTC)
    office.run()
    office.time.now = datetime(2026, 11, 21, 0, 5, tzinfo=UTC)
    (plan,) = office.fetching.plan().platforms
    assert (plan.accounts, plan.left_out) == (1, {LeftOut.ANSWERED: 1})
    office.run()
    assert office.source.handles_asked == ["satu", "dua", "dua"]


def test_another_handle_is_another_question(office: Office) -> None:
    person = office.add("lama")
    office.run()
    reading = read_handle("baru", IG)
    office.place.people.put_accounts(person, [AccountEdit(IG, reading)])
    office.source.accounts = {"baru": 77}
    office.run()
    assert office.fetched()[person] == [77]


def test_what_the_platform_calls_an_account_is_kept_for_the_next_time(office: Office) -> None:
    person = office.add("sekar")
    office.source.accounts, office.source.ids = {"sekar": 500, "lain": 1}, {"sekar": "9000"}
    office.run()
    office.time.now += timedelta(days=2)
    office.run()
    assert [batch[0].platform_id for batch in office.source.asked] == [None, "9000"]
    office.place.people.put_accounts(person, [AccountEdit(IG, read_handle("lain", IG))])
    office.run()
    assert office.source.asked[-1] == (Asked(read_handle("lain", IG).handle, None),)  # type: ignore[arg-type]


def test_every_state_is_counted_and_no_count_comes_of_it(office: Office) -> None:
    states = [one for one in FetchState if one is not FetchState.OK]
    people = [office.add(f"akun.{one.value.replace('_', '.')}") for one in states]
    office.source.accounts = {f"akun.{one.value.replace('_', '.')}": one for one in states}
    summary = office.run()
    assert summary.ok == 0
    assert summary.asked == len(states) == sum(summary.states.values())
    assert set(summary.states) == set(states)
    assert all(office.history(one) == [] for one in people)


def test_a_failure_never_touches_the_last_good_count(office: Office) -> None:
    person = office.add("sekar")
    office.count(person, "1.234")
    office.source.accounts = {"sekar": FetchState.NOT_READABLE}
    before = office.history(person)
    office.run()
    assert office.history(person) == before


def test_who_did_not_answer_is_asked_a_second_time_and_then_left_to_a_person(
    office: Office,
) -> None:
    office.add("diam")
    office.source.accounts = {"diam": FetchState.NO_ANSWER}
    summary = office.run()
    assert len(office.source.asked) == 2
    assert (summary.states, summary.waiting) == ({FetchState.NO_ANSWER: 1}, 0)
    assert office.fetching.plan().accounts == 0


def test_passing_trouble_is_tried_again_and_what_is_left_goes_first_the_next_time(
    office: Office, many: Many
) -> None:
    many(1)
    good = office.source.accounts
    office.source.accounts = {"akun.001": FetchState.TEMPORARY}
    summary = office.run()
    assert len(office.source.asked) == 4
    assert (summary.states, summary.waiting) == ({FetchState.TEMPORARY: 1}, 1)
    office.source.accounts = good
    assert office.run().ok == 1


def test_a_rate_limit_keeps_the_good_half_waits_and_goes_on(office: Office, many: Many) -> None:
    expected = many(6)
    office.source.stops = [Stop(FetchState.RATE_LIMITED, START + timedelta(minutes=10))]
    summary = office.run()
    assert (summary.state, summary.ok, summary.calls) == (JobState.ENDED, 6, 2)
    assert 600.0 in office.time.waited
    assert office.fetched() == {person: [count] for person, count in expected.items()}
    assert [len(batch) for batch in office.source.asked] == [6, 3]


def test_a_longer_pause_is_kept_and_told_and_nothing_is_asked_before_it_is_over(
    office: Office, many: Many
) -> None:
    expected = many(6)
    until = START + timedelta(minutes=40)
    office.source.stops = [Stop(FetchState.RATE_LIMITED, until)]
    summary = office.run()
    assert (summary.state, summary.ok, summary.waiting) == (JobState.PAUSED, 3, 3)
    assert summary.states == {FetchState.RATE_LIMITED: 3}
    assert summary.resume_at == until
    (plan,) = office.fetching.plan().platforms
    assert [(one.at, one.accounts) for one in plan.portions] == [(until, 3)]
    assert office.run().resume_at == until
    assert len(office.source.asked) == 1
    office.time.now = until
    assert office.run().state is JobState.ENDED
    assert office.fetched() == {person: [count] for person, count in expected.items()}


def test_a_platform_that_only_ever_says_wait_is_left_alone_after_a_while(
    office: Office, many: Many
) -> None:
    many(1)
    office.source.size = 1
    soon = [Stop(FetchState.RATE_LIMITED, START) for _ in range(100)]
    office.source.stops = list(soon)
    summary = office.run()
    assert summary.state is JobState.PAUSED
    assert len(office.source.asked) <= 21


@pytest.mark.parametrize(
    "state", [FetchState.TOKEN, FetchState.NEEDS_PERMISSION, FetchState.OUT_OF_CREDIT]
)
def test_a_refusal_of_the_office_stops_at_once_and_the_rest_waits(
    office: Office, many: Many, state: FetchState
) -> None:
    expected = many(6)
    office.source.size = 2
    office.source.stops = [None, Stop(state, code="190/463")]
    summary = office.run()
    assert (summary.state, summary.stop, summary.code) == (JobState.STOPPED, state, "190/463")
    assert (summary.ok, summary.states, len(office.source.asked)) == (2, {state: 4}, 2)
    assert office.run().ok == 6
    assert office.fetched() == {person: [count] for person, count in expected.items()}


def test_offline_is_said_once_and_nothing_is_lost(office: Office, many: Many) -> None:
    many(6)
    office.source.size = 2
    office.source.stops = [Stop(FetchState.TEMPORARY, code=OFFLINE)]
    summary = office.run()
    assert (summary.state, summary.stop, summary.code) == (
        JobState.STOPPED, FetchState.TEMPORARY, OFFLINE,
    )  # fmt: skip
    assert len(office.source.asked) == 1
    assert office.run().ok == 6


def test_a_platform_out_of_order_is_tried_again_before_the_job_gives_up(
    office: Office, many: Many
) -> None:
    many(4)
    office.source.stops = [Stop(FetchState.TEMPORARY, code="http 503")] * 2
    assert office.run().ok == 4
    office.time.now += timedelta(days=2)
    office.source.stops = [Stop(FetchState.TEMPORARY, code="http 503")] * 9
    summary = office.run()
    assert (summary.state, summary.stop, summary.waiting) == (
        JobState.STOPPED, FetchState.TEMPORARY, 4,
    )  # fmt: skip


def test_a_person_stops_it_and_it_goes_on_from_there(office: Office, many: Many) -> None:
    expected = many(9)
    office.source.size = 3
    summary = office.run(a_job_stopped_when(office.time, lambda done: done >= 3))
    assert summary.cancelled
    assert (summary.ok, summary.waiting) == (3, 6)
    (plan,) = office.fetching.plan().platforms
    assert (plan.accounts, plan.continued) == (6, 6)
    assert office.run().ok == 9
    assert office.fetched() == {person: [count] for person, count in expected.items()}


def test_what_waits_goes_on_also_when_others_are_chosen(office: Office, many: Many) -> None:
    people = list(many(4))
    office.source.size = 2
    office.run(a_job_stopped_when(office.time, lambda done: done >= 2))
    new = office.add("baru")
    office.source.accounts = {**office.source.accounts, "baru": 9}
    office.fetching.run(a_job(office.time), people=[new])
    assert [len(office.fetched()[one]) for one in (*people, new)] == [1] * 5


def test_of_some_people_only_they_are_asked(office: Office, many: Many) -> None:
    people = list(many(4))
    assert office.fetching.plan(people[:2]).accounts == 2
    office.fetching.run(a_job(office.time), people=people[:2])
    assert office.source.handles_asked == ["akun.001", "akun.002"]


def test_whoever_was_asked_in_vain_is_asked_again_on_demand(office: Office) -> None:
    office.add("ada.akun")
    office.add("akun.pribadi")
    office.source.accounts = {"ada.akun": 500, "akun.pribadi": FetchState.NOT_READABLE}
    office.run()
    office.source.accounts = {"ada.akun": 500, "akun.pribadi": 321}
    summary = office.run(again=True)
    assert (summary.asked, summary.ok, summary.states) == (2, 2, {})
    assert office.source.handles_asked == ["ada.akun", "akun.pribadi", "akun.pribadi"]


def test_consent_withdrawn_while_the_platform_answers_is_respected(office: Office) -> None:
    person, other = office.add("menarik"), office.add("tetap")
    office.source.accounts = {"menarik": 700, "tetap": 800}
    office.source.before_answer = lambda: office.place.people.set_consent(person, Consent.WITHDRAWN)
    summary = office.run()
    assert (summary.asked, summary.ok) == (1, 1)
    assert office.fetched() == {person: [], other: [800]}


def test_what_changed_between_a_plan_and_its_fetch_is_read_anew(office: Office, many: Many) -> None:
    withdrawn, renamed, stays = many(3)
    fetching = office.fetching
    assert fetching.plan().accounts == 3
    office.place.people.set_consent(withdrawn, Consent.WITHDRAWN)
    office.source.accounts["nama.baru"] = 900
    reading = read_handle("nama.baru", office.source.platform)
    office.place.people.put_accounts(renamed, [AccountEdit(office.source.platform, reading)])
    fetching.run(a_job(office.time))
    assert sorted(office.source.handles_asked) == ["akun.003", "nama.baru"]
    assert office.fetched() == {withdrawn: [], renamed: [900], stays: [103]}


def test_a_plan_that_nothing_followed_serves_its_fetch_and_none_after_it(
    office: Office, many: Many
) -> None:
    counts = many(2)
    fetching = office.fetching
    assert [fetching.plan().accounts for _ in range(2)] == [2, 2]
    fetching.run(a_job(office.time))
    assert fetching.plan().accounts == 0
    fetching.run(a_job(office.time))
    assert office.fetched() == {one: [count] for one, count in counts.items()}


def test_consent_withdrawn_during_a_later_call_is_respected_too(office: Office, many: Many) -> None:
    """What was read before a call is believed after it only where nothing was committed meanwhile."""
    people = list(many(6))
    office.source.size = 2

    def withdraw() -> None:
        if len(office.source.asked) == 2:
            office.place.people.set_consent(people[2], Consent.WITHDRAWN)
            office.place.people.set_consent(people[5], Consent.WITHDRAWN)

    office.source.before_answer = withdraw
    summary = office.run()
    assert (summary.asked, summary.ok) == (4, 4)
    # Of the second call one had gone out already; of the third nobody was asked about in vain.
    assert [len(batch) for batch in office.source.asked] == [2, 2, 1]
    assert [person for person, counts in office.fetched().items() if not counts] == [
        people[2], people[5],
    ]  # fmt: skip


def test_a_long_run_leaves_the_collector_as_it_was(office: Office, many: Many) -> None:
    many(3)
    frozen: list[int] = []
    office.source.before_answer = lambda: frozen.append(gc.get_freeze_count())
    # A window of another test may have left the collector off; then nothing is to be spared.
    ran = gc.isenabled()
    gc.enable()
    try:
        office.run()
    finally:
        if not ran:
            gc.disable()
    assert frozen[0] > 0
    assert gc.get_freeze_count() == 0


def test_a_barred_platform_is_not_asked_and_says_why(office: Office) -> None:
    office.add("sekar")
    office.source.closed = Stop(FetchState.TOKEN, code=NOT_SET)
    (plan,) = office.fetching.plan().platforms
    assert (plan.barred, plan.accounts) == (office.source.closed, 1)
    assert office.fetching.plan().open == []
    summary = office.run()
    assert (summary.state, summary.stop, summary.code, summary.asked) == (
        None, FetchState.TOKEN, NOT_SET, 0,
    )  # fmt: skip
    office.source.closed = Stop(FetchState.NEEDS_PERMISSION, code=LOCKED)
    with pytest.raises(PlatformBarred):
        office.fetching.refuse_barred([IG])


def test_the_invented_office_asks_nobody(office: Office, many: Many) -> None:
    many(1)
    sources = {IG: office.source}
    sample = FetchFollowers(office.place.database, lambda: sources, office.time, "", is_sample=True)
    for ask in (sample.plan, lambda: sample.run(a_job(office.time))):
        with pytest.raises(NotInSample):
            ask()
    assert office.source.asked == []


def test_the_plan_says_what_goes_now_and_when_the_rest_goes(office: Office, many: Many) -> None:
    many(12)
    office.source.quota = Quota(5, timedelta(hours=1))
    (plan,) = office.fetching.plan().platforms
    hours = [START + timedelta(hours=at) for at in range(3)]
    assert [(one.at, one.accounts) for one in plan.portions] == list(
        zip(hours, (5, 5, 2), strict=True)
    )
    office.source.size = 3
    office.run(a_job_stopped_when(office.time, lambda done: done >= 3))
    (plan,) = office.fetching.plan().platforms
    assert [one.accounts for one in plan.portions] == [2, 5, 2]
    assert plan.portions[0].at == START


def test_accounts_of_platforms_that_are_read_by_eye_are_counted_apart(office: Office) -> None:
    office.add("@sekar", platform=Platform.TIKTOK)
    assert office.fetching.plan().by_hand == {Platform.TIKTOK: 1}


def test_one_step_of_undo_takes_a_whole_fetch_back(office: Office, many: Many) -> None:
    expected = many(9)
    office.source.size = 3
    office.run()
    office.place.undoing.undo_last()
    assert all(counts == [] for counts in office.fetched().values())
    # What was taken back was never fetched.
    assert office.fetching.plan().accounts == 9
    office.place.undoing.redo_last()
    assert office.fetched() == {person: [count] for person, count in expected.items()}
    assert office.fetching.plan().accounts == 0


def test_what_a_clerk_does_meanwhile_is_a_step_of_its_own_between(
    office: Office, many: Many
) -> None:
    people = list(many(6))
    office.source.size = 3
    typed = iter([lambda: None, lambda: office.count(people[0], "55", TODAY)])
    office.source.before_answer = lambda: next(typed)()
    office.run()
    assert [len(office.fetched()[one]) for one in people] == [1] * 6
    undo = office.place.undoing.undo_last
    undo()
    assert [len(office.fetched()[one]) for one in people] == [1, 1, 1, 0, 0, 0]
    undo()
    assert [span.low for span, _, _ in office.history(people[0])] == [101]
    undo()
    assert all(office.fetched()[one] == [] for one in people)


def test_a_fetch_that_brings_no_count_leaves_nothing_to_undo(office: Office) -> None:
    office.add("hilang.akun")
    office.run()
    assert office.place.undoing.undo_last().kind == "consent"


def test_the_database_is_in_order_afterwards(office: Office, many: Many) -> None:
    many(5)
    office.run()
    assert office.place.findings() == []
