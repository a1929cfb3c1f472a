"""Known people as text: nothing is lost, and equal text never hides a change."""

from copy import deepcopy
from datetime import date
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import read_count
from app.domain.handle import read_handle
from app.domain.known_people import KnownPeople, read, write
from app.domain.person import Consent
from app.domain.plain_row import plain_row
from app.domain.plan import Planner
from app.domain.platform import Platform
from app.domain.roster import (
    PERSON_FIELDS,
    AccountEntry,
    AccountState,
    CountState,
    Known,
    Outcome,
    RosterRow,
)

NIP, OTHER = "198501012010011901", "198601012010011902"
DAY = date(2026, 11, 20)
TEXTS = st.sampled_from(["", "Dinas Tani", 'Bidang "A"', "C:\\x", "dua\nbaris", '","', "Élo"])
PLATFORMS = st.sampled_from([Platform.X, Platform.INSTAGRAM, Platform.FACEBOOK])
DAYS = st.sampled_from([DAY, date(2025, 1, 31)])

STATES = st.builds(
    AccountState, PLATFORMS, st.none() | TEXTS, st.none() | TEXTS, st.none() | TEXTS, TEXTS,
    st.booleans(), TEXTS,
)  # fmt: skip
COUNTS = st.builds(
    CountState, PLATFORMS, st.integers(0, 9999), st.none() | st.integers(0, 9999), st.booleans(),
    DAYS, TEXTS,
)  # fmt: skip
PEOPLE = st.builds(
    lambda person_id, texts, consent, states, counts: Known(
        person_id, tuple(texts), consent,
        {state.platform: state for state in states}, {count.platform: count for count in counts},
    ),
    st.none() | st.integers(1, 99),
    st.lists(TEXTS, min_size=len(PERSON_FIELDS), max_size=len(PERSON_FIELDS)),
    st.sampled_from(Consent),
    st.lists(STATES, max_size=3),
    st.lists(COUNTS, max_size=3),
)  # fmt: skip

ENTRIES = st.builds(
    lambda handle, count, platform, day: AccountEntry.of(
        platform, read_handle(handle, platform), read_count(count), day
    ),
    st.sampled_from(
        [None, "@galih.tj", '@galih.tj "resmi"', "galih.tj", "tidak punya", "fb.com/g\\h"]
    ),
    st.sampled_from([None, 0.0, 512.0, "512", "1,2 rb", "500+", "private"]),
    PLATFORMS,
    st.none() | DAYS,
)
PLAIN_ENTRIES = st.builds(
    lambda handle, count, platform: AccountEntry.of(
        platform, read_handle(handle, platform), read_count(count)
    ),
    st.sampled_from([None, "@galih_tj", "galih_tj"]),
    st.sampled_from([512.0, "512", "1,2 rb", "500+"]),
    st.sampled_from([Platform.X, Platform.INSTAGRAM]),
)


def in_order(entries: list[AccountEntry]) -> list[AccountEntry]:
    """In which order a file names the platforms is nothing that a plain row keeps."""
    return sorted(entries, key=lambda entry: list(Platform).index(entry.platform))


ROWS = st.builds(
    lambda nip, texts, entries, day, consent: RosterRow(
        2,
        nip,
        None,
        "",
        None,
        {field: text for field, text in texts.items() if text},
        tuple(entries),
        day,
        consent,
    ),
    st.sampled_from([NIP, OTHER]),
    st.fixed_dictionaries(
        {"name": st.just("Galih Rangga")}, optional={"unit": TEXTS, "note": TEXTS}
    ),
    st.lists(ENTRIES, max_size=3, unique_by=lambda entry: entry.platform).map(in_order),
    st.none() | DAYS,
    st.none() | st.just(Consent.GIVEN),
)


def a_planner(known: KnownPeople, as_of: date = DAY) -> Planner:
    return Planner(known, as_of, lambda person, platform, day: None)


def brought(row: RosterRow, as_of: date = DAY) -> Known:
    """Somebody of whom only this row was read."""
    people = KnownPeople()
    a_planner(people, as_of).plan(row)
    known = people.find(row.nip or "")
    assert known is not None
    return known


@given(PEOPLE)
def test_a_person_comes_back_from_text_as_they_were(known: Known) -> None:
    assert read(write(known)) == known


@given(ROWS, st.none() | ROWS, DAYS)
def test_what_says_just_what_is_known_changes_nothing(
    first: RosterRow, other: RosterRow | None, as_of: date
) -> None:
    known = brought(first)
    second = (other or first)._replace(nip=NIP)
    plain = plain_row(second, as_of)
    if plain is not None and KnownPeople(written={NIP: write(known)}).says(plain):
        planned = a_planner(KnownPeople({NIP: known}), as_of).plan(second)
        assert planned.outcome is Outcome.UNCHANGED


@given(st.lists(PLAIN_ENTRIES, max_size=3, unique_by=lambda entry: entry.platform), DAYS)
def test_a_plain_row_again_is_recognised_at_once(entries: list[AccountEntry], day: date) -> None:
    texts = {"name": "Galih Rangga", "unit": "Dinas Tani"}
    row = RosterRow(2, NIP, None, "", None, texts, tuple(entries), day)
    people = KnownPeople(written={NIP: write(brought(row))})
    plain = plain_row(row, DAY)
    other = plain_row(row._replace(texts={**texts, "unit": "Dinas"}), DAY)
    assert plain is not None
    assert other is not None
    assert people.says(plain)
    assert not people.says(plain._replace(nip=OTHER))
    assert not people.says(other)


@given(ROWS, PEOPLE, DAYS)
def test_a_plain_row_is_planned_as_the_whole_row(row: RosterRow, known: Known, as_of: date) -> None:
    plain = plain_row(row, as_of)
    if plain is not None:
        alone, beside = KnownPeople(), KnownPeople({NIP: known})
        for people in (alone, beside):
            again = KnownPeople({nip: deepcopy(people[nip]) for nip in people})
            assert a_planner(people, as_of).plan(plain) == a_planner(again, as_of).plan(row)
            assert {**people} == {**again}


@given(ROWS, DAYS)
def test_a_plain_row_that_is_new_in_every_part_is_known_as_the_whole_row_would_be(
    row: RosterRow, as_of: date
) -> None:
    plain = plain_row(row, as_of)
    people = KnownPeople()
    if plain is not None and a_planner(people, as_of).brings_new(plain):
        assert people[plain.nip] == brought(row, as_of)


@given(st.lists(st.tuples(st.integers(1, 3), ROWS), max_size=5))
def test_people_beyond_the_memory_for_objects_are_planned_alike(
    rows: list[tuple[int, RosterRow]],
) -> None:
    def planned() -> list[object]:
        planner = a_planner(KnownPeople())
        plans: list[object] = []
        for number, row in rows:
            planner.enter_file(number)
            plans.append(planner.plan(row))
        return [*plans, planner.names()]

    with_objects = planned()
    with patch("app.domain.known_people._MOST_OPEN", 0):
        assert with_objects == planned()


@given(ROWS, TEXTS, TEXTS)
def test_names_of_units_are_read_and_changed_in_the_text_of_a_plain_row(
    row: RosterRow, organisation: str, unit: str
) -> None:
    plain = plain_row(row, DAY)
    if plain is None:
        return
    assert plain.organisation_and_unit == ("", row.texts.get("unit", ""))
    renamed = plain.with_units(organisation, unit)
    if renamed is not None:
        named = {"organisation": organisation, "unit": unit}
        texts = {field: text for field, text in {**row.texts, **named}.items() if text}
        assert renamed == plain_row(row._replace(texts=texts), DAY)
