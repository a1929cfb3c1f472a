"""The reading child: opens one workbook inside its bounds and answers with plain rows.

Started by `process`; everything that can hurt happens here, and nobody is hurt when it dies.
"""

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from threading import Thread
from typing import IO, Any

from app.workbooks.reading.bounds import bind_memory
from app.workbooks.reading.cells import Row
from app.workbooks.reading.cleaning import clean_row, wash
from app.workbooks.reading.doors import Door, Refusal
from app.workbooks.reading.frames import PipeClosed, read_exactly, read_frame, write_frame

CHUNK = 2_000
CHUNK_CELLS = 100_000
"""Very wide rows come in smaller chunks."""

LARGE = 1 << 20
"""Bytes of a workbook whose sheets take a while to load."""

PIECE = 1 << 20
"""Bytes of an unlocked workbook in one frame."""

Question = Callable[..., Iterator[tuple[str, Any]]]
"""Answers with frames: called with the door, the index of a sheet, and the question's details."""


def main(
    questions: Mapping[str, Question] | None = None, prepare: Callable[[], None] | None = None
) -> None:
    """Serves one workbook until the pipe closes; `questions` are all that it can answer.

    `prepare` is called in a thread of its own while the engine loads a large sheet.
    """
    # Rows hold no circles; looking for some in a million cells costs a tenth of the reading.
    gc.disable()
    # By number: a program without a console has no sys.stdin, but pipes it has.
    with open(0, "rb", closefd=False) as commands, open(1, "wb", closefd=False) as answers:
        try:
            serve(commands, answers, questions or QUESTIONS, prepare)
        except (PipeClosed, BrokenPipeError, KeyboardInterrupt):
            # The program no longer listens: nothing is left to say, nor to flush.
            os._exit(0)


def serve(
    commands: IO[bytes],
    answers: IO[bytes],
    questions: Mapping[str, Question],
    prepare: Callable[[], None] | None = None,
) -> None:
    """Answers command after command; each answer carries the number of its question."""
    number, kind, memory, size = read_frame(commands)
    content = read_exactly(commands, size)
    bind_memory(memory)
    try:
        door = open_door(kind, content)
        del content
        sheets = door.sheets()
        write_frame(answers, (number, "sheets", sheets))
        if prepare is not None and size >= LARGE:
            # The engine needs no interpreter meanwhile.
            Thread(target=prepare, daemon=True).start()
        load_ahead(door, sheets)
        while True:
            number, question, index, *more = read_frame(commands)
            for answer in answer_to(questions[question](door, index, *more)):
                write_frame(answers, (number, *answer))
    except Refusal as refusal:
        write_frame(answers, (number, "refused", (refusal.kind, refusal.detail)))
    except MemoryError:
        write_frame(answers, (number, "refused", ("too_large", "memory")))
    except (PipeClosed, BrokenPipeError, KeyboardInterrupt):
        raise
    except BaseException as error:  # the engine's panic is no Exception
        write_frame(answers, (number, "refused", ("damaged", type(error).__name__)))


def open_door(kind: str, content: bytes) -> Door:
    """The door for this kind of file; each is loaded only when it is needed."""
    if kind == "csv":
        from app.workbooks.reading.csv_door import CsvDoor

        return CsvDoor(content)
    if kind == "html":
        from app.workbooks.reading.html_door import HtmlDoor

        return HtmlDoor(content)
    if kind == "locked":
        from app.workbooks.reading.locked_door import LockedDoor

        return LockedDoor(content)
    if kind == "xml":
        from app.workbooks.reading.xml_door import XmlDoor

        return XmlDoor(content)
    from app.workbooks.reading.excel_door import ExcelDoor

    return ExcelDoor(kind, content)


def load_ahead(door: Door, sheets: list[tuple[int, str, bool]]) -> None:
    """Begins with the first visible sheet, while the program still checks the parts."""
    visible = [index for index, _, hidden in sheets if not hidden]
    try:
        if visible:
            door.rows(visible[0])
    except BaseException:  # also the engine's panic
        # Said when somebody asks for this very sheet: the others may be sound.
        return


def answer_to(frames: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """The frames of one answer; the last one is always "end" or "refused"."""
    try:
        yield from frames
    except Refusal as refusal:
        yield "refused", (refusal.kind, refusal.detail)
    else:
        yield "end", None


def _merges(door: Door, index: int) -> Iterator[tuple[str, Any]]:
    yield "merges", door.merges(index)


def _marks(door: Door, index: int) -> Iterator[tuple[str, Any]]:
    from app.workbooks.reading.marks import odd_texts, written_errors

    marks, first = door.marks(index), 1
    odd: list[tuple[int, int, str, str]] = []
    for chunk in chunks(door.rows(index)):
        odd += odd_texts(chunk, first)
        marks.errors += written_errors(chunk, first)
        first += len(chunk)
    marks.odd = odd
    yield "marks", marks.packed()


def _head(door: Door, index: int, rows: int) -> Iterator[tuple[str, Any]]:
    yield from _cells(islice(door.rows(index), rows))


def _all_rows(door: Door, index: int) -> Iterator[tuple[str, Any]]:
    yield from _cells(door.rows(index))


def _unlock(door: Door, index: int, password: bytes) -> Iterator[tuple[str, Any]]:
    from app.workbooks.reading.locked_door import LockedDoor

    if not isinstance(door, LockedDoor):
        raise Refusal("lock_unknown")
    content = door.unlock(password.decode())
    for at in range(0, len(content), PIECE):
        yield "piece", content[at : at + PIECE]


def _cells(rows: Iterator[list[Any]]) -> Iterator[tuple[str, Any]]:
    for chunk in chunks(rows):
        dated = wash(chunk)
        yield "rows", (chunk, dated)


QUESTIONS: Mapping[str, Question] = {
    "merges": _merges,
    "marks": _marks,
    "head": _head,
    "rows": _all_rows,
    "unlock": _unlock,
}


def chunks(rows: Iterator[list[Any]]) -> Iterator[list[Row]]:
    """Lists of rows in order; empty rows are sent only when a filled one follows."""
    ready: list[Row] = []
    gap = cells = 0
    for raw in rows:
        row = clean_row(raw)
        if not row:
            gap += 1
            continue
        while gap:
            fitting = min(gap, CHUNK - len(ready))
            ready.extend([] for _ in range(fitting))
            gap -= fitting
            if len(ready) == CHUNK:
                yield ready
                ready, cells = [], 0
        ready.append(row)
        cells += len(row)
        if len(ready) == CHUNK or cells > CHUNK_CELLS:
            yield ready
            ready, cells = [], 0
    if ready:
        yield ready


if __name__ == "__main__":
    main()
