"""A real stick pulled out in the middle of writes, again and again, and what stands on it afterwards.

`python tests/reliability/stick.py --kind fat32 --rounds 20 [--seed N]`, as root: a disk image on a loop device, mounted
as FAT32 (fusefat), exFAT (exfat-fuse) or ext4. Each round works in a portable office with the command line, and pulls the
stick out at a random moment: the worker is killed, or the mount is taken away under it (`--how kill|pull`). Then the
stick is plugged in again. Wrong is: a file that is not sound, an acknowledged import that is gone, half an import, a
second run that does not work, an office that cannot be copied back. Ends with the names, the size and the case of files
as that file system keeps them.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]


def sh(*words, check=True):
    return subprocess.run(words, check=check, capture_output=True, text=True)


class Stick:
    """An image that can be plugged in and pulled out."""

    def __init__(self, folder: Path, kind: str, megabytes: int) -> None:
        self.kind, self.image, self.at = kind, folder / "stik.img", folder / "stik"
        self.at.mkdir()
        self.device = ""
        with self.image.open("wb") as image:
            image.truncate(megabytes << 20)
        make = {
            "fat32": ["mkfs.vfat", "-F", "32"],
            "exfat": ["mkfs.exfat"],
            "ext4": ["mkfs.ext4", "-q", "-F"],
        }[kind]
        sh(*make, str(self.image))

    def plug_in(self, *, read_only=False) -> None:
        if self.kind == "fat32":
            sh("fusefat", "-o", "ro" if read_only else "rw+", str(self.image), str(self.at))
            return
        self.device = sh("losetup", "-f", "--show", str(self.image)).stdout.strip()
        mount = ["mount.exfat-fuse"] if self.kind == "exfat" else ["mount"]
        options = ["-o", "ro"] if read_only else []
        sh(*mount, *options, self.device, str(self.at))

    def pull_out(self) -> None:
        """What works on it finds nothing any more; what it had not synced may be lost."""
        if self.kind in ("fat32", "exfat"):
            # The server behind a FUSE mount dies: every open file answers ENOTCONN from now on.
            name = {"fat32": "fusefat", "exfat": "mount.exfat-fuse"}[self.kind]
            for line in sh("ps", "-eo", "pid,args").stdout.splitlines():
                pid, _, args = line.strip().partition(" ")
                if name in args and str(self.at) in args:
                    os.kill(int(pid), signal.SIGKILL)
        sh("umount", "-l", str(self.at), check=False)
        if self.device:
            sh("losetup", "-d", self.device, check=False)

    def unplug(self) -> None:
        sh("umount", str(self.at), check=False)
        if self.device:
            sh("losetup", "-d", self.device, check=False)


def gaung(*words, home: Path, wait=True):
    env = {**os.environ, "GAUNG_HOME": str(home)}
    command = [sys.executable, "-m", "app", *map(str, words)]
    pipe = subprocess.PIPE
    started = subprocess.Popen(
        command, cwd=HERE, env=env, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )
    if not wait:
        return started
    out, err = started.communicate()
    return started.returncode, out, err


def roster(folder: Path, number: int, people: int) -> Path:
    path = folder / f"daftar-{number}.csv"
    start = number * people
    lines = ["NIP;Nama"]
    for one in range(people):
        day = (start + one) // 999
        nip = f"19{70 + day % 30:02}{day // 30 % 12 + 1:02}{day // 360 % 28 + 1:02}2010011{(start + one) % 999 + 1:03}"
        lines.append(f"{nip};Orang {start + one}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def counted(database: Path) -> tuple[set[int], int]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as raw:
        imports = {one for (one,) in raw.execute("SELECT id FROM imports")}
        (people,) = raw.execute("SELECT count(*) FROM people").fetchone()
    return imports, people


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--kind", choices=["fat32", "exfat", "ext4"], default="exfat")
    asked.add_argument("--how", choices=["kill", "pull"], default="pull")
    asked.add_argument("--rounds", type=int, default=20)
    asked.add_argument("--people", type=int, default=400)
    asked.add_argument("--seed", type=int, default=20261128)
    told = asked.parse_args()
    chance = random.Random(told.seed)
    folder = Path(tempfile.mkdtemp(prefix="gaung-stik-"))
    stick = Stick(folder, told.kind, 96)
    try:
        return run(told, chance, folder, stick)
    finally:
        stick.unplug()
        shutil.rmtree(folder, ignore_errors=True)


def run(told, chance, folder: Path, stick: Stick) -> int:
    home = folder / "pc"
    home.mkdir()
    desk = home / "data.db"
    assert gaung("import", roster(folder, 0, told.people), "--database", desk, home=home)[0] == 0
    stick.plug_in()
    code, out, err = gaung("portable", stick.at, "--database", desk, home=home)
    assert code == 0, err
    portable = stick.at / "Gaung Portabel" / "data.db"
    names = sorted(one.name for one in portable.parent.iterdir())
    started = time.monotonic()
    assert (
        gaung("import", roster(folder, 1, told.people), "--database", portable, home=home)[0] == 0
    )
    usual = time.monotonic() - started
    acknowledged, seen, hit, wrong = {1, 2}, 2 * told.people, 0, []
    messages: dict[str, int] = {}
    for number in range(2, told.rounds + 2):
        file = roster(folder, number, told.people)
        worker = gaung("import", file, "--database", portable, home=home, wait=False)
        time.sleep(chance.uniform(0.4 * usual, 1.05 * usual))
        if told.how == "kill":
            os.killpg(worker.pid, signal.SIGKILL)
        else:
            stick.pull_out()
        out, err = worker.communicate()
        hit += worker.returncode != 0
        if "Traceback" in err:
            wrong.append(f"{number}: traceback: {err[-400:]}")
        if told.how == "pull" and err.strip():
            last = err.strip().splitlines()[-1].replace(str(folder), "")
            messages[last] = messages.get(last, 0) + 1
        if told.how == "pull":
            time.sleep(0.2)
            stick.plug_in()
        if "ACK:" in out:
            acknowledged.add(int(out.split("ACK:")[1].split()[0]))
        code, out, err = gaung("check", "--database", portable, home=home)
        if code != 0:
            wrong.append(f"{number}: check: {out} {err}")
            break
        imports, people = counted(portable)
        if not acknowledged <= imports:
            wrong.append(f"{number}: lost {acknowledged - imports}")
        if people != seen and people != seen + told.people:
            wrong.append(f"{number}: half an import: {people} of {seen} or {seen + told.people}")
        if people == seen:
            code, out, err = gaung("import", file, "--database", portable, home=home)
            if code != 0:
                wrong.append(f"{number}: again: {err}")
        imports, people = counted(portable)
        acknowledged, seen = set(imports), people
    stick.unplug()
    stick.plug_in(read_only=True)
    before = {one.name: one.stat().st_mtime_ns for one in portable.parent.iterdir()}
    code, out, err = gaung("standings", "--database", portable, "--json", home=home)
    same = before == {one.name: one.stat().st_mtime_ns for one in portable.parent.iterdir()}
    read_only = f"exit {code}, {'untouched' if same else 'TOUCHED'}"
    if code:
        read_only += " " + err
    answer = {
        "kind": told.kind,
        "how": told.how,
        "rounds": told.rounds,
        "seed": told.seed,
        "hit": hit,
        "wrong": wrong,
        "people": seen,
        "usual_s": round(usual, 2),
        "read_only": read_only,
        "files": names,
        "said": messages,
    }
    sys.stdout.write(json.dumps(answer, indent=1, ensure_ascii=False) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
