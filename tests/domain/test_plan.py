"""What an import would do with each row."""

from datetime import date
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import read_count
from app.domain.handle import read_handle
from app.domain.known_people import KnownPeople
from app.domain.nip import NipFlaw, read_nip
from app.domain.person import Consent
from app.domain.plan import Planner
from app.domain.platform import Platform
from app.domain.roster import (
    PERSON_FIELDS,
    AccountEntry,
    AccountState,
    CountState,
    HoldReason,
    Known,
    Outcome,
    RosterRow,
    SkippedKind,
    SkippedRow,
)

IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK
NIP, OTHER = "198501012010011901", "198601012010011902"
DAY, LATER = date(2026, 10, 1), date(2026, 11, 1)


def an_entry(handle=None, count=None, platform=IG, day=None):
    return AccountEntry.of(platform, read_handle(handle, platform), read_count(count), day)


def a_row(nip=NIP, *entries, row=2, day=None, consent=None, **texts):
    texts.setdefault("name", "Budi Santoso")
    filled = {field: text for field, text in texts.items() if text}
    read = read_nip(nip)
    digits = read.nip.digits if read.nip is not None else None
    written = "" if digits else read.written
    return RosterRow(row, digits, read.flaw, written, read.first15, filled, entries, day, consent)


def a_known(person_id=1, accounts=(), counts=(), **texts):
    texts.setdefault("name", "Budi Santoso")
    return Known(
        person_id,
        tuple(texts.get(field, "") for field in PERSON_FIELDS),
        accounts={state.platform: state for state in accounts},
        latest={count.platform: count for count in counts},
    )


def a_planner(known=None, stored=None):
    return Planner(KnownPeople(known), DAY, lambda person, platform, day: stored)


def a_count(value, day=DAY, platform=IG):
    return CountState(platform, value, value, True, day, str(value))


def test_somebody_unknown_is_new_with_accounts_and_counts():
    planned = a_planner().plan(a_row(NIP, an_entry("@budi", 700.0), unit="Bidang IKP"))
    assert planned.outcome is Outcome.NEW
    assert planned.write.texts == {"name": "Budi Santoso", "unit": "Bidang IKP"}
    assert planned.write.accounts[0].handle == "budi"
    assert planned.write.counts == (CountState(IG, 700, 700, True, DAY, "700", day_of_import=True),)


def test_a_damaged_number_holds_the_row():
    planned = a_planner().plan(a_row(1.98501012010011e17))
    assert (planned.outcome, planned.held_for) == (Outcome.HELD, NipFlaw.NUMERIC)


def test_a_row_without_a_person_is_skipped_and_named():
    planned = a_planner().plan(SkippedRow(9, SkippedKind.TOTAL))
    assert (planned.outcome, planned.skipped_as) == (Outcome.SKIPPED, SkippedKind.TOTAL)


def test_the_same_again_is_unchanged():
    known = a_known(
        accounts=[AccountState(IG, "budi", "username", written="@budi")], counts=[a_count(700)]
    )
    planned = a_planner({NIP: known}).plan(a_row(NIP, an_entry("budi", 700.0)))
    assert planned.outcome is Outcome.UNCHANGED


def test_a_text_that_differs_only_in_case_is_unchanged():
    planned = a_planner({NIP: a_known()}).plan(a_row(name="BUDI SANTOSO"))
    assert planned.outcome is Outcome.UNCHANGED


def test_an_empty_cell_never_erases():
    known = a_known(
        unit="Bidang IKP",
        accounts=[AccountState(IG, "budi", "username")],
        counts=[a_count(700)],
    )
    planned = a_planner({NIP: known}).plan(a_row(NIP, an_entry("-", None), unit=""))
    assert planned.outcome is Outcome.UNCHANGED


def test_a_change_carries_the_old_text():
    planned = a_planner({NIP: a_known(unit="Bidang IKP")}).plan(a_row(unit="Sekretariat"))
    assert planned.outcome is Outcome.CHANGED
    assert planned.write.texts == {"unit": "Sekretariat"}
    assert planned.old == {"unit": "Bidang IKP"}


