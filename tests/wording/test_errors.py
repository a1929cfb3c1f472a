"""Every failure has its sentence: what happened, what is safe, what to do."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import PurePath

import pytest

from app.domain import errors, fetch_errors, office_errors
from app.domain.errors import AppError, ContentKind, FileError
from app.domain.fetched import LOCKED, OFFLINE, FetchState
from app.domain.period import Period, PeriodKind
from app.domain.platform import Platform
from app.domain.proof_check import Difference, DifferenceKind
from app.domain.rollup.faults import ExchangeFault
from app.domain.template import TemplateFault
from app.wording.errors import error_sentence
from app.wording.language import Language

ENGLISH_WORDS = re.compile(
    r"\b(the|is|was|not|file|nothing|changed|open|close|choose|were|try|again|database|workbook"
    r"|sheet|row|column|error|failed|save|password|disk|undo|of|a|an|in|and)\b",
    re.IGNORECASE,
)


def _leaves(cls: type[AppError]) -> Iterator[type[AppError]]:
    below = cls.__subclasses__()
    if not below:
        yield cls
    for child in below:
        yield from _leaves(child)


_OURS = {one.__name__ for one in (errors, fetch_errors, office_errors)}
# Only the program's own: another test may define a failure of its own.
LEAVES = sorted(
    {cls for cls in _leaves(AppError) if cls.__module__ in _OURS},
    key=lambda cls: cls.__name__,
)

OWN_FACTS: dict[type[AppError], tuple[object, ...]] = {
    errors.NotAWorkbook: (ContentKind.WORD,),
    errors.WorkbookTooLarge: ("rows",),
    errors.TooManyFiles: (900, 120),
    errors.PictureTooLarge: (25, 40),
    errors.DatabaseNewer: ("0009",),
    errors.NipTaken: ("198501012010011901", "Laras Widuri"),
    errors.PersonGone: (7,),
    errors.OfficeHeld: ("arum", "PC-HUMAS", datetime(2026, 11, 20, 9, 5)),
    errors.TemplateUnusable: (TemplateFault.TWO_ROWS, "Daftar"),
    errors.ExchangeUnusable: (
        ExchangeFault.CHANGED,
        tuple(Difference(DifferenceKind.CELL, "ASN", row, 11) for row in range(4)),
    ),
    office_errors.NotSaved: (errors.DiskFull(PurePath("/arsipku/Data ASN.xlsx")),),
    errors.PeriodIsClosed: (Period.around(PeriodKind.QUARTER, date(2026, 11, 20)),),
    errors.PeriodIsOpen: (Period.around(PeriodKind.MONTH, date(2026, 11, 20)),),
    fetch_errors.PlatformBarred: (Platform.X, FetchState.NEEDS_PERMISSION, LOCKED),
    fetch_errors.ReadByHand: (Platform.TIKTOK,),
    fetch_errors.TokenUnreadable: (Platform.X,),
    fetch_errors.Offline: (OFFLINE,),
    errors.PeriodNotBegun: (Period.around(PeriodKind.SEMESTER, date(2026, 11, 20)),),
}


@pytest.mark.parametrize("fault", ExchangeFault)
def test_every_reason_not_to_receive_a_workbook_has_words(
    fault: ExchangeFault, language: Language
) -> None:
    sentence = error_sentence(errors.ExchangeUnusable(PurePath("a/Kiriman.xlsx"), fault), language)
    assert "Kiriman.xlsx" in sentence
    assert sentence.endswith(".")


def _made(cls: type[AppError], path: str = "/arsipku/Data ASN.xlsx") -> AppError:
    place = (PurePath(path),) if issubclass(cls, FileError) else ()
    return cls(*place, *OWN_FACTS.get(cls, ()))


@pytest.mark.parametrize("cls", LEAVES, ids=lambda cls: cls.__name__)
def test_every_failure_has_one_line_that_ends_with_a_full_stop(
    cls: type[AppError], language: Language
) -> None:
    sentence = error_sentence(_made(cls), language)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "{" not in sentence
    assert len(sentence) <= 260
    assert not re.search(
        r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b", re.sub("PowerPoint|TikTok", "", sentence)
    )


@pytest.mark.parametrize(
    "cls", [cls for cls in LEAVES if issubclass(cls, FileError)], ids=lambda cls: cls.__name__
)
def test_every_failure_of_a_file_names_the_file_without_its_folder(
    cls: type[AppError], language: Language
) -> None:
    sentence = error_sentence(_made(cls), language)
    assert "Data ASN.xlsx" in sentence
    assert "arsipku" not in sentence


@pytest.mark.parametrize("cls", LEAVES, ids=lambda cls: cls.__name__)
def test_the_indonesian_has_no_english_words(cls: type[AppError], indonesian: Language) -> None:
    sentence = error_sentence(_made(cls, "X.xlsx"), indonesian)
    assert not ENGLISH_WORDS.findall(sentence)


@pytest.mark.parametrize("kind", ContentKind)
def test_every_kind_of_content_is_called_by_its_name(
    kind: ContentKind, indonesian: Language, english: Language
) -> None:
    failure = errors.NotAWorkbook(PurePath("roster.xlsx"), kind)
    sentence = error_sentence(failure, indonesian)
    assert sentence != error_sentence(failure, english)
    assert not ENGLISH_WORDS.findall(sentence)
    others = {
        error_sentence(errors.NotAWorkbook(PurePath("roster.xlsx"), other), indonesian)
        for other in ContentKind
        if other is not kind
    }
    assert sentence not in others


def test_a_workbook_open_in_excel_is_said_so_and_what_to_do(indonesian: Language) -> None:
    assert error_sentence(errors.FileInUse(PurePath("/a/laporan.xlsx")), indonesian) == (
        "laporan.xlsx sedang dibuka di Excel. Berkas itu tidak diubah. Tutup dahulu, atau simpan "
        "sebagai salinan."
    )


def test_a_newer_database_says_by_which_version(indonesian: Language) -> None:
    assert error_sentence(errors.DatabaseNewer(PurePath("/a/data.db"), "0009"), indonesian) == (
        "data.db dibuat dengan Gaung yang lebih baru (0009). Tidak ada yang diubah. Pasang Gaung "
        "terbaru."
    )


def test_a_taken_nip_is_grouped_and_a_strange_one_left_as_it_is(indonesian: Language) -> None:
    taken = error_sentence(errors.NipTaken("198501012010011901", "Laras"), indonesian)
    assert "19850101 201001 1 901" in taken
    assert "Laras" in taken
    assert "NIP 12 " in error_sentence(errors.NipTaken("12", "Laras"), indonesian)


def test_a_limit_without_words_of_its_own_is_only_too_large(english: Language) -> None:
    failure = errors.WorkbookTooLarge(PurePath("besar.xlsx"), "memory")
    assert error_sentence(failure, english).startswith("besar.xlsx is too large to be read.")


@pytest.mark.parametrize(
    ("path", "shown"),
    [("/a/dua\nbaris.xlsx", "dua baris.xlsx"), ("/a/{0}.xlsx", "{0}.xlsx"), ("/", "/")],
)
def test_odd_file_names_stay_on_one_line_and_are_never_a_placeholder(
    path: str, shown: str, english: Language
) -> None:
    sentence = error_sentence(errors.FileMissing(PurePath(path)), english)
    assert sentence.startswith(f"{shown} was not found.")
