"""One day of an office in every language of a computer and in every zone: the same each time."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.reliability.offices import ROOT, Offices
from tests.reliability.trial import SEED, Desk, Told

LOCALES = ("C", "id_ID.UTF-8", "tr_TR.UTF-8", "tr_TR.ISO-8859-9", "ar_EG.UTF-8")
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Pacific/Kiritimati", "UTC")
MOMENTS = ("2026-12-31 23:30:00", "2028-02-29 12:00:00", "2027-01-01 00:30:00")
"""The last minutes of a year, a leap day, the first minutes of a year: as the clock on the wall says."""


def place_of(locale: str, zone: str) -> Mapping[str, str]:
    """The environment of a computer that stands there; Python is kept from helping itself."""
    bare = {name: text for name, text in os.environ.items() if name not in ("LANG", "LANGUAGE")}
    own = {"LC_ALL": locale, "TZ": zone, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    return {**bare, **own}


def there(locale: str) -> bool:
    """Whether this computer has it; a missing one would silently be another."""
    found = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True).stdout
    have = {one.lower().replace("-", "") for one in found.split()}
    return locale.lower().replace("-", "") in have


def everywhere(offices: Offices, desk: Desk, seed: int = SEED) -> Told:
    """With the clock of the computer itself set by faketime, so that nothing of ours is replaced."""
    told = Told("matrix", "a day of an office", seed=seed)
    faketime = shutil.which("faketime")
    if faketime is None:
        raise RuntimeError("faketime is not installed here")
    missing = [one for one in LOCALES if not there(one)]
    if missing:
        raise RuntimeError(f"locales are missing here: {missing}")
    for moment in MOMENTS:
        answers: dict[str, list[str]] = {}
        for locale in LOCALES:
            for zone in ZONES:
                shutil.rmtree(desk.run, ignore_errors=True)
                act = [sys.executable, "-m", "tests.reliability.day", str(desk.run)]
                ended = subprocess.run(
                    [faketime, moment, *act], cwd=ROOT,
                    env={**place_of(locale, zone), "GAUNG_HOME": str(desk.home), "DONT_FAKE_MONOTONIC": "1"},
                    capture_output=True, text=True, errors="replace", check=False,
                )  # fmt: skip
                told.tries += 1
                where = f"{moment} {locale} {zone}"
                if ended.returncode:
                    told.wrong.append(f"{where}: {ended.stderr[-300:]}")
                    continue
                answer = json.loads(ended.stdout)
                if answer["today"] != moment[:10] or answer["found"]:
                    told.wrong.append(f"{where}: {answer}")
                answers.setdefault(ended.stdout, []).append(where)
        told.count(f"{moment[:10]}: different answers", len(answers))
        if len(answers) > 1:
            told.wrong.append(f"{moment}: {json.dumps(list(answers.items()))[:800]}")
    return told


def at_moments(locale: str, zone: str, folder: Path) -> list[dict[str, object]]:
    """The same, with the clock set where the program takes it from: for the suite."""
    moments = [one.replace(" ", "T") for one in MOMENTS]
    act = [sys.executable, "-m", "tests.reliability.day", str(folder), *moments]
    ended = subprocess.run(
        act, cwd=ROOT, env=dict(place_of(locale, zone)), capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in ended.stdout.splitlines()]
