"""Reads the manual in the language of the window; nothing is read before somebody asks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from app.services.manual.contents import CHAPTERS, PAGES
from app.services.manual.parts import Block, Kind, ManualPage, Section, read_page
from app.services.manual.searching import Hit, search
from app.wording.language import LANGUAGES, Language


class ReadManual:
    """The pages in `folder`/<language>; the messages of failures come out of the program itself."""

    def __init__(self, folder: Path, language: Language) -> None:
        self._folder, self._language = folder, language

    @property
    def pictures(self) -> Path:
        """Where the pictures of the pages are."""
        return self._folder / "pictures" / self._language.code

    def chapters(self) -> Sequence[tuple[str, Sequence[ManualPage]]]:
        """The contents: each heading with its pages."""
        say, pages = self._language.say, self._pages
        return [(one.title(say), [pages[key] for key in one.pages]) for one in CHAPTERS]

    def page_of(self, anchor: str) -> ManualPage:
        """The page on which the anchor stands.

        Raises:
            KeyError: no page has it; tests keep every link of the program from that.
        """
        return self._pages[self._homes[anchor]]

    def has(self, anchor: str) -> bool:
        """Whether something is told under this anchor."""
        return anchor in self._homes

    def search(self, words: str) -> Sequence[Hit]:
        """The sections in which these words stand, the best first."""
        return search((one for page in self._pages.values() for one in page.sections), words)

    def titles(self) -> Sequence[tuple[str, Sequence[str]]]:
        """Each page with its title in every language, this one first."""
        codes = [self._language.code, *(c for c in LANGUAGES if c != self._language.code)]
        return [(key, [self._title(key, code) for code in codes]) for key in PAGES]

    @cached_property
    def _pages(self) -> Mapping[str, ManualPage]:
        # Loaded for the first page: most days nobody asks for help.
        from app.wording.error_messages import error_messages

        messages = error_messages(self._language)
        return {key: _with_messages(self._read(key), messages) for key in PAGES}

    @cached_property
    def _homes(self) -> Mapping[str, str]:
        return {
            anchor: page.key
            for page in self._pages.values()
            for section in page.sections
            for anchor in section.anchors
        }

    def _read(self, key: str) -> ManualPage:
        return read_page(key, self._text(key, self._language.code))

    def _title(self, key: str, code: str) -> str:
        return self._text(key, code).split("\n", 1)[0].removeprefix("# ").split(" {#")[0]

    def _text(self, key: str, code: str) -> str:
        return (self._folder / code / f"{key}.md").read_text(encoding="utf-8")


def _with_messages(page: ManualPage, messages: Mapping[str, Sequence[str]]) -> ManualPage:
    """Below the heading of each failure stands what the program says of it."""

    def told(section: Section) -> Section:
        lines = [text for anchor in section.anchors for text in messages.get(anchor, ())]
        if not lines:
            return section
        return replace(section, blocks=[Block(Kind.MESSAGE, lines), *section.blocks])

    return replace(page, sections=[told(one) for one in page.sections])
