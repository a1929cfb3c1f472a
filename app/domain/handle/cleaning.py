"""Takes the noise out of a cell before it is read: invisible signs, full width, encodings."""

import re
from unicodedata import normalize
from urllib.parse import unquote

# Zero-width signs, direction marks, soft hyphen, variation selectors, byte order mark.
_INVISIBLE = dict.fromkeys(
    (
        *(0x00AD, 0x061C, 0x180E, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
    )
)
_NEW_LINE = re.compile(r"\r\n?|_x000[dD]_\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_ENCODED = re.compile(r"%(?:40|2f|3a)", re.IGNORECASE)
_WEB = re.compile(r"[?#]|h?ttps?:", re.IGNORECASE)


def cleaned(text: str) -> str:
    """The text as a person sees it: no invisible signs, plain blanks, one sign for a new line."""
    text = _NEW_LINE.sub("\n", text.translate(_INVISIBLE))
    text = _CONTROLS.sub(" ", normalize("NFKC", text).translate(_INVISIBLE))
    # A link keeps its own encoding, it may carry a second link; "%40name" does not.
    if "%" in text and _ENCODED.search(text) and not _WEB.search(text):
        text = normalize("NFKC", unquote(text).translate(_INVISIBLE))
        text = _CONTROLS.sub(" ", _NEW_LINE.sub("\n", text))
    return re.sub(r"@\s+(?=\S)", "@", text.strip())
