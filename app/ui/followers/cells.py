"""What a cell of the grid says: painted, copied, typed again, read aloud."""

from dataclasses import dataclass
from datetime import date

from app.domain.handle import shown
from app.domain.person import Account, Count
from app.domain.platform import Platform
from app.ui.followers.rows import CountCell
from app.ui.table.looks import CountLook, CountState, Look, TextLook
from app.wording.counts import count_plain, count_text, quotable
from app.wording.doubts import doubt_sentence
from app.wording.language import Language

_NOTHING = TextLook("")


@dataclass(frozen=True, slots=True)
class CellWords:
    """The words of cells in one language."""

    language: Language

    def plain(self, cell: CountCell) -> str:
        """For copying and for typing again: bare digits, which no spreadsheet misreads."""
        account = cell.account
        if account is None:
            return ""
        if account.latest is not None:
            interval = account.latest.interval
            if interval.exact:
                return str(interval.low)
            return count_plain(interval, account.latest.written, self.language)
        if cell.is_stated_none:
            return self.language.say("no account")
        return account.unreadable

    def look(self, cell: CountCell) -> Look:
        """How it is painted."""
        account = cell.account
        if account is None:
            return _NOTHING
        if account.latest is not None:
            return self._count_look(account.latest, cell)
        if cell.is_stated_none:
            return CountLook("", self.language.say("no account"), CountState.STATED)
        if account.unreadable:
            return CountLook("", f"“{quotable(account.unreadable)}”", CountState.STATED)
        return _NOTHING

    def spoken(self, platform: Platform, cell: CountCell) -> str:
        """One sentence for the tooltip and for screen readers; empty where nothing is known."""
        account = cell.account
        if account is None:
            return ""
        if account.latest is not None:
            text = self._count_spoken(account.latest, cell)
        elif cell.is_stated_none:
            text = self.language.say("no account, as stated")
        elif account.unreadable:
            text = self.language.say("“{written}” is not a number of followers").format(
                written=quotable(account.unreadable)
            )
        else:
            text = self.language.say("not counted yet")
        if cell.doubt is not None:
            text = f"{text}; {doubt_sentence(cell.doubt, self.language)}"
        return f"{_account_name(platform, account)}: {text}"

    def _count_look(self, count: Count, cell: CountCell) -> Look:
        number = count_text(count.interval, count.written, self.language)
        if cell.doubt is not None:
            # As in the picture: the triangle takes the place of the day.
            return CountLook(number, "", CountState.WARNED)
        if cell.is_stale:
            days = self.language.say_many("{count} day", "{count} days", cell.age or 0)
            return CountLook(number, days, CountState.STALE)
        return CountLook(number, self._day(count.observed_on, cell.age or 0))

    def _count_spoken(self, count: Count, cell: CountCell) -> str:
        number = count_text(count.interval, count.written, self.language)
        day = self.language.short_date(count.observed_on)
        if not cell.age:
            return self.language.say("{count}, recorded on {date}").format(count=number, date=day)
        days = self.language.say_many("{count} day", "{count} days", cell.age)
        text = self.language.say("{count}, recorded on {date} ({days} ago)")
        return text.format(count=number, date=day, days=days)

    def _day(self, observed_on: date, age: int) -> str:
        """The year only where the day and the month alone would mislead."""
        short = self.language.short_date(observed_on)
        return short if age > 300 else self.language.day_and_month(observed_on)


def _account_name(platform: Platform, account: Account) -> str:
    if account.handle is None:
        return platform.name_shown
    return f"{platform.name_shown} {shown(account.handle)}"
