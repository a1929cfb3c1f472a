"""A Windows of its own to try things in: Wine 10 in a folder with Debian 13, with a screen."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PACKAGES = (
    *("wine", "wine64", "wine32:i386", "xvfb", "xauth", "xdotool", "openbox", "imagemagick"),
    *("fonts-dejavu-core", "fonts-liberation", "procps", "unzip"),
)
MIRROR = "http://deb.debian.org/debian"
PLACE = "/cycle"
"""Where everything stands, as seen from inside."""

_ENVIRONMENT = {
    "HOME": f"{PLACE}/home",
    "WINEPREFIX": f"{PLACE}/prefix",
    "WINEDEBUG": "-all",
    # The questions for .NET and a browser would stop the first start.
    "WINEDLLOVERRIDES": "mscoree,mshtml=",
    "DISPLAY": ":77",
    "LC_ALL": "C.UTF-8",
    "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
}
_PATIENCE = 900.0


class Machine:
    """Runs programs of Windows, and looks at the screen, the files and the registry."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.place = root / PLACE.strip("/")
        self.drive = self.place / "prefix" / "drive_c"
        # A Python of Windows under Wine ends at once without somebody on the other end.
        self._listens, self._speaks = os.pipe()
        self._running: list[subprocess.Popen[bytes]] = []

    def begin(self) -> None:
        """A fresh Windows and an empty screen."""
        shutil.rmtree(self.place, ignore_errors=True)
        (self.place / "home").mkdir(parents=True)
        if not (self._root / "proc" / "self").exists():
            subprocess.run(["mount", "-t", "proc", "proc", self._root / "proc"], check=True)
        self._start("Xvfb", ":77", "-screen", "0", "1366x768x24")
        time.sleep(2)
        self._start("openbox")
        self.run("wineboot", "--init")
        self.settle()

    def end(self) -> None:
        """Nothing of it runs any more."""
        self.run("wineserver", "--kill")
        for process in reversed(self._running):
            process.kill()
            process.wait()

    def run(self, *command: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
        """A program to its end: exit code, and its answer; what it complains of where it failed."""
        ended = subprocess.run(
            self._inside(command, env or {}),
            stdin=self._listens,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
        # Wine has remarks of its own on standard error, also where all is well.
        said = ended.stdout + ended.stderr if ended.returncode else ended.stdout
        return ended.returncode, said.decode("utf-8", "replace")

    def wine(self, *command: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
        """A program of Windows to its end."""
        return self.run("wine", *command, env=env)

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """A program of Windows that goes on."""
        return self._start("wine", *command)

    def settle(self) -> None:
        """Until no program of Windows runs: then the registry is written down."""
        self.run("wineserver", "--wait")

    def window(self, title: str) -> str:
        """The number of a window once it is there.

        Raises:
            TimeoutError: it does not come.
        """
        found: list[str] = []

        def is_there() -> bool:
            found[:] = self.run("xdotool", "search", "--onlyvisible", "--name", title)[1].split()
            return bool(found)

        self.wait(is_there, f"no window {title}")
        return found[-1]

    def press(self, window: str, *keys: str) -> None:
        """Keys into a window."""
        self.run("xdotool", "windowactivate", "--sync", window)
        for key in keys:
            self.run("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.5)

    def rest(self, seconds: float) -> None:
        """A while for the eye: no step depends on it."""
        time.sleep(seconds)

    def picture(self, name: str) -> None:
        """What the screen shows."""
        self.run("import", "-window", "root", f"{PLACE}/{name}.png")

    def wait(self, is_so: Callable[[], bool], otherwise: str) -> None:
        """Until something is so.

        Raises:
            TimeoutError: it does not become so.
        """
        until = time.monotonic() + _PATIENCE
        while not is_so():
            if time.monotonic() > until:
                raise TimeoutError(otherwise)
            time.sleep(0.5)

    def files(self) -> set[str]:
        """Every file and folder of its disk, without what Windows itself keeps for its own."""
        whole = {path.relative_to(self.drive).as_posix() for path in self.drive.rglob("*")}
        return {path for path in whole if not path.startswith(("windows/", "ProgramData/"))}

    def registry(self) -> set[str]:
        """Keys and values of the person's registry, as Wine writes them down."""
        self.settle()
        text = (self.place / "prefix" / "user.reg").read_text("utf-8", "replace")
        lines, key = set(), ""
        for line in text.splitlines():
            if line.startswith("["):
                key = line.split("]")[0] + "]"
                lines.add(key)
            elif line and not line.startswith(("#", ";", "WINE")):
                lines.add(f"{key} {line}")
        return lines

    def _start(self, *command: str) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            self._inside(command, {}),
            stdin=self._listens,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._running.append(process)
        return process

    def _inside(self, command: Sequence[str], env: Mapping[str, str]) -> list[str]:
        settings = [f"{name}={value}" for name, value in {**_ENVIRONMENT, **env}.items()]
        return ["chroot", str(self._root), "env", "-i", "-C", PLACE, *settings, *command]


def make_debian(root: Path) -> None:
    """Debian 13 with Wine in a folder; nothing where it stands already."""
    if (root / "usr" / "bin" / "wine-stable").exists():
        return
    inside = ["chroot", str(root), "env", "DEBIAN_FRONTEND=noninteractive"]
    for command in (
        ["debootstrap", "--variant=minbase", "trixie", str(root), MIRROR],
        [*inside, "dpkg", "--add-architecture", "i386"],
        [*inside, "apt-get", "update"],
        [*inside, "apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES],
    ):
        subprocess.run(command, check=True)
