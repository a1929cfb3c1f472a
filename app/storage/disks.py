"""Tells a disk of this computer from a share on the network, where WAL cannot work."""

import ctypes
import sys
from pathlib import Path, PureWindowsPath

_DRIVE_REMOTE = 4
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
    return type_of_mount(path.resolve(), mounts) in _NETWORK_TYPES


def is_unc(path: PureWindowsPath) -> bool:
    r"""Whether it is \\server\share, also in its long form; \\?\C:\ is a local disk."""
    drive = path.drive.upper()
    if drive.startswith(("\\\\?\\", "\\\\.\\")):
        return drive.startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\")


def type_of_mount(path: Path, mounts: str) -> str:
    """The file system type of the innermost mount around `path`; "" if none is listed.

    Args:
        path: an absolute path without links.
        mounts: the text of /proc/mounts.
    """
    found, depth = "", -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_without_escapes(fields[1]))
        # A later line is mounted over an earlier one.
        if len(point.parts) >= depth and path.is_relative_to(point):
            found, depth = fields[2], len(point.parts)
    return found


def _without_escapes(point: str) -> str:
    for escaped, plain in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(escaped, plain)
    return point
