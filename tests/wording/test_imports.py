"""The words of the import: complete for every outcome, flaw and column."""

import pytest

from app.domain.fields import Certainty, Field
from app.domain.nip import NipDoubt, NipFlaw
from app.domain.person import Consent, Service
from app.domain.roster import PERSON_FIELDS, HoldReason, Outcome, SkippedKind
from app.wording.fields import consent_word, field_label, person_text_label, service_word
from app.wording.imports import (
    certainty_word,
    doubt_sentence,
    held_advice,
    held_label,
    outcome_word,
    skipped_label,
)
from app.wording.language import Language

HOLDS: tuple[NipFlaw | HoldReason, ...] = (*NipFlaw, *HoldReason)


def test_the_outcomes_are_called_as_on_the_screen(indonesian: Language) -> None:
    words = [outcome_word(outcome, indonesian) for outcome in Outcome]
    assert words == ["Baru", "Berubah", "Tetap", "Ditahan", "Dilewati"]


@pytest.mark.parametrize("reason", HOLDS)
def test_every_held_row_says_why_and_what_to_do(
    reason: NipFlaw | HoldReason, indonesian: Language, english: Language
) -> None:
    assert len(held_label(reason, indonesian)) <= 40
    assert held_advice(reason, indonesian).endswith(".")
    assert held_advice(reason, indonesian) != held_advice(reason, english)


def test_a_nip_stored_as_a_number_names_the_way_out(indonesian: Language) -> None:
    assert held_advice(NipFlaw.NUMERIC, indonesian) == (
        "NIP tersimpan sebagai angka: 3 digit terakhir hilang. Ubah kolom ke Teks di Excel, ketik "
        "ulang, lalu impor lagi."
    )


def test_every_kind_of_row_and_doubt_has_words_of_its_own(language: Language) -> None:
    assert len({skipped_label(kind, language) for kind in SkippedKind}) == len(SkippedKind)
    assert len({held_label(reason, language) for reason in HOLDS}) == len(HOLDS)
    assert len({doubt_sentence(doubt, language) for doubt in NipDoubt}) == len(NipDoubt)
    assert len({certainty_word(degree, language) for degree in Certainty}) == len(Certainty)


def test_certainty_is_said_in_words(indonesian: Language) -> None:
    words = [certainty_word(degree, indonesian) for degree in Certainty]
    assert words == ["tata letak dikenal", "pasti", "cukup yakin", "tebakan"]


def test_every_column_has_a_label_of_its_own(language: Language) -> None:
    labels = [field_label(field, language) for field in (*Field, None)]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_the_columns_of_platforms_carry_the_tag(indonesian: Language) -> None:
    assert field_label(Field.INSTAGRAM, indonesian) == "Akun IG"
    assert field_label(Field.INSTAGRAM_FOLLOWERS, indonesian) == "Pengikut IG"
    assert field_label(Field.INSTAGRAM_OBSERVED_ON, indonesian) == "Tanggal IG"
    assert field_label(None, indonesian) == "Tidak dipakai"


def test_facebook_counts_friends_where_the_office_says_so(indonesian: Language) -> None:
    field = Field.FACEBOOK_FOLLOWERS
    assert field_label(field, indonesian) == "Pengikut FB"
    assert field_label(field, indonesian, facebook_friends=True) == "Teman FB"
    assert field_label(Field.X_FOLLOWERS, indonesian, facebook_friends=True) == "Pengikut X"


def test_every_text_of_a_person_has_a_label(language: Language) -> None:
    assert all(person_text_label(name, language) for name in PERSON_FIELDS)


def test_consent_and_service_are_said_in_the_words_of_the_office(indonesian: Language) -> None:
    assert [consent_word(consent, indonesian) for consent in Consent] == [
        "Belum ditanya",
        "Bersedia",
        "Tidak bersedia",
        "Persetujuan ditarik",
    ]
    assert [service_word(service, indonesian) for service in Service] == [
        "Aktif",
        "Pindah",
        "Pensiun",
    ]
