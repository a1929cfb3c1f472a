"""A wheel carries the resources with compiled words; an editable install reads them in place."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a build reads, without compiled words."""
    copy = tmp_path / "project"
    for name in ("app", "installer", "resources"):
        shutil.copytree(
            ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo")
        )
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, copy / name)
    return copy


def built(project: Path, call: str) -> Sequence[str]:
    """The names inside the wheel that a PEP 517 `call` of hatchling makes of `project`."""
    make = f"import hatchling.build, sys; hatchling.build.{call}(sys.argv[1])"
    subprocess.run(
        [sys.executable, "-P", "-c", make, "dist"], cwd=project, check=True, capture_output=True
    )
    (wheel,) = (project / "dist").glob("*.whl")
    return zipfile.ZipFile(wheel).namelist()


def test_a_wheel_holds_the_resources_and_the_compiled_words(project: Path) -> None:
    names = built(project, "build_wheel")
    assert "app/_resources/locale/id/LC_MESSAGES/gaung.mo" in names
    assert any(name.startswith("app/_resources/icons/") for name in names)
    assert not any(name.startswith(("installer/", "tests/")) for name in names)


def test_an_editable_install_compiles_the_words_where_they_are_and_copies_nothing(
    project: Path,
) -> None:
    names = built(project, "build_editable")
    assert (project / "resources/locale/id/LC_MESSAGES/gaung.mo").exists()
    assert not any(name.startswith("app/") for name in names)
