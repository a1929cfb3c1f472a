"""Builds Gaung.exe and gaung-cli.exe with Debian's cross compiler: icon, version, manifest inside."""

from dataclasses import dataclass
from pathlib import Path

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, SetUpError
from installer.packing.filling import filled

COMPILER = "x86_64-w64-mingw32-gcc"
RESOURCES = "x86_64-w64-mingw32-windres"

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class _Launcher:
    name: str
    description: str
    options: tuple[str, ...]


# The description is what the task list shows.
_LAUNCHERS = (
    _Launcher("Gaung", "Gaung", ("-Wl,--subsystem,windows",)),
    _Launcher("gaung-cli", "Gaung (baris perintah)", ("-DCONSOLE", "-Wl,--subsystem,console")),
)


def build_launchers(version: str, icon: bytes, folder: Path) -> dict[str, bytes]:
    """The launchers by file name; `folder` is for what is made on the way.

    Raises:
        SetUpError: the compiler refused.
    """
    (folder / "gaung.ico").write_bytes(icon)
    for name in ("launcher.c", "launcher.manifest"):
        (folder / name).write_bytes((_HERE / name).read_bytes())
    return {f"{one.name}.exe": _build(one, version, folder) for one in _LAUNCHERS}


def four_numbers(version: str) -> str:
    """A version as Windows stores it: 0.1.0 is 0,1,0,0."""
    numbers = [*version.split("+")[0].split("."), "0", "0", "0", "0"][:4]
    return ",".join(number if number.isdigit() else "0" for number in numbers)


def _build(one: _Launcher, version: str, folder: Path) -> bytes:
    values = {
        "NAME": one.name,
        "DESCRIPTION": one.description,
        "VERSION": version,
        "NUMBERS": four_numbers(version),
    }
    template = (_HERE / "launcher.rc").read_text(encoding="utf-8")
    (folder / f"{one.name}.rc").write_text(filled(template, values), encoding="utf-8")
    compiled, made = f"{one.name}.res.o", f"{one.name}.exe"
    # No time of the build in it: the same source gives the same bytes.
    options = ("-Os", "-s", "-Wall", "-Werror", "-municode", "-Wl,--no-insert-timestamp")
    try:
        run_quietly([RESOURCES, f"{one.name}.rc", compiled], folder)
        run_quietly([COMPILER, *options, *one.options, "launcher.c", compiled, "-o", made], folder)
    except CommandError as error:
        raise SetUpError(
            f"GAGAL: peluncur tidak dapat dibuat / the launcher does not compile\n"
            f"{error.last_lines}",
            FAILED,
        ) from error
    return (folder / made).read_bytes()
