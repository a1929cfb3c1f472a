"""Whose a workbook is: by id, by name, and by the list of the province."""

import pytest

from app.domain.rollup.offices import fold_office, office_keys, without_repetition
from app.domain.rollup.sending import Sender


@pytest.mark.parametrize(
    "name",
    [
        "Kabupaten Tirta Jaya",
        "KAB. TIRTA  JAYA",
        "Pemkab Tirta Jaya",
        "Pemerintah Kabupaten Tirta Jaya",
        "Pemerintah Daerah Kabupaten Tirta Jaya",
        "Pemda Kab Tirta Jaya",
    ],
)
def test_a_government_has_one_key_however_it_is_written(name: str) -> None:
    assert fold_office(name) == "kabupaten tirta jaya"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kabupaten Tirta Jaya", "Kota Tirta Jaya"),
        ("Kabupaten Tirta Jaya", "Provinsi Tirta Jaya"),
        ("Sekretariat Daerah", "Sekretariat DPRD"),
        ("Badan Daerah", "Badan"),
    ],
)
def test_different_offices_stay_different(one: str, other: str) -> None:
    assert fold_office(one) != fold_office(other)


def test_a_name_of_nothing_but_government_is_still_a_name() -> None:
    assert fold_office("Pemerintah Daerah") == "pemerintah daerah"


def test_a_typed_list_has_each_office_once_and_no_blank_one() -> None:
    typed = ["Kab. Awan", "", "  ", "Pemkab Awan", "Kota  Cahaya "]
    assert without_repetition(typed) == ("Kab. Awan", "Kota Cahaya")


def test_the_same_id_or_the_same_name_is_one_office() -> None:
    renamed, moved, other = (
        Sender("1", "Kab. Lama"),
        Sender("1", "Kab. Baru"),
        Sender("2", "Kota B"),
    )
    set_up_anew = Sender("3", "Pemkab Baru")
    keys = office_keys([other, moved, set_up_anew, renamed], [])
    assert keys[renamed] == keys[moved] == keys[set_up_anew]
    assert keys[other] == "kota b"


def test_two_names_of_the_list_are_two_offices_with_one_id() -> None:
    first, copied, unlisted = Sender("1", "Kab. A"), Sender("1", "Kab. B"), Sender("1", "Kab. C")
    assert office_keys([first, copied, unlisted], ["Kabupaten A", "Kabupaten B"]) == {
        first: "kabupaten a",
        copied: "kabupaten b",
        unlisted: "kabupaten c",
    }
    # Of one name of the list, whatever else it was called.
    assert set(office_keys([first, copied], ["Kabupaten B"]).values()) == {"kabupaten b"}
