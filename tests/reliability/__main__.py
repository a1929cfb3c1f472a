"""The long forms of what tests/reliability/README.md tells, by one command that can be interrupted.

    python -m tests.reliability --long               everything; what is done already is not done again
    python -m tests.reliability kill cut/import      these parts alone
    python -m tests.reliability --list               the names of all parts
    python -m tests.reliability --table              what was found so far, as tables

    [--results FOLDER] [--seed 20261128] [--anew]

Each part is at most a few minutes. Results are kept in `--results`, a line for each part. The
network is never asked: a stand-in plays the platforms.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.platforms.many_accounts import stand_in_elsewhere
from tests.reliability.parts import PARTS, Bench
from tests.reliability.tables import tables
from tests.reliability.trial import SEED

Result = dict[str, object]


def main() -> int:
    """Gives 1 where anything was wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--long", action="store_true", help="all parts")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--anew", action="store_true", help="also what is done already")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--results", type=Path, default=Path(tempfile.gettempdir()) / "gaung-reliability"
    )
    asked = parser.parse_args()
    kept = asked.results / "results.jsonl"
    if asked.list:
        _say("\n".join(PARTS))
        return 0
    if asked.table:
        _say(tables(list(_done(kept).values())))
        return 0
    wanted = [one for one in PARTS if asked.long or _is_named(one, asked.parts)]
    if not wanted:
        parser.error("which part? --long for all, --list for their names")
    done = {} if asked.anew else _done(kept)
    return _run([one for one in wanted if one not in done], asked.results, kept, asked.seed)


def _is_named(part: str, names: Sequence[str]) -> bool:
    return any(part == name or part.startswith(f"{name}/") for name in names)


def _done(kept: Path) -> dict[str, Result]:
    """The last result of each part for which nothing was wrong."""
    if not kept.exists():
        return {}
    found = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    return {one["part"]: one for one in found}


def _run(wanted: Sequence[str], folder: Path, kept: Path, seed: int) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    harm = False
    with stand_in_elsewhere(0.01) as (stand_in, _):
        for part in wanted:
            begun = time.perf_counter()
            told = PARTS[part](Bench(folder, stand_in, seed))
            result = {"part": part, "on": date.today().isoformat(), **told.as_json()}
            result["seconds"] = round(time.perf_counter() - begun)
            line = json.dumps(result, ensure_ascii=False)
            with kept.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
            _say(line)
            harm = harm or bool(told.wrong)
    return int(harm)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
