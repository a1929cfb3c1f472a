"""Sets a page of the manual as HTML; looks and colours come from whoever shows it."""

from collections.abc import Iterator
from html import escape

from app.services.manual.parts import Block, Kind, ManualPage, Run, Section, runs


def page_html(page: ManualPage) -> str:
    """The whole page, each anchor where its heading stands."""
    return "".join(part for section in page.sections for part in _section(section))


def _section(section: Section) -> Iterator[str]:
    names = "".join(f'<a name="{escape(one)}"></a>' for one in section.anchors)
    # Not <h1>: Qt makes that larger than its style says.
    yield f'<p class="head{section.level}">{names}{escape(section.title)}</p>'
    for block in section.blocks:
        yield _block(block)


def _block(block: Block) -> str:
    if block.kind is Kind.PICTURE:
        words = escape(block.lines[0])
        return f'<p class="picture"><img src="{escape(block.file)}" alt="{words}"><br>{words}</p>'
    if block.kind is Kind.TABLE:
        return _table(block)
    if block.kind is Kind.MESSAGE:
        # Plain words of the program: marks in them would be its own.
        return _framed("message", "<br>".join(escape(line) for line in block.lines))
    set_lines = [_line(line) for line in block.lines]
    if block.kind in (Kind.POINTS, Kind.STEPS):
        tag = "ul" if block.kind is Kind.POINTS else "ol"
        return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in set_lines) + f"</{tag}>"
    if block.kind is Kind.NOTE:
        return _framed("note", set_lines[0])
    return f"<p>{set_lines[0]}</p>"


def _table(block: Block) -> str:
    rows = []
    for number, line in enumerate(block.lines):
        cells = [one.strip() for one in line.strip().strip("|").split("|")]
        tag = "td" if number else "th"
        rows.append("<tr>" + "".join(f"<{tag}>{_line(one)}</{tag}>" for one in cells) + "</tr>")
    return '<table class="grid" width="100%" cellspacing="0">' + "".join(rows) + "</table>"


def _framed(name: str, words: str) -> str:
    return f'<table class="{name}" width="100%"><tr><td class="{name}">{words}</td></tr></table>'


def _line(line: str) -> str:
    return "".join(_run(run) for run in runs(line))


def _run(run: Run) -> str:
    said = escape(run.words)
    if run.style == "button":
        return f"<b>{said}</b>"
    if run.style == "stressed":
        return f"<i>{said}</i>"
    if run.style == "keys":
        return f'<span class="keys">&nbsp;{said}&nbsp;</span>'
    if run.style == "link":
        return f'<a href="{escape(run.target)}">{said}</a>'
    return said
