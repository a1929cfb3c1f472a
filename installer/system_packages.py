"""Finds the system libraries that Qt misses on Linux, and gets them or says how to get them."""

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, NEEDS_A_PERSON, SetUpError

WITHOUT_SCREEN: Mapping[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
"""What Qt loads even where no window is shown: library, Debian package."""

FOR_A_WINDOW: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt loads besides to show a window under X."""


def missing_libraries(window: bool) -> list[str]:
    """The libraries of the tables above that this machine cannot load; none outside Linux."""
    if sys.platform != "linux":
        return []
    wanted = [*WITHOUT_SCREEN, *(FOR_A_WINDOW if window else ())]
    return [library for library in wanted if not _loads(library)]


def packages_of(libraries: Iterable[str]) -> list[str]:
    """The Debian packages of `libraries`, each once, in the same order; unknown ones left out."""
    known = {**WITHOUT_SCREEN, **FOR_A_WINDOW}
    return list(dict.fromkeys(known[library] for library in libraries if library in known))


def library_named_in(output: str) -> str | None:
    """The library that the dynamic loader says it cannot open, if `output` holds such a line."""
    found = re.search(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file", output)
    return found.group(1) if found else None


def venv_package() -> str:
    """The Debian package that lets this very Python make a virtual environment with pip."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def apt_line(packages: Sequence[str], root: Path = Path("/")) -> str:
    """The one line that a person who may install packages has to run on the machine at `root`.

    A machine that never fetched its package lists has to do that first; one without sudo has
    an administrator who works as root.
    """
    sudo = "sudo " if (root / "usr/bin/sudo").exists() else ""
    line = f"{sudo}apt-get install --yes --no-install-recommends {' '.join(packages)}"
    lists = (root / "var/lib/apt/lists").glob("*_Packages*")
    return line if any(lists) else f"{sudo}apt-get update && {line}"


def may_install() -> bool:
    """Whether this user can install system packages without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def refuse_without(packages: Sequence[str], apt: bool) -> SetUpError:
    """What to say where `packages` are missing and we may not install them ourselves."""
    if apt:
        line = apt_line(packages)
        return SetUpError(
            "Komputer ini belum lengkap; minta admin menjalankan satu baris ini, lalu ulangi / "
            f"ask an administrator to run this one line, then try again:\n{line}",
            NEEDS_A_PERSON,
        )
    return SetUpError(
        "Komputer ini belum memiliki (pasang dengan pengelola paket sistem, lalu ulangi) / "
        f"install these (Debian's names) with the system's package manager, then try again: "
        f"{', '.join(packages)}",
        NEEDS_A_PERSON,
    )


def has_apt() -> bool:
    """Whether this is a Debian or Ubuntu, as far as installing goes."""
    return shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> None:
    """Install Debian packages as root; the package lists are fetched only if these do not do.

    Raises:
        SetUpError: apt could not do it; its last words are in the sentence.
    """
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    here = Path("/")
    try:
        try:
            run_quietly(command, here, quiet)
        except CommandError:
            run_quietly(["apt-get", "update"], here, quiet)
            run_quietly(command, here, quiet)
    except CommandError as error:
        raise SetUpError(
            f"GAGAL: paket sistem tidak dapat dipasang / system packages could not be installed: "
            f"{' '.join(packages)}\n{error.last_lines}",
            FAILED,
        ) from error


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
