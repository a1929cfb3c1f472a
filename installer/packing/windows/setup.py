"""Makes the set-up program with NSIS from the files of the program."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from installer.commands import CommandError, run_quietly
from installer.failure import FAILED, SetUpError
from installer.packing.filling import filled
from installer.packing.tree import Tree, only, write_tree
from installer.packing.windows.launchers import four_numbers

COMPILER = "makensis"

_SCRIPT = Path(__file__).with_name("gaung.nsi")


def make_setup(
    files: Tree, version: str, pictures: Tree, seconds: int, folder: Path, target: Path
) -> None:
    """Write the set-up program, with `pictures` of its own; `folder` is for what is made on the way.

    Raises:
        SetUpError: NSIS refused.
    """
    program, carried = folder / "program", only(files, is_carried)
    write_tree(carried, program)
    write_tree(pictures, folder)
    # The set-up program keeps the time of each file, of its own picture too.
    for path in (*(program / path for path in carried), *(folder / path for path in pictures)):
        os.utime(path, (seconds, seconds))
    (folder / "files.nsh").write_text(file_macros(files), encoding="utf-8")
    template = _SCRIPT.read_text(encoding="utf-8")
    script = folder / "gaung.nsi"
    # With its mark NSIS reads it as UTF-8 on every machine.
    script.write_text(filled(template, _values(files, version, target)), encoding="utf-8-sig")
    try:
        run_quietly(
            [COMPILER, "-V2", "-WX", script.name],
            folder,
            {"SOURCE_DATE_EPOCH": str(seconds), "LC_ALL": "C.UTF-8"},
        )
    except CommandError as error:
        raise SetUpError(
            f"GAGAL: program pemasang tidak dapat dibuat / NSIS refused\n{error.last_lines}", FAILED
        ) from error


def is_carried(path: str) -> bool:
    """Whether the set-up program holds a file; what is compiled, it makes when it installs.

    That makes it a tenth smaller. The portable zip holds everything: a stick is slow to write.
    """
    return "/__pycache__/" not in path


def file_macros(files: Tree) -> str:
    """What installs each file and takes each away again, and nothing else that lies there."""
    lines = ["!macro InstallFiles"]
    folder = None
    for path in only(files, is_carried):
        if _folder_of(path) != folder:
            folder = _folder_of(path)
            lines.append(f'  SetOutPath "$INSTDIR{_windows(folder)}"')
        lines.append(f'  File "program/{_quoted(path)}"')
    lines += ["!macroend", "", "!macro RemoveFiles"]
    lines += [f'  Delete "$INSTDIR{_windows(path)}"' for path in files]
    lines += [f'  RMDir "$INSTDIR{_windows(folder)}"' for folder in _folders(files)]
    return "\n".join([*lines, "!macroend", ""])


def _values(files: Tree, version: str, target: Path) -> dict[str, str]:
    return {
        "VERSION": version,
        "FOUR_NUMBERS": four_numbers(version).replace(",", "."),
        "OUTPUT": _quoted(str(target)),
        "KILOBYTES": str(sum(len(content) for content in files.values()) // 1024),
    }


def _folders(files: Tree) -> Iterator[str]:
    """Every folder below that of the program, the deepest first."""
    every = {str(parent) for path in files for parent in PurePosixPath(path).parents}
    yield from sorted(every - {"."}, key=lambda folder: (-folder.count("/"), folder))


def _folder_of(path: str) -> str:
    folder = str(PurePosixPath(path).parent)
    return "" if folder == "." else folder


def _windows(path: str) -> str:
    return "".join(f"\\{part}" for part in _quoted(path).split("/") if part)


def _quoted(text: str) -> str:
    return text.replace("$", "$$")
