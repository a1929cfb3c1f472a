"""The results of the long form as the tables of README.md."""

from collections.abc import Sequence

_HEADS = {
    "kill": "killed, 20 times each",
    "cut": "power cuts, 300 states each",
    "cut, control": "the control: nothing is synced",
    "fault": "the n-th call to the disk fails",
    "full disk": "a full disk, at each size step",
    "read-only disk": "a disk that may only be read",
    "clash": "two processes at once",
    "matrix": "languages, zones, days",
    "tests": "tests of the suite, alone",
    "audit": "known vulnerabilities",
}


def tables(results: Sequence[dict[str, object]]) -> str:
    """One table for each kind, in the order of the heads."""
    found = []
    for kind, head in _HEADS.items():
        rows = [one for one in results if one["kind"] == kind]
        if rows:
            found.append(_table(head, rows))
    return "\n\n".join(found)


def _table(head: str, rows: Sequence[dict[str, object]]) -> str:
    lines = [f"| {head} | tried | found | wrong |", "|---|---|---|---|"]
    for row in rows:
        found, wrong = row["found"], row["wrong"]
        assert isinstance(found, dict)
        assert isinstance(wrong, list)
        words = ", ".join(f"{number} {what}" for what, number in found.items())
        lines.append(f"| {row['work']} | {row['tries']} | {words} | {len(wrong)} |")
    return "\n".join(lines)
