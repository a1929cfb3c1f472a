"""The set-up in its order, a line for each step; nothing at all where everything is there."""

import contextlib
import os
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from installer.commands import CommandError, run_quietly
from installer.environment import Environment, can_bring_pip, can_lend_pip
from installer.failure import FAILED, NEEDS_A_PERSON, SetUpError
from installer.system_packages import (
    has_apt,
    install,
    library_named_in,
    may_install,
    missing_libraries,
    packages_of,
    refuse_without,
    venv_package,
)

_TRY_QT = "from PySide6 import QtSvg, QtWidgets; QtWidgets.QApplication([])"
_MOST_TRIES = 12
"""The loader names one missing library at a time; a machine that misses more has another ailment."""


def prepare(root: Path, extras: Collection[str], window: bool) -> Path:
    """Make the project in `root` runnable and return the Python to run it with.

    Args:
        root: the folder with pyproject.toml.
        extras: the optional dependencies wanted, such as `test`.
        window: whether a real window is going to be shown.

    Raises:
        SetUpError: a person has to do something first, or the set-up failed.
    """
    environment = Environment(root)
    if not environment.is_ready(extras, window):
        _refuse_a_locked_folder(root)
        with _step(f"Python {'.'.join(str(part) for part in sys.version_info[:3])}"):
            sound = environment.is_sound()
            packages = packages_of(missing_libraries(window))
            if not (sound or can_bring_pip() or can_lend_pip()):
                packages.insert(0, venv_package())
        _provide(packages)
        if not (sound and environment.is_sound()):
            with _step("Membuat .venv"):
                environment.make()
        with _step("Memasang paket Python (pertama kali sekitar 150 MB)"):
            environment.install(extras)
        _try_qt(environment)
    _compile_words(environment)
    if not environment.is_ready(extras, window):
        environment.remember_ready(extras, window)
    return environment.python


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextlib.contextmanager
def _step(what: str) -> Iterator[None]:
    print(f"{what} ...", end=" ", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print("berhenti", flush=True)
        raise
    print(f"{time.monotonic() - start:.1f} s", flush=True)


def _refuse_a_locked_folder(root: Path) -> None:
    if not os.access(root, os.W_OK):
        raise SetUpError(
            f"Folder {root} tidak dapat ditulisi; salin ke folder Anda sendiri, lalu ulangi / "
            f"the folder is read-only; copy it to a folder of your own, then try again",
            NEEDS_A_PERSON,
        )


def _provide(packages: Sequence[str]) -> None:
    if not packages:
        return
    if not (has_apt() and may_install()):
        raise refuse_without(packages, apt=has_apt())
    with _step(f"Memasang paket sistem: {' '.join(packages)}"):
        install(packages)


def _try_qt(environment: Environment) -> None:
    for _ in range(_MOST_TRIES):
        try:
            with _step("Mencoba Qt"):
                run_quietly(
                    [str(environment.python), "-c", _TRY_QT],
                    environment.root,
                    {"QT_QPA_PLATFORM": "offscreen"},
                )
        except CommandError as error:
            library = library_named_in(error.output)
            packages = packages_of([library] if library else [])
            if not packages:
                raise SetUpError(
                    f"GAGAL: Qt tidak dapat dimuat / Qt does not load\n{error.last_lines}", FAILED
                ) from error
            _provide(packages)
        else:
            return
    raise SetUpError("GAGAL: Qt tidak dapat dimuat / Qt does not load", FAILED)


def _compile_words(environment: Environment) -> None:
    sources = list((environment.root / "resources" / "locale").glob("*/LC_MESSAGES/*.po"))
    if all(_is_newer(source.with_suffix(".mo"), source) for source in sources):
        return
    with _step("Menyusun terjemahan"):
        try:
            run_quietly(
                [str(environment.python), "installer/translations.py", "compile"], environment.root
            )
        except CommandError as error:
            raise SetUpError(
                f"GAGAL: terjemahan tidak dapat disusun / the words do not compile\n"
                f"{error.last_lines}",
                FAILED,
            ) from error


def _is_newer(made: Path, source: Path) -> bool:
    return made.exists() and made.stat().st_mtime_ns >= source.stat().st_mtime_ns
