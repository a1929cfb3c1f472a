"""A paste is parted into messages: who sent them, on which day, which lines they have."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chat.messages import Message, messages_of

TODAY = date(2026, 11, 20)


def days(text: str, today: date = TODAY) -> list[date | None]:
    return [message.day for message in messages_of(text, today)]


def test_a_text_without_a_prefix_is_one_message_of_nobody() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        assert messages_of(f"satu{end}dua", TODAY) == [Message("", None, ("satu", "dua"))]
    assert messages_of("", TODAY) == [Message("", None, ("",))]


def test_each_prefix_begins_a_message_and_other_lines_belong_to_it() -> None:
    text = (
        "sebelum\n[12/11/26 09.12] ~ Bu Ani : satu\ndua\n12/11/26 09.13 - Budi: tiga\n"
        "[09.14, 12/11/2026] +62 812: empat <Pesan ini diedit>\n12/11/26 09.15 - Bu Ani keluar"
    )
    day = date(2026, 11, 12)
    assert messages_of(text, TODAY) == [
        Message("", None, ("sebelum",)),
        Message("Bu Ani", day, ("satu", "dua")),
        Message("Budi", day, ("tiga",)),
        Message("+62 812", day, ("empat",)),
        Message("", day, ("Bu Ani keluar",), notice=True),
    ]


def test_a_message_whose_line_end_was_lost_begins_anew() -> None:
    text = "[12/11/26 09.12] A: satu [11/11/26 09.12] B: dua 10/11/26 09.12 - C: tiga"
    assert [(m.sender, m.lines) for m in messages_of(text, TODAY)] == [
        ("A", ("satu",)),
        ("B", ("dua",)),
        ("C", ("tiga",)),
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12/11/26", date(2026, 11, 12)),
        ("12/11/2026", date(2026, 11, 12)),
        ("12.11.26", date(2026, 11, 12)),
        ("12-11-26", date(2026, 11, 12)),
        ("20/11/26", TODAY),
        ("21/11/26", None),
        ("12/11", date(2026, 11, 12)),
        ("20/11", TODAY),
        ("21/11", date(2025, 11, 21)),
        ("31/12", date(2025, 12, 31)),
        ("2026-11-12", date(2026, 11, 12)),
        ("2026/11/20", TODAY),
        ("2026-11-21", None),
        ("2026/11", None),
        ("31/10/26", date(2026, 10, 31)),
        ("12/11/99", None),
        ("12/11/100", date(100, 11, 12)),
        ("31/11/26", None),
    ],
)
def test_the_day_of_a_message_is_up_to_today(written: str, day: date | None) -> None:
    assert days(f"[{written} 09.12] A: x") == [day]


def test_a_leap_day_without_a_year_is_the_last_but_one_of_the_year_before() -> None:
    assert days("[29/2 09.12] A: x", date(2028, 2, 28)) == [date(2027, 2, 28)]
    assert days("[29/2 09.12] A: x", date(2028, 2, 29)) == [date(2028, 2, 29)]
    assert days("[28/3 09.12] A: x\n[31/3 09.12] A: x", date(2026, 3, 27)) == [
        date(2025, 3, 28),
        date(2025, 3, 31),
    ]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("13/11/26", "1/11/26", (date(2026, 11, 13), date(2026, 11, 1))),
        ("11/13/26", "11/1/26", (date(2026, 11, 13), date(2026, 11, 1))),
        ("12/11/26", "1/11/26", (date(2026, 11, 12), date(2026, 11, 1))),
        ("11/12/26", "1/11/26", (date(2026, 11, 12), date(2026, 1, 11))),
        ("11/12/26", "12/12/26", (None, None)),
        ("31/10/26", "1/11/26", (date(2026, 10, 31), date(2026, 11, 1))),
        ("2026-11-13", "1/11/26", (date(2026, 11, 13), date(2026, 11, 1))),
    ],
)
def test_the_whole_paste_says_which_number_is_the_month(
    first: str, second: str, found: tuple[date | None, date | None]
) -> None:
    assert tuple(days(f"[{first} 09.12] A: x\n[{second} 09.13] A: y")) == found


def test_a_clock_of_twelve_hours_puts_the_month_first() -> None:
    assert days("[10/9/26, 9:12 PM] A: x") == [date(2026, 10, 9)]
    assert days("10/9/26, 9:12 am - A: x") == [date(2026, 10, 9)]
    assert days("[10/9/26, 9:12] A: x") == [date(2026, 9, 10)]
    late = "\n".join(["[10/9/26, 9:12] A: x"] * 50 + ["[10/9/26, 9:12 PM] A: x"])
    assert set(days(late)) == {date(2026, 9, 10)}


@given(
    st.dates(date(2026, 1, 1), TODAY),
    st.sampled_from(["[{} 09.12] A: x", "{} 09.12 - A: x", "[09.12, {}] A: x"]),
)
def test_a_written_day_is_read_in_every_form_of_a_prefix(day: date, form: str) -> None:
    (message,) = messages_of(form.format(f"{day:%Y-%m-%d}"), TODAY)
    assert message == Message("A", day, ("x",))
    (message,) = messages_of(form.format(f"{day:%d/%m/%Y}"), TODAY)
    assert message.sender == "A"
    assert message.day in (day, date(2026, min(day.day, 12), day.month))


@given(st.text("0123456789/.-[]: \nABxM~", max_size=60))
def test_no_line_of_a_paste_is_lost(text: str) -> None:
    found = messages_of(text, TODAY)
    letters = [c for c in text if c in "ABM"]
    kept = [c for m in found for c in m.sender + "".join(m.lines) if c in "ABM"]
    assert len(kept) <= len(letters)
    assert all(m.day is None or m.day <= TODAY for m in found)
