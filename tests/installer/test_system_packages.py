"""Missing system libraries become packages, and packages one line for an administrator."""

import sys
from pathlib import Path

import pytest

from installer.failure import NEEDS_A_PERSON
from installer.system_packages import (
    FOR_A_WINDOW,
    WITHOUT_SCREEN,
    apt_line,
    library_named_in,
    missing_libraries,
    packages_of,
    refuse_without,
    venv_package,
)


def a_machine(folder: Path, *, sudo: bool, lists: bool) -> Path:
    (folder / "usr/bin").mkdir(parents=True)
    (folder / "var/lib/apt/lists").mkdir(parents=True)
    if sudo:
        (folder / "usr/bin/sudo").touch()
    if lists:
        (folder / "var/lib/apt/lists/deb.debian.org_bookworm_main_Packages.lz4").touch()
    return folder


def test_libraries_become_packages_each_named_once() -> None:
    missing = ["libglib-2.0.so.0", "libgthread-2.0.so.0", "libEGL.so.1"]
    assert packages_of(missing) == ["libglib2.0-0", "libegl1"]


def test_a_library_of_no_known_package_is_left_out() -> None:
    assert packages_of(["libnobody.so.3"]) == []


def test_the_complaint_of_the_loader_names_the_library() -> None:
    complaint = (
        "Traceback (most recent call last):\n"
        "ImportError: libGL.so.1: cannot open shared object file: No such file or directory\n"
    )
    assert library_named_in(complaint) == "libGL.so.1"
    assert packages_of(["libGL.so.1"]) == ["libgl1"]


def test_another_complaint_names_no_library() -> None:
    assert library_named_in("ModuleNotFoundError: No module named 'PySide6'") is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings everything along")
def test_nothing_is_missing_where_the_tests_themselves_run_qt() -> None:
    assert missing_libraries(window=False) == []


def test_what_a_window_needs_comes_on_top_of_what_qt_needs_anyway() -> None:
    assert not set(WITHOUT_SCREEN) & set(FOR_A_WINDOW)


def test_the_venv_package_is_that_of_the_running_python() -> None:
    assert venv_package() == f"python3.{sys.version_info.minor}-venv"


def test_an_administrator_gets_one_line(tmp_path: Path) -> None:
    machine = a_machine(tmp_path, sudo=True, lists=True)
    line = apt_line(["python3.11-venv", "libgl1"], machine)
    assert line == "sudo apt-get install --yes --no-install-recommends python3.11-venv libgl1"


def test_a_machine_without_package_lists_fetches_them_in_the_same_line(tmp_path: Path) -> None:
    machine = a_machine(tmp_path, sudo=True, lists=False)
    assert apt_line(["libgl1"], machine) == (
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libgl1"
    )


def test_a_machine_without_sudo_is_not_told_to_use_it(tmp_path: Path) -> None:
    machine = a_machine(tmp_path, sudo=False, lists=True)
    assert apt_line(["libgl1"], machine).startswith("apt-get install ")


def test_a_user_who_may_not_install_is_told_the_line_and_the_command_stops() -> None:
    refusal = refuse_without(["python3.11-venv", "libgl1"], apt=True)
    assert refusal.exit_code == NEEDS_A_PERSON
    assert refusal.sentence.splitlines()[-1] == apt_line(["python3.11-venv", "libgl1"])


def test_a_machine_without_apt_is_told_the_names_only() -> None:
    refusal = refuse_without(["libgl1"], apt=False)
    assert refusal.sentence.endswith(": libgl1")
    assert "apt-get" not in refusal.sentence
