"""The script of the set-up program: whole, in two languages, and it takes away what it brings."""

import re
from pathlib import Path

import pytest

from installer.packing.filling import filled
from installer.packing.windows import setup
from installer.packing.windows.setup import file_macros

SCRIPT = Path(setup.__file__).with_name("gaung.nsi").read_text(encoding="utf-8")
FILES = {
    "Gaung.exe": b"1",
    "lib/app/__main__.py": b"2",
    "lib/app/__pycache__/__main__.cpython-311.pyc": b"3",
    "python/python.exe": b"4",
}


def test_every_sentence_is_said_in_both_languages() -> None:
    said = re.findall(r"LangString (\w+) \$\{LANG_(\w+)\}", SCRIPT)
    names = {name for name, _ in said}
    assert len(names) > 20
    assert sorted(said) == sorted((n, lang) for n in names for lang in ("ENGLISH", "INDONESIAN"))
    assert set(re.findall(r"\$\((\w+)\)", SCRIPT)) == names


def test_a_placeholder_without_a_value_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="VERSION"):
        filled("@VERSION@", {})


def test_a_value_that_nothing_asks_for_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="SIZE"):
        filled("@VERSION@", {"VERSION": "1", "SIZE": "2"})


def test_files_are_installed_into_their_folders_and_what_is_compiled_is_not_carried() -> None:
    installs, _ = file_macros(FILES).split("!macro RemoveFiles")
    assert installs.splitlines()[1:-2] == [
        '  SetOutPath "$INSTDIR"',
        '  File "program/Gaung.exe"',
        '  SetOutPath "$INSTDIR\\lib\\app"',
        '  File "program/lib/app/__main__.py"',
        '  SetOutPath "$INSTDIR\\python"',
        '  File "program/python/python.exe"',
    ]


def test_every_file_and_then_each_empty_folder_is_removed_and_no_folder_with_all_in_it() -> None:
    _, removes = file_macros(FILES).split("!macro RemoveFiles")
    lines = [line.strip() for line in removes.splitlines() if line.startswith("  ")]
    assert lines == [
        'Delete "$INSTDIR\\Gaung.exe"',
        'Delete "$INSTDIR\\lib\\app\\__main__.py"',
        'Delete "$INSTDIR\\lib\\app\\__pycache__\\__main__.cpython-311.pyc"',
        'Delete "$INSTDIR\\python\\python.exe"',
        'RMDir "$INSTDIR\\lib\\app\\__pycache__"',
        'RMDir "$INSTDIR\\lib\\app"',
        'RMDir "$INSTDIR\\lib"',
        'RMDir "$INSTDIR\\python"',
    ]


def test_only_the_data_that_somebody_gave_up_is_removed_as_a_whole() -> None:
    whole = re.findall(r"RMDir /r .*", SCRIPT)
    assert whole == ['RMDir /r "$LOCALAPPDATA\\Gaung"']
    before = SCRIPT.split(whole[0])[0].rstrip().splitlines()[-1]
    assert before.strip() == "${If} $RemoveData == ${BST_CHECKED}"


def test_a_dollar_in_a_name_is_no_variable() -> None:
    assert 'File "program/a$$b.txt"' in file_macros({"a$b.txt": b""})
