"""A header has one fingerprint however it is typed, and a known one is understood as it was."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import month_number
from app.domain.fields import Certainty, Field
from app.workbooks.layout.fingerprint import fingerprint
from app.workbooks.layout.known import KnownLayouts, recognised
from app.workbooks.layout.sheet import SheetLayout, detect
from tests.data.grids import GALIH, LARAS

LETTERS = st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0xFF)
WORDS = st.text(LETTERS, min_size=1, max_size=8)
LEVELS = st.lists(WORDS, min_size=1, max_size=3)
COLUMNS = st.lists(LEVELS, min_size=1, max_size=8)
NOISE = st.text(" \t\n.,:;*/_()-'\u00a0\u200b", max_size=3)
HEAD = ["NO", "NIP", "NAMA", "UNIT KERJA", "AKUN IG", "FOLLOWERS IG"]
MEANINGS = [None, Field.NIP, Field.NAME, Field.ORGANISATION, None, Field.TIKTOK_FOLLOWERS]
PEOPLE: list[list[object]] = [
    ["1", GALIH, "Galih Rangga", "Diskominfo", "@galih", "512"],
    ["2", LARAS, "Laras Widuri", "Diskominfo", "@laras", "733"],
]


def layout_of(rows: list[list[object]], known: KnownLayouts) -> SheetLayout:
    return recognised(detect(0, "Data", False, rows), rows, (), known)


def known_as(head: list[object], meanings: list[Field | None]) -> KnownLayouts:
    return {fingerprint([(str(text),) if text else () for text in head]): meanings}


def meanings_of(layout: SheetLayout) -> list[Field | None]:
    return [column.field for column in layout.columns]


def months_in(text: str) -> list[int]:
    words = re.findall(r"[^\W\d_]+", text)
    return [number for word in words if (number := month_number(word.casefold())) is not None]


@given(COLUMNS, st.data())
def test_case_blanks_and_punctuation_make_no_other_layout(
    columns: list[list[str]], data: st.DataObject
) -> None:
    def typed_otherwise(text: str) -> str:
        case = data.draw(st.sampled_from([str, str.upper, str.lower, str.title]))
        form = data.draw(st.sampled_from(["NFC", "NFD", "NFKC"]))
        at = data.draw(st.integers(0, len(text)))
        noise = [data.draw(NOISE) for _ in range(3)]
        # Other cases of one letter can be two: only those that fold back are the same word.
        other = case(text) if case(text).casefold() == text.casefold() else text
        parted = f"{other[:at]}{noise[1]}{other[at:]}"
        # "O:CT" is no month any more, and "p oct" is one only by then.
        other = parted if months_in(parted) == months_in(text) else other
        other = f"{noise[0]}{other}{noise[2]}"
        return unicodedata.normalize(form, other)

    again = [[typed_otherwise(text) for text in levels] for levels in columns]
    assert fingerprint(again) == fingerprint(columns)
    assert fingerprint([*again, [], [""], [" . "]]) == fingerprint(columns)


@given(COLUMNS, COLUMNS)
def test_other_words_other_columns_or_another_order_are_another_layout(
    one: list[list[str]], other: list[list[str]]
) -> None:
    def plain(columns: list[list[str]]) -> list[list[str]]:
        return [[unicodedata.normalize("NFKC", text).casefold() for text in c] for c in columns]

    assert (fingerprint(one) == fingerprint(other)) == (plain(one) == plain(other))


def test_a_level_more_or_an_empty_column_between_is_another_layout() -> None:
    assert fingerprint([("IG", "AKUN")]) != fingerprint([("IG AKUN",)])
    assert fingerprint([("NIP",), ("NAMA",)]) != fingerprint([("NIP",), (), ("NAMA",)])
    assert fingerprint([("NIP",), ("NAMA",)]) != fingerprint([("NAMA",), ("NIP",)])
    assert fingerprint([("NIP 1",)]) != fingerprint([("NIP 2",)])
    assert fingerprint([(), ("-",)]) == ""


def test_a_known_header_is_understood_exactly_as_it_was() -> None:
    known = known_as([*HEAD], MEANINGS)
    layout = layout_of([["DAFTAR"], [head.lower() + " *" for head in HEAD], *PEOPLE], known)
    assert meanings_of(layout) == MEANINGS
    assert {column.certainty for column in layout.columns} == {Certainty.KNOWN}
    assert layout.is_known
    assert not layout.with_meaning(4, Field.INSTAGRAM).is_known
    assert not layout.with_meaning(3, None).is_known


def test_an_unknown_header_is_detected_as_ever() -> None:
    rows = [[*HEAD[:-1], "TEMAN FB"], *PEOPLE]
    layout = layout_of(rows, known_as([*HEAD], MEANINGS))
    assert layout == detect(0, "Data", False, rows)
    assert not layout.is_known


def test_rows_that_a_person_once_chose_as_header_are_found_again() -> None:
    head: list[object] = ["a", "b", "c", "d", "e", "f"]
    rows = [["DAFTAR"], head, *PEOPLE]
    known = known_as(head, MEANINGS)
    assert not detect(0, "Data", False, rows).is_roster
    layout = layout_of(rows, known)
    assert layout.header is not None
    assert layout.header.rows == [2]
    assert meanings_of(layout) == MEANINGS


def test_a_known_header_with_nobody_below_is_no_roster() -> None:
    head: list[object] = ["a", "b", "c", "d", "e", "f"]
    assert not layout_of([head], known_as(head, MEANINGS)).is_roster


def test_a_column_that_was_not_there_is_looked_at_anew() -> None:
    link = "https://facebook.com/{}"
    rows = [
        [*HEAD, None],
        [*PEOPLE[0], link.format("galih.rangga")],
        [*PEOPLE[1], link.format("laras.widuri")],
    ]
    layout = layout_of(rows, known_as([*HEAD], MEANINGS))
    assert meanings_of(layout) == [*MEANINGS, Field.FACEBOOK]
    assert layout.columns[-1].certainty is Certainty.GUESS
    assert not layout.is_known


def test_a_column_that_was_not_there_takes_no_meaning_from_a_confirmed_one() -> None:
    rows = [[*HEAD, None], *([*row, "https://facebook.com/ada.saja"] for row in PEOPLE)]
    confirmed = [*MEANINGS[:4], Field.FACEBOOK, None]
    layout = layout_of(rows, known_as([*HEAD], confirmed))
    assert meanings_of(layout) == [*confirmed, None]
