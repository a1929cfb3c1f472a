"""What the installers ship: one version everywhere, nothing missing, each licence looked up."""

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from installer.packing.locked import CONSTRAINTS, WINDOWS_WHEELS, Locked, canonical, read_locked
from installer.packing.shipped import as_text, shipped_packages, shipped_resources
from installer.packing.wheels import WINDOWS, wanted

ROOT = Path(__file__).parents[2]

LOCKED = read_locked((ROOT / WINDOWS_WHEELS).read_text(encoding="utf-8"))


def needs_of(package: str) -> list[str]:
    """What a package asks for on Windows, by its own word; what is not installed asks nothing."""
    try:
        asked = [Requirement(line) for line in requires(package) or []]
    except PackageNotFoundError:
        return []
    return [canonical(one.name) for one in asked if WINDOWS.needs(one)]


def test_the_wheels_for_windows_are_those_of_the_constraints() -> None:
    pins = [(canonical(pin.name), f"{pin.specifier}"[2:]) for pin in wanted(ROOT, WINDOWS)]
    assert [(one.name, one.version) for one in LOCKED] == pins
    assert len(pins) > 20


def test_each_wheel_is_pinned_to_one_file() -> None:
    assert [one.name for one in LOCKED if not re.fullmatch("[0-9a-f]{64}", one.sha256)] == []
    assert len({one.sha256 for one in LOCKED}) == len(LOCKED)


@pytest.mark.parametrize("package", ["gaung", *(one.name for one in LOCKED)])
def test_what_a_shipped_package_needs_is_shipped(package: str) -> None:
    assert set(needs_of(package)) <= {one.name for one in LOCKED}


def test_every_pinned_package_of_the_program_has_a_licence_and_a_source() -> None:
    text = (ROOT / CONSTRAINTS).read_text(encoding="utf-8").split("# Its build")[0]
    for one in shipped_packages(read_locked(text)):
        assert one.licence
        assert one.source.startswith("https://")


def test_a_package_nobody_looked_up_is_refused() -> None:
    with pytest.raises(KeyError):
        shipped_packages([Locked("unheard-of", "1.0")])


def test_a_line_without_a_version_is_refused() -> None:
    with pytest.raises(ValueError, match="requests"):
        read_locked("requests>=2\n")


def test_the_list_reads_like_a_list() -> None:
    text = as_text([*shipped_packages(LOCKED[:1]), *shipped_resources()])
    assert text.startswith("alembic ")
    assert f"    sha256 {LOCKED[0].sha256}\n" in text
    assert "OFL-1.1" in text
