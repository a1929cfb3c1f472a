"""Runs every bench, one after the other, and prints what each prints: `python -m tests.bench`.

    python -m tests.bench [--quick] [fetch window …]

`--quick` takes small numbers, to see that all of them work; the figures that count want a machine
with nothing else to do. Nothing is asserted; a bench that fails is said and the others go on.
"""

import argparse
import subprocess
import sys
import time

from tests.bench.import_bench import ROOT

BENCHES: dict[str, tuple[str, list[str]]] = {
    "import": ("import_bench", ["--rows", "5000", "--times", "1"]),
    "report": ("report_bench", ["--rows", "5000", "--times", "1"]),
    "rule": ("rule_bench", ["--people", "2000"]),
    "period": ("period_bench", ["--people", "2000"]),
    "months": ("months_bench", ["--people", "2000"]),
    "rollup": ("rollup_bench", ["--offices", "3", "--people", "300"]),
    "team": ("team_bench", ["--people", "1000", "--seeds", "1"]),
    "calls": ("calls_bench", ["--accounts", "100"]),
    "fetch": ("fetch_bench", ["--accounts", "100", "--rounds", "1"]),
    "window": ("window_bench", ["--people", "3000", "--times", "1"]),
}
"""By name: the module, and what makes it quick."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=[*BENCHES], metavar="bench")
    parser.add_argument("--quick", action="store_true")
    told = parser.parse_args()
    failed = []
    for name in told.names:
        module, quick = BENCHES[name]
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        begun = time.monotonic()
        command = [sys.executable, "-m", f"tests.bench.{module}", *(quick if told.quick else [])]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
        sys.stdout.write(f"-- {name}: {time.monotonic() - begun:.0f} s\n")
    if failed:
        sys.stdout.write(f"\nfailed: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
