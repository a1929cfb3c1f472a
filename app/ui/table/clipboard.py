"""Blocks of cells as tab-separated text, as Excel writes and reads them."""

import csv
import io
from collections.abc import Sequence


def to_text(block: Sequence[Sequence[str]]) -> str:
    """The block as lines of tab-separated texts; no newline at the end."""
    return "\n".join("\t".join(_one_line(text) for text in line) for line in block)


def to_block(text: str) -> list[list[str]]:
    """The cells of a copied text; quoted cells may hold line breaks. Shorter lines stay short."""
    body = text.removesuffix("\n").removesuffix("\r")
    if not body:
        return []
    return [line or [""] for line in csv.reader(io.StringIO(body, newline=""), delimiter="\t")]


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).replace("\t", " ").replace("\r", "")
