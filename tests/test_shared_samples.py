"""The workbooks with known truth that lie beside the project, judged through the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT.parent / "shared" / "samples"

# Every truth is in exactly one group (`--only` means "in the file's name"), of about equal weight.
GROUPS = (
    ("changed", "csv", "destroyed", "duplicates"),
    ("google", "nama_nip", "ods", "phantom", "returned", "xls_1.truth", "xls_2.truth"),
    ("sections", "sheet_per_opd", "siasn69", "strict"),
    ("simple", "title_rows", "two_"),
)


def truths() -> list[str]:
    return [path.name for path in SAMPLES.glob("*.truth.json")]


def test_every_sample_is_in_a_group() -> None:
    names = [name for group in GROUPS for name in group]
    assert [name for name in truths() if not any(part in name for part in names)] == []


@pytest.mark.parametrize("group", GROUPS, ids=" ".join)
def test_the_program_is_right_about_every_shared_sample(group: tuple[str, ...]) -> None:
    if not SAMPLES.is_dir():
        pytest.skip(f"{SAMPLES} is not there: only the project's own rosters were judged")
    chosen = [part for name in group for part in ("--only", name)]
    program = f"'{sys.executable}' -m app"
    judge = str(SAMPLES / "check_project.py")
    judged = subprocess.run(
        [sys.executable, judge, "--cmd", program, "--report", *chosen],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    sys.stdout.write((judged.stdout.strip().splitlines() or [judged.stderr])[-1] + "\n")
    if judged.returncode != 0:
        pytest.fail(judged.stdout + judged.stderr, pytrace=False)
