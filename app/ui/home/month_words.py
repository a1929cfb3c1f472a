"""What is said of months: their names below a chart, what each one opens, why there are none."""

from collections.abc import Sequence
from datetime import date

from app.domain.count import Interval
from app.domain.verdict import Verdict
from app.services.months import MonthTotal
from app.services.period_changes import Comparison
from app.ui.wanted import PeopleWanted
from app.wording.language import Language
from app.wording.periods import period_name


class MonthWords:
    """Sentences that several cards of the first page share."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def span(self, months: Sequence[MonthTotal]) -> str:
        """Juni sampai November 2026."""
        first, last = months[0].as_of, months[-1].as_of
        begin = self._language.month(first)
        if first.year == last.year:
            begin = begin.removesuffix(f" {first.year}")
        text = self._language.say("{first} to {last}")
        return text.format(first=begin, last=self._language.month(last))

    def qualifying(self, month: MonthTotal) -> str:
        """What a column or point opens: who qualified then."""
        text = self._language.say("{month}: {number} qualified")
        number = self._language.number(len(month.qualifying))
        return text.format(month=self._language.month(month.as_of), number=number)

    def followers(self, month: MonthTotal) -> str:
        """What a point of the followers opens: whose counts they are."""
        people = self._language.say_many(
            "of {count} person", "of {count} people", len(month.counted)
        )
        text = self._language.say("{month}: {number} followers, {people}")
        return text.format(
            month=self._language.month(month.as_of),
            number=self.number(month.followers),
            people=people,
        )

    def number(self, followers: Interval) -> str:
        """The sum, and that it is the least where some count is rounded."""
        low = self._language.number(followers.low)
        if followers.exact:
            return low
        return self._language.say("at least {number}").format(number=low)

    def change(self, before: MonthTotal, now: MonthTotal) -> str:
        """How many more or fewer qualify than at the end of a month."""
        month = self._language.month(before.as_of).split()[0]
        return self._difference(len(now.qualifying) - len(before.qualifying), month)

    def change_since(self, found: Comparison) -> str:
        """The same against the last closed period; empty where there is none to name."""
        closed = found.before.revision
        if closed is None:
            return ""
        difference = found.after.qualifying - found.before.qualifying
        return self._difference(difference, period_name(closed.period, self._language))

    def came_and_went(self, found: Comparison) -> str:
        """What the difference is made of."""
        number = self._language.number
        text = self._language.say("Since that period was closed: {came} came, {went} went.")
        return text.format(
            came=number(sum(found.came.values())), went=number(sum(found.went.values()))
        )

    def _difference(self, difference: int, month: str) -> str:
        if not difference:
            return self._language.say("as many as in {month}").format(month=month)
        text = (
            self._language.say("{number} more than in {month}")
            if difference > 0
            else self._language.say("{number} fewer than in {month}")
        )
        return text.format(number=self._language.number(abs(difference)), month=month)

    def short(self, day: date) -> str:
        """Nov."""
        return self._language.short_month(day)

    def first_month(self) -> str:
        """Why there is no development yet."""
        return self._language.say(
            "How many qualify month by month is drawn here once counts of a second month are stored."
        )

    def being_judged(self) -> str:
        """While the months are looked for."""
        return self._language.say("The past months are being judged.")

    def too_many(self) -> str:
        """The office is so large that the months would take too long to judge."""
        return self._language.say("In an office of this size the months are not judged again.")


def qualified(months: Sequence[MonthTotal], place: int) -> PeopleWanted:
    """Who stands behind one month; the last one is today, whose list is the verdict's own."""
    if place == len(months) - 1:
        return PeopleWanted(verdict=Verdict.QUALIFIES)
    return PeopleWanted(nips=months[place].qualifying)
