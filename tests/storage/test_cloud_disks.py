"""What this computer says about its cloud folders."""

import json
from pathlib import Path

import pytest

from app.domain.cloud import Cloud
from app.storage.cloud_disks import cloud_around


@pytest.fixture(autouse=True)
def no_clouds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))


def test_a_plain_folder_is_in_no_cloud(tmp_path: Path) -> None:
    assert cloud_around(tmp_path / "data.db") is None


def test_windows_says_where_onedrive_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Kerja"))
    assert cloud_around(tmp_path / "Kerja" / "Gaung" / "data.db") is Cloud.ONEDRIVE


def test_dropbox_says_where_its_folders_are(tmp_path: Path) -> None:
    said = tmp_path / "rumah" / ".dropbox" / "info.json"
    said.parent.mkdir(parents=True)
    said.write_text(json.dumps({"business": {"path": str(tmp_path / "Bersama")}}))
    assert cloud_around(tmp_path / "Bersama" / "data.db") is Cloud.DROPBOX
    said.write_text('{"business": 7}')
    assert cloud_around(tmp_path / "Bersama" / "data.db") is None


def test_a_link_into_a_cloud_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "kantor").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert cloud_around(tmp_path / "kantor" / "data.db") is Cloud.DROPBOX
