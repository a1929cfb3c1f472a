"""Units: what is one name without asking, what may be one, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.unit_match import UnitIndex, closest, is_renamed, likeness
from app.domain.unit_name import fold_unit, words_and_numbers

NAMES = (
    "Dinas Kesehatan",
    "Dinas Pendidikan dan Kebudayaan",
    "Dinas Komunikasi dan Informatika",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Kecamatan Hulu Utara",
    "SD Negeri 1 Tirta",
    "UPTD Puskesmas Hilir II",
)
ANY = st.text(st.characters(categories=["L", "N", "P", "Z"]), max_size=30)
WORDS = st.lists(
    st.sampled_from("dinas badan sd smp n negeri satpol pp dan & rsud 01 2 ii kelas a tirta".split()),
    max_size=6,
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DINAS KESEHATAN", "Din. Kesehatan"),
        ("Dinas Pendidikan & Kebudayaan", "dinas  pendidikan dan kebudayaan"),
        ("Dinas Perumahan, Permukiman dan Pertanahan", "DINAS PERUMAHAN PERMUKIMAN PERTANAHAN"),
        ("BKP SDM", "bkp. sumber daya manusia"),
        ("Kec. Hulu", "KECAMATAN HULU"),
        ("SDN 01 Tirta", "SD Negeri 1 Tirta"),
        ("SMP N 3 Hilir", "SMPN 3 HILIR"),
        ("RSUD Tirta", "Rumah Sakit Umum Daerah Tirta"),
        ("Satpol PP", "Satuan Polisi Pamong Praja"),
        ("Setda Kab. Tirta", "Sekretariat Daerah Kabupaten Tirta"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold_unit(one) == fold_unit(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Kesehtan", "Dinas Kesehatan"),
        ("Dinas Kes ehatan", "Dinas Kesehatan"),
        ("Badan Kepegawaian Daerha", "Badan Kepegawaian Daerah"),
        ("Dinas Kebudayaan dan Pendidikan", "Dinas Pendidikan dan Kebudayaan"),
        ("Dinas Pendidikan", "Dinas Pendidikan dan Kebudayaan"),
        ("Dinas Kesehatan Kabupaten Tirta", "Dinas Kesehatan"),
        ("Dinkes", "Dinas Kesehatan"),
        ("DISKOMINFO", "Dinas Komunikasi dan Informatika"),
        ("Disdikbud", "Dinas Pendidikan dan Kebudayaan"),
        ("BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
        ("Bappeda", "Badan Perencanaan Pembangunan Daerah"),
        ("Puskesmas Hillir II", "Puskesmas Hilir 2"),
    ],
)
def test_what_may_be_one_unit_is_alike(one: str, other: str) -> None:
    first, second = fold_unit(one), fold_unit(other)
    assert likeness(first, second) > 0
    assert UnitIndex([first, second]).near(first) == {second}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SD Negeri 1 Tirta", "SD Negeri 2 Tirta"),
        ("SDN 1 Tirta", "SDN Tirta"),
        ("SMP Negeri 11", "SMP Negeri 1"),
        ("Puskesmas Hilir I", "Puskesmas Hilir II"),
        ("Asisten Satu", "Asisten Dua"),
        ("Rumah Sakit Kelas A", "Rumah Sakit Kelas B"),
        ("Dinas Pertanian", "Dinas Pertanahan"),
        ("Dinas Perhubungan", "Dinas Perkebunan"),
        ("Kecamatan Hulu Utara", "Kecamatan Hulu Selatan"),
        ("Kecamatan Hulu", "Kecamatan Hulu Utara"),
        ("SD Negeri Tirta", "SD Negeri Tirta Maju"),
        ("Kelurahan Hulu Kecamatan Hilir", "Kelurahan Hilir Kecamatan Hulu"),
        ("Dinas Kesehatan", "Dinas Kesehatan UPT Puskesmas Hulu"),
        ("Dinas Kesehatan", "Dinas Kesejahteraan Sosial"),
        ("Badan Pengelola Keuangan Daerah", "Badan Pengelola Pendapatan Daerah"),
        ("Badan Kepegawaian Daerah", "Badan Kesatuan Bangsa dan Politik"),
    ],
)
def test_other_units_are_never_guessed_to_be_one(one: str, other: str) -> None:
    assert likeness(fold_unit(one), fold_unit(other)) == 0


def test_of_two_that_are_equally_alike_none_is_guessed() -> None:
    assert closest("dinas kesehtan", ["dinas kesehatan", "dinas sosial"]) == "dinas kesehatan"
    assert closest("kecamatan sukamaj", ["kecamatan sukamaju", "kecamatan sukamaja"]) is None
    assert closest("dinas sosial", []) is None


@given(st.one_of(ANY, WORDS))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold_unit(fold_unit(text)) == fold_unit(text)


@given(st.one_of(ANY, WORDS, st.sampled_from(NAMES)), st.one_of(ANY, WORDS, st.sampled_from(NAMES)))
def test_likeness_has_no_direction_and_other_numbers_are_other_units(one: str, other: str) -> None:
    first, second = fold_unit(one), fold_unit(other)
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 100
    if likeness(first, second):
        assert second in UnitIndex([first, second]).near(first)
    if words_and_numbers(first)[1] != words_and_numbers(second)[1] or first == second:
        assert likeness(first, second) == 0


@given(st.sampled_from(NAMES), st.integers(0, 999), st.integers(0, 999))
def test_a_number_inside_always_tells_two_units_apart(name: str, one: int, other: int) -> None:
    alike = likeness(fold_unit(f"{name} {one}"), fold_unit(f"{name} {other}"))
    assert alike == 0
    assert (fold_unit(f"{name} {one}") == fold_unit(f"{name} {other}")) == (one == other)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("SDN 01 Tirta", ("1",)),
        ("Puskesmas Hilir IV", ("4",)),
        ("Wilayah XIX", ("19",)),
        ("Asisten Sepuluh", ("10",)),
        ("Kelas b", ("b",)),
        ("Dinas Kesehatan", ()),
        ("SMP 3a", ("3", "a")),
    ],
)
def test_numbers_are_read_however_they_are_written(text: str, numbers: tuple[str, ...]) -> None:
    assert words_and_numbers(fold_unit(text))[1] == numbers


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("dinas kesehatan", "dinaskesehatan", 100.0),
        ("dinas kesehatan jaya", "dinas jaya kesehatan", 95.0),
        ("sekolah jaya hulu", "sekolah hulu jaya", 0.0),
        ("dinas kesehatan", "dinas kesehatan", 0.0),
        ("dinas kesehatan 1", "dinas kesehata 2", 0.0),
        ("1", "2", 0.0),
        ("dinas kesehatan", "dinas kesehata", 96.55),
        ("dinas kesehatan", "dina kesehatan", 0.0),
        ("dinas kependudukan", "dinas kependduukna", 88.89),
        ("dinas kependudukan", "dinas kependxxukan", 88.89),
        ("dinas kependudukan", "dinas kepenxxxukan", 0.0),
        ("dinas perhubungan", "dinas perhbuunagn", 0.0),
        ("dinas kesehatan", "dinas kesheatna", 0.0),
        ("badan kesehatan umum negara", "badan kesehatam umun negaro", 0.0),
        ("dinas kesehatan masyarakat jayanti", "dinas kesehatam masyarakit jayanto", 0.0),
        ("dinas kesehatan masyarakat jaya", "dinas kesehatam masyarakit jaya", 93.5),
        ("dinas kesehatan", "dinas kesehatan keluarga berencana", 75.61),
        ("kecamatan hulu", "kecamatan hulu kabupaten jaya", 75.65),
        ("kecamatan hulu", "kecamatan hulu utara", 0.0),
        ("dinas kesehatan", "dinas kesehatan bidang umum", 0.0),
        ("dinas", "dinas kesehatan umum", 0.0),
        ("bkpsdm", "badan kepegawaian pengembangan sumber daya manusia", 70.0),
        ("dinkes", "dinas kesehatan", 70.0),
        ("disdik", "dinas pendidikan", 70.0),
        ("dishub", "dinas perhubungan", 70.0),
        ("dk", "dinas kesehatan", 0.0),
        ("dik", "dinas kesehatan", 70.0),
        ("bagian prokopim", "bagian protokol komunikasi pimpinan", 70.0),
        ("bidang prokopim", "bagian protokol komunikasi pimpinan", 0.0),
        ("bagian protokol", "bagian protokol komunikasi pimpinan", 75.6),
        ("bagian proto", "bagian protokol", 0.0),
        ("dinkesx", "dinas kesehatan", 0.0),
        ("", "dinas", 0.0),
    ],
)
def test_how_far_two_names_may_be_one(one: str, other: str, score: float) -> None:
    assert likeness(one, other) == pytest.approx(score, abs=0.06)
    assert likeness(other, one) == pytest.approx(score, abs=0.06)


def test_an_office_is_renamed_where_it_grew() -> None:
    assert is_renamed("dinas kesehatan", "dinas kesehatan keluarga berencana")
    assert is_renamed("dinas kesehatan keluarga berencana", "dinas kesehatan")
    assert is_renamed("dinas kesehatan 1", "dinas kesehatan keluarga 1")
    assert not is_renamed("dinas kesehatan", "dinas pendidikan")
    assert not is_renamed("dinas kesehatan", "dinas kesehatan")
    assert not is_renamed("dinas", "dinas kesehatan")


def test_the_closest_is_one_alone() -> None:
    assert closest("dinas kesehata", ["dinas kesehatan", "dinas sosial"]) == "dinas kesehatan"
    assert closest("dinas x", ["badan y"]) is None
    assert closest("dinas x", []) is None
    assert closest("dinas kesehat", ["dinas kesehata", "dinas kesehati"]) is None


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("dinas kesehata", "dinas kesehatan"),
        ("dinaskesehatan", "dinas kesehatan"),
        ("dinas jaya kesehatan umum", "dinas umum jaya kesehatan"),
        ("dinas kesehatan keluarga berencana jaya", "dinas kesehatan"),
        ("dinkes", "dinas kesehatan"),
        ("disdik", "dinas pendidikan"),
        ("capil", "pencatatan sipil"),
        ("bagian prokopim", "bagian protokol komunikasi pimpinan"),
    ],
)
def test_an_index_finds_what_a_name_may_be_from_either_side(name: str, other: str) -> None:
    rest = ["badan riset", "sekolah dasar 1 hulu", "xyz"]
    for one, sought in ((name, other), (other, name)):
        found = UnitIndex([sought, one, *rest]).near(one)
        assert sought in found
        assert one not in found
        assert not found & {"badan riset", "xyz"}


def test_an_index_keeps_numbers_apart_and_tells_of_few() -> None:
    index = UnitIndex(["dinas kesehatan", "dinas sosial", "dinas kesehatan 2", "kantor pos"])
    assert index.near("dinas kesehata") == {"dinas kesehatan"}
    assert index.near("zzz") == set()
    assert index.near("") == set()