def test_a_newer_count_is_added_and_an_equal_one_of_the_same_day_is_not():
    known = {NIP: a_known(counts=[a_count(700)])}
    newer = a_planner(known).plan(a_row(NIP, an_entry(None, 800.0, day=LATER)))
    assert [count.low for count in newer.write.counts] == [800]
    same = a_planner({NIP: a_known(counts=[a_count(700)])}).plan(a_row(NIP, an_entry(None, 700.0)))
    assert same.outcome is Outcome.UNCHANGED


def test_an_older_count_becomes_history_and_leaves_the_newer_handle():
    known = a_known(accounts=[AccountState(IG, "baru", "username")], counts=[a_count(700, LATER)])
    planned = a_planner({NIP: known}).plan(a_row(NIP, an_entry("lama", 300.0, day=DAY)))
    assert planned.write.accounts == ()
    assert [(c.low, c.observed_on) for c in planned.write.counts] == [(300, DAY)]


def test_an_older_count_that_is_stored_already_is_unchanged():
    known = a_known(counts=[a_count(700, LATER)])
    planner = a_planner({NIP: known}, stored=a_count(300, DAY))
    planned = planner.plan(a_row(NIP, an_entry(None, 300.0, day=DAY)))
    assert planned.outcome is Outcome.UNCHANGED


def test_a_count_without_a_date_takes_the_day_of_the_import():
    planned = a_planner().plan(a_row(NIP, an_entry("@budi", 700.0)))
    assert planned.write.counts[0].observed_on == DAY


def test_the_date_of_a_row_and_of_a_platform_go_before():
    row = a_row(NIP, an_entry("@b", 7.0), an_entry("b.fb", 8.0, FB, date(2026, 9, 9)), day=LATER)
    counts = a_planner().plan(row).write.counts
    assert [count.observed_on for count in counts] == [LATER, date(2026, 9, 9)]


def test_a_number_again_with_the_same_name_and_counts_is_added():
    planner = a_planner()
    planner.plan(a_row(NIP, an_entry("@budi", 300.0)))
    again = planner.plan(
        a_row(NIP, an_entry("@budi", 900.0, day=LATER), name="BUDI SANTOSO, S.Kom")
    )
    assert again.outcome is Outcome.CHANGED
    assert [count.low for count in again.write.counts] == [900]
    assert again.write.texts == {}


def test_a_number_again_with_another_name_or_without_counts_is_held():
    planner = a_planner()
    planner.plan(a_row(NIP, an_entry("@budi", 300.0)))
    other = planner.plan(a_row(NIP, an_entry("@siti", 900.0), name="Siti Aminah"))
    bare = planner.plan(a_row(NIP))
    assert other.held_for is HoldReason.REPEATED
    assert bare.held_for is HoldReason.REPEATED


def test_another_file_may_speak_of_the_same_people():
    planner = a_planner()
    planner.enter_file(0)
    planner.plan(a_row(NIP))
    planner.enter_file(1)
    joined = planner.plan(a_row(NIP, an_entry("@budi", 700.0), name=""))
    assert joined.outcome is Outcome.CHANGED
    assert joined.write.person_id is None


def test_accounts_of_a_number_that_nobody_has_are_held_not_invented():
    planned = a_planner().plan(a_row(OTHER, an_entry("@x", 700.0), name=""))
    assert planned.held_for is HoldReason.UNKNOWN_WITHOUT_NAME


def test_saying_that_there_is_no_account_is_kept():
    planned = a_planner().plan(a_row(NIP, an_entry("tidak punya", 0.0)))
    assert planned.write.accounts == (AccountState(IG, stated_none=True),)
    assert planned.write.counts == ()


def test_a_count_ends_what_was_said_about_no_account():
    known = a_known(accounts=[AccountState(IG, stated_none=True)])
    planned = a_planner({NIP: known}).plan(a_row(NIP, an_entry(None, 700.0)))
    assert planned.write.accounts == (AccountState(IG),)
    assert [count.low for count in planned.write.counts] == [700]


