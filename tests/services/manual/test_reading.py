"""The marks of a page, its HTML, and what a search finds."""

import pytest

from app.paths import resources
from app.services.manual.html import page_html
from app.services.manual.parts import Kind, PageUnreadable, plain, read_page
from app.services.manual.reading import ReadManual
from app.services.manual.searching import fold, search
from app.wording.language import Language

TEXT = """# Title

First line
goes on.

![What is seen](home.png)

## Part {#part #FileInUse}

- one
- two
  goes on
- **Save** and `Ctrl+S`

1. first
2. second

> Mind
> this

| a | b |
|---|---|
| *c* | [d](part) |
"""


def test_a_page_is_read_into_its_sections_and_blocks() -> None:
    page = read_page("one", TEXT)
    first, part = page.sections
    assert (page.title, first.anchors, part.anchors) == ("Title", ["one"], ["part", "FileInUse"])
    assert [block.kind for block in first.blocks] == [Kind.PARAGRAPH, Kind.PICTURE]
    assert first.blocks[0].lines == ["First line goes on."]
    points, steps, note, table = part.blocks
    assert points.lines == ["one", "two goes on", "**Save** and `Ctrl+S`"]
    assert steps.lines == ["first", "second"]
    assert note.lines == ["Mind this"]
    assert [line.strip("| ") for line in table.lines] == ["a | b", "*c* | [d](part)"]


def test_a_page_without_a_title_is_a_fault_of_ours() -> None:
    with pytest.raises(PageUnreadable):
        read_page("one", "no heading")


def test_the_html_has_every_anchor_and_nothing_of_a_name_is_markup() -> None:
    html = page_html(read_page("one", TEXT + "\nA <b> & **<i>**\n"))
    for anchor in ("one", "part", "FileInUse"):
        assert f'<a name="{anchor}">' in html
    assert "A &lt;b&gt; &amp; <b>&lt;i&gt;</b>" in html
    assert '<a href="part">d</a>' in html


def test_a_search_finds_beginnings_of_words_in_titles_first() -> None:
    page = read_page("one", "# Alpha\n\nThe beta.\n\n## Beta\n\nNothing else.\n")
    assert [hit.section.title for hit in search(page.sections, "bet")] == ["Beta", "Alpha"]
    assert [hit.section.title for hit in search(page.sections, "alp bet")] == ["Alpha"]
    assert search(page.sections, "eta") == []
    assert search(page.sections, "  ") == ()


def test_accents_and_capitals_do_not_matter() -> None:
    assert fold("Café") == fold("CAFE")


def test_a_piece_of_the_text_is_shown_around_what_was_found() -> None:
    long = " ".join(["word"] * 60 + ["needle"] + ["word"] * 60)
    (hit,) = search(read_page("one", f"# Title\n\n{long}\n").sections, "needle")
    assert "needle" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (
            "id",
            "Daftar ASN.xlsx dilindungi kata sandi. Tidak ada yang diubah. Buka di Excel, hapus "
            "kata sandinya, simpan, lalu coba lagi.",
        ),
        (
            "en",
            "List of staff.xlsx is protected by a password. Nothing was changed. Open it in Excel, "
            "remove the password, save it, then try again.",
        ),
    ],
)
def test_a_whole_message_that_was_copied_finds_its_entry(code: str, message: str) -> None:
    manual = ReadManual(resources() / "manual", Language(code, resources() / "locale"))
    assert "WorkbookProtected" in manual.search(message)[0].section.anchors


def test_plain_words_have_no_marks() -> None:
    assert plain("**Save** *it* with `Ctrl+S`, [see](part)") == "Save it with Ctrl+S, see"
