"""Five hundred lines whose truth is known, and ten thousand damaged ones: nobody else's, ever."""

from collections.abc import Sequence
from datetime import date
from random import Random
from time import process_time

import pytest

from app.domain.chat import ChatLine, Doubt, Roster, read_chat
from tests.data.chat import TODAY, Said, generated, handwritten, office

PEOPLE = office()
ROSTER = Roster(PEOPLE)
CORPUS = (*handwritten(PEOPLE), *generated(PEOPLE, 420, seed=11))


def read(text: str) -> list[ChatLine]:
    return read_chat(text, ROSTER, TODAY)


def said(lines: Sequence[ChatLine]) -> list[ChatLine]:
    return [line for line in lines if line.silence is None]


def is_right(one: Said) -> bool:
    """Taken as it was meant, asked where too little is said, or rightly left alone."""
    found = said(read(one.text))
    if one.person is None:
        return not found
    if len(found) != 1:
        return False
    line = found[0]
    if not line.is_ready:
        # Asked: rightly where the words do not name one person, or a count can be read two ways.
        choices = (line.match.person, *line.match.choices)
        known = not one.person or one.person in choices or line.match.doubt is Doubt.SEVERAL
        return not one.enough and known
    lows = {i.platform: i.reading.interval.low for i in line.items if i.reading.interval}
    return line.match.person == one.person and lows == one.counts


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(CORPUS) >= 500


def test_no_line_of_the_corpus_goes_to_another_person() -> None:
    wrong = [
        (one.text, line.match.person)
        for one in CORPUS
        for line in read(one.text)
        if line.is_ready and line.match.person != one.person
    ]
    assert wrong == []


def test_nineteen_of_twenty_lines_are_resolved_or_rightly_asked() -> None:
    failing = [one for one in CORPUS if not is_right(one)]
    assert len(failing) <= len(CORPUS) * 0.05, "\n\n".join(one.text for one in failing)


@pytest.mark.parametrize("one", handwritten(PEOPLE), ids=lambda one: one.text[:40])
def test_each_handwritten_line_is_read_as_a_person_would(one: Said) -> None:
    assert is_right(one), read(one.text)


def test_a_good_line_is_not_asked_about() -> None:
    """The other side of never guessing: whoever asks about everything helps nobody."""
    enough = [one for one in CORPUS if one.enough and one.person]
    asked = [one.text for one in enough if not any(line.is_ready for line in read(one.text))]
    assert len(asked) <= len(enough) * 0.05, "\n\n".join(asked)


# ------------------------------------------------------------------ damaged lines

_NOISE = (
    " ",
    ".",
    ",",
    "-",
    "/",
    ":",
    "(",
    ")",
    "*",
    "🙏",
    "\u200b",
    "\u00a0",
    "\n",
    "'",
    "@",
    ">",
)
_FILLERS = (
    "pak",
    "bu",
    "izin",
    "mohon",
    "an.",
    "saya",
    "dan",
    "ig",
    "fb",
    "x",
    "Siti",
    "[12/11/26 09.12] Budi Santoso:",
)


def damaged(random: Random, text: str) -> str:
    """Letters slipped, words lost, doubled, moved and brought in; digits keep their order."""
    for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
        text = random.choice(_DAMAGES)(random, text)
    return text


def _letter(random: Random, text: str) -> str:
    places = [at for at, letter in enumerate(text) if letter.isalpha()]
    if not places:
        return text
    at = random.choice(places)
    new = random.choice(
        ("", random.choice("abcdefghiklmnoprstuwy"), text[at] * 2, text[at].upper())
    )
    return text[:at] + new + text[at + 1 :]


def _swapped(random: Random, text: str) -> str:
    at = random.randrange(max(len(text) - 1, 1))
    pair = text[at : at + 2]
    return text if any(c.isdigit() for c in pair) else text[:at] + pair[::-1] + text[at + 2 :]


