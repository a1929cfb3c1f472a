"""The life of the package on a bare Debian: installed, used from outside, brought up to date, removed.

    python tests/installer/debian_cycle.py PACKAGE.deb [--suite bookworm|trixie] [--root FOLDER] [--out FOLDER]

Run as root in the project's environment; the bare Debian is made where it is missing. It prints a
line for each step and ends with 1 where one does not hold; pictures and the log come into OUT.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.installer.debian.facts import COUNT, NAME  # noqa: E402
from tests.installer.debian.machine import PLACE, SCREEN, USER, Machine  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "kantor-contoh.xlsx"
HANDS = ROOT / "tests" / "installer" / "debian"

_DESK = """
export GAUNG_HOME=/home/{user}/gaung HOME=/home/{user} PATH=$PATH:/usr/sbin
/usr/libexec/at-spi-bus-launcher --launch-immediately & sleep 1
/usr/libexec/at-spi2-registryd & openbox & sleep 1
exec /usr/bin/python3 {place}/hands/at_the_desk.py {place}/kantor-contoh.xlsx {place}
"""


class Cycle:
    """Each step says what holds; what does not is counted."""

    def __init__(self, machine: Machine, package: str) -> None:
        self._machine, self._package = machine, f"{PLACE}/{package}"
        self._before: set[str] = set()
        self.log: list[str] = []
        self.failed = 0

    def run(self) -> None:
        """Every step in its order."""
        for step in (
            self._install,
            self._use_the_command_line,
            self._use_the_window,
            self._bring_up_to_date,
            self._remove,
        ):
            self.say(f"-- {step.__name__.strip('_').replace('_', ' ')}")
            self._try(step)

    def say(self, line: str) -> None:
        """A line for the eye and the log."""
        print(line, flush=True)
        self.log.append(line)

    def _install(self) -> None:
        self._machine.root("apt-get purge -y gaung; rm -rf /home/*/gaung /home/*/Documents")
        self._machine.root("apt-get install -y --no-install-recommends python3")
        _, depends = self._machine.root(f"dpkg-deb -f {self._package} Depends")
        self._before = self._machine.files()
        code, said = self._machine.root(
            f"apt-get install -y --no-install-recommends {self._package}"
        )
        self._holds(code == 0, f"installed with {depends.count(',') + 1} packages named", said)
        code, said = self._machine.root("dpkg --audit && dpkg -V gaung")
        self._holds(code == 0 and not said.strip(), "the package is whole", said)
        _, said = self._machine.root("find /usr/lib/gaung -name '*.pyc' | wc -l")
        self._holds(int(said) > 500, f"{said.strip()} modules compiled for its Python")

    def _use_the_command_line(self) -> None:
        code, said = self._machine.user(
            *("gaung", "run", "kantor-contoh.xlsx", "--output", "laporan.xlsx", "--json")
        )
        self._holds(code == 0 and "Traceback" not in said, "run writes the report", said)
        people = json.loads(said.splitlines()[-1])["report"]["people"] if code == 0 else 0
        self._holds(people > 0, f"{people} people in it")
        texts = {text.replace(" ", "") for text in _cells(self._machine.place / "laporan.xlsx")}
        nips = {text for text in texts if _is_nip(text)}
        self._holds(len(nips) > 50, f"{len(nips)} NIPs in it")
        code, said = self._machine.user("gaung", "import", "tiada.xlsx", "--database", "x.db")
        self._holds(
            code in (2, 3) and "Traceback" not in said, "a missing file gets a sentence", said
        )

    def _use_the_window(self) -> None:
        code, said = self._machine.root(
            f"apt-get install -y --no-install-recommends {' '.join(SCREEN)}"
        )
        self._holds(code == 0, "hands and eyes for the window", said)
        script = self._machine.place / "desk.sh"
        script.write_text(_DESK.format(user=USER, place=PLACE), encoding="utf-8")
        session = ("dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1366x768x24")
        code, said = self._machine.user(*session, "sh", f"{PLACE}/desk.sh")
        for line in said.splitlines():
            if line.startswith(("imported:", "recorded:", "written:", "unnamed:", "ended:")):
                self.say(f"   {line}")
        self._holds(code == 0 and "ended: 0" in said, "an hour at the desk", said)
        written = list((self._machine.place.parent / "home" / USER).rglob("*.xlsx"))
        self._holds(len(written) == 1, f"one report: {[path.name for path in written]}")
        rows = [row for row in _rows(written[0]) if any(NAME in text for text in row)]
        self._holds(
            any(COUNT in row for row in rows), f"the count of {NAME} stands in it", str(rows)
        )
        log = self._machine.place.parent / "home" / USER / "gaung" / "log" / "gaung.log"
        text = log.read_text("utf-8") if log.exists() else ""
        self._holds("ERROR" not in text, "no fault in its log", text[-400:])

    def _bring_up_to_date(self) -> None:
        database = self._machine.place.parent / "home" / USER / "gaung" / "data.db"
        before = database.read_bytes()
        code, said = self._machine.root(
            f"apt-get install -y --reinstall --no-install-recommends {self._package}"
        )
        self._holds(code == 0, "installed over itself", said)
        self._holds(database.read_bytes() == before, "the office's data is as it was")
        code, said = self._machine.user(
            "gaung", "check", "--database", f"/home/{USER}/gaung/data.db"
        )
        self._holds(code == 0, "the office is sound", said)

    def _remove(self) -> None:
        code, said = self._machine.root("apt-get purge -y gaung")
        self._holds(code == 0, "removed", said)
        left = {path for path in self._machine.files() - self._before if "gaung" in path.lower()}
        of_office = {path for path in left if path.startswith(f"/home/{USER}/")}
        self._holds(bool(of_office), "the office's data stays")
        self._holds(left == of_office, "nothing else of it is left", str(left - of_office))

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception as error:
            self._holds(False, "goes through", f"{type(error).__name__}: {error}")

    def _holds(self, is_so: bool, what: str, said: str = "") -> None:
        self.say(f"{'ok  ' if is_so else 'FAIL'} {what}")
        if not is_so:
            self.failed += 1
            self.say(said[-1_500:])


def _rows(path: Path) -> list[list[str]]:
    return [
        [str(cell.value) for cell in row if cell.value is not None]
        for sheet in load_workbook(path)
        for row in sheet
    ]


def _cells(path: Path) -> set[str]:
    return {text for row in _rows(path) for text in row}


def _is_nip(text: str) -> bool:
    return len(text) == 18 and text.isdigit()


def main() -> int:
    """The whole cycle; 1 where a step does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--suite", default="bookworm", choices=("bookworm", "trixie"))
    parser.add_argument("--root", type=Path)
    parser.add_argument("--out", type=Path, default=Path("dist/debian-cycle"))
    asked = parser.parse_args()
    machine = Machine(asked.suite, asked.root or Path(f"/srv/gaung-{asked.suite}"))
    machine.begin()
    for path in (asked.package, SAMPLE):
        shutil.copy(path, machine.place)
    shutil.copytree(HANDS, machine.place / "hands", dirs_exist_ok=True)
    cycle = Cycle(machine, asked.package.name)
    cycle.say(f"{asked.package.name} on {asked.suite}")
    try:
        cycle.run()
    finally:
        machine.end()
    asked.out.mkdir(parents=True, exist_ok=True)
    for picture in machine.place.glob("*.png"):
        shutil.copy(picture, asked.out)
    (asked.out / f"{asked.suite}.log").write_text("\n".join(cycle.log) + "\n", encoding="utf-8")
    return 1 if cycle.failed else 0


if __name__ == "__main__":
    sys.exit(main())
