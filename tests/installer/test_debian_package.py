"""The package for Debian: what is taken, what it asks of the system, and that it is an archive."""

import gzip
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import PySide6
import pytest

from app.cli.arguments import COMMANDS
from installer.packing.debian.building import PYTHONS
from installer.packing.debian.libraries import (
    loaded_libraries,
    packages_needed,
    without_orphans,
)
from installer.packing.debian.package import TOOL, Package, make_package, system_files
from installer.packing.debian.trim import QT_MODULES, is_kept
from installer.packing.locked import canonical, read_locked
from installer.packing.tree import Tree, overlaid
from installer.packing.wheels import linux, wanted

ROOT = Path(__file__).parents[2]
LOADED_BY_QT = {"QtDBus"}

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a library of Linux")
with_dpkg = pytest.mark.skipif(shutil.which(TOOL) is None, reason="no dpkg-deb on this system")


@pytest.fixture(scope="module")
def qt_core() -> bytes:
    folder = Path(PySide6.__file__).parent
    return (folder / "QtCore.abi3.so").read_bytes()


@pytest.fixture(scope="module")
def system() -> Tree:
    return system_files(ROOT, b"alembic 1.20.1\n")


def package(system: Tree) -> Package:
    return Package("1.2.3", 1_700_000_000, ("python3 (>= 3.11)", "libc6"), system)


@pytest.mark.parametrize("python", PYTHONS)
def test_the_wheels_for_linux_are_those_of_the_constraints(python: str) -> None:
    target = linux(python)
    locked = read_locked((ROOT / target.lock).read_text(encoding="utf-8"))
    pins = [(canonical(pin.name), f"{pin.specifier}"[2:]) for pin in wanted(ROOT, target)]
    assert [(one.name, one.version) for one in locked] == pins
    assert [one.name for one in locked if not re.fullmatch("[0-9a-f]{64}", one.sha256)] == []


def test_the_parts_of_qt_that_are_kept_are_those_that_the_window_imports() -> None:
    imported = {
        module
        for path in (ROOT / "app").rglob("*.py")
        for module in re.findall(r"from PySide6\.(\w+) import", path.read_text(encoding="utf-8"))
    }
    assert sorted(imported | LOADED_BY_QT) == sorted(QT_MODULES)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/QtCore.abi3.so", True),
        ("PySide6/libpyside6.abi3.so.6.9", True),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/QtQml.abi3.so", False),
        ("_cffi_backend.cpython-313-x86_64-linux-gnu.so", True),
        ("cffi/api.py", False),
        ("app/_resources/locale/id/LC_MESSAGES/gaung.mo", True),
    ],
)
def test_what_the_program_loads_is_kept(path: str, kept: bool) -> None:
    assert is_kept(path) is kept


@on_linux
def test_a_binary_names_what_it_loads_and_what_is_shipped_asks_nothing_of_the_system(
    qt_core: bytes,
) -> None:
    loaded = loaded_libraries(qt_core)
    assert {"libQt6Core.so.6", "libstdc++.so.6", "libc.so.6"} <= set(loaded)
    others = {f"lib/{name}": b"" for name in loaded if not name.startswith(("libc.", "libstdc"))}
    assert packages_needed({"QtCore.abi3.so": qt_core, **others}) == ["libc6", "libstdc++6"]


@on_linux
def test_a_library_of_no_known_package_is_told(qt_core: bytes) -> None:
    with pytest.raises(LookupError, match=r"QtCore\.abi3\.so: libQt6Core\.so\.6"):
        packages_needed({"QtCore.abi3.so": qt_core})


@on_linux
def test_libraries_of_wheels_that_nothing_loads_are_left_behind(qt_core: bytes) -> None:
    asked, spare = "x.libs/libQt6Core.so.6", "x.libs/libavif.so.16"
    kept = without_orphans({"QtCore.so": qt_core, asked: b"", spare: b"", "a.py": b""})
    assert sorted(kept) == ["QtCore.so", "a.py", asked]


def test_what_several_wheels_bring_alike_is_taken_once_and_what_differs_is_refused() -> None:
    assert overlaid({"a": b"1", "b": b"2"}, {"a": b"1", "c": b"3"}) == {
        "a": b"1",
        "b": b"2",
        "c": b"3",
    }
    with pytest.raises(ValueError, match="one place: a"):
        overlaid({"a": b"1"}, {"a": b"2"})


@with_dpkg
def test_the_same_files_give_the_same_package_byte_by_byte(tmp_path: Path, system: Tree) -> None:
    made = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        make_package(package(system), folder, tmp_path / f"{name}.deb")
        made.append((tmp_path / f"{name}.deb").read_bytes())
    assert made[0] == made[1]


@with_dpkg
def test_the_package_says_what_it_needs_and_starts_with_a_command(
    tmp_path: Path, system: Tree
) -> None:
    (tmp_path / "work").mkdir()
    target = tmp_path / "gaung.deb"
    make_package(package(system), tmp_path / "work", target)

    def asked(*options: str) -> str:
        return subprocess.check_output([TOOL, *options, str(target)], text=True)

    control = asked("--field")
    assert "Version: 1.2.3\n" in control
    assert "Depends: python3 (>= 3.11), libc6\n" in control
    listed = {line.split()[-1]: line.split()[:2] for line in asked("--contents").splitlines()}
    assert listed["./usr/bin/gaung"] == ["-rwxr-xr-x", "root/root"]
    assert listed["./usr/share/applications/gaung.desktop"] == ["-rw-r--r--", "root/root"]


def test_the_menu_entry_starts_the_program_and_takes_no_kind_of_file_over(system: Tree) -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment]  # keys of a menu entry have capitals
    entry.read_string(system["usr/share/applications/gaung.desktop"].decode())
    values = entry["Desktop Entry"]
    assert values["Exec"] == "gaung %F"
    assert values["Comment[id]"]
    assert "MimeType" not in values
    assert f"usr/share/icons/hicolor/scalable/apps/{values['Icon']}.svg" in system


def test_the_changes_stand_in_the_form_of_debian_and_in_ours(system: Tree) -> None:
    entry = gzip.decompress(system["usr/share/doc/gaung/changelog.gz"]).decode().splitlines()
    assert re.fullmatch(r"gaung \(\d\S*\) unstable; urgency=medium", entry[0])
    assert re.fullmatch(r" -- Gaung <\S+>  \w{3}, \d\d \w{3} \d{4} [\d:]{8} [+-]0000", entry[-1])
    ours = gzip.decompress(system["usr/share/doc/gaung/CHANGELOG.md.gz"])
    assert ours == (ROOT / "CHANGELOG.md").read_bytes()


def test_the_software_centre_reads_of_the_program_in_both_languages(system: Tree) -> None:
    (name,) = [path for path in system if path.startswith("usr/share/metainfo/")]
    page = ET.fromstring(system[name])  # noqa: S314 (our own)
    # Named by its id, which software centres want to be a domain turned round.
    assert name == f"usr/share/metainfo/{page.findtext('id')}.metainfo.xml"
    assert len(str(page.findtext("id")).split(".")) == 3
    assert page.findtext("launchable") == "gaung.desktop"
    assert len(page.findall("summary")) == 2
    release = page.find("releases/release")
    assert release is not None
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", release.get("date", ""))


@pytest.mark.parametrize("name", ["gaung.1", "gaung.id.1"])
def test_the_manual_page_names_every_command(name: str) -> None:
    page = (ROOT / "installer/packing/debian/parts" / name).read_text(encoding="utf-8")
    assert set(re.findall(r"^\.BI (\w+) ", page, re.MULTILINE)) == set(COMMANDS)
