"""Names of units: one spelling each; what only may be one is asked, remembered, never assumed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from app.domain.roster import Outcome
from app.services.importing import ImportPlan, UnitGuess
from app.services.importing.units import UnitNames
from app.services.job import Job
from app.services.waiting_room import WaitingRoom
from app.storage.learned import remembered_units
from tests.services.importing.conftest import TODAY, Desk, Row, write_csv

HEAD = ("NIP", "Nama", "Perangkat Daerah", "Unit Kerja", "Followers IG")
OLD, NEW = "Badan Kepegawaian Daerah", "Badan Kepegawaian dan Pengembangan SDM"


def row(number: int, organisation: str, unit: str = "", nip: str = "") -> Row:
    return (nip or f"19900101201501{1 + number % 2}{number + 1:03}", f"Pegawai {chr(65 + number)}",
            organisation, unit, "700")  # fmt: skip


class Rosters:
    """Writes rosters of organisations and says what became of them."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self._folder = folder
        self._written = 0

    def write(self, organisations: Sequence[str | Row], head: Sequence[str] = HEAD) -> Path:
        rows = [
            row(place, one) if isinstance(one, str) else one
            for place, one in enumerate(organisations)
        ]
        self._written += 1
        return write_csv(self._folder / f"{self._written}.csv", rows, head)

    def plan(self, path: Path, said: Mapping[str, str] | None = None) -> ImportPlan:
        with self.desk.importing.read(path, Job.quiet()) as source:
            return self.desk.importing.plan([source], TODAY, Job.quiet(), said_units=said or {})

    def bring(
        self, organisations: Sequence[str | Row], said: Mapping[str, str] | None = None
    ) -> int:
        return self.desk.apply(self.plan(self.write(organisations), said)).import_id

    def stored(self, place: int = 8) -> Counter[str]:
        return Counter(str(person[place]) for person in self.desk.content()["people"])

    def remembered(self) -> dict[str, str]:
        with self.desk.office.reading() as tx:
            return remembered_units(tx)


@pytest.fixture
def rosters(desk: Desk, tmp_path: Path) -> Rosters:
    made = Rosters(desk, tmp_path)
    from app.storage.schema import people

    assert [column.name for column in people.columns][8] == "organisation"
    return made


def pairs(plan: ImportPlan) -> list[tuple[str, str, int]]:
    return [(guess.written, guess.known, guess.rows) for guess in plan.unit_guesses]


def only(plan: ImportPlan) -> UnitGuess:
    (guess,) = plan.unit_guesses
    return guess


def test_spellings_of_one_unit_become_the_first_one_without_asking(rosters: Rosters) -> None:
    names = ["Dinas Kesehatan", "DINAS KESEHATAN", "Din. Kesehatan ", "dinas  kesehatan"]
    plan = rosters.plan(rosters.write(names))
    assert plan.unit_guesses == ()
    rosters.desk.apply(plan)
    assert rosters.stored() == {"Dinas Kesehatan": 4}


def test_the_spelling_of_the_office_wins_over_that_of_the_file(rosters: Rosters) -> None:
    rosters.bring(["Dinas Kesehatan", "Dinas Sosial"])
    plan = rosters.plan(rosters.write(["DIN. KESEHATAN", "DINAS SOSIAL", "DINAS SOSIAL"]))
    assert (plan.outcomes[Outcome.UNCHANGED], plan.outcomes[Outcome.NEW]) == (2, 1)
    rosters.desk.apply(plan)
    assert rosters.stored() == {"Dinas Kesehatan": 1, "Dinas Sosial": 2}


def test_finer_units_have_one_spelling_too_and_are_never_guessed(rosters: Rosters) -> None:
    rows = [
        row(0, "Dinas Kesehatan", "Bidang Umum"),
        row(1, "Dinas Kesehatan", "BIDANG UMUM"),
        row(2, "Dinas Kesehatan", "Bidang Umun"),
    ]
    plan = rosters.plan(rosters.write(rows))
    assert plan.unit_guesses == ()
    rosters.desk.apply(plan)
    assert rosters.stored(9) == {"Bidang Umum": 2, "Bidang Umun": 1}


def test_a_name_that_is_close_is_asked_and_imported_as_it_stands_meanwhile(
    rosters: Rosters,
) -> None:
    rosters.bring(["Dinas Kesehatan"] * 2)
    plan = rosters.plan(rosters.write([row(5, "Dinas Kesehtan"), row(6, "DINAS KESEHTAN")]))
    assert pairs(plan) == [("Dinas Kesehtan", "Dinas Kesehatan", 2)]
    assert only(plan).same is None
    ((_, rows),) = only(plan).places
    assert list(rows) == [2, 3]
    rosters.desk.apply(plan)
    assert rosters.stored() == {"Dinas Kesehatan": 2, "Dinas Kesehtan": 2}
    assert rosters.remembered() == {}


def test_a_slip_inside_a_first_file_is_asked_too_the_more_frequent_name_is_meant(
    rosters: Rosters,
) -> None:
    plan = rosters.plan(rosters.write(["Dinas Sosail", "Dinas Sosial", "Dinas Sosial"]))
    assert pairs(plan) == [("Dinas Sosail", "Dinas Sosial", 1)]


