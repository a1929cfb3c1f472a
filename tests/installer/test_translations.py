"""Sentences come from the source, words stay with exactly their sentence, gaps are named."""

import gettext
from io import BytesIO
from pathlib import Path

import pytest

from app.wording.language import Language
from installer.translations import catalogue_file, compile_all, problems, read, text_of, update

SOURCE = '''"""A page of an invented program."""


def show(language, count):
    """Say a few things."""
    language.say("Save {name}")
    language.say("Open")
    return language.say_many("{count} row", "{count} rows", count)
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with three sentences in its source and none in its catalogue."""
    (tmp_path / "app/ui").mkdir(parents=True)
    (tmp_path / "app/ui/page.py").write_text(SOURCE, encoding="utf-8")
    update(tmp_path)
    return tmp_path


def translate(root: Path, **words: str) -> None:
    """Write words into the catalogue; a sentence is named by its first word."""
    catalogue = read(catalogue_file(root))
    for message in catalogue:
        if not message.id:
            continue
        plural = not isinstance(message.id, str)
        first = message.id[0] if plural else message.id
        if (name := first.split()[0].strip("{}")) in words:
            message.string = (words[name],) if plural else words[name]
    catalogue_file(root).write_bytes(text_of(catalogue))


def test_every_sentence_of_the_source_comes_into_the_catalogue(root: Path) -> None:
    sentences = [message.id for message in read(catalogue_file(root)) if message.id]
    assert sentences == ["Open", "Save {name}", ("{count} row", "{count} rows")]


def test_untranslated_sentences_are_named(root: Path) -> None:
    assert problems(root) == [
        "“Open”: not translated",
        "“Save {name}”: not translated",
        "“{count} row”: not translated",
    ]


def test_a_complete_catalogue_has_no_problems_and_speaks(root: Path) -> None:
    translate(root, Open="Buka", Save="Simpan {name}", count="{count} baris")
    assert problems(root) == []
    compile_all(root)
    language = Language("id", root / "resources" / "locale")
    assert language.say("Open") == "Buka"
    assert language.say_many("{count} row", "{count} rows", 1) == "1 baris"
    assert language.say_many("{count} row", "{count} rows", 1200) == "1.200 baris"


@pytest.mark.parametrize("word", ["Simpan", "Simpan {nama}", "Simpan {name} {unit}", "Simpan {"])
def test_other_placeholders_than_the_sentence_has_are_a_problem(root: Path, word: str) -> None:
    translate(root, Open="Buka", Save=word, count="{count} baris")
    assert problems(root) == [f"“Save {{name}}”: placeholders differ in “{word}”"]


def test_updating_again_changes_nothing(root: Path) -> None:
    translate(root, Open="Buka", Save="Simpan {name}", count="{count} baris")
    before = catalogue_file(root).read_bytes()
    update(root)
    assert catalogue_file(root).read_bytes() == before


def test_a_sentence_that_moves_to_another_line_makes_no_diff(root: Path) -> None:
    before = catalogue_file(root).read_bytes()
    page = root / "app/ui/page.py"
    page.write_text(SOURCE.replace("\n\n\ndef", "\n\n\n\n\n\n\ndef"), encoding="utf-8")
    update(root)
    assert catalogue_file(root).read_bytes() == before


def test_a_changed_sentence_loses_its_words_instead_of_keeping_near_ones(root: Path) -> None:
    translate(root, Open="Buka", Save="Simpan {name}", count="{count} baris")
    page = root / "app/ui/page.py"
    page.write_text(SOURCE.replace('"Open"', '"Open it"'), encoding="utf-8")
    assert problems(root) == [
        "gaung.po is not what the source says: run installer/translations.py update"
    ]
    update(root)
    assert problems(root) == ["“Open it”: not translated"]
    assert "Buka" not in catalogue_file(root).read_text(encoding="utf-8")


def test_words_marked_fuzzy_are_unfinished(root: Path) -> None:
    translate(root, Open="Buka", Save="Simpan {name}", count="{count} baris")
    catalogue = read(catalogue_file(root))
    catalogue["Open"].flags.add("fuzzy")
    catalogue_file(root).write_bytes(text_of(catalogue))
    assert problems(root) == ["“Open”: marked fuzzy"]


def test_the_compiled_words_tell_nothing_of_the_time_they_were_made(root: Path) -> None:
    """Or no two builds of one commit would be the same."""
    (compiled,) = compile_all(root)
    head = gettext.GNUTranslations(BytesIO(compiled.read_bytes())).info()
    assert head["pot-creation-date"] == "2026-01-01 00:00+0000"
