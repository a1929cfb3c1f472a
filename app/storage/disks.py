"""Tells a fixed disk of this computer from a share on the network and from a stick."""

import ctypes
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4
_NETWORK_TYPES = frozenset(
    [
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.davfs2",
        "fuse.gcsfuse",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "glusterfs",
        "fuse.glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
        "vboxsf",
    ]
)


_BLOCKS = Path("/sys/class/block")


@dataclass(frozen=True, slots=True)
class Mount:
    """What is mounted at a place: the device and the type of its file system."""

    device: str
    kind: str


def is_on_network(path: Path) -> bool:
    """Whether `path` (existing or not) lies on a network share; unsure counts as local."""
    if sys.platform == "win32":
        full = path.absolute()
        root = f"{full.drive}\\"
        return is_unc(PureWindowsPath(full)) or (
            ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE
        )
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return mount_around(path.resolve(), mounts).kind in _NETWORK_TYPES


def is_removable(path: Path) -> bool:
    """Whether `path` (existing or not) lies on a disk that is made to be pulled out."""
    if sys.platform == "win32":
        root = f"{path.absolute().drive}\\"
        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOVABLE)
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    device = mount_around(path.resolve(), mounts).device
    return device.startswith("/dev/") and _is_marked_removable(Path(device).name, _BLOCKS)


def _is_marked_removable(device: str, blocks: Path) -> bool:
    """A partition lies in the folder of its disk: /sys/class/block/sdb1 is .../sdb/sdb1."""
    own = Path(os.path.realpath(blocks / device))
    for folder in (own, own.parent):
        with suppress(OSError):
            return (folder / "removable").read_text("ascii").strip() == "1"
    return False


def is_unc(path: PureWindowsPath) -> bool:
    r"""Whether it is \\server\share, also in its long form; \\?\C:\ is a local disk."""
    drive = path.drive.upper()
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive.startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\")


def mount_around(path: Path, mounts: str) -> Mount:
    """The innermost mount around `path`; empty texts if none is listed.

    Args:
        path: an absolute path without links.
        mounts: the text of /proc/mounts.
    """
    found, depth = Mount("", ""), -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_without_escapes(fields[1]))
        # A later line is mounted over an earlier one.
        if len(point.parts) >= depth and path.is_relative_to(point):
            found, depth = Mount(_without_escapes(fields[0]), fields[2]), len(point.parts)
    return found


def _without_escapes(point: str) -> str:
    for escaped, plain in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(escaped, plain)
    return point
