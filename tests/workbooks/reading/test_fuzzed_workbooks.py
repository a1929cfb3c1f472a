"""Three hundred workbooks with bytes turned over: rows or a typed refusal, never anything else."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.errors import AppError
from app.workbooks.reading import open_workbook
from tests.data.binary_books import write_biff5, write_xlsb
from tests.data.locking import lock_agile
from tests.data.writing import WRITERS, Sheet

ROWS = [["NIP", "Nama"], *([f"1985010120100119{number:02}", "Budi"] for number in range(1, 60))]
BATCHES, EACH = 10, 30


def _written(kind: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        WRITERS[kind][1](path, [Sheet("Data", rows=dict(enumerate(ROWS, 1)))])

    return write


def _locked(path: Path) -> None:
    _written("xlsx")(path)
    lock_agile(path, "VelvetSweatshop")


KINDS: dict[str, Callable[[Path], None]] = {
    "xlsx": _written("xlsx"),
    "xls": _written("xls"),
    "ods": _written("ods"),
    "xml": _written("xml"),
    "html": _written("html"),
    "biff5": lambda path: write_biff5(path, ROWS),
    "xlsb": lambda path: write_xlsb(path, ROWS),
    "locked": _locked,
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """One sound file of each kind."""
    found = []
    for kind, write in KINDS.items():
        path = tmp_path_factory.mktemp("sound") / kind
        write(path)
        found.append(path.read_bytes())
    return found


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A few accidents: bytes turned over, stretches overwritten, moved, left out."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20))):
        at = chance.randrange(len(changed))
        size = chance.choice((1, 1, 2, 4, 64))
        match chance.randrange(5):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at : at + size] = chance.randbytes(size)
            case 2:
                changed[at : at + size] = chance.choice((b"\xff", b"\0")) * size
            case 3:
                del changed[at : at + size]
            case _:
                other = chance.randrange(len(changed))
                changed[at : at + size] = changed[other : other + size]
        changed = changed or bytearray(b"\0")
    return bytes(changed)


def surprise(path: Path) -> str:
    """What came that is neither rows nor a typed refusal; empty for nothing."""
    try:
        read_whole(path)
    except AppError:
        return ""
    except BaseException as error:
        return f"{path.name}: {error!r}"
    return ""


def read_whole(path: Path) -> None:
    with open_workbook(path) as book:
        for sheet in book.sheets:
            book.merges(sheet.index)
            book.marks(sheet.index)
            for chunk in book.chunks(sheet.index):
                assert all(isinstance(row, list) for row in chunk)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_mutated_files_are_rows_or_typed_refusals(
    sound: list[bytes], tmp_path: Path, batch: int
) -> None:
    chance = random.Random(batch)
    paths = [tmp_path / f"{number}.xlsx" for number in range(EACH)]
    for number, path in enumerate(paths):
        path.write_bytes(mutated(sound[number % len(sound)], chance))

    # Each is read by a child of its own; two at a time.
    with ThreadPoolExecutor(2) as readers:
        untyped = [found for found in readers.map(surprise, paths) if found]

    assert not untyped
