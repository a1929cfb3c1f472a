"""What a page of the manual is made of, read from the few marks that its files use.

A page is a small part of Markdown: `# Title {#anchor}`, paragraphs, `- ` and `1. ` lists, `> ` notes,
`| ` tables, `![words](picture.png)`, and in a line `**a button**`, `*words*`, `` `keys` `` and
`[words](anchor or address)`. A heading may have several anchors; those of a page are its own name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a block is set."""

    PARAGRAPH = "paragraph"
    POINTS = "points"
    STEPS = "steps"
    NOTE = "note"
    TABLE = "table"
    PICTURE = "picture"
    MESSAGE = "message"
    """What the program itself says; no file has it."""


@dataclass(frozen=True, slots=True)
class Block:
    """`lines`: the paragraph, the items, the rows of a table, or the words of a picture."""

    kind: Kind
    lines: Sequence[str]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; `level` 1 is the title of the page."""

    page: str
    title: str
    anchors: Sequence[str]
    level: int
    blocks: Sequence[Block]

    @property
    def anchor(self) -> str:
        """Where a link leads to."""
        return self.anchors[0] if self.anchors else self.page


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One file."""

    key: str
    sections: Sequence[Section]

    @property
    def title(self) -> str:
        """Its heading."""
        return self.sections[0].title


class PageUnreadable(ValueError):
    """A page that is not written as this module reads it: a fault of ours, found by a test."""


_HEADING = re.compile(r"(#{1,3}) (.+?)(?: \{(#[^}]+)\})?$")
_PICTURE = re.compile(r"!\[(.+)\]\(([a-z-]+\.png)\)$")
_STEP = re.compile(r"\d+\. ")
_MARKS = ((Kind.POINTS, "- "), (Kind.NOTE, "> "), (Kind.TABLE, "| "))


def read_page(key: str, text: str) -> ManualPage:
    """The page in `text`.

    Raises:
        PageUnreadable: it does not begin with its title.
    """
    sections: list[Section] = []
    for line in text.splitlines():
        found = _HEADING.match(line)
        if found:
            marks, title, anchors = found.groups()
            named = [one.removeprefix("#") for one in (anchors or "").split()]
            own = [key] if len(marks) == 1 else []
            sections.append(Section(key, title, [*own, *named], len(marks), []))
    if not sections or sections[0].level != 1:
        raise PageUnreadable(key)
    bodies = re.split(r"^#{1,3} .*$", text, flags=re.MULTILINE)[1:]
    return ManualPage(
        key,
        [
            Section(one.page, one.title, one.anchors, one.level, list(_blocks(body)))
            for one, body in zip(sections, bodies, strict=True)
        ],
    )


def _blocks(body: str) -> Iterator[Block]:
    for chunk in re.split(r"\n\s*\n", body.strip()):
        lines = chunk.splitlines()
        if not lines or not lines[0]:
            continue
        picture = _PICTURE.match(lines[0])
        if picture:
            yield Block(Kind.PICTURE, [picture[1]], picture[2])
            continue
        kind = _kind(lines[0])
        if kind is Kind.PARAGRAPH:
            yield Block(kind, [" ".join(lines)])
        elif kind is Kind.TABLE:
            yield Block(kind, [line for line in lines if not set(line) <= set("|- ")])
        else:
            yield Block(kind, list(_items(lines, kind)))


def _kind(line: str) -> Kind:
    if _STEP.match(line):
        return Kind.STEPS
    return next((kind for kind, mark in _MARKS if line.startswith(mark)), Kind.PARAGRAPH)


def _items(lines: Sequence[str], kind: Kind) -> Iterator[str]:
    """Each item whole: a line that begins without the mark goes on with the one before."""
    item = ""
    for line in lines:
        if _kind(line) is kind and not line.startswith(" "):
            if item and kind is not Kind.NOTE:
                yield item
                item = ""
            line = _STEP.sub("", line, count=1) if kind is Kind.STEPS else line[2:]
        item = f"{item} {line.strip()}".strip()
    yield item


_INLINE = re.compile(
    r"\*\*(?P<button>[^*]+)\*\*|\*(?P<stressed>[^*]+)\*|`(?P<keys>[^`]+)`"
    r"|\[(?P<words>[^\]]+)\]\((?P<target>[^)]+)\)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Some letters of a line: plain, the name of a button, stressed, keys, or a link."""

    words: str
    style: str = ""
    target: str = ""


def runs(line: str) -> Iterator[Run]:
    """The parts of a line, in order."""
    at = 0
    for found in _INLINE.finditer(line):
        if found.start() > at:
            yield Run(line[at : found.start()])
        at = found.end()
        style = found.lastgroup or ""
        if found["target"]:
            yield Run(found["words"], "link", found["target"])
        else:
            yield Run(found[style], style)
    if at < len(line):
        yield Run(line[at:])


def plain(line: str) -> str:
    """The line without its marks."""
    return "".join(run.words for run in runs(line))
