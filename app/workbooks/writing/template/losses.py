"""What openpyxl would lose of a workbook, found in the parts of the file before it is opened.

openpyxl 3.1 keeps cells, styles, pictures, tables, print set-up, defined names, comments and pivot
tables; it reads charts and writes them anew. Asked again with each new version of it.
"""

import re
from collections.abc import Iterable
from zipfile import ZipFile

from app.domain.template import Loss

_BY_NAME: tuple[tuple[str, Loss], ...] = (
    ("xl/charts/", Loss.CHARTS),
    ("xl/slicers/", Loss.SLICERS),
    ("xl/timelines/", Loss.SLICERS),
    ("xl/ctrlprops/", Loss.CONTROLS),
    ("xl/activex/", Loss.CONTROLS),
    ("xl/embeddings/", Loss.OBJECTS),
    ("xl/threadedcomments/", Loss.CONVERSATIONS),
    ("xl/connections.xml", Loss.CONNECTIONS),
    ("xl/querytables/", Loss.CONNECTIONS),
    ("xl/model/", Loss.CONNECTIONS),
    ("_xmlsignatures/", Loss.SIGNATURE),
    ("xl/diagrams/", Loss.SHAPES),
)
_IN_DRAWINGS = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp|contentPart)[\s/>]")
_IN_SHEETS: tuple[tuple[re.Pattern[bytes], Loss], ...] = (
    (re.compile(rb"<(?:\w+:)?sparklineGroups[\s/>]"), Loss.SPARKLINES),
    (re.compile(rb"<x14:conditionalFormattings?[\s/>]"), Loss.CONDITIONAL_FORMATS),
    (re.compile(rb"<x14:dataValidations?[\s/>]"), Loss.VALIDATIONS),
    (re.compile(rb"<(?:\w+:)?legacyDrawingHF[\s/>]"), Loss.HEADER_PICTURES),
)
_OTHER_PICTURES = (".emf", ".wmf", ".svg", ".wdp")
"""Pictures that Pillow does not open, so that openpyxl leaves them out."""


def losses_in(archive: ZipFile) -> tuple[Loss, ...]:
    """Each kind once, in the order of `Loss`."""
    found = set(_losses(archive))
    return tuple(loss for loss in Loss if loss in found)


def _losses(archive: ZipFile) -> Iterable[Loss]:
    for part in archive.infolist():
        name = part.filename.lower().lstrip("/")
        for start, loss in _BY_NAME:
            if name.startswith(start):
                yield loss
        if name.startswith("xl/media/") and name.endswith(_OTHER_PICTURES):
            yield Loss.PICTURES
        if name.startswith("xl/drawings/drawing") and _IN_DRAWINGS.search(archive.read(part)):
            yield Loss.SHAPES
        if name.startswith("xl/worksheets/sheet"):
            content = archive.read(part)
            yield from (loss for pattern, loss in _IN_SHEETS if pattern.search(content))
