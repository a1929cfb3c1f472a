"""Keeps the catalogue of words: extracts sentences from `app/`, merges, compiles, checks.

As a command: `python installer/translations.py update` takes new sentences in and drops vanished
ones, `compile` makes the .mo files (the set-up commands do it too), `check` ends with 1 and says
why if the words are not complete.
"""

import argparse
import os
import string
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = "gaung"

_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)

_KEYWORDS = {
    "say": None,
    "_say": None,
    "say_many": (1, 2),
    "_say_many": (1, 2),
    "many": (1, 2),
}

# Written by us, not by Babel: its header carries dates and versions, which make a diff each time.
_HEADER = r"""# Gaung in Bahasa Indonesia. Sentences come and go by installer/translations.py update.
msgid ""
msgstr ""
"Language: id\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


def catalogue_file(root: Path = ROOT) -> Path:
    """Where the Indonesian words stand in the project at `root`."""
    return root / "resources" / "locale" / "id" / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(po: Path) -> Catalog:
    """The catalogue in `po`; empty if there is no such file."""
    return _parsed(po.read_bytes()) if po.exists() else _parsed(_HEADER.encode())


def text_of(catalogue: Catalog) -> bytes:
    """The catalogue as it is written to disk: sorted, wrapped at 100, files without line numbers."""
    body = BytesIO()
    write_po(
        body,
        catalogue,
        width=100,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return _HEADER.encode() + body.getvalue()


def updated(known: Catalog, root: Path) -> Catalog:
    """The sentences now in `root`/app, with the words `known` has for exactly these sentences."""
    fresh = _parsed(_HEADER.encode())
    for path, line, sentence, _, _ in extract_from_dir(
        root / "app", [("**.py", "python")], keywords=_KEYWORDS
    ):
        place = f"app/{path.replace(os.sep, '/')}"
        fresh.add(sentence, locations=[(place, line)])
    for message in _sentences(fresh):
        old = known.get(message.id)
        if old is not None and bool(old.pluralizable) == bool(message.pluralizable):
            message.string = old.string
            if old.fuzzy:
                message.flags.add("fuzzy")
    return fresh


def update(root: Path = ROOT) -> None:
    """Bring the .po file of `root` up to date with its source."""
    po = catalogue_file(root)
    text = text_of(updated(read(po), root))
    po.parent.mkdir(parents=True, exist_ok=True)
    _replace(po, text)


def compile_all(root: Path = ROOT) -> list[Path]:
    """Make the .mo file beside each .po file of `root`; say which were made."""
    made = []
    for po in sorted((root / "resources" / "locale").glob("*/LC_MESSAGES/*.po")):
        compiled, catalogue = BytesIO(), read(po)
        # Babel would note the minute, and no two builds would be the same.
        catalogue.creation_date = _NO_DAY
        write_mo(compiled, catalogue)
        _replace(po.with_suffix(".mo"), compiled.getvalue())
        made.append(po.with_suffix(".mo"))
    return made


def problems(root: Path = ROOT) -> list[str]:
    """Everything that keeps the words of `root` from being complete; empty when they are."""
    po = catalogue_file(root)
    known = read(po)
    found = [complaint for message in _sentences(known) for complaint in _complaints(message)]
    if not po.exists() or text_of(updated(known, root)) != po.read_bytes():
        found.append(f"{po.name} is not what the source says: run installer/translations.py update")
    return found


def _parsed(text: bytes) -> Catalog:
    # The number of plural forms comes from the header: Babel itself knows none for Indonesian.
    return read_po(BytesIO(text), locale="id", domain=DOMAIN)


def _sentences(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _complaints(message: Message) -> Iterator[str]:
    sentences = _texts(message.id)
    words = _texts(message.string)
    name = f"“{sentences[0]}”"
    if message.fuzzy:
        yield f"{name}: marked fuzzy"
    if not words or not all(words):
        yield f"{name}: not translated"
        return
    # Of a plural pair the second sentence carries every placeholder; the first may drop {count}.
    expected = _placeholders(sentences[-1])
    for text in words:
        if _placeholders(text) != expected:
            yield f"{name}: placeholders differ in “{text}”"


def _texts(text: str | Sequence[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [])


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"a brace that stands alone"}


def _replace(path: Path, content: bytes) -> None:
    # An interrupted run must not leave half a catalogue, which would then look up to date.
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    beside.write_bytes(content)
    beside.replace(path)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; the exit code."""
    parser = argparse.ArgumentParser(description="The words of Gaung.")
    parser.add_argument("action", choices=["update", "compile", "check"])
    action = parser.parse_args(arguments).action
    if action == "update":
        update()
    elif action == "compile":
        compile_all()
    else:
        found = problems()
        print("\n".join(found) or "The words are complete.")
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
