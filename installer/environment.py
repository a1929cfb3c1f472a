"""The project's own `.venv`: made, filled with pinned packages, recognised as ready, repaired."""

import hashlib
import importlib.util
import json
import os
import shutil
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, SetUpError
from installer.supported import OLDEST, TOO_NEW

CONSTRAINTS = "installer/constraints.txt"

_DECIDING_FILES = ("pyproject.toml", CONSTRAINTS, "installer/build_hook.py")
"""A change in one of these makes the packages worth installing again."""

_SOUND = f"import sys, pip; sys.exit(not {OLDEST} <= sys.version_info[:2] < {TOO_NEW})"


@dataclass(frozen=True, slots=True)
class _Ready:
    """What the last set-up was for."""

    extras: frozenset[str]
    window: bool


@dataclass(frozen=True, slots=True)
class Environment:
    """The `.venv` of the project in the folder `root`."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where it lies, made or not."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        if os.name == "nt":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    def is_ready(self, extras: Iterable[str], window: bool) -> bool:
        """Whether a set-up for at least `extras` (and a window) ended well and nothing changed."""
        ready = self._remembered()
        return (
            ready is not None
            and self.python.exists()
            and not self._unfinished.exists()
            and set(extras) <= ready.extras
            and (ready.window or not window)
        )

    def remember_ready(self, extras: Iterable[str], window: bool) -> None:
        """Write down that everything for `extras` (and a window) is there, besides what was."""
        before = self._remembered() or _Ready(frozenset(), False)
        stamp = {
            "key": self._key(),
            "extras": sorted(before.extras | set(extras)),
            "window": before.window or window,
        }
        beside = self._stamp.with_suffix(".new")
        beside.write_text(json.dumps(stamp), encoding="utf-8")
        beside.replace(self._stamp)

    def is_sound(self) -> bool:
        """Whether it can be installed into: no half-done installation, a working Python and pip."""
        if self._unfinished.exists() or not self.python.exists():
            return False
        try:
            run_quietly([str(self.python), "-c", _SOUND], self.root)
        except CommandError:
            return False
        return True

    def make(self) -> None:
        """Make it anew with the running Python; whatever is left of an older one goes.

        Raises:
            SetUpError: Python cannot make it.
        """
        try:
            if self.folder.exists():
                shutil.rmtree(self.folder)
            # A kill in the middle leaves half a pip: this file tells.
            self.folder.mkdir()
            self._unfinished.touch()
            if can_bring_pip():
                self._python_here("-m", "venv", str(self.folder))
            else:
                self._python_here("-m", "venv", "--without-pip", str(self.folder))
                self._python_here("-m", "pip", "--python", str(self.python), "install", "pip")
            self._unfinished.unlink()
        except (CommandError, OSError) as error:
            reason = error.last_lines if isinstance(error, CommandError) else str(error)
            raise SetUpError(
                f"GAGAL: .venv tidak dapat dibuat / .venv could not be made\n{reason}", FAILED
            ) from error

    def install(self, extras: Iterable[str]) -> None:
        """Install the project in place with `extras`, every package in its pinned version.

        The build's own packages come first, so that the project is built with pinned ones too.

        Raises:
            SetUpError: pip could not do it, mostly for want of a network.
        """
        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        build = project["project"]["optional-dependencies"]["build"]
        names = ",".join(sorted(extras))
        # A kill in the middle leaves packages that pip would believe complete: this file tells.
        self._unfinished.touch()
        try:
            self._pip(*build)
            self._pip("--no-build-isolation", "--editable", f".[{names}]" if names else ".")
        except CommandError as error:
            # pip ended by itself and took back what it had begun.
            self._unfinished.unlink()
            raise SetUpError(
                "GAGAL: paket tidak dapat dipasang; periksa sambungan internet, lalu ulangi / "
                "packages could not be installed; check the network, then try again\n"
                f"{error.last_lines}",
                FAILED,
            ) from error
        self._unfinished.unlink()

    @property
    def _stamp(self) -> Path:
        return self.folder / "gaung-ready.json"

    @property
    def _unfinished(self) -> Path:
        return self.folder / "gaung-unfinished"

    def _remembered(self) -> _Ready | None:
        """What was remembered for just this state of the project; None if nothing was."""
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
            if stamp["key"] != self._key():
                return None
            return _Ready(frozenset(stamp["extras"]), bool(stamp["window"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _key(self) -> str:
        # The folder counts because an install in place points to it; pyvenv.cfg names the Python.
        parts = [str(self.root).encode(), repr(sys.version_info[:2]).encode()]
        parts += [(self.root / name).read_bytes() for name in _DECIDING_FILES]
        parts.append((self.folder / "pyvenv.cfg").read_bytes())
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    def _pip(self, *arguments: str) -> None:
        options = ("--quiet", "--disable-pip-version-check", "--no-input")
        command = [str(self.python), "-m", "pip", "install", *options]
        run_quietly([*command, "--constraint", CONSTRAINTS, *arguments], self.root)

    def _python_here(self, *arguments: str) -> None:
        run_quietly([sys.executable, *arguments], self.root)


def can_bring_pip() -> bool:
    """Whether the running Python makes virtual environments with pip (Debian splits that off)."""
    return importlib.util.find_spec("ensurepip") is not None


def can_lend_pip() -> bool:
    """Whether the running Python has a pip of its own that can fill a virtual environment."""
    return importlib.util.find_spec("pip") is not None
