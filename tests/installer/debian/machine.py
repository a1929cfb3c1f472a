"""A bare Debian in a folder, entered with chroot: packages, programs of an ordinary user, files."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

MIRROR = "http://deb.debian.org/debian"
PLACE = "/cycle"
"""Where everything stands that is handed in, as seen from inside."""

USER = "petugas"
SCREEN = (
    *("xvfb", "xauth", "xdotool", "openbox", "imagemagick", "dbus", "dbus-x11", "at-spi2-core"),
    "python3-pyatspi",
)
"""What hands from outside need; the program itself must do without."""

_PATIENCE = 900.0


class Machine:
    """Debian `suite` in the folder `root`; made where it is missing."""

    def __init__(self, suite: str, root: Path) -> None:
        self._suite, self._root = suite, root
        self.place = root / PLACE.strip("/")

    def begin(self) -> None:
        """As bare as debootstrap leaves it, with one ordinary user."""
        if not (self._root / "etc" / "debian_version").exists():
            command = ["debootstrap", "--variant=minbase", self._suite, str(self._root), MIRROR]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        if not (self._root / "proc" / "self").exists():
            subprocess.run(["mount", "-t", "proc", "proc", self._root / "proc"], check=True)
        self.place.mkdir(exist_ok=True)
        self.place.chmod(0o777)
        self.root(f"id {USER} || useradd --create-home {USER}")
        self.root("apt-get update")

    def end(self) -> None:
        """Nothing of it is mounted any more."""
        subprocess.run(["umount", self._root / "proc"], check=False)

    def root(self, line: str) -> tuple[int, str]:
        """A line of the shell as root: exit code, and what it said."""
        return self._run(["env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c", line])

    def user(self, *command: str) -> tuple[int, str]:
        """A program as the ordinary user, in the folder of what was handed in."""
        return self._run(["runuser", "-u", USER, "--", "env", "-C", PLACE, *command])

    def files(self) -> set[str]:
        """Every file and folder of the system, without what its tools keep for their own."""
        _, said = self.root(
            "find / -xdev \\( -path /cycle -o -path /proc -o -path /tmp -o -path /run -o -path /var/cache"
            " -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/log \\) -prune -o -print"
        )
        return set(said.splitlines())

    def _run(self, command: Sequence[str]) -> tuple[int, str]:
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        settings = [f"PATH={path}", "LC_ALL=C.UTF-8", "HOME=/root"]
        ended = subprocess.run(
            ["chroot", str(self._root), "env", "-i", *settings, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
        )
        return ended.returncode, ended.stdout.decode("utf-8", "replace")
