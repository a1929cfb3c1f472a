"""The words of the verdicts."""

from app.domain.verdict import Verdict
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word, verdict_word


def test_workbooks_carry_the_long_words(indonesian: Language) -> None:
    assert [verdict_word(verdict, indonesian) for verdict in Verdict] == [
        "Memenuhi",
        "Belum memenuhi",
        "Kedaluwarsa",
        "Belum ada data",
    ]


def test_chips_carry_the_short_words(indonesian: Language, english: Language) -> None:
    assert [verdict_short_word(verdict, indonesian) for verdict in Verdict] == [
        "Memenuhi",
        "Belum",
        "Kedaluwarsa",
        "Belum ada data",
    ]
    assert [verdict_short_word(verdict, english) for verdict in Verdict] == [
        "Qualifies",
        "Not yet",
        "Out of date",
        "No data",
    ]
