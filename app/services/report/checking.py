"""Checks a written report against its own proof: it agrees, or these cells differ."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.domain.proof import PROOF_SHEET
from app.domain.proof_check import MOST_NAMED, Difference, DifferenceKind, differences
from app.services.job import Job
from app.workbooks.proof_reading import read_report


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """What came of it. `more`: there are further differences than those named."""

    path: Path
    facts: tuple[tuple[str, str], ...]
    sha256: str
    rows: int
    differences: tuple[Difference, ...]
    more: bool = False

    @property
    def agrees(self) -> bool:
        """Every cell holds what the program wrote."""
        return not self.differences


class CheckReport:
    """Needs no database: the report carries all that is needed."""

    def check(self, path: Path, job: Job) -> CheckedReport:
        """Reads the report and compares it.

        Raises:
            ReportTooOld: or NotAReport, ProofDamaged; or another refusal to read the file.
            Cancelled: The person stopped it.
        """
        found = read_report(path, job.step)
        proof = found.proof
        told = [*proof.facts, ("SHA-256", proof.sha256)]
        changed = [
            Difference(DifferenceKind.FACT, PROOF_SHEET, before=f"t{label}: {words}")
            for label, words in told
            if (label, words) not in found.facts
        ]
        changed += islice(differences(proof, found.sheets), MOST_NAMED + 1)
        named = tuple(changed[:MOST_NAMED])
        rows = sum(len(sheet.rows) for sheet in found.sheets)
        return CheckedReport(
            path, proof.facts, proof.sha256, rows, named, len(changed) > MOST_NAMED
        )
