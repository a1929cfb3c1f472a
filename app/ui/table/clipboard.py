"""Blocks of cells on the clipboard, as Excel and LibreOffice write and read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Copied:
    """One cell on its way to the clipboard. `number`: a spreadsheet may calculate with it."""

    text: str
    number: bool = False


def to_text(block: Sequence[Sequence[str]]) -> str:
    """The block as lines of tab-separated texts; no newline at the end."""
    return "\n".join("\t".join(map(_quoted, line)) for line in block)


def to_block(text: str) -> list[list[str]]:
    """The cells of a copied text; quoted cells may hold line breaks. Shorter lines stay short.

    A quotation mark that is never closed before the end of a cell is a letter like any other: it
    must not swallow the rows below it.
    """
    body = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not body:
        return []
    block: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _cell(body, at)
        block[-1].append(cell)
        if at >= len(body):
            return block
        if body[at] == "\n":
            block.append([])
        at += 1


def to_mime(block: Sequence[Sequence[Copied]]) -> QMimeData:
    """The block for whatever it is pasted into: plain text, and a table for spreadsheets.

    In the table every text is marked as text: a spreadsheet must not make a number of 18 digits
    out of a NIP, nor 1.234 out of a text.
    """
    mime = QMimeData()
    mime.setText(to_text([[cell.text for cell in line] for line in block]))
    if len(block) > 1 or len(block[0]) > 1:
        mime.setHtml(_table(block))
    return mime


def _table(block: Sequence[Sequence[Copied]]) -> str:
    rows = "".join(f"<tr>{''.join(map(_data_cell, line))}</tr>" for line in block)
    return f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>'


def _data_cell(cell: Copied) -> str:
    # LibreOffice makes two rows of a cell with a break: what stands below would move.
    text = escape(" ".join(cell.text.split("\n")))
    if cell.number:
        # `x:num` is read by Excel, `sdval` by LibreOffice: both without a thought for the locale.
        return f'<td x:num="{text}" sdval="{text}">{text}</td>'
    return f'<td x:str style="mso-number-format:\'\\@\'" sdnum="1033;0;@">{text}</td>'


def _cell(body: str, at: int) -> tuple[str, int]:
    """The cell that begins at `at`, and where it ends."""
    if body.startswith('"', at):
        end = _closing(body, at + 1)
        if end is not None:
            return body[at + 1 : end].replace('""', '"'), end + 1
    ends = [end for end in (body.find("\t", at), body.find("\n", at)) if end >= 0]
    end = min(ends, default=len(body))
    return body[at:end], end


def _closing(body: str, at: int) -> int | None:
    """Where the quotation that began before `at` is closed by the end of its cell."""
    while (end := body.find('"', at)) >= 0:
        if body.startswith('""', end):
            at = end + 2
        elif end + 1 == len(body) or body[end + 1] in "\t\n":
            return end
        else:
            return None
    return None


def _quoted(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in plain or "\n" in plain or plain.startswith('"'):
        doubled = plain.replace('"', '""')
        return f'"{doubled}"'
    return plain
