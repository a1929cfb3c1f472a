"""Every page, dialog, popup and menu is in a picture, and in each all can be read and reached.

Two languages, two looks and two scales; every other combination is asked for by hand:
`python installer/legible.py --lang .. --theme .. --scale ..`.
"""

import ast
import importlib
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

import app.ui

ROOT = Path(__file__).parents[2]
LOOKS = (("id", "dark", "1.5"), ("en", "light", "1.0"))
"""The longer words in the smaller window, and the usual size."""

MENUS_OF = {
    "app.ui.table.menu": "app.ui.table.view",
    "app.ui.table.arrangement": "app.ui.table.view",
    "app.ui.charts.picture": "app.ui.parts.card",
    "app.ui.home.languages": "app.ui.home.page",
    "app.ui.reports.offices_menu": "app.ui.reports.page",
    "app.ui.shell.help_menu": "app.ui.shell.sidebar",
}
"""Where a menu belongs to another widget than the module that makes it."""

IN_THE_TESTS_ONLY = {
    "app.ui.clarify.decide_part._ExcludePart",
    "app.ui.importing.concern_rows",
    "app.ui.importing.conflict_rows.ConflictRow",
    "app.ui.importing.day_line.DayLine",
    "app.ui.importing.proposal_keys",
    "app.ui.importing.taking",
    "app.ui.reports.form_fields._DecreeFields",
    "app.ui.table.find_line.FindLine",
    "app.ui.template.dialog.TemplateDialog",
}
"""Parts and menus that no scene leads to; what is not named here has to have one."""

Found = dict[str, Any]


@pytest.fixture(scope="module")
def found() -> list[Found]:
    """What the command says of each look; a scale holds for a whole process."""
    begun = [_begin(*look) for look in LOOKS]
    told = [one.communicate() for one in begun]
    for (out, errors), one in zip(told, begun, strict=True):
        assert one.returncode in (0, 1), errors
        assert out
    return [json.loads(out) for out, _ in told]


def _begin(code: str, look: str, scale: str) -> "subprocess.Popen[str]":
    asked = ["--lang", code, "--theme", look, "--scale", scale, "--json"]
    return subprocess.Popen(
        [sys.executable, "installer/legible.py", *asked],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={name: text for name, text in os.environ.items() if not name.startswith("QT_")},
    )


@pytest.mark.parametrize("look", range(len(LOOKS)), ids=["-".join(one) for one in LOOKS])
def test_nothing_is_cut_nameless_pale_or_out_of_the_screen(found: list[Found], look: int) -> None:
    assert found[look]["faults"] == {}


def test_every_widget_of_the_window_is_in_a_picture(found: list[Found]) -> None:
    shown = {name for one in found for name in one["shown"]}
    assert sorted(set(_widgets()) - shown - IN_THE_TESTS_ONLY) == []


def test_every_menu_is_in_a_picture(found: list[Found]) -> None:
    open_over = {name for one in found for name in one["menus"]}
    makers = {
        f"app.ui.{'.'.join(path.relative_to(ROOT / 'app/ui').with_suffix('').parts)}"
        for path in (ROOT / "app/ui").rglob("*.py")
        if any(_makes_a_menu(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    }
    assert set(MENUS_OF) < makers
    assert (
        sorted({MENUS_OF.get(maker, maker) for maker in makers} - open_over - IN_THE_TESTS_ONLY)
        == []
    )


def _makes_a_menu(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("QMenu", "LetterMenu")
    )


def _widgets() -> Iterator[str]:
    for module in pkgutil.walk_packages(app.ui.__path__, "app.ui."):
        importlib.import_module(module.name)
    for kind in _below(QWidget):
        if kind.__module__.startswith("app.ui."):
            yield f"{kind.__module__}.{kind.__qualname__}"


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
