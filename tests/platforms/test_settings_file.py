"""The file of addresses: read where it is there, and never a place for tokens."""

from pathlib import Path

from app.platforms.settings_file import names_in_file


def test_addresses_and_versions_are_read_and_nothing_that_could_be_a_token(tmp_path: Path) -> None:
    file = tmp_path / "platforms.txt"
    file.write_text(
        "\ufeff# kantor di belakang gerbang\nGAUNG_X_URL = https://gerbang.example\n"
        "GAUNG_INSTAGRAM_VERSION=v27.0\nGAUNG_X_TOKEN=ZZCANARY\nGAUNG_X_APPROVED=1\nPATH=/tmp\n\n=\n",
        encoding="utf-8",
    )
    assert names_in_file(file) == {
        "GAUNG_X_URL": "https://gerbang.example",
        "GAUNG_INSTAGRAM_VERSION": "v27.0",
    }


def test_what_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    assert names_in_file(tmp_path / "none.txt") == {}
    assert names_in_file(tmp_path) == {}
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"GAUNG_X_URL=\xff\xfe")
    assert names_in_file(binary) == {}
    binary.write_bytes(b"GAUNG_X_URL=a\n" * 10_000)
    assert names_in_file(binary) == {}
