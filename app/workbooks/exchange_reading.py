"""Reads the workbook of an office: whole, or one typed refusal; nothing of it is believed unseen."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.domain.errors import ExchangeUnusable, NotAReport, ProofDamaged, ReportTooOld
from app.domain.proof import BETWEEN_CELLS, PROOF_SHEET, Proof, SheetProof
from app.domain.proof_check import MOST_NAMED, Difference, DifferenceKind, differences
from app.domain.rollup.checked_row import checked_row
from app.domain.rollup.enclosure import CONTENT_SHEET, MARK, head_from_text
from app.domain.rollup.faults import ExchangeFault
from app.domain.rollup.sending import FORMAT, Part, Sending, SentRow
from app.domain.snapshot_text import hash_of_row
from app.domain.verdict import Verdict
from app.workbooks.exchange_text import from_pieces, unpacked
from app.workbooks.proof_reading import FoundReport, report_in
from app.workbooks.reading import Cell, open_workbook

_HEAD, _PIECES = 1, 2
"""Rows of the hidden sheet, counted from 0; the pieces begin there."""

_HEAD_IN, _PIECES_IN = 1, 2
"""Columns."""


@dataclass(frozen=True, slots=True)
class ReadExchange:
    """A workbook that is whole. Its people stay packed: thirty-five of them wait in few bytes."""

    path: Path
    sending: Sending
    part: Part
    sheet: str
    _content: bytes
    _nips: "array[int]"
    _rows: "array[int]"

    def rows(self) -> Iterator[SentRow]:
        """Everybody in it, with the row of the sheet."""
        texts = unpacked(self._content, len(self._rows))
        for row, nip, text in zip(self._rows, self._nips, texts, strict=True):
            yield SentRow(row, f"{nip:018}", hash_of_row(text), text)


def read_exchange(path: Path, step: Callable[[int, int], None]) -> ReadExchange:
    """Reads the workbook and checks all of it; `step` hears of rows done.

    Raises:
        ExchangeUnusable: it is another file, newer, changed (with its cells) or damaged.
        FileError: it cannot be read at all; see `open_workbook`.
    """
    with open_workbook(path, lambda: step(0, 0)) as book:
        hidden = next((one.index for one in book.sheets if one.name == CONTENT_SHEET), None)
        if hidden is None:
            raise ExchangeUnusable(path, ExchangeFault.OTHER_FILE)
        rows = [row for chunk in book.chunks(hidden) for row in chunk]
        _refuse_other_form(path, rows)
        try:
            report = report_in(book, step)
        except (NotAReport, ReportTooOld, ProofDamaged) as error:
            raise ExchangeUnusable(path, ExchangeFault.DAMAGED) from error
    try:
        return _exchange(path, rows, report)
    except ValueError as error:
        raise ExchangeUnusable(path, ExchangeFault.DAMAGED) from error


def _refuse_other_form(path: Path, rows: Sequence[Sequence[Cell]]) -> None:
    mark, form = _text(rows, 0, 0), _text(rows, 0, _HEAD_IN)
    if mark != MARK or not form.isascii() or not form.isdigit():
        raise ExchangeUnusable(path, ExchangeFault.OTHER_FILE)
    if int(form) > FORMAT:
        raise ExchangeUnusable(path, ExchangeFault.NEWER)


def _exchange(path: Path, rows: Sequence[Sequence[Cell]], report: FoundReport) -> ReadExchange:
    """Raises ValueError where the hidden sheets do not agree with each other."""
    sending, part, sheet = head_from_text(_text(rows, _HEAD, _HEAD_IN))
    content = from_pieces(str(row[_PIECES_IN]) for row in rows[_PIECES:] if len(row) > _PIECES_IN)
    nips = _checked(content, sending, part)
    if all(words != part.sha256 for _, words in report.proof.facts):
        raise ValueError("the proof is of another workbook")
    changed = tuple(islice(_changes(report, sheet), MOST_NAMED + 1))
    if changed:
        raise ExchangeUnusable(path, ExchangeFault.CHANGED, changed)
    return ReadExchange(path, sending, part, sheet, content, nips, _places(report, sheet, nips))


def _checked(content: bytes, sending: Sending, part: Part) -> "array[int]":
    """The NIPs of all texts, in their order; the hashes of part and sending are those of the head."""
    nips, hashes, verdicts = array("Q"), [], Counter[Verdict]()
    for text in unpacked(content, part.people):
        nip, verdict = checked_row(text, sending.rule)
        nips.append(int(nip))
        hashes.append(hash_of_row(text))
        verdicts[verdict] += 1
    if len(set(nips)) != part.people or part.sealed(sending, hashes) != part:
        raise ValueError("not the people of this part")
    if part.of == 1:
        totals = {verdict: verdicts[verdict] for verdict in Verdict}
        if sending.sealed(hashes) != sending or sending.totals != totals:
            raise ValueError("not the people of this sending")
    return nips


def _changes(report: FoundReport, sheet: str) -> Iterator[Difference]:
    """Every difference, but for the order of people: whoever sorted their table changed nothing."""
    proof = report.proof
    told = [(label, words) for label, words in (*proof.facts, ("SHA-256", proof.sha256))]
    for label, words in told:
        if (label, words) not in report.facts:
            yield Difference(DifferenceKind.FACT, PROOF_SHEET, before=f"t{label}: {words}")
    yield from differences(_as_sorted(proof, report.sheets, sheet), report.sheets)


def _as_sorted(proof: Proof, found: Sequence[SheetProof], sheet: str) -> Proof:
    """The same proof; people in the order of the table where there are the very same ones."""
    now = next((one for one in found if one.name == sheet), None)
    sheets = []
    for one in proof.sheets:
        same = now is not None and one.name == sheet and one.rows[:1] == now.rows[:1]
        if same and now is not None and sorted(one.rows) == sorted(now.rows):
            sheets.append(now)
        else:
            sheets.append(one)
    return Proof(proof.facts, tuple(sheets), proof.sha256)


def _places(report: FoundReport, sheet: str, nips: "array[int]") -> "array[int]":
    """In which row of the sheet each of them stands, from 1."""
    lines = next((one.lines for one in report.sheets if one.name == sheet), None)
    rows = {
        line.split(BETWEEN_CELLS, 1)[0]: number for number, line in enumerate(lines or (), start=1)
    }
    try:
        found = array("L", [rows[f"t{nip:018}"] for nip in nips])
    except KeyError as error:
        raise ValueError("somebody stands in no row") from error
    if len(lines or ()) - 1 > max(1, len(found)):
        raise ValueError("somebody stands in the sheet alone")
    return found


def _text(rows: Sequence[Sequence[Cell]], row: int, column: int) -> str:
    """What stands there; empty where nothing does."""
    found = rows[row][column] if len(rows) > row and len(rows[row]) > column else None
    return "" if found is None else str(found)
