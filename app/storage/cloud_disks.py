"""Asks this computer which of its folders a cloud service keeps in step."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from app.domain.cloud import Cloud, cloud_of, is_cloud_tag

_OF_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_AROUND_DROPBOX = ("APPDATA", "LOCALAPPDATA")


def cloud_around(path: Path) -> Cloud | None:
    """The service that copies what lies at `path` (existing or not); None where none does."""
    full = Path(os.path.realpath(path))
    found = cloud_of(full, dict(_roots()))
    if found is None and any(_is_placeholder(one) for one in (full, full.parent)):
        # Only OneDrive hangs its files into every folder in this way.
        return Cloud.ONEDRIVE
    return found


def _roots() -> Iterator[tuple[PurePath, Cloud]]:
    for name in _OF_ONEDRIVE:
        if place := os.environ.get(name):
            yield Path(os.path.realpath(place)), Cloud.ONEDRIVE
    folders = [Path(os.environ[name]) / "Dropbox" for name in _AROUND_DROPBOX if name in os.environ]
    with suppress(RuntimeError):  # an account without a home
        folders.append(Path.home() / ".dropbox")
    for folder in folders:
        yield from _of_dropbox(folder / "info.json")


def _of_dropbox(said: Path) -> Iterator[tuple[PurePath, Cloud]]:
    """Dropbox writes down itself where its folders are, one for each account."""
    try:
        accounts = json.loads(said.read_text("utf-8"))
        places = [str(account["path"]) for account in accounts.values()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
    for place in places:
        yield Path(os.path.realpath(place)), Cloud.DROPBOX


def _is_placeholder(path: Path) -> bool:
    with suppress(OSError):
        return is_cloud_tag(getattr(path.lstat(), "st_reparse_tag", 0))
    return False
