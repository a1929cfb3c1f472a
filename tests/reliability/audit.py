"""Asks the public service of known vulnerabilities about every pinned package, with pip-audit."""

import json
import subprocess
import sys
import venv
from pathlib import Path

from tests.reliability.offices import ROOT
from tests.reliability.trial import Told

PINS = ROOT / "installer" / "constraints.txt"


def audited(folder: Path) -> Told:
    """In an environment of its own, made once; nothing is installed from the pins themselves."""
    told = Told("audit", PINS.name)
    place = folder / "pip-audit"
    program = place / "bin" / "pip-audit"
    if not program.exists():
        venv.create(place, with_pip=True)
        install = [str(place / "bin" / "python"), "-m", "pip", "install", "-q", "pip-audit"]
        subprocess.run(install, check=True, stdout=sys.stderr)
    command = [str(program), "--requirement", str(PINS), "--no-deps", "--disable-pip", "-f", "json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        asked = json.loads(ended.stdout)["dependencies"]
    except (ValueError, KeyError):
        told.wrong.append(f"the service was not reached: {ended.stderr[-600:]}")
        return told
    told.tries = len(asked)
    # What the service knows nothing of is no clean package: behind a mirror that is all of them.
    unknown = [one["name"] for one in asked if "skip_reason" in one]
    found = [
        f"{one['name']} {one['version']}: {hit['id']}"
        for one in asked
        for hit in one.get("vulns", ())
    ]
    told.found = {"asked about": len(asked) - len(unknown), "vulnerable": len(found)}
    told.wrong += found
    if unknown:
        told.wrong.append(f"{len(unknown)} of {len(asked)} could not be asked about")
    return told
