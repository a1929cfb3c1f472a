"""The data map knows every table that there really is, and where each byte lies."""

from pathlib import Path

from app.domain.data_map import BESIDE, OF_TABLES, Keeping, LegalGround, Place
from app.domain.retention import Limited
from app.paths import resources
from app.services.workplace import Workplace
from app.storage.erasing import tables_of_people
from app.storage.schema import metadata
from app.storage.table_sizes import tables_in_file
from app.wording.data_map import (
    KEYS,
    ground_words,
    keeping_words,
    part_words,
    place_words,
    purpose_words,
)
from app.wording.language import Language


def test_every_table_of_the_file_stands_in_the_map_and_none_that_is_not_there(
    place: Workplace,
) -> None:
    with place.database.reading() as tx:
        there = tables_in_file(tx)
    assert {one.key for one in OF_TABLES} == there == set(metadata.tables)
    assert {one.key for one in (*OF_TABLES, *BESIDE)} == KEYS


def test_every_column_with_a_nip_is_reached_by_an_erasure() -> None:
    """A new table that names people must be erased too: then it belongs into this list."""
    named = {
        table.name
        for table in metadata.sorted_tables
        if {"nip", "person_id"} & {column.name for column in table.c}
    }
    reached = {table.name for table in tables_of_people()}
    reached |= {
        "people",
        "snapshot_contents",
        "snapshot_rows",
        "submission_contents",
        "signatories",
    }
    assert named == reached


def test_every_entry_has_all_its_words_in_both_languages() -> None:
    for language in (Language("en", Path()), Language("id", resources() / "locale")):
        for one in (*OF_TABLES, *BESIDE):
            assert part_words(one.key, language)
            assert purpose_words(one.key, language)
        assert all(ground_words(one, language) for one in LegalGround)
        assert all(keeping_words(one, language) for one in Keeping)
        assert all(place_words(one, language) for one in Place)


def test_it_counts_what_is_there_and_says_how_long_it_stays(place: Workplace, canary: int) -> None:
    place.privacy.retention.save(Limited.COUNTS, 36)
    found = {one.kept.key: one for one in place.privacy.data_map.entries()}
    assert found["people"].number == 2
    assert (found["counts"].months, found["people"].months) == (36, None)
    assert found["pictures"].number == 6, "each with its thumbnail"
    assert found["backups"].path == place.backups.folder
    assert "second_place" not in found
    assert "aside" not in found
