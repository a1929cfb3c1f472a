"""One language: its sentences, its numbers, its dates, without Qt."""

import datetime
import gettext
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

LANGUAGES: Sequence[str] = ("id", "en")
"""The languages that are complete; the first one is the default at run time."""

LANGUAGE_NAMES: Mapping[str, str] = {"id": "Bahasa Indonesia", "en": "English"}
"""Each language by the name it has for itself, so that whoever needs it can find it."""

Words = Callable[[Callable[[str], str]], str]
"""An entry of a table of words: it is handed `language.say` and says its own sentence with it."""

_TENTH = Decimal("0.1")

_MONTHS = {
    "id": [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_SHORT_MONTHS = {
    "id": ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
_WEEKDAYS = {
    "id": ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


class Language:
    """Speaks one language. Whole sentences go in, values are put in by `.format` afterwards."""

    def __init__(self, code: str, locale_folder: Path) -> None:
        self.code = code if code in LANGUAGES else LANGUAGES[0]
        self._folder = locale_folder
        self._others: list[gettext.NullTranslations] = []
        # English is the language of the source; it needs no catalogue, only gettext's own plural.
        self._catalogue: gettext.NullTranslations = (
            gettext.NullTranslations()
            if self.code == "en"
            else gettext.translation("gaung", locale_folder, [self.code])
        )

    def say(self, message: str) -> str:
        """The sentence in this language."""
        return self._catalogue.gettext(message)

    def in_every_language(self, words: Words) -> Sequence[str]:
        """The sentence in this language and in the others: whoever searches may know it there."""
        if not self._others:
            self._others = [
                gettext.translation("gaung", self._folder, [code], fallback=True)
                for code in LANGUAGES
                if code != self.code
            ]
        said = [words(self.say), *(words(one.gettext) for one in self._others)]
        return list(dict.fromkeys(said))

    def say_many(self, one: str, many: str, count: int) -> str:
        """The sentence for `count` things; `{count}` in it is the number, grouped."""
        return self._catalogue.ngettext(one, many, count).format(count=self.number(count))

    def number(self, value: int) -> str:
        """A whole number with its thousands grouped: 1.234 or 1,234; minus as a real minus."""
        grouped = f"{abs(value):,}"
        if self.code == "id":
            grouped = grouped.replace(",", ".")
        return f"−{grouped}" if value < 0 else grouped

    def percent(self, share: float) -> str:
        """A share 0..1 with one decimal, rounded as spreadsheets do: 27,4 % or 27.4%."""
        text = str((Decimal(str(share)) * 100).quantize(_TENTH, ROUND_HALF_UP))
        return f"{text.replace('.', ',')} %" if self.code == "id" else f"{text}%"

    def date(self, day: datetime.date) -> str:
        """20 November 2026."""
        return f"{day.day} {_MONTHS[self.code][day.month - 1]} {day.year}"

    def date_with_weekday(self, day: datetime.date) -> str:
        """Jumat, 20 November 2026."""
        return f"{_WEEKDAYS[self.code][day.weekday()]}, {self.date(day)}"

    def short_date(self, day: datetime.date) -> str:
        """20 Nov 2026."""
        return f"{self.day_and_month(day)} {day.year}"

    def day_and_month(self, day: datetime.date) -> str:
        """20 Nov."""
        return f"{day.day} {_SHORT_MONTHS[self.code][day.month - 1]}"

    def short_month(self, day: datetime.date) -> str:
        """Nov."""
        return _SHORT_MONTHS[self.code][day.month - 1]

    def clock(self, time: datetime.datetime | datetime.time) -> str:
        """The hour and the minute: 19.52, in English 19:52."""
        return f"{time:%H.%M}" if self.code == "id" else f"{time:%H:%M}"

    def moment(self, at: datetime.datetime) -> str:
        """20 November 2026 19.52."""
        return f"{self.date(at)} {self.clock(at)}"

    def short_moment(self, at: datetime.datetime) -> str:
        """20 Nov 2026 19.52."""
        return f"{self.short_date(at)} {self.clock(at)}"

    def month(self, day: datetime.date) -> str:
        """November 2026."""
        return f"{_MONTHS[self.code][day.month - 1]} {day.year}"
