"""Cells that hold a name and a NIP."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.name_and_nip import NameAndNip, split_name_and_nip


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("BUDI SANTOSO\n198501012010011901", NameAndNip("BUDI SANTOSO", "198501012010011901")),
        (
            "Budi Santoso, S.Kom\nNIP. 19850101 201001 1 901\nPenata (III/c)",
            NameAndNip("Budi Santoso, S.Kom", "NIP. 19850101 201001 1 901", "Penata (III/c)"),
        ),
        (
            "Budi Santoso NIP. 198501012010011901",
            NameAndNip("Budi Santoso", "NIP. 198501012010011901"),
        ),
        ("Budi Santoso / 198501012010011901", NameAndNip("Budi Santoso", "198501012010011901")),
        ("198501012010011901\nBudi Santoso", NameAndNip("Budi Santoso", "198501012010011901")),
        ("Budi Santoso\n-", NameAndNip("Budi Santoso", "-")),
        ("Budi Santoso", NameAndNip("Budi Santoso", "")),
        (
            "Budi\n19850101\n2010011901",
            NameAndNip("Budi", "19850101\n2010011901"),
        ),
        ("", NameAndNip("", "")),
        (
            "Budi Santoso,\nS.Kom\nNIP. 198501012010011901\nKepala Seksi",
            NameAndNip("Budi Santoso S.Kom", "NIP. 198501012010011901", "", "Kepala Seksi"),
        ),
        (
            "Budi\n198501012010011901\nPenata, III/c\nKepala Seksi\nPNS",
            NameAndNip("Budi", "198501012010011901", "Penata, III/c", "Kepala Seksi PNS"),
        ),
        (
            "198501012010011901\nBudi\nSantoso",
            NameAndNip("Budi Santoso", "198501012010011901"),
        ),
        (
            "340099901\nBudi\n198501012010011901\nCamat",
            NameAndNip("Budi Camat", "340099901\n198501012010011901"),
        ),
    ],
)
def test_the_parts_come_apart_as_written(cell, parts):
    assert split_name_and_nip(cell) == parts


@given(st.text())
def test_any_text_comes_apart_without_complaint(text):
    assert isinstance(split_name_and_nip(text), NameAndNip)
