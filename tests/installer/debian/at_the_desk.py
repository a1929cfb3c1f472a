"""A clerk's hour by hands from outside: the menu's command, the screen reader's eyes, real keys.

Runs on the system's Python with pyatspi, in a session with a screen; prints a line for each step:

    at_the_desk.py ROSTER OUT
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyatspi
from facts import COUNT, NAME, SHOWN

PATIENCE = 90.0
BUTTON = "push button|button"
"""What a button is called by the older and by the newer of two Debians."""


class Desk:
    """The window of Gaung as a screen reader has it, and a keyboard."""

    def __init__(self, command: Sequence[str], out: Path | None = None) -> None:
        """`out`: where pictures go."""
        self._out = out or Path()
        self.process = subprocess.Popen(command)

    def parts(self) -> Iterator[Any]:
        """Everything in its windows; what vanishes meanwhile is passed over."""
        application = self.application()
        if application is not None:
            yield from _below(application)

    def application(self) -> Any:
        """All its windows; None before the first one is up."""
        desktop = pyatspi.Registry.getDesktop(0)
        return next((one for one in desktop if one is not None and one.name == "Gaung"), None)

    def find(self, role: str, name: str) -> Any:
        """The first part of that role that is shown and named so, once it is there.

        Raises:
            TimeoutError: it does not come.
        """
        pattern = re.compile(name)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for part in self.parts():
                if is_shown(part, role) and pattern.search(text_of(part)):
                    return part
            if self.process.poll() is not None:
                raise TimeoutError(f"Gaung ended with {self.process.returncode}")
            time.sleep(0.5)
        raise TimeoutError(f"no {role} named {name}")

    def press(self, role: str, name: str) -> None:
        """Press a button as a screen reader does."""
        actions = self.find(role, name).queryAction()
        names = [actions.getName(place) for place in range(actions.nActions)]
        actions.doAction(names.index("Press"))

    def keys(self, *names: str) -> None:
        """Keys, one after the other."""
        for name in names:
            subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)
            time.sleep(0.3)

    def type(self, text: str) -> None:
        """A text."""
        subprocess.run(["xdotool", "type", "--delay", "60", text], check=True)

    def picture(self, name: str) -> None:
        """What the screen shows now."""
        path = self._out / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True)

    def close(self) -> int:
        """Close the window; how the program ended."""
        self.keys("alt+F4")
        return self.process.wait(PATIENCE)


def work(roster: str, out: Path) -> None:
    """Import, record, report, each seen to be done before the next."""
    desk = Desk(["gaung", roster], out)
    desk.find(BUTTON, r"^Impor \d+ perubahan")
    desk.picture("1-import")
    desk.press(BUTTON, r"^Impor \d+ perubahan")
    print("imported:", text_of(desk.find("label", r"sudah diimpor|diimpor\.")))
    desk.keys("ctrl+4")
    desk.find("table cell", f"^{NAME}")
    desk.keys("ctrl+k")
    desk.type(NAME.split()[0].lower())
    desk.keys("Return")
    desk.type(COUNT)
    desk.keys("Return")
    print("recorded:", text_of(desk.find("table cell|label", re.escape(SHOWN))))
    desk.picture("2-recorded")
    desk.keys("Escape", "ctrl+6")
    desk.find(BUTTON, "^Tulis laporan Excel")
    time.sleep(2)
    desk.keys("ctrl+Return")
    print("written:", text_of(desk.find("label", "^Laporan sudah ditulis")))
    desk.picture("3-report")
    print("unnamed:", json.dumps(sorted(unnamed(desk))))
    print("ended:", desk.close())


def unnamed(desk: Desk) -> set[str]:
    """What can be pressed or typed into and says nothing to a screen reader."""
    roles = (*BUTTON.split("|"), "check box", "radio button", "text", "combo box", "table")
    return {
        f"{part.getRoleName()} in {part.parent.name}"
        for part in desk.parts()
        if part.getRoleName() in roles and is_shown(part, part.getRoleName()) and not part.name
    }


def children_of(part: Any) -> list[Any]:
    """What stands in a part; nothing where it went while it was looked at."""
    try:
        children = [part.getChildAtIndex(place) for place in range(min(part.childCount, 2_000))]
    except Exception:
        # The next look finds what stands there now.
        return []
    return [child for child in children if child is not None]


def _below(part: Any) -> Iterator[Any]:
    for child in children_of(part):
        yield child
        yield from _below(child)


def is_shown(part: Any, roles: str) -> bool:
    """Whether it is to be seen, and is one of the roles, parted by "|"."""
    try:
        states = part.getState()
        shown = states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)
        return shown and part.getRoleName() in roles.split("|")
    except Exception:
        return False


def text_of(part: Any) -> str:
    """What a screen reader says of it."""
    try:
        return str(part.name or part.description)
    except Exception:
        return ""


if __name__ == "__main__":
    os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    os.environ["QT_ACCESSIBILITY"] = "1"
    work(sys.argv[1], Path(sys.argv[2]))
