"""Numbers, dates and plurals in both languages."""

from datetime import date, datetime

from app.paths import resources
from app.wording.language import Language
from app.wording.lists import all_of, any_of

DAY = date(2026, 11, 20)


def test_numbers_are_grouped_as_the_language_groups_them(
    indonesian: Language, english: Language
) -> None:
    assert indonesian.number(1234567) == "1.234.567"
    assert english.number(1234567) == "1,234,567"
    assert indonesian.number(-8) == "−8"
    assert indonesian.percent(0.274) == "27,4 %"
    assert english.percent(0.274) == "27.4%"
    # As spreadsheet programs round it: 9 of 16 is 56.25 %.
    assert english.percent(9 / 16) == "56.3%"
    assert english.percent(-9 / 16) == "-56.3%"
    assert english.percent(1 / 3) == "33.3%"


def test_dates_are_written_out_in_the_words_of_the_language(
    indonesian: Language, english: Language
) -> None:
    assert indonesian.date_with_weekday(DAY) == "Jumat, 20 November 2026"
    assert english.date_with_weekday(DAY) == "Friday, 20 November 2026"
    assert indonesian.short_date(date(2026, 8, 3)) == "3 Agu 2026"
    assert indonesian.day_and_month(date(2026, 5, 1)) == "1 Mei"
    assert english.month(date(2026, 5, 1)) == "May 2026"


def test_one_thing_and_many_things_are_told_apart_only_in_english(
    indonesian: Language, english: Language
) -> None:
    assert [english.say_many("{count} day", "{count} days", n) for n in (1, 1500)] == [
        "1 day",
        "1,500 days",
    ]
    assert [indonesian.say_many("{count} day", "{count} days", n) for n in (1, 1500)] == [
        "1 hari",
        "1.500 hari",
    ]


def test_an_unknown_language_is_bahasa_indonesia(indonesian: Language) -> None:
    assert Language("fr", resources() / "locale").code == indonesian.code == "id"


def test_names_are_joined_as_a_sentence_joins_them(indonesian: Language) -> None:
    names = ["Instagram", "Facebook", "X"]
    assert any_of(names, indonesian) == "Instagram, Facebook, atau X"
    assert all_of(names, indonesian) == "Instagram, Facebook, dan X"
    assert any_of(names[:2], indonesian) == "Instagram atau Facebook"
    assert all_of(names[:2], indonesian) == "Instagram dan Facebook"
    assert all_of(names[:1], indonesian) == "Instagram"
    assert any_of([], indonesian) == ""


def test_the_clock_is_written_as_the_language_writes_it(
    indonesian: Language, english: Language
) -> None:
    at = datetime(2026, 11, 20, 9, 5)
    assert (indonesian.clock(at), english.clock(at.time())) == ("09.05", "09:05")
    assert indonesian.moment(at) == "20 November 2026 09.05"
    assert english.short_moment(at) == "20 Nov 2026 09:05"
