"""Other programs that open the same rows: until they stand in a window and the processor rests."""

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 120.0
_QUIET = 1.0
"""Seconds without work after which a program counts as done; they are not counted."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Opened:
    """How long it took until the rows stood there, and what it took; memory at its highest."""

    seconds: float
    processor: float
    memory: float


def db_browser(office: Path, environment: Mapping[str, str]) -> tuple[str, Opened | str]:
    """DB Browser for SQLite on the table of people."""
    name = "DB Browser for SQLite"
    if shutil.which("sqlitebrowser") is None or "DISPLAY" not in environment:
        return name, "not installed"
    copied = office.with_name("salinan.db")
    shutil.copyfile(office, copied)
    command = ["sqlitebrowser", "--read-only", "--table", "people", str(copied)]
    return name, _opened(command, "salinan", environment)


def calc(office: Path, folder: Path, environment: Mapping[str, str]) -> tuple[str, Opened | str]:
    """LibreOffice Calc on the same people as a csv file."""
    name = "LibreOffice Calc (csv)"
    if shutil.which("soffice") is None or "DISPLAY" not in environment:
        return name, "not installed"
    table = folder / "daftar.csv"
    with closing(sqlite3.connect(office)) as connection, table.open("w", encoding="utf-8") as file:
        for row in connection.execute("SELECT nip, name, unit, rank, position FROM people"):
            file.write(",".join(f'"{text}"' for text in row) + "\n")
    command = [
        "soffice", "--norestore", "--nologo", "--nofirststartwizard",
        "--infilter=CSV:44,34,UTF8", f"-env:UserInstallation={(folder / 'lo').as_uri()}",
        "--calc", str(table),
    ]  # fmt: skip
    return name, _opened(command, "daftar", environment)


def _opened(command: Sequence[str], title: str, environment: Mapping[str, str]) -> Opened | str:
    begun = time.monotonic()
    process = subprocess.Popen(
        command,
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        used, since, peak = 0.0, begun, 0.0
        while (now := time.monotonic()) - begun < _LONGEST and process.poll() is None:
            time.sleep(0.05)
            cpu, memory = _of_group(process.pid)
            peak = max(peak, memory)
            if cpu > used + 0.02:
                used, since = cpu, now
            elif now - since > _QUIET and used > 0 and _is_seen(title, environment):
                return Opened(since - begun, used, peak)
        return "did not come to rest"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _is_seen(title: str, environment: Mapping[str, str]) -> bool:
    """A window stands there whose title names the file; believed where nobody can look."""
    if shutil.which("xdotool") is None:
        return True
    command = ["xdotool", "search", "--onlyvisible", "--name", title]
    looked = subprocess.run(command, env=dict(environment), capture_output=True, check=False)
    return looked.returncode == 0


def _of_group(session: int) -> tuple[float, float]:
    """Seconds of processor and resident megabytes of all processes of a session."""
    cpu = memory = 0.0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError, IndexError):
                parts = (folder / "stat").read_text().rsplit(")", 1)[1].split()
                if int(parts[3]) == session:
                    cpu += (int(parts[11]) + int(parts[12])) / _TICKS
                    memory += int(parts[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return cpu, memory
