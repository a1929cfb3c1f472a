"""What somebody wants on paper, before a printer is known."""

from dataclasses import dataclass

from app.domain.report import Paper


@dataclass(frozen=True, slots=True)
class PrintWish:
    """Its name, its paper, how many pages, and the page on screen, counted from 1."""

    name: str
    paper: Paper
    pages: int
    current: int
