"""`start.py` on a machine that is set up: silent itself, it hands everything to the program."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from installer.environment import Environment

ROOT = Path(__file__).parents[2]

PROGRAM = '''"""Says what it was called with and ends with 7, or what GAUNG_TEST_EXIT says."""
import os, sys
print("called with", sys.argv[1:])
sys.exit(int(os.environ.get("GAUNG_TEST_EXIT", "7")))
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The real set-up commands around a very small program, remembered as ready."""
    root = tmp_path / "kantor kami"
    shutil.copytree(ROOT / "installer", root / "installer")
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / "app").mkdir()
    (root / "app/__init__.py").touch()
    (root / "app/__main__.py").write_text(PROGRAM, encoding="utf-8")
    environment = Environment(root)
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(environment.folder)], check=True
    )
    packages = subprocess.run(
        [str(environment.python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    (Path(packages) / "gaung.pth").write_text(f"{root}\n", encoding="utf-8")
    environment.remember_ready([], window=True)
    return root


def started(
    project: Path, *arguments: str, folder: Path | None = None, **surroundings: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(project / "installer/start.py"), *arguments],
        cwd=folder or project,
        env={**without_display(os.environ), **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def without_display(surroundings: Mapping[str, str]) -> dict[str, str]:
    return {k: v for k, v in surroundings.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}


def test_arguments_go_to_the_program_and_its_exit_code_comes_back(project: Path) -> None:
    ended = started(project, "run", "my roster.xlsx", "--output", "laporan.xlsx")
    assert ended.stdout == "called with ['run', 'my roster.xlsx', '--output', 'laporan.xlsx']\n"
    assert ended.returncode == 7


def test_the_second_start_says_nothing_about_setting_up(project: Path) -> None:
    ended = started(project, "check", GAUNG_TEST_EXIT="0")
    assert (ended.stdout, ended.stderr) == ("called with ['check']\n", "")


def test_a_folder_that_holds_another_app_does_not_get_in_between(
    project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    (other / "app").mkdir(parents=True)
    (other / "app/__main__.py").write_text("print('the wrong one')", encoding="utf-8")
    assert started(project, "check", folder=other).stdout == "called with ['check']\n"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_without_a_display_the_sample_is_reported_and_the_place_of_the_report_said(
    project: Path,
) -> None:
    ended = started(project, GAUNG_TEST_EXIT="0")
    call, place = ended.stdout.splitlines()
    assert call.startswith("called with ['run', ")
    assert "kantor-contoh.xlsx" in call
    assert place == f"Laporan: {project / 'laporan.xlsx'}"
    assert ended.returncode == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_with_a_display_the_window_opens_on_the_sample_office(project: Path) -> None:
    ended = started(project, GAUNG_TEST_EXIT="0", DISPLAY=":77")
    assert ended.stdout.splitlines()[-1] == "called with ['--sample']"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_a_report_that_is_open_elsewhere_does_not_keep_the_window_shut(project: Path) -> None:
    ended = started(project, GAUNG_TEST_EXIT="3", DISPLAY=":77")
    assert [line.split("'")[1] for line in ended.stdout.splitlines()] == ["run", "--sample"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_a_failed_main_job_is_told_by_the_exit_code(project: Path) -> None:
    assert started(project, GAUNG_TEST_EXIT="3").returncode == 3
    assert started(project, GAUNG_TEST_EXIT="1", DISPLAY=":77").returncode == 1