def _noise(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    if text[at - 1 : at].isdigit() and text[at : at + 1].isdigit():
        return text
    return text[:at] + random.choice(_NOISE) + text[at:]


def _word_lost(random: Random, text: str) -> str:
    words = text.split(" ")
    words.pop(random.randrange(len(words)))
    return " ".join(words) or text


def _word_moved(random: Random, text: str) -> str:
    words = text.split(" ")
    words.insert(random.randrange(len(words)), words.pop(random.randrange(len(words))))
    return " ".join(words)


def _word_brought(random: Random, text: str) -> str:
    words = text.split(" ")
    words.insert(random.randrange(len(words) + 1), random.choice(_FILLERS))
    return " ".join(words)


_DAMAGES = (_letter, _letter, _letter, _swapped, _noise, _word_lost, _word_brought)


def owners_of(lines: Sequence[ChatLine]) -> set[tuple[int | None, str]]:
    """Whose each count is said to be; digits alone, so that dots do not matter."""
    return {
        (line.match.person, "".join(c for c in item.written if c.isdigit()))
        for line in lines
        if line.is_ready
        for item in line.items
    }


def test_ten_thousand_damaged_lines_are_nobody_elses() -> None:
    random = Random(23)
    wrong = []
    for one in generated(PEOPLE, 10_000, seed=29, judged=False):
        text = damaged(random, one.text)
        others = [
            line.match.person
            for line in read(text)
            if line.is_ready and line.match.person != one.person
        ]
        if others:
            wrong.append((text, one.person, others))
    assert wrong == []


def test_damaged_lines_in_one_paste_do_not_take_each_others_counts() -> None:
    random = Random(31)
    wrong = []
    number = 1_000
    for _ in range(300):
        meant: dict[str, int] = {}
        texts = []
        for who in random.sample(PEOPLE, 6):
            number += 1
            meant[str(number)] = who.id
            bare = who.name.split(",")[0]
            unit = random.choice(("", f" {who.unit}"))
            texts.append(random.choice((f"{bare}{unit} ig {number}", f"{bare}{unit}\nig {number}")))
        lines = "\n".join(texts).split("\n")
        for _ in range(2):
            at = random.randrange(len(lines))
            lines[at] = random.choice((_letter, _word_lost))(random, lines[at])
        wrong += [
            ("\n".join(lines), digits)
            for person, digits in owners_of(read("\n".join(lines)))
            if digits in meant and meant[digits] != person
        ]
    assert wrong == []


def test_any_text_is_read_without_a_fault() -> None:
    random = Random(37)
    signs = "aiuBS .,:-/|\n\t()[]<>@0123456789＠５\u200e\u202f🙏é́rbkM+=~≈'\"*_"
    for _ in range(1_500):
        text = "".join(random.choice(signs) for _ in range(random.randrange(60)))
        for line in read(text):
            assert line.silence is not None or line.items


def test_a_hundred_lines_are_read_at_once_in_an_office_of_eight_thousand() -> None:
    many = office(7_970)
    roster = Roster(many)
    lines = "\n".join(one.text for one in generated(many, 100, seed=41, judged=False))
    began = process_time()
    found = read_chat(lines, roster, TODAY)
    assert len(found) >= 100
    assert process_time() - began < 1.0


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sukarno dishub ig 5 per 10/11/2026", date(2026, 11, 10)),
        ("tgl 10 Nov Sukarno dishub ig 5", date(2026, 11, 10)),
        ("Sukarno dishub ig 5 per 24/12", date(2025, 12, 24)),
        ("Sukarno dishub ig 5 per 24/12/2026", None),
        ("[12/11/26 09.12] Bu Ani: Sukarno dishub ig 5", date(2026, 11, 12)),
        ("[11/13/26, 9:12:33 AM] Bu Ani: Sukarno dishub ig 5", date(2026, 11, 13)),
        ("11/9/26, 9:12 PM - Bu Ani: Sukarno dishub ig 5", date(2026, 11, 9)),
        ("9/11/26 21.12 - Bu Ani: Sukarno dishub ig 5", date(2026, 11, 9)),
        ("[09.12, 12/11/2026] Bu Ani: Sukarno dishub ig 5", date(2026, 11, 12)),
        ("[24/12 09.12] Bu Ani: Sukarno dishub ig 5", date(2025, 12, 24)),
        ("2026-11-12 09:12 - Bu Ani: Sukarno dishub ig 5", date(2026, 11, 12)),
        ("[12/11/26 09.12] Bu Ani: Sukarno dishub ig 5 per 1/11/2026", date(2026, 11, 1)),
    ],
)
def test_the_day_is_that_of_the_line_else_of_its_message(text: str, day: date | None) -> None:
    (line,) = read(text)
    assert (line.day, line.is_ready) == (day, True)
