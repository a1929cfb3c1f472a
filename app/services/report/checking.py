"""Checks a written report against its own proof: it agrees, or these cells differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.domain.proof import PROOF_SHEET
from app.domain.proof_check import MOST_NAMED, Difference, DifferenceKind, differences
from app.domain.written_report import WrittenReport
from app.services.job import Job
from app.services.report.history import KeepWritten, PastReport
from app.workbooks.proof_reading import read_report


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """What came of it. `more`: there are further differences than those named.

    `written`: when and by whom it was written, where that was here. `uncovered`: cells of the
    office's own form of which the proof says nothing, because they hold formulas.
    """

    path: Path
    facts: tuple[tuple[str, str], ...]
    sha256: str
    rows: int
    differences: tuple[Difference, ...]
    more: bool = False
    written: WrittenReport | None = None
    uncovered: int = 0

    @property
    def agrees(self) -> bool:
        """Every cell that the proof covers holds what the program wrote."""
        return not self.differences


class CheckReport:
    """Needs no database: the report carries all that is needed; `history` adds who wrote it."""

    def __init__(self, history: KeepWritten | None = None) -> None:
        self._history = history

    def past(self, job: Job) -> Sequence[PastReport]:
        """The reports that were written here, the newest first, each with its file now."""
        return () if self._history is None else self._history.past(job)

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
            path,
            proof.facts,
            proof.sha256,
            rows,
            named,
            len(changed) > MOST_NAMED,
            None if self._history is None else self._history.of_content(proof.sha256),
            sum(run.cells for sheet in proof.sheets for run in sheet.uncovered),
        )
