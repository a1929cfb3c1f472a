"""What others made of the program is told with its licence, as it is installed here."""

from app.paths import resources
from app.services.licences import Part, shipped_parts


def parts() -> dict[str, Part]:
    return {part.name: part for part in shipped_parts(resources())}


def test_everything_that_runs_is_named_with_a_licence_and_something_to_read() -> None:
    found = parts()
    assert next(iter(found)) == "Gaung"
    needed = {"SQLAlchemy", "openpyxl", "requests", "pillow", "Inter", "Lucide", "Python", "SQLite"}
    assert needed <= set(found)
    assert [part.name for part in found.values() if not (part.licence and part.text)] == []


def test_what_a_package_needs_in_turn_is_told_too_and_what_only_tests_need_is_not() -> None:
    found = {name.lower() for name in parts()}
    assert {"urllib3", "mako", "cryptography"} <= found
    assert not {"pytest", "mypy", "hatchling"} & found


def test_the_licence_of_qt_can_be_read_whole() -> None:
    qt = parts()["PySide6_Essentials (Qt)"]
    assert qt.licence == "LGPL-3.0-only"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "GNU GENERAL PUBLIC LICENSE" in qt.text
