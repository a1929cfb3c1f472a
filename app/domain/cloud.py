"""Which cloud service keeps a folder in step: it copies a database while it is being written."""

from collections.abc import Mapping
from enum import Enum
from pathlib import PurePath

_GLUE = (" - ", " (", "-")
"""What stands between the name of a service and that of an account: "OneDrive - Pemkab Batu"."""

_CLOUD_TAG, _WITHOUT_NUMBER = 0x9000001A, 0xFFFF0FFF


class Cloud(Enum):
    """The services that offices use."""

    ONEDRIVE = "OneDrive"
    GOOGLE_DRIVE = "Google Drive"
    DROPBOX = "Dropbox"
    ICLOUD = "iCloud"


_WITH_ACCOUNT = {
    "onedrive": Cloud.ONEDRIVE,
    "dropbox": Cloud.DROPBOX,
    "googledrive": Cloud.GOOGLE_DRIVE,
    "google drive": Cloud.GOOGLE_DRIVE,
}
_ALONE = {
    "my drive": Cloud.GOOGLE_DRIVE,
    "drive saya": Cloud.GOOGLE_DRIVE,
    "shared drives": Cloud.GOOGLE_DRIVE,
    "drive bersama": Cloud.GOOGLE_DRIVE,
    "iclouddrive": Cloud.ICLOUD,
    "icloud drive": Cloud.ICLOUD,
    "mobile documents": Cloud.ICLOUD,
}


def cloud_of(path: PurePath, roots: Mapping[PurePath, Cloud]) -> Cloud | None:
    """The service in whose folder `path` lies; None where there is no sign of one.

    Args:
        path: a file, absolute.
        roots: folders that a service itself names as its own on this computer.
    """
    for root, cloud in roots.items():
        if path.is_relative_to(root):
            return cloud
    # The innermost: a folder of one service may lie in that of another.
    for folder in path.parents:
        found = _named(folder.name.casefold())
        if found is not None:
            return found
    return None


def is_cloud_tag(tag: int) -> bool:
    """Whether a reparse tag of Windows marks a file that a service fetches when it is read."""
    return tag & _WITHOUT_NUMBER == _CLOUD_TAG


def _named(name: str) -> Cloud | None:
    if name in _ALONE:
        return _ALONE[name]
    for service, cloud in _WITH_ACCOUNT.items():
        rest = name.removeprefix(service)
        if name.startswith(service) and (not rest or rest.startswith(_GLUE)):
            return cloud
    return None
