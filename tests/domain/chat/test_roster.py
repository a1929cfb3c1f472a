"""Whom a line can be about: names, offices, former names, numbers and accounts, and one slip away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chat import ChatLine, Clues, Doubt, Known, Match, Roster, read_chat, read_quick
from app.domain.handle import Handle
from app.domain.platform import Platform

TODAY = date(2026, 11, 20)
IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK
NIPS = [f"19850101201001{number}" for number in (1901, 1902, 2955, 1977)]


def roster(*people: Known) -> Roster:
    return Roster(people)


def one_line(people: Roster, text: str) -> ChatLine:
    (line,) = read_chat(text, people, TODAY)
    return line


def found(people: Roster, text: str) -> tuple[int | None, Doubt | None, tuple[int, ...]]:
    match = one_line(people, text).match
    return match.person, match.doubt, match.choices


# ------------------------------------------------------------------ names and offices


def test_unit_and_organisation_and_a_plain_account_are_words_for_a_person() -> None:
    people = roster(
        Known(1, "Galih", NIPS[0], "Bidang Aptika", "Dinas Kesehatan"),
        Known(2, "Galih", NIPS[1], handles=(Handle(IG, "rangga"), Handle(IG, "galih_1"))),
        Known(3, "Laras", NIPS[2], "Bidang Umum", "Dinas Perhubungan"),
    )
    assert found(people, "Laras dishub ig 5") == (3, None, ())
    assert found(people, "Laras umum ig 5") == (3, None, ())
    assert found(people, "Galih aptika ig 5") == (None, Doubt.SEVERAL, (1, 2))
    assert found(people, "Galih rangga ig 5") == (2, None, ())
    assert found(people, "Galih dishub ig 5")[1] is Doubt.UNSURE


def test_whoever_has_no_office_could_be_of_any() -> None:
    office = Known(1, "Galih Rangga", NIPS[0], "Dinas Kesehatan")
    nowhere = Known(2, "Galih Putra", NIPS[1])
    by_organisation = Known(2, "Galih Putra", NIPS[1], organisation="Dinas Perhubungan")
    assert found(roster(office, nowhere), "Galih dinkes ig 5") == (None, Doubt.SEVERAL, (1, 2))
    assert found(roster(office, by_organisation), "Galih dinkes ig 5") == (1, None, ())


def test_two_words_of_a_name_written_as_one_and_a_former_name_are_asked_about() -> None:
    people = roster(
        Known(1, "Nur Hayati", NIPS[0], "Dinkes"),
        Known(2, "Siti Aminah", NIPS[1], "Dishub", former_names=("Siti Kartini",)),
        Known(3, "Laras", NIPS[2], "Setda"),
    )
    assert found(people, "Nurhayati ig 5") == (None, Doubt.UNSURE, (1,))
    assert found(people, "Kartini ig 5") == (None, Doubt.UNSURE, (2,))
    assert found(people, "Siti Kartini dishub ig 5") == (None, Doubt.UNSURE, (2,))
    assert found(people, "Laras ig 5") == (3, None, ())


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Galih ig 5", None),
        ("Galih Rangga ig 5", 1),
        ("Rangga Galih ig 5", 1),
        ("G Rangga ig 5", None),
        ("G Rangga Putra ig 5", 1),
        ("Galih Galih ig 5", None),
        ("Galih dinkes ig 5", 1),
        ("G dinkes ig 5", None),
        ("Rangga Putra ig 5", 1),
        ("Galih Rangga Putra ig 5", 1),
        ("Galih Rangga Putra Z ig 5", None),
        ("Galih Rangga dishub ig 5", None),
        ("Hari ig 5", 2),
        ("Muh Hari ig 5", None),
    ],
)
def test_as_much_as_names_one_person_is_enough(text: str, person: int | None) -> None:
    people = roster(
        Known(1, "Galih Rangga Putra", NIPS[0], "Dinas Kesehatan"),
        Known(2, "Hari", NIPS[1], "Dinas Perhubungan"),
    )
    assert found(people, text)[0] == person


def test_a_small_word_that_is_part_of_the_name_counts_beside_another_word_of_it() -> None:
    people = roster(Known(1, "Siti Baru Kartika", NIPS[0]), Known(2, "Laras Widuri", NIPS[1]))
    assert found(people, "Kartika baru ig 5") == (1, None, ())
    assert found(people, "Kartika ig 5") == (None, Doubt.UNSURE, (1,))
    other = roster(Known(1, "Siti Kartika", NIPS[0]))
    assert found(other, "Kartika baru ig 5") == (None, Doubt.UNSURE, (1,))


def test_a_name_borne_word_for_word_by_somebody_else_is_asked_about() -> None:
    people = roster(
        Known(1, "Galih Rangga Putra", NIPS[0], "Dinas Kesehatan"),
        Known(2, "Galih Rangga", NIPS[1], "Dinas Perhubungan"),
    )
    assert found(people, "Galih Rangga dinkes ig 5") == (None, Doubt.SEVERAL, (1, 2))
    assert found(people, "Galih Rangga dishub ig 5") == (2, None, ())
    assert found(people, "Galih Rangga Putra dinkes ig 5") == (1, None, ())


def test_the_likeliest_are_offered_first_and_three_at_most() -> None:
    people = roster(
        Known(1, "Zainal Rangga", NIPS[0], "Dinkes"),
        Known(2, "Galih Rangga", NIPS[1], "Dishub"),
        Known(3, "Galih Putra", NIPS[2], "Dinkes"),
        Known(4, "Galih Anwar", NIPS[3], "Setda"),
        Known(5, "Galih Zain", "198501012010011978", "Setda", serves=False),
        Known(6, "Galihan", "198501012010011979", "Setda"),
    )
    assert found(people, "Galih ig 5")[2] == (4, 3, 2)
    assert found(people, "Galih dinkes ig 5")[0] == 3
    assert found(people, "Galih Rangga xyz ig 5") == (None, Doubt.UNSURE, (2,))
    assert found(people, "Galih dinkes xyz ig 5")[2][0] == 3
    assert one_line(people, "Galih xyz ig 5").match.strange == ("xyz",)


def test_typing_offers_the_whole_name_then_those_that_begin_so() -> None:
    people = roster(
        Known(1, "Anwar Rangga", NIPS[0]),
        Known(2, "Rangga Zain", NIPS[1]),
        Known(3, "Rangga", NIPS[2]),
        Known(4, "Ranggawarsita", NIPS[3]),
        Known(5, "Rangga Alif", "198501012010011978"),
        Known(6, "Rangga Bayu", "198501012010011979", serves=False),
    )
    assert read_quick("rang", people, TODAY).people == (3, 5, 2, 4)
    assert read_quick("rangga", people, TODAY).people == (3, 5, 2, 1)
    assert read_quick("rangga z", people, TODAY).people == (2,)
    assert read_quick("rangga zain", people, TODAY).people == (2,)
    assert read_quick("ranga", people, TODAY).people == (1, 3, 5, 2)
    assert read_quick("bayu", people, TODAY).people == ()


# ------------------------------------------------------------------ numbers


def test_a_number_names_its_holder_where_the_words_do_not_speak_against_it() -> None:
    people = roster(
        Known(1, "Galih Rangga", NIPS[0], former_nips=("196001011990011903",)),
        Known(2, "Laras Widuri", NIPS[2]),
    )
    for text in (f"{NIPS[0]} ig 5", f"Galih {NIPS[0]} ig 5", "196001011990011903 ig 5"):
        assert found(people, text) == (1, None, ())
    assert found(people, f"Laras Widuri {NIPS[0]} ig 5") == (None, Doubt.CONTRADICTED, (1, 2))
    assert found(people, "195502021980011903 ig 5") == (None, Doubt.UNKNOWN, ())
    assert found(people, "Laras Widuri 195502021980011903 ig 5") == (None, Doubt.UNSURE, (2,))


def test_a_number_one_slip_away_from_another_is_asked_about() -> None:
    people = roster(Known(1, "Galih Rangga", NIPS[0]), Known(2, "Laras Widuri", NIPS[1]))
    assert found(people, f"{NIPS[0]} ig 5") == (None, Doubt.SEVERAL, (1, 2))
    assert found(people, f"Galih Rangga {NIPS[0]} ig 5") == (1, None, ())
    assert found(people, f"{NIPS[0][:-1]}9 ig 5") == (None, Doubt.UNSURE, (1, 2))
    assert found(people, f"Laras {NIPS[0][:-1]}9 ig 5") == (None, Doubt.UNSURE, (2,))
    early = f"{NIPS[0][:3]}6{NIPS[0][4:]}"
    assert found(people, f"{early} ig 5") == (None, Doubt.UNSURE, (1,))


# ------------------------------------------------------------------ accounts


OWNER = Known(1, "Galih Rangga", NIPS[0], "Dinkes", handles=(Handle(IG, "galih_rangga"),))
OTHER = Known(2, "Laras Widuri", NIPS[2], "Dishub", handles=(Handle(FB, "laras.w1"),))
NEAR = Known(3, "Damar", NIPS[3], "Setda", handles=(Handle(IG, "galih_ranggo"),))


@pytest.mark.parametrize(
    ("text", "person", "doubt", "choices"),
    [
        ("ig @galih_rangga 5", 1, None, ()),
        ("fb @larasw1 5", 2, None, ()),
        ("ig @larasw1 5", None, Doubt.NOBODY, ()),
        ("Galih Rangga ig @galih_rangga 5", 1, None, ()),
        ("Galih ig @galih_rangga 5", 1, None, ()),
        ("Laras Widuri ig @galih_rangga 5", None, Doubt.CONTRADICTED, (2, 1)),
        ("Galih Rangga ig @galih_baru 5", None, Doubt.CONTRADICTED, (1,)),
        ("Galih Rangga fb @galih.baru 5", 1, None, ()),
        ("Laras Widuri fb @laras.w1 5", 2, None, ()),
        ("xyz ig @galih_rangga 5", None, Doubt.UNKNOWN, (1,)),
    ],
)
def test_a_known_account_names_its_owner_and_speaks_against_others(
    text: str, person: int | None, doubt: Doubt | None, choices: tuple[int, ...]
) -> None:
    assert found(roster(OWNER, OTHER), text) == (person, doubt, choices)


@pytest.mark.parametrize("account", ["galih_ranggo", "balih_rangga", "galih_ranga"])
def test_an_account_one_slip_away_from_another_is_asked_about(account: str) -> None:
    near = Known(3, "Damar", NIPS[3], "Setda", handles=(Handle(IG, account),))
    assert found(roster(OWNER, near), "ig @galih_rangga 5")[0] is None
    assert found(roster(OWNER, near), "Galih ig @galih_rangga 5")[0] == 1


def test_an_account_that_two_people_have_names_nobody() -> None:
    twin = Known(3, "Damar", NIPS[3], "Setda", handles=(Handle(IG, "galih_rangga"),))
    people = roster(OWNER, twin)
    assert found(people, "ig @galih_rangga 5") == (None, Doubt.NOBODY, ())
    assert found(people, "Galih Rangga ig @galih_rangga 5") == (None, Doubt.CONTRADICTED, (1, 3))


def test_clues_of_nothing_are_of_nobody() -> None:
    assert roster(OWNER).match(Clues()) == Match(doubt=Doubt.NOBODY)
    assert roster(OWNER).match(Clues(soft=("Galih",))) == Match(doubt=Doubt.NOBODY)


def test_a_roster_knows_its_people_and_their_words() -> None:
    people = roster(OWNER, OTHER, Known(4, "Hari Siang", "198501012010011980"))
    assert people.person(2) is OTHER
    assert people.names_among(["hari", "salam", "galih"]) == {"hari", "galih"}
    assert [people.knows(word) for word in ("Galih", "galh", "gal", "xyzzy", "ga")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@given(st.text("galihrngLsWidu ig5@_.", max_size=25))
def test_a_line_is_about_somebody_who_serves_or_it_is_asked(text: str) -> None:
    people = roster(OWNER, OTHER, NEAR)
    for line in read_chat(text, people, TODAY):
        assert line.match.person is None or line.match.doubt is None
        assert len(line.match.choices) <= 3
