"""Lines of which the whole reading is written down: whose, which counts, which day, why asked."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chat import (
    ChatLine,
    Doubt,
    Item,
    Known,
    QuickReading,
    Roster,
    asked_item,
    is_count,
    meanings,
    read_chat,
    read_one,
    read_quick,
    with_count,
    with_person,
    with_platform,
    with_platforms,
)
from app.domain.handle import Handle
from app.domain.platform import Platform
from tests.data.chat import TODAY, office, short_unit

IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X
PEOPLE = office(0)

CALLED = {one.id: f"{one.name.split(',')[0]} ({short_unit(one)})" for one in PEOPLE}
IDS = {name: person for person, name in reversed(CALLED.items())}
NIP = next(one.nip for one in PEOPLE if one.name == "Budi Hartono")
SLIPPED = f"{NIP[:-1]}{(int(NIP[-1]) + 1) % 10}"


def read(text: str) -> list[ChatLine]:
    return read_chat(
        text.replace("{nip_slip}", SLIPPED).replace("{nip}", NIP), Roster(PEOPLE), TODAY
    )


def said(item: Item) -> str:
    platform = item.platform.tag.lower() if item.platform else "-"
    handle = f"@{item.handle.text}" if item.handle else ""
    return " ".join(filter(None, (platform, item.written, handle)))


def told(line: ChatLine) -> str:
    """A line as a person would tell it: why it is asked, whose it is, the counts, the day."""
    if line.silence is not None:
        return f"{line.silence.value}: {line.text}".replace(NIP, "{nip}")
    match = line.match
    doubt = f"{line.open_doubt.value}? " if line.open_doubt else ""
    people = (match.person,) if match.person is not None else match.choices
    strange = f" !{' '.join(match.strange)}" if match.strange else ""
    day = f" [{line.day:%d.%m.%y}]" if line.day else ""
    whose = " / ".join(CALLED[one] for one in people)
    return f"{doubt}{whose}{strange}: {', '.join(map(said, line.items))}{day}"


def written_down() -> list[tuple[str, list[str]]]:
    """Text and what it says, of chat_told.txt: a text, and "=> " before each of its statements."""
    path = Path(__file__).parents[2] / "data" / "chat_told.txt"
    found = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n\n"):
        text, *statements = block.split("\n=> ")
        found.append((text, statements))
    return found


@pytest.mark.parametrize(("text", "statements"), written_down(), ids=lambda one: str(one)[:50])
def test_a_line_says_just_what_is_written_down_of_it(text: str, statements: list[str]) -> None:
    assert [told(line) for line in read(text)] == statements


def test_one_line_that_was_written_over_is_one_statement() -> None:
    assert told(read_one("Budi  Hartono\nig 500", Roster(PEOPLE), TODAY)) == (
        "Budi Hartono (Diskominfo): ig 500"
    )
    assert told(read_one("terima kasih", Roster(PEOPLE), TODAY)) == "chatter: terima kasih"
    assert read_one("", Roster(PEOPLE), TODAY) == ChatLine("")


def test_a_message_keeps_its_sender_and_its_words() -> None:
    (line,) = read("[12/11/26 09.12] ~ Bu Ani: Bu Budi Hartono, S.Kom dinkes ig 500")
    assert (line.sender, line.day) == ("Bu Ani", date(2026, 11, 12))
    assert line.text == "Bu Budi Hartono, S.Kom dinkes ig 500"
    assert line.clues.words == ("Budi", "Hartono", "dinkes")
    assert line.clues.soft == ("Bu", "S.Kom")
    assert (line.clues.nip, line.clues.handles, line.clues.says_self) == ("", (), False)
    (line,) = read("akun saya {nip} ig @budi.hartono 500")
    assert (line.clues.nip, line.clues.says_self) == (NIP, True)
    assert line.clues.handles == (Handle(IG, "budi.hartono"),)


def test_of_several_people_in_a_line_each_has_his_own_part_of_it() -> None:
    first, second = read("Budi Hartono ig 500, Sukarno dishub fb 20")
    assert (first.text, second.text) == ("Budi Hartono ig 500", "Sukarno dishub fb 20")


# ------------------------------------------------------------------ answers


def test_an_answer_settles_one_doubt_after_the_other() -> None:
    (line,) = read("Siti Aminah ig 1.5, fb 20")
    assert line.open_doubt is Doubt.SEVERAL
    assert asked_item(line) is None
    siti = IDS["Siti Aminah (Disdik)"]
    line = with_person(line, siti)
    assert (line.match.person, line.match.choices) == (siti, ())
    (other,) = read("Budi Hartono 1.5")
    assert other.open_doubt is Doubt.COUNT
    assert asked_item(other) == other.items[0]
    other = with_count(other, "1500")
    assert other.open_doubt is Doubt.PLATFORM
    assert asked_item(other) == other.items[0]
    other = with_platform(other, X)
    assert (other.is_ready, other.items) == (True, (Item(X, "1500"),))
    assert asked_item(other) is None


def test_only_the_item_that_is_asked_about_is_changed() -> None:
    sure, unsure, bare = Item(IG, "20"), Item(FB, "1.5", Handle(FB, "budi.h")), Item(None, "30")
    line = ChatLine("", items=(sure, unsure, bare), doubt=Doubt.COUNT)
    assert asked_item(line) == unsure
    line = with_count(line, "1500")
    assert line.items == (sure, Item(FB, "1500", Handle(FB, "budi.h")), bare)
    assert asked_item(line) == bare
    assert with_platform(line, X).items == (*line.items[:2], Item(X, "30"))
    assert with_platform(line, X).doubt is None
    only_account = ChatLine("", items=(Item(None, "", Handle(X, "budi")), bare))
    assert with_platform(only_account, X).items == (only_account.items[0], Item(X, "30"))


def test_a_default_platform_is_for_those_that_have_none() -> None:
    items = (Item(IG, "20"), Item(None, "30"))
    assert with_platforms(items, FB) == (Item(IG, "20"), Item(FB, "30"))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1,2 M", ["1,2 jt"]),
        ("1,2m", ["1,2 jt"]),
        ("1.5", ["1500"]),
        ("1.234 rb", ["1234", "1234000"]),
        ("1,2 miliar", []),
        ("500", []),
        ("private", []),
        ("", []),
    ],
)
def test_an_unclear_count_can_be_meant_in_few_ways(written: str, found: list[str]) -> None:
    assert meanings(Item(IG, written)) == found
    assert all(is_count(one) for one in found)


def test_a_typed_answer_is_a_count_that_can_be_read_in_one_way() -> None:
    assert [is_count(text) for text in ("500", "1,2 rb", "1,2 M", "1.5", "x", "")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


# ------------------------------------------------------------------ the quick box


@pytest.mark.parametrize(
    ("text", "people", "items", "platform"),
    [
        ("budi", ["Budi Hartono (Diskominfo)", "Budi Santosa (Disdik)",
                  "Budi Santoso (Diskominfo)"], "", None),
        ("budi har", ["Budi Hartono (Diskominfo)"], "", None),
        ("har", ["Hari Purnomo (Dishub)", "Budi Hartono (Diskominfo)"], "", None),
        ("budi hartono ig 1,2rb", ["Budi Hartono (Diskominfo)"], "ig 1,2rb", None),
        ("budi hartono ig", ["Budi Hartono (Diskominfo)"], "", IG),
        ("budi hartono ig fb", ["Budi Hartono (Diskominfo)"], "", None),
        ("budi hartono 500", ["Budi Hartono (Diskominfo)"], "- 500", None),
        ("suk", ["Sukarno (Dishub)"], "", None),
        ("fb 640", None, "fb 640", None),
        ("fb", None, "", FB),
        ("640", None, "- 640", None),
        ("{nip}", ["Budi Hartono (Diskominfo)"], "", None),
        ("{nip} ig 5", ["Budi Hartono (Diskominfo)"], "ig 5", None),
        ("{nip_slip}", ["Budi Hartono (Diskominfo)"], "", None),
        ("hari", ["Hari Purnomo (Dishub)"], "", None),
        ("pak", [], "", None),
        ("xyzzy", [], "", None),
        ("", None, "", None),
        ("joko setda", ["Joko Pambudi (Setda)"], "", None),
        ("hartomo", ["Budi Hartono (Diskominfo)"], "", None),
        ("ig @budi.hartono 500", None, "ig 500 @budi.hartono", None),
    ],
)  # fmt: skip
def test_an_unfinished_line_shows_whom_it_can_mean(
    text: str, people: list[str] | None, items: str, platform: Platform | None
) -> None:
    typed = text.replace("{nip_slip}", SLIPPED).replace("{nip}", NIP)
    found = read_quick(typed, Roster(PEOPLE), TODAY)
    assert [CALLED[one] for one in found.people] == (people or [])
    assert found.named is (people is not None)
    assert ", ".join(map(said, found.items)) == items
    assert (found.platform, found.tangled) == (platform, False)
    assert found.person == (found.people[0] if len(found.people) == 1 else None)


def test_counts_that_cannot_be_told_apart_are_so_in_the_quick_box_too() -> None:
    assert read_quick("budi hartono 500 600", Roster(PEOPLE), TODAY).tangled
    assert QuickReading() == read_quick(" ", Roster(PEOPLE), TODAY)


@given(st.text("buditok SKig.,:@0159-/()\n", max_size=30))
def test_the_quick_box_takes_any_text_and_names_four_at_most(text: str) -> None:
    found = read_quick(text, Roster(PEOPLE), TODAY)
    assert len(found.people) <= 4
    assert all(item.written for item in found.items)


def test_whoever_left_is_never_offered() -> None:
    people = [
        Known(1, "Galih Rangga", "198501012010011901", "Dinkes"),
        Known(2, "Galih Putra", "198501012010011902", "Dinkes", serves=False),
        Known(3, "Laras Widuri", "198501012010011903", serves=False),
    ]
    roster = Roster(people)
    assert read_quick("galih", roster, TODAY).people == (1,)
    assert read_quick("laras", roster, TODAY).people == ()
    (line,) = read_chat("Laras Widuri ig 500", roster, TODAY)
    assert (line.match.doubt, line.match.choices) == (Doubt.UNSURE, ())
