"""When a civil servant retires: by the birth date in the NIP and the age of the kind of post."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.retirement import ages, retirement


@pytest.mark.parametrize(
    ("position", "job_type", "echelon", "found"),
    [
        ("Pranata Humas Ahli Utama", "Fungsional", "", (65, 65)),
        ("Pranata Humas Ahli Madya", "Fungsional", "", (60, 60)),
        ("Pranata Humas Ahli Muda", "Fungsional", "", (58, 58)),
        ("Pranata Komputer Penyelia", "Fungsional", "", (58, 58)),
        ("Guru Ahli Pertama", "Fungsional", "", (60, 60)),
        ("Guru Ahli Utama", "Fungsional", "", (60, 65)),
        ("Kepala Dinas", "Struktural", "II.b", (60, 60)),
        ("Sekretaris Daerah", "Jabatan Pimpinan Tinggi Pratama", "", (60, 60)),
        ("Kepala Bidang IKP", "Struktural", "III.b", (58, 58)),
        ("Pengelola Data", "Pelaksana", "", (58, 58)),
        ("Kepala Seksi", "Struktural", "", (58, 60)),
        ("Dokter Ahli Pertama", "Fungsional", "", (58, 60)),
        ("", "", "", (58, 65)),
    ],
)
def test_the_age_is_that_of_the_post_and_a_range_where_nobody_says_it(
    position: str, job_type: str, echelon: str, found: tuple[int, int]
) -> None:
    assert ages(position, job_type, echelon) == found


@pytest.mark.parametrize(
    ("nip", "day"),
    [
        ("196903152010011901", date(2027, 4, 1)),
        ("196912312010011901", date(2028, 1, 1)),
        ("196902282010011901", date(2027, 3, 1)),
    ],
)
def test_the_service_ends_on_the_first_of_the_month_after_the_birthday(nip: str, day: date) -> None:
    when = retirement(Person(Nip(nip), "Ani", position="Pengelola", job_type="Pelaksana"))
    assert (when.latest, when.oldest, when.is_sure) == (day, 58, True)


@given(
    st.dates(date(1950, 1, 1), date(2008, 12, 31)),
    st.sampled_from(["", "Guru", "Kepala Seksi", "Ahli Utama", "Dokter"]),
)
def test_nobody_leaves_before_the_birthday_nor_more_than_a_month_after_it(
    born: date, position: str
) -> None:
    person = Person(Nip(f"{born:%Y%m%d}2010011901"), "Ani", position=position)
    when = retirement(person)
    assert when.earliest <= when.latest
    assert {when.youngest, when.oldest} <= {58, 60, 65}
    for day, age in ((when.earliest, when.youngest), (when.latest, when.oldest)):
        assert day.day == 1
        months = (day.year - born.year) * 12 + day.month - born.month
        assert months == age * 12 + 1
