"""What bytes of a text file say: its letters, and the sign between its columns."""

import csv
import re
from collections import Counter
from itertools import islice

DELIMITERS = ";,\t|"
SAMPLE = 1 << 16

SEPARATOR_LINE = re.compile(r'\A"?sep=(.)"?[;,\t]*\r?\n?\Z', re.IGNORECASE)
"""Excel's own first line, which is no row to Excel either."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def encoding_of(content: bytes, cut: bool = False) -> str:
    """By its mark, by its NUL pattern, UTF-8 where that holds, else what Windows writes here.

    Args:
        content: The bytes of the file or of its beginning.
        cut: The bytes may end inside a letter.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    wide = _wide(content[:SAMPLE])
    if wide:
        return wide
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        if not (cut and error.start >= len(content) - 3):
            return "cp1252"
    return "utf-8"


def sample_of(content: bytes) -> str:
    """The first text of the file, enough to judge it by."""
    head = content[:SAMPLE]
    return head.decode(encoding_of(head, cut=True), errors="ignore")


def delimiter_of(sample: str) -> str | None:
    """The sign that parts the columns most evenly over the first lines; None if there is none."""
    lines = sample.splitlines(keepends=True)
    said = SEPARATOR_LINE.match(lines[0]) if lines else None
    if said:
        return said[1]
    found = {sign: _evenness(lines, sign) for sign in DELIMITERS}
    sure = [sign for sign, (share, _) in found.items() if share >= 0.8 and sign != ","]
    best = max(sure or DELIMITERS, key=lambda sign: found[sign][0] * found[sign][1])
    return best if found[best][1] > 0 else None


def looks_like_text(sample: str) -> bool:
    """Whether hardly a control character stands in it."""
    controls = sum(1 for letter in sample if letter < " " and letter not in "\t\n\r\f")
    return "\0" not in sample and controls <= len(sample) // 200 + 1


def _wide(head: bytes) -> str | None:
    half = len(head) // 2
    first, second = head[0::2].count(0), head[1::2].count(0)
    if half and second > half * 0.7 and first < half * 0.3:
        return "utf-16-le"
    if half and first > half * 0.7 and second < half * 0.3:
        return "utf-16-be"
    return None


def _evenness(lines: list[str], sign: str) -> tuple[float, float]:
    """The share of lines that agree on a number of columns, and that number less one."""
    # Their product ranks the signs: a comma inside every name gives two columns, the semicolons
    # between twelve fields give twelve.
    try:
        widths = [
            len(record) for record in islice(csv.reader(lines, delimiter=sign), 200) if record
        ]
    except csv.Error:
        widths = [line.count(sign) + 1 for line in lines[:200] if line.strip()]
    parted = Counter(width for width in widths if width > 1)
    if not parted:
        return 0, 0
    width, count = max(parted.items(), key=lambda found: found[1] * (found[0] - 1))
    # A comma with a blank behind it belongs to a sentence, a name, an address.
    commas = sum(line.count(",") for line in lines)
    spoken = sum(line.count(", ") for line in lines) / commas if sign == "," and commas else 0
    return count / len(widths), (width - 1) * (1 - spoken * 0.9)
