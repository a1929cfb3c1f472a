"""Builds everything that a release hands out, with hashes and bills of materials.

Started by installer/release.py in the project's own environment.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installer.failure import FAILED, NEEDS_A_PERSON, SetUpError
from installer.packing.bill import bill_of
from installer.packing.built import Built, sha256_of
from installer.packing.debian import building as debian
from installer.packing.own import build_own, own_version, time_of_source
from installer.packing.windows import building as windows

ROOT = Path(__file__).resolve().parents[2]
SUMS = "SHA256SUMS"

_HEADING = re.compile(r"^## (?P<version>\d\S*) – (?P<day>.+)$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def main(arguments: Sequence[str]) -> int:
    """Build, print what was made; the exit code."""
    asked = _asked(arguments)
    try:
        refuse_a_wrong_list(
            own_version(ROOT), (ROOT / "CHANGELOG.md").read_text("utf-8"), asked.draft
        )
        built = build_all(asked.out, asked.python)
        for one in built:
            print(one.told(), flush=True)
        write_bills(built, asked.out)
        write_sums(asked.out)
        if asked.prove:
            prove(built, asked.out, asked.python)
    except SetUpError as error:
        print(error.sentence, file=sys.stderr)
        return error.exit_code
    print(f"{asked.out / SUMS}")
    return 0


def refuse_a_wrong_list(version: str, changes: str, draft: bool) -> None:
    """The newest heading of the list of changes must be of this version, and dated.

    Raises:
        SetUpError: it is not; a draft needs no date.
    """
    newest = _HEADING.search(changes)
    named = newest is not None and newest["version"] == version
    dated = newest is not None and _DAY.fullmatch(newest["day"]) is not None
    if not named or not (dated or draft):
        raise SetUpError(
            f"CHANGELOG.md belum menyebut versi {version} dengan tanggalnya / does not name version "
            f"{version} with its day (--draft builds without)",
            NEEDS_A_PERSON,
        )


def build_all(out: Path, python: Path | None) -> tuple[Built, ...]:
    """Every artefact into `out`.

    Raises:
        SetUpError: one could not be built.
    """
    out.mkdir(parents=True, exist_ok=True)
    return (
        windows.build(out, python),
        debian.build(out),
        Built(build_own(ROOT, out.resolve()), ()),
    )


def write_bills(built: Sequence[Built], out: Path) -> None:
    """A bill of materials beside each artefact that carries what others made."""
    for one in built:
        for artefact in one.artefacts if one.shipped else ():
            bill = bill_of(
                artefact.name,
                own_version(ROOT),
                time_of_source(ROOT),
                sha256_of(artefact),
                one.shipped,
            )
            (out / f"{artefact.name}.cdx.json").write_text(bill, encoding="utf-8")


def write_sums(out: Path) -> None:
    """The hash of every file in `out`, as `sha256sum --check` reads it."""
    files = sorted(path for path in out.iterdir() if path.is_file() and path.name != SUMS)
    lines = "".join(f"{sha256_of(path)}  {path.name}\n" for path in files)
    (out / SUMS).write_text(lines, encoding="utf-8")


def prove(built: Sequence[Built], out: Path, python: Path | None) -> None:
    """Build everything once more, elsewhere, and say whether the bytes are the same.

    Raises:
        SetUpError: some are not.
    """
    with tempfile.TemporaryDirectory(prefix="gaung-again-") as folder:
        # What was fetched is checked by its hash either way.
        for kept in ("windows-kept", "linux-kept"):
            (Path(folder) / kept).symlink_to((out / kept).resolve())
        again = [path for one in build_all(Path(folder), python) for path in one.artefacts]
        first = [path for one in built for path in one.artefacts]
        pairs = zip(first, again, strict=True)
        differ = [one.name for one, two in pairs if sha256_of(one) != sha256_of(two)]
    if differ:
        raise SetUpError(f"Berbeda / not the same bytes: {', '.join(differ)}", FAILED)
    print("built twice: the same bytes")


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="installer/release.py", description="Builds everything that a release hands out."
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER")
    parser.add_argument("--python", type=Path, metavar="ARCHIVE", help="the embeddable Python")
    parser.add_argument("--draft", action="store_true", help="the list of changes has no day yet")
    parser.add_argument("--prove", action="store_true", help="build twice and compare the bytes")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
