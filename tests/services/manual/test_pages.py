"""The pages themselves: whole in both languages, every link leads somewhere, every word is true."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.paths import resources
from app.services.manual.contents import PAGES
from app.services.manual.parts import Kind, ManualPage, Run, runs
from app.services.manual.reading import ReadManual
from app.wording.language import LANGUAGES, Language
from installer.translations import catalogue_file, read
from tests.wording.test_errors import LEAVES

FOLDER = resources() / "manual"


@pytest.fixture(params=LANGUAGES)
def manual(request: pytest.FixtureRequest) -> ReadManual:
    return in_language(str(request.param))


def in_language(code: str) -> ReadManual:
    return ReadManual(FOLDER, Language(code, resources() / "locale"))


def pages(manual: ReadManual) -> list[ManualPage]:
    return [page for _, listed in manual.chapters() for page in listed]


def marked(manual: ReadManual) -> Iterator[tuple[str, Run]]:
    for page in pages(manual):
        for section in page.sections:
            for block in section.blocks:
                if block.kind is not Kind.MESSAGE:
                    for line in block.lines:
                        yield from ((page.key, run) for run in runs(line))


def words_of_the_program(manual: ReadManual, code: str) -> set[str]:
    known: set[str] = set()
    for message in read(catalogue_file()):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        said = [message.string] if isinstance(message.string, str) else list(message.string)
        known.update(ids if code == "en" else said)
    return known


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_is_a_page_and_every_page_a_file(code: str) -> None:
    assert sorted(one.stem for one in (FOLDER / code).glob("*.md")) == sorted(PAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_button_that_is_named_is_called_so_in_the_program(code: str) -> None:
    manual = in_language(code)
    known = words_of_the_program(manual, code)
    named = {(page, run.words) for page, run in marked(manual) if run.style == "button"}
    assert len(named) > 20
    assert sorted(one for one in named if one[1] not in known) == []


def test_every_link_leads_to_a_place_of_the_manual_or_a_secure_address(manual: ReadManual) -> None:
    targets = [(page, run.target) for page, run in marked(manual) if run.style == "link"]
    lost = [
        (page, target)
        for page, target in targets
        if not manual.has(target) and not re.fullmatch(r"https://[a-z.]+(/[a-z-]+)*", target)
    ]
    assert lost == []


def test_an_address_is_said_as_it_is_so_that_it_can_be_copied(manual: ReadManual) -> None:
    for _, run in marked(manual):
        if run.target.startswith("https://"):
            assert run.target == f"https://{run.words}"


def test_no_anchor_stands_twice(manual: ReadManual) -> None:
    anchors = [one for page in pages(manual) for part in page.sections for one in part.anchors]
    assert [name for name, times in Counter(anchors).items() if times > 1] == []


def test_both_languages_tell_the_same() -> None:
    ours, theirs = pages(in_language("id")), pages(in_language("en"))
    for one, other in zip(ours, theirs, strict=True):
        for left, right in zip(one.sections, other.sections, strict=True):
            assert left.anchors == right.anchors
            assert left.level == right.level
            shape = [(block.kind, block.file, len(block.lines)) for block in left.blocks]
            other_shape = [(block.kind, block.file, len(block.lines)) for block in right.blocks]
            assert shape == other_shape, left.anchors
            assert left.level > 1 or left.title != right.title


def test_nothing_is_left_unmarked_or_half_marked(manual: ReadManual) -> None:
    plain = " ".join(run.words for _, run in marked(manual) if not run.style)
    assert re.findall(r"\*|\]\(|`|\{#", plain) == []


def test_no_page_is_long(manual: ReadManual) -> None:
    """An office clerk reads what fits on two screens."""
    for page in pages(manual):
        words = sum(
            len(line.split())
            for part in page.sections
            for block in part.blocks
            if block.kind is not Kind.MESSAGE
            for line in block.lines
        )
        assert words < 1_000, page.key


def test_every_failure_has_its_entry_with_its_message_and_what_to_do(manual: ReadManual) -> None:
    missing = [kind.__name__ for kind in LEAVES if not manual.has(kind.__name__)]
    assert missing == []
    for kind in LEAVES:
        page = manual.page_of(kind.__name__)
        section = next(one for one in page.sections if kind.__name__ in one.anchors)
        told = [block for block in section.blocks if block.kind is not Kind.MESSAGE]
        assert sum(len(line.split()) for block in told for line in block.lines) >= 12, kind
    several = manual.page_of("NotAWorkbook").sections
    entry = next(one for one in several if "NotAWorkbook" in one.anchors)
    assert entry.blocks[0].kind is Kind.MESSAGE
    assert len(entry.blocks[0].lines) > 5


def pictures() -> set[str]:
    return {
        block.file
        for page in pages(in_language("id"))
        for part in page.sections
        for block in part.blocks
        if block.kind is Kind.PICTURE
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_picture_is_there_and_none_is_unused(code: str) -> None:
    folder = FOLDER / "pictures" / code
    assert {one.name for one in folder.iterdir()} == pictures()


def test_the_pictures_are_small() -> None:
    sizes = [one.stat().st_size for one in (FOLDER / "pictures").rglob("*.png")]
    assert sum(sizes) < 2_500_000
    assert all((FOLDER / "pictures" / code).is_dir() for code in LANGUAGES)


def test_the_manual_is_read_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert in_language("id").page_of("start").title
