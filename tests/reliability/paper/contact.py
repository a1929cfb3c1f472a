"""Contact sheets: many pages of a document small on one picture, to be looked at."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

_ROOM = 8
_NAME = 14


def picture_pages(pdf: Path, folder: Path, most: int, dots: int = 80) -> list[Path]:
    """The first pages as pictures, and the last ones of a long document."""
    folder.mkdir(parents=True, exist_ok=True)
    count = _count(pdf)
    wanted = list(range(1, count + 1))
    if count > most:
        wanted = wanted[: most - 3] + wanted[-3:]
    found = []
    for page in wanted:
        target = folder / f"{pdf.stem}-{page:03}"
        command = ["pdftoppm", "-png", "-r", str(dots), "-f", str(page), "-l", str(page)]
        subprocess.run([*command, "-singlefile", str(pdf), str(target)], check=True)
        found.append(target.with_suffix(".png"))
    return found


def contact_sheet(pictures: Sequence[Path], target: Path, across: int = 3) -> None:
    """Each picture with its name above it."""
    pages = [Image.open(each).convert("RGB") for each in pictures]
    width = max(page.width for page in pages) + _ROOM
    height = max(page.height for page in pages) + _ROOM + _NAME
    down = -(-len(pages) // across)
    sheet = Image.new("RGB", (width * min(across, len(pages)), height * down), "#888888")
    draw = ImageDraw.Draw(sheet)
    for number, (page, path) in enumerate(zip(pages, pictures, strict=True)):
        left, top = number % across * width, number // across * height
        draw.text((left + 4, top), path.stem, fill="white")
        sheet.paste(page, (left, top + _NAME))
    sheet.save(target)


def _count(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))
