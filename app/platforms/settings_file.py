"""Addresses and versions of the platforms in a file, for offices behind a gateway.

Lines such as `GAUNG_X_URL=https://gateway.example`. What could be a token is not read from there:
a token stands in no file of ours.
"""

from collections.abc import Mapping
from pathlib import Path

_ENDINGS = ("_URL", "_VERSION", "_SERVERS", "_USER_ID")
_LONGEST = 64_000


def names_in_file(path: Path) -> Mapping[str, str]:
    """The names and their values; none where there is no such file, or none that can be read."""
    try:
        if path.stat().st_size > _LONGEST:
            return {}
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    found = {}
    for line in lines:
        name, sign, value = line.partition("=")
        name = name.strip()
        if sign and name.startswith("GAUNG_") and name.endswith(_ENDINGS):
            found[name] = value.strip()
    return found