def test_what_was_said_counts_at_once_and_is_used_silently_the_next_time(
    rosters: Rosters,
) -> None:
    rosters.bring(["Dinas Kesehatan"] * 2)
    later = rosters.write(["Dinas Kesehatan", "Dinas Kesehatan", "Dinas Kesehtan"])
    guess = only(rosters.plan(later))
    plan = rosters.plan(later, {guess.key: guess.known})
    assert only(plan).same is True
    assert plan.outcomes[Outcome.UNCHANGED] == 2
    rosters.desk.apply(plan)
    assert rosters.stored() == {"Dinas Kesehatan": 3}
    assert rosters.plan(rosters.write(["DINAS KESEHTAN"])).unit_guesses == ()
    rosters.desk.bring(rosters.write([row(8, "DINAS KESEHTAN")]))
    assert rosters.stored() == {"Dinas Kesehatan": 4}


def test_a_refused_guess_is_not_asked_again(rosters: Rosters) -> None:
    rosters.bring(["Kecamatan Sukamaju"] * 2)
    later = rosters.write([row(5, "Kecamatan Sukamaja")])
    guess = only(rosters.plan(later))
    plan = rosters.plan(later, {guess.key: guess.written})
    assert only(plan).same is False
    rosters.desk.apply(plan)
    assert rosters.stored() == {"Kecamatan Sukamaju": 2, "Kecamatan Sukamaja": 1}
    assert rosters.plan(rosters.write([row(6, "KECAMATAN SUKAMAJA")])).unit_guesses == ()


def test_a_guess_that_nobody_answered_is_asked_again(rosters: Rosters) -> None:
    rosters.bring(["Dinas Kesehatan"] * 2)
    rosters.bring([row(5, "Dinas Kesehtan")])
    again = rosters.plan(rosters.write([row(5, "Dinas Kesehtan"), row(6, "Dinas Kesehatan")]))
    assert pairs(again) == [("Dinas Kesehtan", "Dinas Kesehatan", 1)]


def test_undoing_the_import_takes_its_answers_back(rosters: Rosters) -> None:
    rosters.bring(["Dinas Kesehatan"] * 2)
    later = rosters.write([row(5, "Dinas Kesehtan")])
    guess = only(rosters.plan(later))
    applied = rosters.desk.apply(rosters.plan(later, {guess.key: guess.known}))
    assert rosters.remembered() == {"dinas kesehtan": "Dinas Kesehatan"}
    rosters.desk.undo(applied.import_id)
    assert rosters.remembered() == {}
    assert pairs(rosters.plan(later)) == [("Dinas Kesehtan", "Dinas Kesehatan", 1)]


def test_numbers_inside_tell_schools_apart(rosters: Rosters) -> None:
    rosters.bring([f"SD Negeri {number} Tirta" for number in range(1, 6)])
    plan = rosters.plan(rosters.write(["SDN 6 Tirta", "SD Negeri 11 Tirta", "SDN 02 TIRTA"]))
    assert plan.unit_guesses == ()
    rosters.desk.apply(plan)
    assert (rosters.stored()["SD Negeri 2 Tirta"], rosters.stored()["SDN 02 TIRTA"]) == (1, 0)


def test_old_and_new_name_of_one_office_are_not_joined_by_themselves(rosters: Rosters) -> None:
    rosters.bring([OLD, NEW, NEW])
    assert rosters.stored() == {OLD: 1, NEW: 2}


def test_where_no_organisation_is_said_the_unit_stands_for_it(rosters: Rosters) -> None:
    rosters.bring([row(0, "", "Dinas Kesehatan"), row(1, "", "Dinas Kesehatan")])
    plan = rosters.plan(rosters.write([row(2, "", "Dinkes"), row(3, "Dinas Kesehatan", "Umum")]))
    assert pairs(plan) == [("Dinkes", "Dinas Kesehatan", 1)]
    guess = only(plan)
    rosters.bring([row(2, "", "Dinkes")], {guess.key: guess.known})
    assert rosters.stored(9) == {"Dinas Kesehatan": 3}
    rosters.bring([row(4, "Dinas Sosial", "Dinkes")])
    assert rosters.stored(9)["Dinkes"] == 1


def test_answers_may_follow_each_other(rosters: Rosters) -> None:
    rosters.bring(["Dinas Pendidikan dan Kebudayaan"] * 3)
    rosters.bring([row(5, "Disdikbud")], {"disdikbud": "Dinas Pendidikan"})
    said = {"dinas pendidikan": "Dinas Pendidikan dan Kebudayaan"}
    rosters.bring([row(6, "Dinas Pendidikan"), row(7, "DISDIKBUD")], said)
    assert rosters.stored()["Dinas Pendidikan dan Kebudayaan"] == 5


def test_a_held_row_keeps_its_words_and_is_finished_under_the_name_that_is_meant(
    rosters: Rosters,
) -> None:
    rosters.bring(["Dinas Kesehatan"] * 2)
    held = row(5, "Dinas Kesehtan", nip="123")
    rosters.bring([held], {"dinas kesehtan": "Dinas Kesehatan"})
    room = WaitingRoom(rosters.desk.office, lambda: rosters.desk.clock, "Arum")
    (waiting,) = room.rows()
    assert waiting.held.texts["organisation"] == "Dinas Kesehtan"
    room.correct({waiting.held.id: {"nip": "199001012015011099"}})
    assert rosters.stored() == {"Dinas Kesehatan": 3}


def test_names_without_letters_stay_as_they_are(rosters: Rosters) -> None:
    assert rosters.plan(rosters.write(["...", "???"])).unit_guesses == ()
    assert UnitNames(decided={}).guesses() == ()
