"""Which cloud service copies a folder, from its path alone."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cloud import Cloud, cloud_of, is_cloud_tag

HOME = "C:\\Users\\sari"
WINDOWS = [
    (HOME + r"\OneDrive\Gaung\data.db", Cloud.ONEDRIVE),
    (HOME + r"\OneDrive - Pemkab Tirta Jaya\data.db", Cloud.ONEDRIVE),
    (HOME + r"\Dropbox\data.db", Cloud.DROPBOX),
    (HOME + r"\Dropbox (Diskominfo)\kantor\data.db", Cloud.DROPBOX),
    (r"G:\My Drive\data.db", Cloud.GOOGLE_DRIVE),
    (r"G:\Drive Saya\Gaung\data.db", Cloud.GOOGLE_DRIVE),
    (r"H:\Drive bersama\Humas\data.db", Cloud.GOOGLE_DRIVE),
    (HOME + r"\Google Drive\data.db", Cloud.GOOGLE_DRIVE),
    (HOME + r"\iCloudDrive\data.db", Cloud.ICLOUD),
    (HOME + r"\ONEDRIVE\data.db", Cloud.ONEDRIVE),
    (HOME + r"\Dropbox\OneDrive\data.db", Cloud.ONEDRIVE),
    (HOME + r"\AppData\Local\Gaung\data.db", None),
    (HOME + r"\Documents\OneDrive lama\data.db", None),
    (HOME + r"\Documents\Dropboxes\data.db", None),
    (HOME + r"\Documents\OneDrive.db", None),
    (r"D:\Arsip Drive Saya\data.db", None),
]
OTHERS = [
    ("/home/sari/Dropbox/data.db", Cloud.DROPBOX),
    ("/Users/sari/Library/Mobile Documents/x/data.db", Cloud.ICLOUD),
    ("/Users/sari/Library/CloudStorage/GoogleDrive-sari@contoh.id/data.db", Cloud.GOOGLE_DRIVE),
    ("/Users/sari/Library/CloudStorage/OneDrive-Pemkab/data.db", Cloud.ONEDRIVE),
    ("/home/sari/.local/share/Gaung/data.db", None),
]


@pytest.mark.parametrize(("path", "expected"), WINDOWS)
def test_a_folder_of_windows_names_its_service(path: str, expected: Cloud | None) -> None:
    assert cloud_of(PureWindowsPath(path), {}) is expected


@pytest.mark.parametrize(("path", "expected"), OTHERS)
def test_a_folder_of_another_system_names_its_service(path: str, expected: Cloud | None) -> None:
    assert cloud_of(PurePosixPath(path), {}) is expected


def test_a_folder_that_the_service_names_itself_needs_no_telling_name() -> None:
    roots: dict[PurePath, Cloud] = {PureWindowsPath(r"D:\Kerja"): Cloud.DROPBOX}
    assert cloud_of(PureWindowsPath(r"d:\kerja\gaung\data.db"), roots) is Cloud.DROPBOX
    assert cloud_of(PureWindowsPath(r"D:\Kerja lain\data.db"), roots) is None


NAMES = st.text(st.characters(exclude_characters="/\\\0"), min_size=1, max_size=12)


@given(st.lists(NAMES, max_size=4), st.lists(NAMES, max_size=3), st.sampled_from(list(Cloud)))
def test_everything_below_a_named_folder_belongs_to_its_service(
    around: list[str], below: list[str], cloud: Cloud
) -> None:
    root = PurePosixPath("/", *around, "akar")
    assert cloud_of(root.joinpath(*below, "data.db"), {root: cloud}) is cloud


@given(st.lists(st.text("abcxyz", min_size=1, max_size=9), max_size=5))
def test_plain_folders_belong_to_none(names: list[str]) -> None:
    assert cloud_of(PurePosixPath("/", *names, "data.db"), {}) is None


@pytest.mark.parametrize("number", range(16))
def test_every_kind_of_placeholder_of_windows_is_known(number: int) -> None:
    assert is_cloud_tag(0x9000001A | number << 12)
    assert not is_cloud_tag(0xA000000C)  # a symbolic link
