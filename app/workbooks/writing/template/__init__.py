"""The office's own template: looked at, and filled without losing its form."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from app.domain.errors import TemplateUnusable, WorkbookDamaged, WorkbookProtected, WorkbookTooLarge
from app.domain.proof import Proof
from app.domain.template import Place, TemplateExample, TemplateFault, TemplateFilling, TemplateLook
from app.workbooks.reading.archive import Archive
from app.workbooks.reading.sniffing import kind_of
from app.workbooks.reading.source import take_copy
from app.workbooks.writing.safe_file import replacing

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

__all__ = ["fill_template", "look_at_template", "write_example"]

LARGEST = 64 << 20
"""Bytes unpacked; a form that people fill is far smaller."""

_BROKEN = (
    *(BadZipFile, OSError, EOFError, ValueError, KeyError, IndexError, TypeError, AttributeError),
    ParseError,
)
"""What the engine says about parts that are not as they should be."""

Step = Callable[[int, int], None]


def look_at_template(path: Path, known: frozenset[str]) -> TemplateLook:
    """What stands in a template. `known`: the names that can be filled.

    Raises:
        TemplateUnusable: it cannot be filled, and why.
        FileError: or another refusal of a file that is no sound workbook.
    """
    from app.workbooks.writing.template.losses import losses_in
    from app.workbooks.writing.template.marks import marked_cells, marked_sheets

    content = _content(path)
    with _refusals(path), ZipFile(BytesIO(content)) as archive:
        losses = losses_in(archive)
        workbook = _opened(content)
        sheets = marked_sheets(workbook)
    names: set[str] = set()
    unknown: dict[str, Place] = {}
    for sheet in sheets:
        for cell, found in marked_cells(sheet.worksheet):
            names.update(found)
            for name in found:
                if name not in known:
                    unknown.setdefault(name, Place(sheet.worksheet.title, cell.coordinate))
    return TemplateLook(frozenset(names), unknown, losses)


def fill_template(path: Path, target: Path, filling: TemplateFilling, step: Step) -> Proof:
    """Writes the filled template to `target`, whole or not at all; the template stays as it is.

    Gives the proof that its hidden sheet keeps.

    Raises:
        TemplateUnusable: it cannot be filled, and why.
        FileError: the template cannot be read, or `target` cannot be written.
        AppError: whatever `step` raises to stop the work; nothing is left behind.
    """
    from app.workbooks.writing.template.example import leave_out_names
    from app.workbooks.writing.template.filling import fill
    from app.workbooks.writing.template.marks import marked_sheets
    from app.workbooks.writing.template.sealing import save_sealed

    content = _content(path)
    with _refusals(path):
        workbook = _opened(content)
        leave_out_names(workbook)
        sheets = marked_sheets(workbook)
    with replacing(target) as temporary:
        fill(workbook, sheets, filling, step)
        rows = len(filling.rows)
        return save_sealed(workbook, temporary, filling.seal, lambda *_: step(rows, rows))


def write_example(example: TemplateExample, target: Path) -> None:
    """Writes a template that an office can begin with, whole or not at all.

    Raises:
        FileError: `target` cannot be written; what stood there is untouched.
    """
    from app.workbooks.writing.template.example import example_workbook

    with replacing(target) as temporary:
        example_workbook(example).save(temporary)


def _content(path: Path) -> bytes:
    content = take_copy(path, _go_on).content
    kind = kind_of(path, content)
    if kind == "locked":
        raise WorkbookProtected(path)
    if kind != "zip":
        raise TemplateUnusable(path, TemplateFault.OLD_FORMAT)
    archive = Archive(path, content)
    if archive.format() != "xlsx":
        raise TemplateUnusable(path, TemplateFault.OLD_FORMAT)
    archive.check_table()
    archive.check_parts(_go_on)
    if archive.unpacked > LARGEST:
        raise WorkbookTooLarge(path, "bytes")
    with ZipFile(BytesIO(content)) as parts:
        if any(name.lower().endswith("vbaproject.bin") for name in parts.namelist()):
            raise TemplateUnusable(path, TemplateFault.MACROS)
    return content


def _opened(content: bytes) -> "Workbook":
    from openpyxl import load_workbook

    return load_workbook(BytesIO(content), rich_text=True, keep_links=True)


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    from app.workbooks.writing.template.marks import NoTemplate

    try:
        yield
    except NoTemplate as error:
        raise TemplateUnusable(path, error.fault, error.sheet) from error
    except _BROKEN as error:
        raise WorkbookDamaged(path) from error


def _go_on() -> None:
    """Nobody waits to cancel the look at a small file."""
