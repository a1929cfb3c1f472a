"""The life of the Windows program under Wine 10: installed, used, brought up to date, removed.

    python tests/installer/wine_cycle.py SETUP.exe PORTABLE.zip [--debian FOLDER] [--out FOLDER]

Run as root in the project's environment; the Debian 13 folder is made where it is missing. It prints
a line for each step and ends with 1 where one does not hold; pictures and the log come into OUT.
"""

import argparse
import hashlib
import json
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.installer.wine.machine import PLACE, Machine, make_debian  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "kantor-contoh.xlsx"
PEOPLE = 153
"""Whom the sample roster brings in."""

LOCAL = "C:\\users\\root\\AppData\\Local"
PROGRAM = f"{LOCAL}\\Programs\\Gaung"
OPEN, IN_DATA = 5, 7
"""Exit codes of the set-up program: Gaung is open; the folder holds the office's data."""


class Cycle:
    """Each step says what holds; what does not is counted."""

    def __init__(self, machine: Machine, setup: str, portable: str) -> None:
        self._machine = machine
        self._setup, self._portable = f"Z:{PLACE}/{setup}", portable
        self._local = machine.drive / "users/root/AppData/Local"
        self._program = self._local / "Programs" / "Gaung"
        self.log: list[str] = []
        self.failed = 0

    def run(self) -> None:
        """Every step in its order."""
        self._files, self._registry = self._machine.files(), self._machine.registry()
        for step in (
            self._install,
            self._use_the_window,
            self._use_the_command_line,
            self._bring_up_to_date,
            self._remove,
            self._start_the_portable_one,
            self._remove_with_data,
        ):
            self.say(f"-- {step.__name__.strip('_').replace('_', ' ')}")
            self._try(step)

    def _install(self) -> None:
        code, said = self._machine.wine(self._setup, "/S", f"/D={LOCAL}\\Gaung")
        self._holds(code == IN_DATA, "the folder of the data is refused for the program", said)
        self._machine.settle()
        code, said = self._machine.wine(self._setup, "/S")
        self._holds(code == 0, "silent installation ends with 0", said)
        self._machine.settle()
        count = sum(1 for path in self._program.rglob("*") if path.is_file())
        compiled = sum(1 for _ in self._program.rglob("*.pyc"))
        self._holds(compiled > 1_000, f"{count} files, of them {compiled} compiled")
        shortcut = "users/root/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Gaung.lnk"
        self._holds((self._machine.drive / shortcut).exists(), "an entry in the Start menu")
        keys = self._machine.registry() - self._registry
        self._holds(any("Uninstall" in key for key in keys), "listed among installed programs")
        self._holds(not any("xlsx" in key for key in keys), "xlsx files are left alone")

    def _use_the_window(self) -> None:
        process = self._machine.start(f"{PROGRAM}\\Gaung.exe")
        window = self._machine.window("Gaung")
        self._machine.wait(lambda: (self._local / "Gaung/data.db-wal").exists(), "no office")
        self._look("window", 10)
        code, said = self._machine.wine(f"{PROGRAM}\\Gaung.exe", f"Z:{PLACE}/kantor-contoh.xlsx")
        self._holds(code == 0, "a second start hands its file to the first window", said)
        self._look("handed-over", 15)
        self._machine.press(window, "ctrl+Return")
        self._look("imported", 10)
        for name, command in (
            ("installing over it", (self._setup, "/S")),
            ("removing it", (f"{PROGRAM}\\Uninstall.exe", "/S", f"_?={PROGRAM}")),
        ):
            code, said = self._machine.wine(*command)
            self._holds(code == OPEN, f"{name} is refused while it is open", f"{code} {said}")
        self._machine.press(window, "alt+F4")
        self._machine.wait(lambda: process.poll() is not None, "the window does not close")
        self._holds(process.returncode == 0, "closing it ends with 0")
        log = self._local / "Gaung" / "Logs" / "gaung.log"
        text = log.read_text("utf-8") if log.exists() else ""
        self._holds("ERROR" not in text, "no fault in its log", text[-400:])
        self._machine.settle()
        self._holds(self._people() == PEOPLE, f"Ctrl+Enter imported {PEOPLE} people")

    def _use_the_command_line(self) -> None:
        database = f"{LOCAL}\\Gaung\\data.db"
        code, said = self._cli("report", "laporan.xlsx", "--database", database, "--json")
        self._holds(code == 0, "the report of the office is written", said)
        book = load_workbook(self._machine.place / "laporan.xlsx")
        texts = {str(cell.value or "") for sheet in book for row in sheet for cell in row}
        nips = {text for text in (t.replace(" ", "") for t in texts) if _is_nip(text)}
        self._holds(len(nips) > 50, f"{len(book.sheetnames)} sheets with {len(nips)} NIPs in it")
        code, said = self._cli(
            "import", "kantor-contoh.xlsx", "--database", "C:\\lain.db", "--json"
        )
        self._holds(code == 0 and json.loads(said)["import_id"] == 1, "import gives its id", said)
        code, said = self._cli("run", "kantor-contoh.xlsx", "--output", "ringkas.xlsx")
        self._holds(code == 0, "run goes from roster to report", said)
        code, said = self._cli("import", "tiada.xlsx", "--database", database)
        self._holds(
            code in (2, 3) and "Traceback" not in said, "a missing file gets a sentence", said
        )
        code, said = self._cli("check", "--database", database)
        self._holds(code == 0, "the office is sound", said)
        for path in self._machine.drive.glob("lain*"):
            if path.is_file():
                path.unlink()
            else:
                shutil.rmtree(path)

    def _bring_up_to_date(self) -> None:
        old = self._program / "lib" / "app" / "cli" / "output.py"
        old.write_text("raise SystemExit('old')", encoding="utf-8")
        before = self._people()
        code, said = self._machine.wine(self._setup, "/S")
        self._machine.settle()
        self._holds(code == 0, "installing over the version before ends with 0", said)
        self._holds("SystemExit" not in old.read_text("utf-8"), "the old program is replaced")
        self._holds(before == self._people() == PEOPLE, f"{before} people before and after")

    def _remove(self) -> None:
        own = self._program / "milik-saya.txt"
        own.write_text("not ours", encoding="utf-8")
        digest = self._digest()
        self._uninstall("/S")
        self._holds(own.exists(), "a file of somebody else in the folder stays")
        own.unlink()
        self._program.rmdir()
        self._holds(self._digest() == digest, "the office's data stays, byte for byte")
        self._nothing_left({"users/root/AppData/Local/Gaung"})

    def _start_the_portable_one(self) -> None:
        with zipfile.ZipFile(self._machine.place / self._portable) as whole:
            whole.extractall(self._machine.place / "stick")
        stick = self._machine.place / "stick" / "Gaung"
        before = set(stick.rglob("*"))
        process = self._machine.start(f"Z:{PLACE}/stick/Gaung/Gaung.exe", "--sample")
        window = self._machine.window("Gaung")
        self._look("portable", 25)
        self._machine.press(window, "alt+F4")
        self._machine.wait(lambda: process.poll() is not None, "the window does not close")
        self._holds(process.returncode == 0, "the portable one shows its window and ends with 0")
        self._holds(set(stick.rglob("*")) == before, "it writes nothing into itself")
        self._machine.settle()
        office = stick.parent
        (office / "gaung-portabel.json").write_text("{}", encoding="utf-8")
        process = self._machine.start(f"Z:{PLACE}/stick/Gaung/Gaung.exe")
        window = self._machine.window("Gaung")
        self._look("portable-office", 15)
        self._machine.press(window, "alt+F4")
        self._machine.wait(lambda: process.poll() is not None, "the window does not close")
        self._holds((office / "data.db").exists(), "in a portable office it opens that office")
        self._machine.settle()

    def _remove_with_data(self) -> None:
        self._machine.wine(self._setup, "/S")
        self._machine.settle()
        process = self._machine.start(f"{PROGRAM}\\Uninstall.exe", f"_?={PROGRAM}")
        window = self._machine.window("Gaung")
        self._look("uninstall", 3)
        # From the button to the box and back by Enter; the question after it begins at No.
        self._machine.press(window, "shift+Tab", "space")
        self._look("uninstall-ticked", 1)
        self._machine.press(window, "Return")
        self._look("uninstall-sure", 3)
        self._machine.press(self._machine.window("Gaung"), "Left", "Return")
        # The data goes last, after the program.
        self._machine.wait(lambda: not (self._local / "Gaung").exists(), "the data is not removed")
        self._look("uninstall-done", 5)
        process.kill()
        self._machine.run("wineserver", "--kill")
        (self._program / "Uninstall.exe").unlink(missing_ok=True)
        self._holds(not (self._program / "lib").exists(), "asked for, the data goes too")

    # -------------------------------------------------------------- looking

    def _uninstall(self, *how: str) -> None:
        code, said = self._machine.wine(f"{PROGRAM}\\Uninstall.exe", *how)
        # It copies itself away to be able to remove itself, and goes on there.
        self._machine.settle()
        self._holds(code == 0, "removal ends with 0", said)

    def _nothing_left(self, kept: set[str]) -> None:
        def is_ours(path: str) -> bool:
            return not any(path == one or path.startswith(f"{one}/") for one in kept)

        left = {path for path in self._machine.files() - self._files if is_ours(path)}
        left -= {"users/root/AppData/Local/Programs"}
        left = {path for path in left if "/Temp" not in path}
        self._holds(not left, "no file of it is left", str(sorted(left)[:20]))
        keys = self._machine.registry() - self._registry
        # Of its own accord Wine remembers which menus of Linux it made of the Start menu.
        ours = {key for key in keys if "gaung" in key.lower() and "[Software\\\\Wine" not in key}
        self._holds(not ours, "no key of it is left in the registry", str(sorted(ours)[:20]))

    def _cli(self, *arguments: str) -> tuple[int, str]:
        return self._machine.wine(f"{PROGRAM}\\gaung-cli.exe", *arguments)

    def _people(self) -> int:
        database = f"{LOCAL}\\Gaung\\data.db"
        _, said = self._cli("standings", "--database", database, "--json")
        return len(json.loads(said)["people"])

    def _digest(self) -> str:
        files = sorted(path for path in (self._local / "Gaung").rglob("*") if path.is_file())
        whole = hashlib.sha256()
        for path in files:
            whole.update(path.name.encode() + path.read_bytes())
        return whole.hexdigest()

    def _look(self, name: str, seconds: float) -> None:
        self._machine.rest(seconds)
        self._machine.picture(name)

    def _holds(self, is_so: bool, what: str, said: str = "") -> None:
        self.failed += not is_so
        self.say(f"{'ok  ' if is_so else 'FAIL'} {what}{'' if is_so or not said else f': {said}'}")

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception as error:
            self._holds(False, f"{step.__name__}: {type(error).__name__} {error}")

    def say(self, line: str) -> None:
        self.log.append(line)
        print(line, flush=True)  # noqa: T201


def _is_nip(text: str) -> bool:
    return len(text) == 18 and text.isdigit()


def main() -> int:
    """Gives 0 where everything held."""
    parser = argparse.ArgumentParser(description="The Windows program under Wine.")
    parser.add_argument("setup", type=Path)
    parser.add_argument("portable", type=Path)
    parser.add_argument("--debian", type=Path, default=Path("/srv/deb13"))
    parser.add_argument("--out", type=Path, default=Path("dist/wine"))
    asked = parser.parse_args()
    make_debian(asked.debian)
    machine = Machine(asked.debian)
    machine.begin()
    for path in (asked.setup, asked.portable, SAMPLE):
        shutil.copy(path, machine.place / path.name)
    cycle = Cycle(machine, asked.setup.name, asked.portable.name)
    cycle.say(machine.run("wine", "--version")[1].strip())
    try:
        cycle.run()
    finally:
        machine.end()
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "log.txt").write_text("\n".join(cycle.log) + "\n", encoding="utf-8")
    for picture in machine.place.glob("*.png"):
        shutil.copy(picture, asked.out)
    return 1 if cycle.failed else 0


if __name__ == "__main__":
    sys.exit(main())
