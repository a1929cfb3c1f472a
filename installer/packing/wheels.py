"""Gets the wheels of the Windows program: locks them once, fetches just those ever after."""

import hashlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from packaging.requirements import Requirement

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, SetUpError
from installer.packing.locked import CONSTRAINTS, WINDOWS_WHEELS

PYTHON = "3.11"
"""The Python that is shipped; the wheels and the compiled modules are made for it."""

_ON_WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.9",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "extra": "",
}

_HEAD = """\
# The wheels inside the Windows program, each the one file with this hash. Made from the versions in
# constraints.txt by `python installer/windows.py --lock`.
"""


def wanted_on_windows(root: Path) -> list[Requirement]:
    """The pins of the program in constraints.txt that count on Windows, in their order."""
    whole = (root / CONSTRAINTS).read_text(encoding="utf-8")
    program = whole.split("# The program\n")[1].split("# Its build")[0]
    pins = [Requirement(line) for line in program.splitlines() if line and line[0] != "#"]
    return [pin for pin in pins if applies_on_windows(pin)]


def applies_on_windows(requirement: Requirement) -> bool:
    """Whether a package is needed by the program on Windows, as far as its marker says."""
    return requirement.marker is None or requirement.marker.evaluate(_ON_WINDOWS)


def lock(root: Path) -> None:
    """Write the lock file anew from what the index offers for the pinned versions.

    Raises:
        SetUpError: pip could not get them.
    """
    pins = wanted_on_windows(root)
    with tempfile.TemporaryDirectory() as kept:
        blocks = []
        for pin in pins:
            folder = Path(kept) / pin.name
            _download([f"{pin.name}{pin.specifier}"], folder, root)
            (wheel,) = folder.iterdir()
            digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
            blocks.append(f"{pin.name}{pin.specifier} \\\n    --hash=sha256:{digest}\n")
    (root / WINDOWS_WHEELS).write_text(_HEAD + "".join(blocks), encoding="utf-8")


def fetch_wheels(root: Path, folder: Path) -> list[Path]:
    """The locked wheels, kept in `folder` so that a second build needs no network.

    Raises:
        SetUpError: pip could not get them, or a file is not the one that was locked.
    """
    _download(["--require-hashes", "--requirement", str(root / WINDOWS_WHEELS)], folder, root)
    return sorted(folder.glob("*.whl"))


def _download(what: Sequence[str], folder: Path, root: Path) -> None:
    options = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps")
    target = ("--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp")
    command = [sys.executable, "-m", "pip", "download", *options, *target, "--only-binary=:all:"]
    try:
        run_quietly([*command, "--dest", str(folder), *what], root)
    except CommandError as error:
        raise SetUpError(
            "GAGAL: paket Windows tidak dapat diambil atau bukan yang dikunci / the wheels for "
            f"Windows could not be fetched or are not the locked ones\n{error.last_lines}",
            FAILED,
        ) from error