def test_an_unreadable_count_is_kept_as_written():
    planned = a_planner().plan(a_row(NIP, an_entry("@budi", "private")))
    assert planned.write.accounts[0].unreadable == "private"
    assert planned.write.counts == ()


def test_an_unreadable_count_older_than_the_known_one_says_nothing():
    known = a_known(accounts=[AccountState(IG, "budi", "username")], counts=[a_count(700, LATER)])
    planned = a_planner({NIP: known}).plan(a_row(NIP, an_entry("@budi", "private", day=DAY)))
    assert planned.outcome is Outcome.UNCHANGED


def test_a_readable_count_takes_the_unreadable_one_away():
    known = a_known(accounts=[AccountState(IG, "budi", "username", unreadable="private")])
    planned = a_planner({NIP: known}).plan(a_row(NIP, an_entry("@budi", 700.0)))
    assert planned.write.accounts[0].unreadable == ""


def test_a_link_that_names_no_account_does_not_push_a_known_handle_out():
    known = a_known(accounts=[AccountState(IG, "budi", "username")])
    planned = a_planner({NIP: known}).plan(
        a_row(NIP, an_entry("https://www.instagram.com/p/Cxyz123/", None))
    )
    assert planned.outcome is Outcome.UNCHANGED


def test_a_roster_never_overrules_a_withdrawn_consent():
    known = a_known()
    known.consent = Consent.WITHDRAWN
    planned = a_planner({NIP: known}).plan(a_row(consent=Consent.GIVEN))
    assert planned.outcome is Outcome.UNCHANGED


rows = st.lists(
    st.one_of(
        st.builds(
            lambda nip, count, name, number: a_row(
                nip, an_entry("@a", count), row=number, name=name
            ),
            st.sampled_from([NIP, OTHER, "", "123", 1.98e17]),
            st.one_of(
                st.none(), st.integers(0, 2000).map(float), st.sampled_from(["private", "1,2 rb"])
            ),
            st.sampled_from(["Budi Santoso", "Siti Aminah"]),
            st.integers(2, 99),
        ),
        st.builds(SkippedRow, st.integers(2, 99), st.sampled_from(SkippedKind)),
    )
)


@given(rows)
def test_every_row_is_in_exactly_one_bucket_and_a_second_plan_changes_nothing(several):
    planner = a_planner()
    planned = [planner.plan(row) for row in several]
    assert len(planned) == len(several)
    for one in planned:
        assert (one.write is not None) == (one.outcome in (Outcome.NEW, Outcome.CHANGED))
        assert (one.held_for is not None) == (one.outcome is Outcome.HELD)


said_of_an_account = st.builds(
    an_entry,
    st.sampled_from(
        [None, "@budi", "BUDI", "fb.com/budi", "@siti", "tidak punya", "ig: x, y", "?"]
    ),
    st.sampled_from([None, 0.0, 512.0, "512", "1,2 rb", "private", "tidak ada"]),
    st.sampled_from([IG, FB]),
    st.sampled_from([None, DAY, LATER]),
)


@given(st.lists(st.tuples(st.integers(1, 3), st.lists(said_of_an_account, max_size=3)), max_size=5))
def test_the_short_way_for_an_account_plans_what_the_long_way_plans(said):
    def planned():
        planner = a_planner()
        plans = []
        for number, entries in said:
            planner.enter_file(number)
            plans.append(planner.plan(a_row(NIP, *entries)))
        return plans

    shortened = planned()
    with patch("app.domain.account_merging._adds_nothing", return_value=False):
        assert shortened == planned()


def test_a_changed_row_says_what_its_account_and_count_replace():
    known = a_known(
        accounts=[AccountState(IG, "budi", "name")], counts=[a_count(812, date(2026, 9, 1))]
    )
    planned = a_planner({NIP: known}).plan(a_row(NIP, an_entry("@budi.santoso", 1046)))
    assert planned.old == {"instagram": "budi"}
    assert planned.old_counts[IG].low == 812
