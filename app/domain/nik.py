"""The number of a citizen (NIK): recognised only to be dropped (UU PDP; DESIGN section 3)."""

import re

_DIGITS = 16
_NIK = r"(?<![0-9])(?:[0-9][\s.\-]?){15}[0-9](?![0-9])"
_FOUND = re.compile(_NIK)
_WITH_LABEL = re.compile(
    rf"[\s,;/|(\[]*(?:\b(?:NIK|(?:No\.?|Nomor)\s*KTP|KTP)\b\s*[.:]?\s*)?{_NIK}[\s,;/|)\]]*",
    re.IGNORECASE,
)


def holds_nik(text: str) -> bool:
    """Whether a number of exactly sixteen digits stands in the text, perhaps in groups."""
    return len(text) >= _DIGITS and _FOUND.search(text) is not None


def without_nik(text: str) -> str:
    """The text without such a number, its label and its brackets; any other text as it is."""
    return _WITH_LABEL.sub(" ", text).strip() if holds_nik(text) else text
