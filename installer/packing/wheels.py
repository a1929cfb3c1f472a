"""Gets the wheels of a program for one system: locks them once, fetches just those ever after."""

import hashlib
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, SetUpError
from installer.packing.locked import CONSTRAINTS, WINDOWS_WHEELS


@dataclass(frozen=True, slots=True)
class Target:
    """A system with one Python.

    `lock` is its lock file, `command` what writes that anew; `tags` are the platforms of the wheels
    that it takes, `markers` what the conditions in constraints.txt are asked with.
    """

    said: str
    python: str
    lock: Path
    command: str
    tags: tuple[str, ...]
    markers: Mapping[str, str]

    def needs(self, requirement: Requirement) -> bool:
        """Whether the program needs a package there, as far as its marker says."""
        if requirement.marker is None:
            return True
        known = {"python_version": self.python, "extra": "", **self.markers}
        return requirement.marker.evaluate(known)


WINDOWS = Target(
    said="Windows",
    python="3.11",
    lock=WINDOWS_WHEELS,
    command="python installer/windows.py --lock",
    tags=("win_amd64",),
    markers={
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "python_full_version": "3.11.9",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    },
)
"""With the Python that is shipped; the compiled modules are made for it too."""

_OLD_LINUX = ("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64")


def linux(python: str) -> Target:
    """A Linux of Debian 12's age or younger, with the Python that its package manager brings."""
    return Target(
        said=f"Linux, Python {python}",
        python=python,
        lock=Path(f"installer/linux_wheels_{python}.txt"),
        command="python installer/debian.py --lock",
        # Newest first: the C library there is 2.36, and takes what was built with an older one.
        tags=(*(f"manylinux_2_{age}_x86_64" for age in range(36, 4, -1)), *_OLD_LINUX),
        markers={
            "sys_platform": "linux",
            "platform_system": "Linux",
            "os_name": "posix",
            "platform_machine": "x86_64",
            "python_full_version": f"{python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        },
    )


def wanted(root: Path, target: Target) -> list[Requirement]:
    """The pins of the program in constraints.txt that count there, in their order."""
    whole = (root / CONSTRAINTS).read_text(encoding="utf-8")
    program = whole.split("# The program\n")[1].split("# Its build")[0]
    pins = [Requirement(line) for line in program.splitlines() if line and line[0] != "#"]
    return [pin for pin in pins if target.needs(pin)]


def lock(root: Path, target: Target) -> None:
    """Write the lock file anew from what the index offers for the pinned versions.

    Raises:
        SetUpError: pip could not get them.
    """
    with tempfile.TemporaryDirectory() as kept:
        blocks = []
        for pin in wanted(root, target):
            folder = Path(kept) / pin.name
            _download([f"{pin.name}{pin.specifier}"], folder, root, target)
            (wheel,) = folder.iterdir()
            digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
            blocks.append(f"{pin.name}{pin.specifier} \\\n    --hash=sha256:{digest}\n")
    (root / target.lock).write_text(_head(target) + "".join(blocks), encoding="utf-8")


def fetch_wheels(root: Path, folder: Path, target: Target) -> list[Path]:
    """The locked wheels, kept in `folder` so that a second build needs no network.

    Raises:
        SetUpError: pip could not get them, or a file is not the one that was locked.
    """
    _download(["--require-hashes", "--requirement", str(root / target.lock)], folder, root, target)
    return sorted(folder.glob("*.whl"))


def _head(target: Target) -> str:
    return (
        f"# The wheels inside the program for {target.said}, each the one file with this hash. Made\n"
        f"# from the versions in constraints.txt by `{target.command}`.\n"
    )


def _download(what: Sequence[str], folder: Path, root: Path, target: Target) -> None:
    options = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps")
    tags = [word for tag in target.tags for word in ("--platform", tag)]
    of_python = ("--python-version", target.python, "--implementation", "cp")
    command = [sys.executable, "-m", "pip", "download", *options, *tags, *of_python]
    try:
        run_quietly([*command, "--only-binary=:all:", "--dest", str(folder), *what], root)
    except CommandError as error:
        raise SetUpError(
            f"GAGAL: paket untuk {target.said} tidak dapat diambil atau bukan yang dikunci / the "
            f"wheels for {target.said} could not be fetched or are not the locked ones\n"
            f"{error.last_lines}",
            FAILED,
        ) from error
