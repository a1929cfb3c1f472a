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
    Chapter(lambda say: say("First steps"), ("start", "import")),
    Chapter(lambda say: say("Every month"), ("followers", "fetching", "platforms")),
)

PAGES: Sequence[str] = tuple(page for chapter in CHAPTERS for page in chapter.pages)
"""Every page, in the order of reading."""
