"""A release: the list of changes names it, every file has its hash, every part its licence."""

import hashlib
import json
from pathlib import Path

import pytest

from installer.failure import SetUpError
from installer.packing.bill import bill_of
from installer.packing.built import Built
from installer.packing.releasing import SUMS, refuse_a_wrong_list, write_bills, write_sums
from installer.packing.shipped import Shipped

OF_PIP = Shipped("alembic", "1.20.1", "MIT", "https://a.example", "ab" * 32, of_pip=True)
OTHER_PYTHON = Shipped("alembic", "1.20.1", "MIT", "https://a.example", "cd" * 32, of_pip=True)
FONT = Shipped("Inter", "4.0", "OFL-1.1", "https://b.example")


def test_a_bill_names_each_thing_once_with_licence_source_and_every_hash() -> None:
    bill = json.loads(bill_of("x.deb", "1.2.3", 0, "ef" * 32, [OF_PIP, FONT, OTHER_PYTHON]))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"
    assert bill["metadata"]["component"]["hashes"] == [{"alg": "SHA-256", "content": "ef" * 32}]
    first, second = bill["components"]
    assert first["purl"] == "pkg:pypi/alembic@1.20.1"
    assert [one["content"] for one in first["hashes"]] == ["ab" * 32, "cd" * 32]
    assert second["licenses"] == [{"expression": "OFL-1.1"}]
    assert "purl" not in second
    assert "hashes" not in second


def test_the_same_artefact_has_the_same_bill() -> None:
    first, second = (bill_of("x.deb", "1", 5, "ab" * 32, [FONT]) for _ in range(2))
    assert first == second
    assert first != bill_of("x.deb", "1", 5, "cd" * 32, [FONT])


@pytest.mark.parametrize(
    ("changes", "draft"),
    [("## 1.2.3 – 2026-11-28\n", False), ("## 1.2.3 – not released yet\n", True)],
)
def test_a_list_of_changes_that_names_the_version_is_taken(changes: str, draft: bool) -> None:
    refuse_a_wrong_list("1.2.3", changes, draft)


@pytest.mark.parametrize(
    ("changes", "draft"),
    [
        ("## 1.2.3 – not released yet\n", False),
        ("## 1.2.2 – 2026-11-28\n", False),
        ("## 1.2.2 – 2026-11-28\n", True),
        ("", True),
    ],
)
def test_a_list_of_changes_that_does_not_is_refused(changes: str, draft: bool) -> None:
    with pytest.raises(SetUpError, match=r"1\.2\.3"):
        refuse_a_wrong_list("1.2.3", changes, draft)


def test_every_file_that_is_handed_out_has_its_hash_and_its_bill(tmp_path: Path) -> None:
    artefact, own = tmp_path / "gaung.deb", tmp_path / "gaung.whl"
    artefact.write_bytes(b"one")
    own.write_bytes(b"two")
    (tmp_path / "kept").mkdir()
    write_bills([Built((artefact,), (FONT,)), Built((own,), ())], tmp_path)
    write_sums(tmp_path)
    lines = (tmp_path / SUMS).read_text().splitlines()
    named = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert sorted(named) == ["gaung.deb", "gaung.deb.cdx.json", "gaung.whl"]
    assert named["gaung.whl"] == hashlib.sha256(b"two").hexdigest()
    bill = json.loads((tmp_path / "gaung.deb.cdx.json").read_text())
    assert bill["metadata"]["component"]["hashes"][0]["content"] == named["gaung.deb"]


def test_what_was_built_is_told_with_size_hash_and_notes(tmp_path: Path) -> None:
    artefact = tmp_path / "gaung.deb"
    artefact.write_bytes(b"one")
    told = Built((artefact,), (), ("2 files",)).told()
    assert f"{artefact}  3 B" in told
    assert hashlib.sha256(b"one").hexdigest() in told
    assert told.endswith("2 files")
