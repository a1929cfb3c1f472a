"""The NIP doctor: 1,000 damaged numbers, no invented serial, and the person found where known."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.nip import Nip, NipFlaw, read_nip
from app.domain.nip_doctor import Diagnosis, Ground, NipDoctor, digits_in_file

FIRST = """Adi Agus Ahmad Andi Ani Arif Asep Ayu Bagus Bambang Budi Cahya Dewi Dian Dwi Eka Endah
Fajar Fitri Galih Hadi Hendra Indah Iwan Joko Kartika Lestari Lina Made Muhammad Nur Putri Rahmat
Ratna Rina Rizki Siti Slamet Sri Sugeng Tri Wahyu Wayan Yanti Yusuf""".split()
LAST = """Anggraini Aprilia Astuti Basuki Firmansyah Gunawan Handayani Hidayat Irawan Kurniawan
Kusuma Lestari Maulana Nugroho Pamungkas Permana Pratama Purnomo Rahmawati Ramadhan Santoso Saputra
Setiawan Sihombing Siregar Suharto Suryani Utami Wibowo Wijaya Wulandari Yuliana""".split()


def people(random: Random, number: int) -> dict[str, str]:
    """Names by NIP; about one in fourteen shares the first 15 digits, as measured."""
    found: dict[str, str] = {}
    while len(found) < number:
        year = random.randint(1966, 2001)
        start = min(2026, year + random.randint(19, 35))
        month = "21" if random.random() < 0.4 else f"{random.randint(1, 12):02}"
        head = f"{year}{random.randint(1, 12):02}{random.randint(1, 28):02}{start}{month}{random.randint(1, 2)}"
        for _ in range(2 if random.random() < 0.035 else 1):
            serial = random.randint(1, 369) if random.random() > 0.075 else 1
            words = [*random.sample(FIRST, random.choice((1, 1, 2))), random.choice(LAST)]
            found[f"{head}{serial:03}"] = " ".join(words)
    return found


def _excel(nip: str, random: Random) -> object:
    return float(int(nip) // 1000 * 1000)


def _rounded(nip: str, random: Random) -> object:
    return float(int(nip))


def _sixteen(nip: str, random: Random) -> object:
    return float(f"{int(nip):.15e}")


def _text_of_a_number(nip: str, random: Random) -> object:
    return f"{int(float(nip))}.0"


def _text_000(nip: str, random: Random) -> object:
    return random.choice(("", "'", "NIP. ")) + nip[:15] + "000"


def _fifteen_figures(nip: str, random: Random) -> object:
    return f"{nip[0]},{nip[1:15]}E+17"


def _one_less(nip: str, random: Random) -> object:
    at = random.randrange(18)
    return nip[:at] + nip[at + 1 :]


def _one_more(nip: str, random: Random) -> object:
    at = random.randrange(18)
    return nip[:at] + nip[at] + nip[at:]


def _wrong_date(nip: str, random: Random) -> object:
    return nip[:4] + random.choice("3456789") + nip[5:]


def _letter(nip: str, random: Random) -> object:
    at = nip.index("1")
    return nip[:at] + random.choice("lI") + nip[at + 1 :]


DAMAGES: tuple[Callable[[str, Random], object], ...] = (
    _excel,
    _rounded,
    _sixteen,
    _text_of_a_number,
    _text_000,
    _fifteen_figures,
    _one_less,
    _one_more,
    _wrong_date,
    _letter,
)


def examined(doctor: NipDoctor, cell: object, name: str, in_file: str = "") -> Diagnosis:
    reading = read_nip(cell)
    assert reading.flaw is not None, cell
    return doctor.examine(reading.flaw, reading.written, name, in_file)


def test_of_1000_damaged_numbers_none_is_invented_and_99_in_100_find_their_person() -> None:
    random = Random(2019)
    known = people(random, 8_000)
    doctor = NipDoctor(known)
    matched = wrong = invented = 0
    for case in range(1_000):
        nip = random.choice(list(known))
        cell = DAMAGES[case % len(DAMAGES)](nip, random)
        name = known[nip].upper() if case % 3 else f"Dr. {known[nip]}, S.Sos., M.Si."
        found = examined(doctor, cell, name)
        invented += any(one.nip not in known for one in found.proposals)
        matched += found.safe and found.proposals[0].nip == nip
        wrong += found.safe and found.proposals[0].nip != nip
    assert (invented, wrong) == (0, 0)
    assert matched >= 990, matched


def test_of_1000_strangers_none_is_given_the_number_of_another() -> None:
    random = Random(2020)
    everyone = people(random, 9_000)
    strangers = dict(random.sample(sorted(everyone.items()), 1_000))
    known = {nip: name for nip, name in everyone.items() if nip not in strangers}
    doctor = NipDoctor(known)
    wrong = []
    for case, (nip, name) in enumerate(strangers.items()):
        found = examined(doctor, DAMAGES[case % len(DAMAGES)](nip, random), name)
        assert all(one.nip in known for one in found.proposals)
        if found.safe:
            wrong.append((nip, name, found.proposals))
    assert wrong == []


GALIH, LARAS = "198501012010011901", "199203152019032902"
DOCTOR = NipDoctor({GALIH: "Galih Rangga Putra", LARAS: "Laras Widuri"})


@pytest.mark.parametrize(
    "name",
    [
        "Galih Rangga Putra",
        "GALIH RANGGA P.",
        "Galih R. Putra, S.Kom.",
        "Galih Rangga",
        "Galh Rangga Putra",
    ],
)
def test_a_name_may_be_shortened_or_misspelt(name: str) -> None:
    found = examined(DOCTOR, 198501012010011000.0, name)
    assert (found.safe, found.proposals[0].nip) == (True, GALIH)


@pytest.mark.parametrize("name", ["Laras Widuri", "Budi", "G. R. P.", "Rangga Galuh"])
def test_another_name_is_another_person_however_near_the_digits(name: str) -> None:
    assert examined(DOCTOR, 198501012010011000.0, name).proposals == ()


def test_without_a_name_the_person_is_shown_but_not_accepted_with_others() -> None:
    found = examined(DOCTOR, 198501012010011000.0, "")
    assert [(one.nip, one.same_name) for one in found.proposals] == [(GALIH, False)]
    assert not found.safe


def test_month_of_birth_and_the_whole_name_are_shown_only() -> None:
    found = examined(DOCTOR, "1,98501E+17", "Galih Rangga Putra")
    assert [one.nip for one in found.proposals] == [GALIH]
    assert not found.safe
    assert examined(DOCTOR, "1,98501E+17", "Galih").proposals == ()


def test_several_people_with_the_same_first_15_digits_are_asked_about() -> None:
    doctor = NipDoctor({GALIH: "Galih Putra", GALIH[:15] + "007": "Galih Putra"})
    found = examined(doctor, GALIH[:15] + "000", "Galih Putra")
    assert (len(found.proposals), found.safe) == (2, False)


def test_the_digits_that_stand_in_the_file_are_proposed_for_a_stranger_too() -> None:
    stranger = "199009132025212903"
    found = examined(DOCTOR, float(stranger), "Mawar Sitaresmi", in_file=stranger)
    assert [(one.nip, one.ground) for one in found.proposals] == [(stranger, Ground.FILE_DIGITS)]
    assert found.safe


def test_digits_that_a_double_may_have_made_are_not_believed() -> None:
    assert digits_in_file("198501012010011904") == ""
    assert digits_in_file("198501012010011000") == ""
    assert digits_in_file("1.98501012010011E+17") == ""
    assert digits_in_file(GALIH) == GALIH


def test_digits_in_the_file_that_belong_to_another_name_are_asked_about() -> None:
    found = examined(DOCTOR, float(GALIH), "Laras Widuri", in_file=GALIH)
    assert ([one.nip for one in found.proposals], found.safe) == ([GALIH], False)


def test_of_two_numbers_in_a_cell_the_known_one_of_that_name_is_proposed() -> None:
    found = examined(DOCTOR, f"{GALIH} / {LARAS}", "Laras Widuri")
    assert (found.safe, [one.nip for one in found.proposals]) == (True, [LARAS])


def test_number_and_name_in_each_other_s_column_are_noticed() -> None:
    found = DOCTOR.examine(NipFlaw.NOT_A_NIP, "Laras Widuri", LARAS)
    assert (found.safe, found.proposals[0].ground) == (True, Ground.SWAPPED)
    stranger = DOCTOR.examine(NipFlaw.NOT_A_NIP, "Mawar", "199009132025212903")
    assert stranger.safe
    other = DOCTOR.examine(NipFlaw.NOT_A_NIP, "Mawar Sitaresmi", LARAS)
    assert not other.safe


@pytest.mark.parametrize("cell", ["", "-", 3_301_010_101_850_001, "130099901", "honorer", 42])
def test_for_what_is_no_damaged_number_nobody_is_proposed(cell: object) -> None:
    assert examined(DOCTOR, cell, "Galih Rangga Putra").proposals == ()


@given(cell=st.one_of(st.text(), st.floats(), st.integers()), name=st.text(), raw=st.text())
def test_nothing_that_can_stand_in_a_cell_makes_up_a_number(
    cell: object, name: str, raw: str
) -> None:
    reading = read_nip(cell)
    if reading.flaw is None:
        return
    for one in DOCTOR.examine(reading.flaw, reading.written, name, raw).proposals:
        assert one.nip in (GALIH, LARAS) or one.nip in (raw, *_eighteen(name))
        assert Nip(one.nip)


def _eighteen(text: str) -> list[str]:
    nip = read_nip(text).nip
    return [nip.digits] if nip is not None else []
