"""The words by which an office is called, and the pieces of one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chat.scanning import Atom, Kind, cleaned_line, scan
from app.domain.chat.units import aliases, words_of
from app.domain.handle import Handle
from app.domain.platform import Platform

TODAY = date(2026, 11, 20)
IG, FB, X, TT = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X, Platform.TIKTOK

# ------------------------------------------------------------------ offices


@pytest.mark.parametrize(
    ("unit", "names"),
    [
        ("Dinas Kesehatan", "kesehatan dinkes diskes"),
        ("DINKES", "dinkes diskes kesehatan"),
        ("Dinas Perhubungan dan Energi", "perhubungan energi dpe dpde dishub dinhub"),
        ("Badan Riset Daerah", "riset brd"),
        ("Kantor Pos", "pos"),
        ("Setda", "setda"),
        ("SD Negeri 2 Hulu Jaya", "sd negeri 2 hulu jaya negeri2 sdn2 sn2hj"),
        ("SDN 2 Hulu", "sdn 2 hulu sdn2 s2h"),
        ("Kecamatan Hulu Jaya", "hulu jaya khj"),
        ("Puskesmas Ma’ruf", "puskesmas maruf pkm"),
        ("Kafé Éko Satu", "kafe eko satu kes"),
        ("Dinas", ""),
        ("", ""),
    ],
)
def test_an_office_is_called_by_its_words_its_initials_and_its_short_forms(
    unit: str, names: str
) -> None:
    assert aliases(unit) == frozenset(names.split())


@given(st.text(max_size=40))
def test_every_name_of_an_office_is_one_plain_word(unit: str) -> None:
    for name in aliases(unit):
        assert words_of(name) == (name,)


# ------------------------------------------------------------------ lines


@pytest.mark.parametrize(
    ("line", "cleaned"),
    [
        ("  Budi \u00a0\u202f ig\t500 ", "Budi ig 500"),
        ("*Budi* **ig** 500", "Budi ig 500"),
        ("1️⃣ Budi", "Budi"),
        ("🙏Budi✅ig", "Budi ig"),
        ("Budi\u200eSantoso", "Budi Santoso"),
        ("Ｂｕｄｉ ５００", "Budi 500"),
        ("Budi – ‘x’ “y” ≈500 ≥500 ≤500 ±500 … •", "Budi – ‘x’ “y” ≈500 ≥500 ≤500 ±500 ... •"),
        ("Éko ÿ café", "Éko ÿ café"),
        ("Budi 3301010101850001 ig", "Budi ig"),
        ("NIK 3301010101850001 NIP 198501012010011901", "NIP 198501012010011901"),
        ("198501012010011901 3301010101850001", "198501012010011901"),
    ],
)
def test_a_line_is_cleaned_to_plain_letters(line: str, cleaned: str) -> None:
    assert cleaned_line(line) == cleaned


@pytest.mark.parametrize(
    "sign", ["☎", "🏻", "\u200b", "\ud800", "\ue000", "\U000e0fff", "\u20d0", "\u0301",
             "\u20dd", "∞", "\U0001f468"],
)  # fmt: skip
def test_a_sign_that_is_no_letter_is_a_blank(sign: str) -> None:
    assert cleaned_line(f"Budi {sign} ig") == "Budi ig"


def kinds(line: str) -> list[str]:
    return [f"{atom.kind.value} {atom.text}" for atom in scan(line, TODAY).atoms]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Budi: ig 500", ["word Budi", "link :", "platform ig", "count 500"]),
        ("Budi, S.Kom dan Siti", ["word Budi", "break ,", "title S.Kom", "break dan", "word Siti"]),
        ("BUDI S.KOM", ["word BUDI", "title S.KOM"]),
        ("Budi. ig @ nama", ["word Budi", "platform ig", "handle @nama"]),
        ("ig: budi_s 500", ["platform ig", "link :", "handle budi_s", "count 500"]),
        ("ig budi 500", ["platform ig", "word budi", "count 500"]),
        ("budi_s ig 500", ["word budi_s", "platform ig", "count 500"]),
        ("ig : : budi_s", ["platform ig", "link :", "link :", "word budi_s"]),
        ("ig a budi_s", ["platform ig", "word a", "word budi_s"]),
        ("tidak  punya akun ig", ["count tidak punya", "platform ig"]),
        ("ig 500\u00a0rb", ["platform ig", "count 500 rb"]),
        ("± 500", ["count ± 500"]),
        ("12. Budi", ["word Budi"]),
        ("2 Budi", ["word Budi"]),
        ("SD 2 hulu", ["word SD2", "word hulu"]),
        ("ig500", ["platform ig", "count 500"]),
        ("fb@nama", ["platform fb", "handle @nama"]),
        ("(500)", ["link (", "count 500", "link )"]),
        ("a|b/c&d;e", ["word a", "break |", "word b", "break /", "word c", "break &", "word d",
                       "break ;", "word e"]),
        ("a 50xyz", ["word a", "word 50xyz"]),
        ("ig 1.200orang", ["platform ig", "count 1.200", "word orang"]),
        ("ig 500followers", ["platform ig", "count 500", "word followers"]),
        ("ig 1,2rbfollowers", ["platform ig", "count 1,2rb", "word followers"]),
        ("ig 1200ppl", ["platform ig", "handle 1200ppl"]),
        ("ig 1..2", ["platform ig", "count 1..2"]),
        ("fb 500 serta 600", ["platform fb", "count 500", "break serta", "count 600"]),
    ],
)  # fmt: skip
def test_a_line_is_taken_apart_into_its_pieces(line: str, pieces: list[str]) -> None:
    assert kinds(line) == pieces


def test_a_link_and_a_platform_say_where() -> None:
    url = "https://www.instagram.com/budi_s"
    assert scan(f"x/twitter {url} https://bit.ly/abc", TODAY).atoms == (
        Atom(Kind.PLATFORM, "x/twitter", X),
        Atom(Kind.HANDLE, url, IG, Handle(IG, "budi_s")),
        Atom(Kind.HANDLE, "https://bit.ly/abc"),
    )
    said = [scan(word, TODAY).atoms[0].platform for word in ("tik tok", "fesbuk", "IG", "twit")]
    assert said == [TT, FB, IG, X]


@pytest.mark.parametrize(
    ("line", "nip"),
    [
        ("Budi 198501012010011901 ig", "198501012010011901"),
        ("19850101 201001 1 901", "198501012010011901"),
        ("19850101.201001.1-901", "198501012010011901"),
        ("1985010120100119011", ""),
        ("398501012010011901", ""),
        ("Budi", ""),
    ],
)
def test_a_number_of_a_person_is_taken_out_of_a_line(line: str, nip: str) -> None:
    assert scan(line, TODAY).nip == nip


@pytest.mark.parametrize(
    ("line", "day", "rest"),
    [
        ("ig 500 per 15/10/2026", date(2026, 10, 15), ["platform ig", "count 500", "word per"]),
        ("15/10/26 500 15/10/26", date(2026, 10, 15), ["count 500"]),
        ("15/10/2026 500 16/10/2026", date(2026, 10, 16), ["count 500"]),
        ("31/02/2026 500 16/10/2026", date(2026, 10, 16), ["count 500"]),
        ("15 okt 2026 500", date(2026, 10, 15), ["count 500"]),
        ("15 Okt 2026 Budi ig 5", date(2026, 10, 15), ["word Budi", "platform ig", "count 5"]),
        ("15 budi 2026", None, ["word budi", "count 2026"]),
        ("Oktober 2026 500 Oktober 2026", None, ["count 500"]),
        ("rumah 2026", None, ["word rumah", "count 2026"]),
        ("ig 500 per 20/11", TODAY, ["platform ig", "count 500"]),
        ("ig 500 per 21/11", date(2025, 11, 21), ["platform ig", "count 500"]),
        ("ig 500 tgl. 5 nov", date(2026, 11, 5), ["platform ig", "count 500"]),
        ("per 5 nov per 5 nov", date(2026, 11, 5), ["word per", "count 5", "word nov"]),
    ],
)
def test_a_day_is_taken_out_of_a_line(line: str, day: date | None, rest: list[str]) -> None:
    assert scan(line, TODAY).day == day
    assert kinds(line) == rest


@given(st.text(max_size=60))
def test_any_line_is_taken_apart_and_its_day_is_not_empty_words(line: str) -> None:
    found = scan(cleaned_line(line), TODAY)
    assert all(atom.text for atom in found.atoms)
    assert found.nip == "" or len(found.nip) == 18
