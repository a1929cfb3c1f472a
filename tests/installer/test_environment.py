"""The `.venv` is taken as ready only while nothing that decides about it has changed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.environment import CONSTRAINTS, Environment
from installer.failure import FAILED, SetUpError


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A small project with a real virtual environment, in a folder with a space."""
    root = tmp_path / "kantor kami"
    (root / "installer").mkdir(parents=True)
    (root / "pyproject.toml").write_text(
        "[project]\n"
        'name = "kantor"\n'
        'version = "1"\n'
        "[project.optional-dependencies]\n"
        'build = ["no-such-package-anywhere"]\n',
        encoding="utf-8",
    )
    (root / CONSTRAINTS).write_text("", encoding="utf-8")
    (root / "installer/build_hook.py").write_text("", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(root / ".venv")], check=True)
    return Environment(root)


def test_a_fresh_environment_is_not_ready(environment: Environment) -> None:
    assert not environment.is_ready([], window=False)


def test_what_was_remembered_is_ready(environment: Environment) -> None:
    environment.remember_ready(["test"], window=True)
    assert environment.is_ready(["test"], window=True)
    assert environment.is_ready([], window=False)


def test_an_environment_without_the_tests_packages_is_not_ready_for_tests(
    environment: Environment,
) -> None:
    environment.remember_ready([], window=False)
    assert environment.is_ready([], window=False)
    assert not environment.is_ready(["test"], window=False)


def test_a_display_that_came_later_is_looked_at_again(environment: Environment) -> None:
    environment.remember_ready([], window=False)
    assert not environment.is_ready([], window=True)


def test_a_set_up_for_the_tests_does_not_forget_the_window(environment: Environment) -> None:
    environment.remember_ready([], window=True)
    environment.remember_ready(["test"], window=False)
    assert environment.is_ready(["test"], window=True)


@pytest.mark.parametrize("name", ["pyproject.toml", CONSTRAINTS, "installer/build_hook.py"])
def test_a_changed_pin_or_build_makes_it_unready(environment: Environment, name: str) -> None:
    environment.remember_ready(["test"], window=True)
    changed = environment.root / name
    changed.write_text(changed.read_text(encoding="utf-8") + "# newer\n", encoding="utf-8")
    assert not environment.is_ready([], window=False)


def test_a_project_that_was_moved_is_installed_again(environment: Environment) -> None:
    environment.remember_ready([], window=False)
    moved = environment.root.rename(environment.root.with_name("kantor lain"))
    assert not Environment(moved).is_ready([], window=False)


def test_an_environment_whose_python_went_away_is_neither_ready_nor_sound(
    environment: Environment,
) -> None:
    environment.remember_ready([], window=False)
    environment.python.unlink()
    assert not environment.is_ready([], window=False)
    assert not environment.is_sound()


def test_a_damaged_stamp_counts_as_none(environment: Environment) -> None:
    environment.remember_ready([], window=False)
    (environment.folder / "gaung-ready.json").write_text("{half", encoding="utf-8")
    assert not environment.is_ready([], window=False)


def test_an_environment_without_pip_is_not_sound(environment: Environment) -> None:
    assert not environment.is_sound()


def test_a_torn_environment_is_made_anew_with_pip(environment: Environment) -> None:
    (environment.folder / "pyvenv.cfg").unlink()
    environment.make()
    assert environment.is_sound()


def test_an_environment_that_could_not_be_made_is_not_taken_for_a_sound_one(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(environment.root / "no-python-here"))
    with pytest.raises(SetUpError) as refused:
        environment.make()
    assert refused.value.exit_code == FAILED
    assert not environment.is_sound()


def test_packages_that_cannot_be_had_end_in_one_failure_and_are_tried_again_later(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.make()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(SetUpError) as refused:
        environment.install([])
    assert refused.value.exit_code == FAILED
    assert refused.value.sentence.startswith("GAGAL: ")
    assert "no-such-package-anywhere" in refused.value.sentence
    assert environment.is_sound()


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_an_installation_that_was_killed_makes_the_environment_unsound(
    environment: Environment,
) -> None:
    environment.make()
    # A pip that is killed together with the set-up, as when the power goes.
    pip = next(environment.folder.glob("lib/*/site-packages/pip/__main__.py"))
    pip.write_text("import os, signal; os.kill(os.getppid(), signal.SIGKILL)", encoding="utf-8")
    set_up = (
        "import sys; from pathlib import Path; from installer.environment import Environment;"
        "Environment(Path(sys.argv[1])).install([])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", set_up, str(environment.root)],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert ended.returncode == -9
    pip.write_text("", encoding="utf-8")
    assert not environment.is_sound()
