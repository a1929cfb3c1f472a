"""Takes apart a cell that holds a name and what its bearer is: "Galih Rangga / Kepala Seksi"."""

import re

_BETWEEN = re.compile(r"\s*\n+\s*|\s*/\s*|\s+[-\u2013]\s+|\s*;\s*")


def split_name_and_position(text: str) -> tuple[str, str]:
    """Name and position as written; a cell that holds one thing is all name."""
    lines = _BETWEEN.split(text.strip(), maxsplit=1)
    if len(lines) == 1:
        return lines[0], ""
    return lines[0].strip(), " ".join(lines[1].split())
