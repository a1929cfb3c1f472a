"""Which pages the manual has, in their order, and under which heading each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.wording.language import Words


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pages that belong together, by the names of their files."""

    title: Words
    pages: Sequence[str]


CHAPTERS: Sequence[Chapter] = (
    Chapter(lambda say: say("First steps"), ("start", "import", "people")),
    Chapter(
        lambda say: say("Every month"),
        ("followers", "forms", "chat", "evidence", "fetching", "platforms"),
    ),
    Chapter(
        lambda say: say("Who qualifies"), ("standings", "rules", "clarify", "periods", "coverage")
    ),
    Chapter(lambda say: say("Reports"), ("reports", "check", "template", "province")),
    Chapter(
        lambda say: say("Keeping it safe"), ("backups", "privacy", "portable", "settings", "keys")
    ),
    Chapter(
        lambda say: say("When something goes wrong"),
        (
            "trouble",
            "trouble-files",
            "trouble-workbooks",
            "trouble-office",
            "trouble-work",
            "trouble-reports",
            "trouble-fetching",
        ),
    ),
)

PAGES: Sequence[str] = tuple(page for chapter in CHAPTERS for page in chapter.pages)
"""Every page, in the order of reading."""
