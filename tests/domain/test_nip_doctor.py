"""The NIP doctor: 1,000 damaged numbers, no invented serial, and the person found where known."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.nip import Nip, NipFlaw, read_nip
from app.domain.nip_doctor import Diagnosis, Ground, NipDoctor, Proposal, digits_in_file
from tests.data.damaged_nips import DAMAGES, Cells, as_written, people

KINDS = list(DAMAGES)


def examined(doctor: NipDoctor, cell: object, name: str, in_file: str = "") -> Diagnosis:
    reading = read_nip(cell)
    assert reading.flaw is not None, cell
    return doctor.examine(reading.flaw, reading.written, name, in_file)


def test_of_1000_damaged_numbers_none_is_invented_and_99_in_100_find_their_person() -> None:
    random = Random(2019)
    known = people(random, 8_000)
    doctor = NipDoctor(known)
    numbers = list(known)
    missed, wrong = [], []
    for case in range(1_000):
        kind = KINDS[case % len(KINDS)]
        nip = random.choice(numbers)
        cells = DAMAGES[kind](nip, as_written(known[nip], random), random)
        named = named_by(doctor, cells)
        wrong += [(kind, cells, one) for one in named if one != nip]
        missed += [] if named else [(kind, cells)]
    assert wrong == []
    assert len(missed) <= 10, missed


def test_of_1000_strangers_none_is_given_the_number_of_another() -> None:
    random = Random(2020)
    everyone = people(random, 9_000)
    strangers = dict(random.sample(sorted(everyone.items()), 1_000))
    doctor = NipDoctor({nip: name for nip, name in everyone.items() if nip not in strangers})
    own = []
    for case, (nip, name) in enumerate(strangers.items()):
        kind = KINDS[case % len(KINDS)]
        cells = DAMAGES[kind](nip, as_written(name, random), random)
        for one in named_by(doctor, cells):
            assert one == nip, (kind, cells, one)
            own.append(kind)
    # Nothing is proposed for whom nobody knows but the digits that stand there themselves.
    assert set(own) == {
        "all digits in the file",
        "swapped",
        "blanks",
        "a blank anywhere",
        "apostrophe",
        "prefix",
        "old and new",
    }


def test_the_population_has_the_shape_that_was_measured() -> None:
    known = people(Random(2019), 8_000)
    bearers = Counter(known.values())
    shared = [number for number in bearers.values() if number > 1]
    heads = Counter(nip[:15] for nip in known)
    assert (len(shared), max(shared)) == (471, 19)
    assert 1_300 < sum(shared) < 1_500
    assert 2_000 < sum(" " not in name for name in known.values()) < 2_400
    assert 0.91 < sum(number == 1 for number in heads.values()) / len(known) < 0.94
    assert len({(nip[:15], name) for nip, name in known.items()}) == len(known)


def named_by(doctor: NipDoctor, cells: Cells) -> list[str]:
    """The numbers that the row is given or that are proposed for it."""
    reading = read_nip(cells.nip)
    if reading.flaw is None:
        assert reading.nip is not None
        return [reading.nip.digits]
    found = doctor.examine(reading.flaw, reading.written, cells.name, cells.in_file)
    return [one.nip for one in found.proposals]


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
    assert [(one.nip, one.ground) for one in found.proposals] == [(GALIH, Ground.BIRTH_AND_NAME)]
    assert not found.safe
    assert examined(DOCTOR, "1,98501E+17", "Galih").proposals == ()


@pytest.mark.parametrize("cell", ["198501000000000000", 198501000000000000.0, "2.0E+17"])
def test_what_is_left_of_six_figures_after_saving_once_more_is_six_figures(cell: object) -> None:
    found = examined(DOCTOR, cell, "Galih Rangga Putra")
    assert [one.nip for one in found.proposals] == ([] if cell == "2.0E+17" else [GALIH])
    assert not found.safe


def test_a_name_that_several_bear_says_nothing_beside_a_month_of_birth() -> None:
    doctor = NipDoctor({GALIH: "Galih Putra", LARAS: "Galih Putra"})
    assert examined(doctor, "1,98501E+17", "Galih Putra").proposals == ()


def test_rounding_may_change_the_fifteenth_digit() -> None:
    nip = "199103152004122992"
    doctor = NipDoctor({nip: "Damar Wicaksana"})
    assert str(int(float(nip))) == "199103152004123008"
    for cell in (float(nip), "199103152004123008.0"):
        found = examined(doctor, cell, "DAMAR WICAKSANA")
        assert (found.safe, found.proposals[0].nip) == (True, nip)


def test_a_letter_in_the_place_of_a_digit_is_put_right_and_a_nik_with_one_is_not_kept() -> None:
    found = examined(DOCTOR, "l985OlOl2OlOOll9Ol", "Galih Rangga Putra")
    assert (found.safe, found.proposals[0].nip) == (True, GALIH)
    behind_an_o = NipDoctor({"200111132022211042": "Damar Wicaksana"})
    found = examined(behind_an_o, "2o0111132022211042", "Damar Wicaksana")
    assert found.proposals[0].nip == "200111132022211042"
    for nik in ("33O1010101850001", "O301010101850001", "No3301010101850001"):
        assert read_nip(nik).flaw is NipFlaw.NIK
        assert read_nip(nik).written == ""


def test_a_letter_may_have_taken_the_place_of_the_first_digit() -> None:
    found = examined(DOCTOR, f"P{GALIH[1:]}", "Galih Rangga Putra")
    assert (found.safe, found.proposals[0].nip) == (True, GALIH)


def test_beside_an_old_number_a_rounded_one_is_still_read() -> None:
    found = examined(DOCTOR, f"340099901\n{GALIH[:15]}000", "Galih Rangga Putra")
    assert (found.safe, found.proposals[0].nip) == (True, GALIH)


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
    found = DOCTOR.examine(NipFlaw.SWAPPED, "Laras Widuri", LARAS)
    assert (found.safe, found.proposals[0].ground) == (True, Ground.SWAPPED)
    stranger = DOCTOR.examine(NipFlaw.SWAPPED, "Mawar", "199009132025212903")
    assert stranger.safe
    other = DOCTOR.examine(NipFlaw.SWAPPED, "Mawar Sitaresmi", LARAS)
    assert not other.safe


def test_a_number_that_lost_digits_lost_them_in_the_wrong_column_as_well() -> None:
    cell = f"{int(float(LARAS))}.0"
    found = DOCTOR.examine(NipFlaw.SWAPPED, "Laras Widuri", cell)
    assert (found.safe, found.proposals[0].nip, found.proposals[0].ground) == (
        True,
        LARAS,
        Ground.SWAPPED,
    )
    assert DOCTOR.examine(NipFlaw.SWAPPED, "Mawar Sitaresmi", cell).proposals == ()


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


def proposed(doctor: NipDoctor, cell: object, name: str = "") -> list[str]:
    return [one.nip for one in examined(doctor, cell, name).proposals]


def only(nip: str, name: str, ground: Ground, *, same: bool, safe: bool) -> Diagnosis:
    return Diagnosis((Proposal(nip, name, ground, same),), safe)


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        (198501012010011000, "198501012010010900", "198501012010011999"),
        (198501012010011983, "198501012010011001", "198501012010012083"),
        (198501012010011984, "198501012010011884", "198501012010012999"),
        ("1,98501012010011E+17", "198501012010010500", "198501012010011999"),
        ("1.98501012010011904E+17", "198501012010011804", "198501012010012004"),
        ("198501012010011904.0", "198501012010011001", "198501012010012004"),
        ("' 198501012010011 000", "198501012010010900", "198501012010011999"),
        ("340099901 / 198501012010011000", "198501012010010900", "198501012010011999"),
    ],
)
def test_what_rounding_cannot_do_is_not_proposed(cell: object, low: str, high: str) -> None:
    outside = (f"{int(low) - 2}", f"{int(high) + 2}")
    known = dict.fromkeys((low, high, *outside), "Galih")
    assert proposed(NipDoctor(known), cell) == [low, high]


def test_digits_beyond_what_a_number_can_hold_say_nothing() -> None:
    doctor = NipDoctor({GALIH: "Galih"})
    assert proposed(doctor, "1.985010120100119010E+17") == []
    assert proposed(doctor, "19850101201001190.0") == []
    assert proposed(doctor, "1,985E+17", "Galih") == []
    assert proposed(doctor, "1,98501E+16", "Galih") == []
    assert proposed(doctor, "2E+17", "Galih") == []


def test_of_a_number_with_four_digits_lost_the_near_ones_are_proposed() -> None:
    far = "198501012010021901"
    doctor = NipDoctor({GALIH: "Galih", far: "Galih"})
    assert proposed(doctor, "1.9850101201001E+17") == []
    assert proposed(doctor, "1.98501012010011E+17") == [GALIH]
    assert proposed(doctor, "198501012010010000") == []


def test_month_of_birth_and_name_say_whom_they_mean() -> None:
    cell, name = "1,98501E+17", "GALIH RANGGA PUTRA"
    expected = only(GALIH, "Galih Rangga Putra", Ground.BIRTH_AND_NAME, same=True, safe=False)
    assert examined(DOCTOR, cell, name) == expected
    assert examined(DOCTOR, "1,98502E+17", name).proposals == ()
    assert examined(DOCTOR, "1,98412E+17", name).proposals == ()
    assert examined(DOCTOR, cell, "").proposals == ()
    several = NipDoctor({GALIH: "Galih Rangga Putra", LARAS: "Galih Rangga Putra, S.E."})
    assert examined(several, cell, name).proposals == ()


def test_digits_in_the_file_are_proposed_with_what_is_known_of_them() -> None:
    lost = float(GALIH)
    ground, name = Ground.FILE_DIGITS, "Galih Rangga Putra"
    found = examined(DOCTOR, lost, "Galih R. Putra", GALIH)
    assert found == only(GALIH, name, ground, same=True, safe=True)
    assert examined(DOCTOR, lost, "", GALIH) == only(GALIH, name, ground, same=False, safe=True)
    found = examined(DOCTOR, lost, "Laras Widuri", GALIH)
    assert found == only(GALIH, name, ground, same=False, safe=False)
    stranger = "199009132025212903"
    found = examined(DOCTOR, float(stranger), "Mawar", stranger)
    assert found == only(stranger, "", ground, same=False, safe=True)
    found = examined(DOCTOR, float(stranger), "", stranger)
    assert found == only(stranger, "", ground, same=False, safe=True)


@pytest.mark.parametrize(
    "raw",
    ["", "19850101201001190", "1985010120100119011", "１" * 18, "198502302010011901",
     "199203152019032902", "19850101201001190x"],
)  # fmt: skip
def test_only_digits_of_a_number_that_was_never_rounded_are_in_the_file(raw: str) -> None:
    believed = raw == LARAS and int(float(raw)) != int(raw)
    assert digits_in_file(raw) == (raw if believed else "")


def test_name_and_number_in_each_other_s_place_say_whom_they_mean() -> None:
    name, ground = "Laras Widuri", Ground.SWAPPED
    for flaw in (NipFlaw.SWAPPED, NipFlaw.NOT_A_NIP):
        found = DOCTOR.examine(flaw, "LARAS WIDURI", LARAS)
        assert found == only(LARAS, name, ground, same=True, safe=True)
    found = DOCTOR.examine(NipFlaw.SWAPPED, "Galih Rangga Putra", LARAS)
    assert found == only(LARAS, name, ground, same=False, safe=False)
    stranger = "199009132025212903"
    found = DOCTOR.examine(NipFlaw.SWAPPED, "Mawar", stranger)
    assert found == only(stranger, "", ground, same=False, safe=True)
    nothing = Diagnosis((), safe=False)
    assert DOCTOR.examine(NipFlaw.SWAPPED, "12/3", LARAS) == nothing
    assert DOCTOR.examine(NipFlaw.SWAPPED, "Laras Widuri", "Laras") == nothing
    assert DOCTOR.examine(NipFlaw.EMPTY, "", LARAS) == nothing


def test_whoever_bears_the_whole_name_goes_before_whoever_nearly_does() -> None:
    near, exact = f"{GALIH[:15]}001", f"{GALIH[:15]}009"
    doctor = NipDoctor({near: "Galih R. Putra", exact: "Galih Rangga Putra"})
    cell = f"{GALIH[:15]}000"
    expected = only(exact, "Galih Rangga Putra", Ground.LOST_END, same=True, safe=True)
    assert examined(doctor, cell, "galih rangga putra, S.E.") == expected
    found = examined(doctor, cell, "Galih Putra")
    assert ([one.nip for one in found.proposals], found.safe) == ([near, exact], False)


def test_the_first_of_two_with_the_whole_name_stands_before_all_who_nearly_bear_it() -> None:
    nips = [f"{GALIH[:15]}{serial:03}" for serial in (1, 2, 3)]
    names = ("Galih R. Putra", "Galih Rangga Putra", "Galih Rangga Putra")
    found = examined(
        NipDoctor(dict(zip(nips, names, strict=True))), f"{GALIH[:15]}000", "Galih Rangga Putra"
    )
    assert [one.nip for one in found.proposals] == [nips[1], nips[2], nips[0]]
    assert not found.safe


def test_at_most_five_are_proposed() -> None:
    doctor = NipDoctor({f"{GALIH[:15]}{serial:03}": "Galih" for serial in range(1, 9)})
    found = examined(doctor, f"{GALIH[:15]}000", "")
    assert [one.nip[-1] for one in found.proposals] == list("12345")


@pytest.mark.parametrize(
    "cell",
    [
        "18501012010011901",
        "19850101201001190",
        "19850101201011901",
        "1198501012010011901",
        "198501012010011901234",
        "00198501012010011901",
        "199513012010011901",
        "918501012010011901",
        "198501O12010011910",
        "198501O12010019101",
        "198501O12010011901",
        "l98501012010011901",
        "P98501012010011901",
        "NIP98501012010011901",
        "1985-0101.2010 0l1901",
    ],
)
def test_a_slip_or_two_lead_to_the_number_that_was_meant(cell: str) -> None:
    doctor = NipDoctor({GALIH: "Galih", "199512012010011901": "Galih"})
    reading = read_nip(cell)
    assert reading.flaw is not None
    found = doctor.examine(reading.flaw, reading.written, "Galih")
    meant = "199512012010011901" if cell == "199513012010011901" else GALIH
    assert [(one.nip, one.ground) for one in found.proposals] == [(meant, Ground.MISTYPED)]


@pytest.mark.parametrize(
    "cell",
    ["1985010120100119", "1985010120100119012345", "Galih 1985010120",
     "198513022010011901"],
)  # fmt: skip
def test_more_slips_than_two_lead_to_nobody(cell: str) -> None:
    assert proposed(NipDoctor({GALIH: "Galih"}), cell, "Galih") == []
