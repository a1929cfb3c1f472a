"""Goes through every page as a screen reader does, and lists what it would say of each control.

Runs on the system's Python with pyatspi, in a session with a screen; Gaung stands on its sample
office, in a folder of its own. Exit code 1 where something has no name or no role:

    dbus-run-session -- xvfb-run -a -s "-screen 0 1366x768x24" /usr/bin/python3 \
        tests/installer/debian/at_every_page.py [--all] .venv/bin/python -m app --sample
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pyatspi
from at_the_desk import BUTTON, PATIENCE, Desk, children_of, is_shown, text_of

PAGES = ("Beranda", "Pegawai", "Impor", "Pengikut", "Hasil", "Laporan", "Pengaturan")
DIALOGS = (
    (2, "^Tambah$", "Tambah pegawai"),
    (4, "^Formulir keliling", "Formulir keliling"),
    (6, "^Periksa laporan", "Periksa laporan"),
)
"""The page, a button, the window that it opens. A popup (all commands, a filter) stands outside the
tree that Qt gives to screen readers: they hear it as the focus comes to it."""
SILENT = ("filler", "unknown", "invalid", "redundant object", "")
"""Roles that say nothing of what can be done with a thing."""
WINDOW = "frame|dialog|window|filler"
_REST = 2
"""Seconds without a change after which a page stands."""


def main() -> int:
    """Gives 0 when everything that can be reached has a name and a role."""
    whole = "--all" in sys.argv
    os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    os.environ["QT_ACCESSIBILITY"] = "1"
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="gaung-heard-") as home:
        os.environ["GAUNG_HOME"] = home
        manager = subprocess.Popen(["openbox"])
        desk = Desk([one for one in sys.argv[1:] if one != "--all"])
        desk.find("push button|button|toggle button|check box|radio button", "^Beranda")
        for number, page in enumerate(PAGES, 1):
            desk.keys(f"ctrl+{number}")
            heard = _heard(desk)
            faults += _told(page, heard, whole=whole)
        desk.keys("F1")
        desk.find(WINDOW, "^Bantuan")
        faults += _told("Bantuan", _heard(desk), whole=whole)
        desk.keys("Escape")
        for number, words, title in DIALOGS:
            desk.keys(f"ctrl+{number}")
            desk.press(BUTTON, words)
            desk.find(WINDOW, title)
            faults += _told(title, _heard(desk), whole=whole)
            desk.keys("Escape")
        print("ended:", desk.close())
        manager.terminate()
    return 1 if faults else 0


def _heard(desk: Desk) -> list[tuple[str, str, str]]:
    """Role, name and keys of everything that can have the focus or says something."""
    before: list[tuple[str, str, str]] = []
    latest = time.monotonic() + PATIENCE
    until = time.monotonic() + _REST
    # A window that says nothing yet is still being read.
    while time.monotonic() < (until if before else latest):
        # The window that came last: what lies under it was listed before.
        shown = [list(_shown(window)) for window in children_of(desk.application())]
        top = next(filter(None, reversed(shown)), [])
        now = [one for part in top if (one := _one(part))]
        if now != before:
            before, until = now, time.monotonic() + _REST
        time.sleep(0.5)
    return before


def _shown(part: Any) -> Iterator[Any]:
    """What is to be seen in a part; Qt says of the rows of a hidden list that they are shown."""
    for child in children_of(part):
        if is_shown(child, child.getRoleName()):
            yield child
            yield from _shown(child)


def _one(part: Any) -> tuple[str, str, str] | None:
    try:
        role = part.getRoleName()
        if not is_shown(part, role):
            return None
        focusable = part.getState().contains(pyatspi.STATE_FOCUSABLE)
        name = text_of(part)
        keys = _keys(part)
    except Exception:
        # It went while it was looked at.
        return None
    return (role if focusable else f"({role})", name, keys) if focusable or name else None


def _keys(part: Any) -> str:
    try:
        action = part.queryAction()
        bound = {action.getKeyBinding(place) for place in range(action.nActions)}
    except Exception:
        return ""
    return " ".join(sorted(filter(None, bound)))


def _told(page: str, heard: list[tuple[str, str, str]], *, whole: bool) -> list[str]:
    controls = [one for one in heard if not one[0].startswith("(") and one[0] != "table cell"]
    faults = [f"{role!r} without a name" for role, name, _ in controls if not name]
    faults += [f"{name!r} is a {role!r}" for role, name, _ in controls if role in SILENT]
    roles = Counter(role for role, _, _ in controls)
    keys = Counter(key for _, _, bound in controls for key in bound.split() if "Alt" in key)
    faults += [f"{key} is the key of {times} things" for key, times in keys.items() if times > 1]
    cells = sum(role in ("(table cell)", "table cell") for role, _, _ in heard)
    listed = ", ".join(f"{times} {role}" for role, times in roles.most_common())
    print(f"{page}: {len(controls)} controls ({listed}), {cells} cells, {len(faults)} faults")
    for fault in sorted(set(faults)):
        print("   FAULT", fault)
    if whole:
        for role, name, bound in heard:
            print(f"   {role:24} {name[:90]!r} {bound}")
    sys.stdout.flush()
    return faults


if __name__ == "__main__":
    sys.exit(main())
