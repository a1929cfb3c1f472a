"""The columns of the list: person, verdict, reason, distance; more to be shown or filtered by."""

from collections.abc import Callable
from dataclasses import dataclass

from app.services.packed_accounts import whole
from app.ui.standings.rows import Judged, StandingRow
from app.ui.table.column import Align, Column
from app.ui.table.looks import PENDING, PENDING_LOOK, ChipLook, Look, TextLook
from app.wording.explained import explanation
from app.wording.language import Language
from app.wording.reasons import reason_short, second_line, steps_or_dash
from app.wording.verdicts import verdict_short_word

VERDICT = "verdict"
NEAR = "near"


@dataclass(frozen=True, slots=True)
class RowWords:
    """The sentences of rows; they are made when they are looked at, under the rule of `shown`."""

    language: Language
    shown: Callable[[], Judged]

    def verdict(self, row: StandingRow) -> str:
        """The word of the chip."""
        if row.verdict is None:
            return PENDING
        return verdict_short_word(row.verdict, self.language)

    def near(self, row: StandingRow) -> str:
        """Yes, or nothing."""
        return self.language.say("yes") if row.is_near else ""

    def first_line(self, row: StandingRow) -> str:
        """What decides."""
        shown = self.shown()
        return reason_short(shown.judgement_of(row), shown.rule, shown.as_of, self.language)

    def rest(self, row: StandingRow) -> str:
        """What to do, and the other platforms."""
        shown = self.shown()
        return second_line(
            shown.judgement_of(row),
            shown.rule,
            shown.as_of,
            self.language,
            others=whole(row.accounts),
        )

    def reason(self, row: StandingRow) -> str:
        """The sentence that regenerates the verdict, for copying, for readers and as a tooltip."""
        if row.pending:
            return PENDING
        shown = self.shown()
        return explanation(
            shown.judgement_of(row),
            shown.rule,
            shown.as_of,
            self.language,
            facebook_friends=shown.facebook_friends,
        )

    def distance(self, row: StandingRow) -> str:
        """+546, −8, or a dash."""
        if row.pending:
            return PENDING
        stands = row.stands
        return steps_or_dash(stands.distance, self.language, least=stands.is_least)

    def is_least(self, row: StandingRow) -> bool:
        """The distance is known only to be at least so much."""
        return row.stands.is_least

    def name_look(self, row: StandingRow) -> Look:
        """The person above the unit."""
        return TextLook(row.name, row.unit, font="body_medium")

    def chip(self, row: StandingRow) -> Look:
        """The verdict as a chip."""
        if row.verdict is None:
            return PENDING_LOOK
        return ChipLook(row.verdict, self.verdict(row))

    def reason_look(self, row: StandingRow) -> Look:
        """Two lines."""
        if row.pending:
            return PENDING_LOOK
        return TextLook(self.first_line(row), self.rest(row))


def standings_columns(words: RowWords) -> list[Column[StandingRow]]:
    """Four columns, and hidden ones."""
    say = words.language.say
    return [
        Column(
            "name",
            say("Name and unit"),
            lambda row: row.name,
            width=222,
            tooltip=lambda row: f"{row.name}, {row.unit}" if row.unit else row.name,
            look=words.name_look,
        ),
        Column(
            VERDICT,
            say("Verdict"),
            words.verdict,
            sort_key=lambda row: row.place,
            width=142,
            look=words.chip,
        ),
        Column(
            "reason",
            say("Reason"),
            words.reason,
            sort_key=_as_decided,
            width=280,
            stretch=True,
            tooltip=words.reason,
            look=words.reason_look,
        ),
        Column(
            "distance",
            say("Distance"),
            words.distance,
            sort_key=lambda row: row.distance,
            align=Align.RIGHT,
            width=100,
            number=lambda row: row.distance,
            rounded=words.is_least,
            filterable=False,
            font="body_medium",
        ),
        Column("unit", say("Unit"), lambda row: row.unit, width=160, hidden=True),
        Column(
            "organisation",
            say("Organisation"),
            lambda row: row.organisation,
            width=200,
            hidden=True,
        ),
        Column(NEAR, say("Nearly qualifies"), words.near, width=120, hidden=True),
    ]


def _as_decided(row: StandingRow) -> tuple[int, int] | None:
    """By what the reason says of the verdict: the sentences themselves begin alike, and are many."""
    return None if row.place is None else (row.place, -(row.distance or 0))
