"""The table of offices: what each sent, what it says, and how it is there."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.rollup.merged import MergedOffice, Presence
from app.domain.rollup.sending import Sending
from app.domain.verdict import Verdict
from app.ui.table.column import Align, Column
from app.ui.table.looks import Look, MarkLook
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rollup import office_state, revision_word
from app.wording.rules import rule_called

NAME, STATE = "name", "state"
VERDICT_COLUMNS = {"qualifies": Verdict.QUALIFIES, "people": None}
"""Columns whose number has people behind it: Enter there shows just them."""

_LOOKS = {
    Presence.USED: ("circle-check", "qualifies_text", "qualifies_tint"),
    Presence.OTHER_PERIOD: ("clock", "stale_text", "stale_tint"),
    Presence.LEFT_OUT: ("clock", "stale_text", "stale_tint"),
    Presence.MISSING: ("circle-dashed", "no_data_text", "surface"),
}
_INCOMPLETE = ("triangle-alert", "warning_text", "warning_tint")


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What the columns say."""

    language: Language

    def period(self, one: MergedOffice) -> str:
        """Of the sending."""
        sending = sending_of(one)
        return "" if sending is None else period_name(sending.period, self.language)

    def revision(self, one: MergedOffice) -> str:
        """Which closing."""
        sending = sending_of(one)
        return "" if sending is None else revision_word(sending, self.language)

    def as_of(self, one: MergedOffice) -> str:
        """The day of the state."""
        sending = sending_of(one)
        return "" if sending is None else self.language.short_date(sending.as_of)

    def rule(self, one: MergedOffice) -> str:
        """As sent; with a sign where the province's is another one."""
        sending = sending_of(one)
        if sending is None:
            return ""
        name = rule_called(sending.rule)
        return (
            self.language.say("{rule}, judged anew").format(rule=name) if one.is_rejudged else name
        )

    def sent(self, one: MergedOffice) -> str:
        """How many qualified where it was sent."""
        return self._number(_sent(one))

    def qualifies(self, one: MergedOffice) -> str:
        """How many qualify under the province's rule and are counted here."""
        return self._number(_qualifies(one))

    def people(self, one: MergedOffice) -> str:
        """How many are counted."""
        return self._number(_people(one))

    def elsewhere(self, one: MergedOffice) -> str:
        """How many are counted in another office."""
        return self._number(one.elsewhere or None)

    def received(self, one: MergedOffice) -> str:
        """The newest of its workbooks."""
        moment = received_at(one)
        if moment is None:
            return ""
        return self.language.short_moment(moment)

    def state(self, one: MergedOffice) -> str:
        """How it is there."""
        return office_state(one, self.language)

    def state_look(self, one: MergedOffice) -> Look:
        """A sign with the words."""
        icon, tone, tint = _INCOMPLETE if one.lacking else _LOOKS[one.presence]
        return MarkLook(icon, self.state(one), tone, tint, "body")

    def _number(self, value: int | None) -> str:
        return "" if value is None else self.language.number(value)


def office_columns(language: Language) -> list[Column[MergedOffice]]:
    """Nine columns, and two that are hidden at first."""
    say, words = language.say, OfficeWords(language)
    return [
        Column(
            NAME,
            say("Local office"),
            lambda one: one.name,
            width=184,
            stretch=True,
            tooltip=lambda one: ", ".join((one.name, *one.other_names)),
            font="body_medium",
        ),
        Column(STATE, say("State"), words.state, width=152, look=words.state_look),
        Column(
            "people",
            say("People"),
            words.people,
            sort_key=_people,
            align=Align.RIGHT,
            width=96,
            number=_people,
        ),
        Column(
            "sent",
            say("Qualify as sent"),
            words.sent,
            sort_key=_sent,
            align=Align.RIGHT,
            width=162,
            number=_sent,
        ),
        Column(
            "qualifies",
            say("Qualify here"),
            words.qualifies,
            sort_key=_qualifies,
            align=Align.RIGHT,
            width=148,
            number=_qualifies,
            font="body_medium",
        ),
        Column("period", say("Period"), words.period, sort_key=_period, width=118),
        Column("revision", say("Revision"), words.revision, sort_key=_revision, width=108),
        Column("rule", say("Rule as sent"), words.rule, width=136),
        Column("received", say("Received"), words.received, sort_key=received_at, width=152),
        Column(
            "elsewhere",
            say("Counted elsewhere"),
            words.elsewhere,
            sort_key=lambda one: one.elsewhere,
            align=Align.RIGHT,
            width=196,
            number=lambda one: one.elsewhere or None,
            hidden=True,
        ),
        Column("as_of", say("As of"), words.as_of, sort_key=_as_of, width=100, hidden=True),
    ]


def office_key(one: MergedOffice) -> str:
    """Which office."""
    return one.key


def office_search(one: MergedOffice) -> str:
    """What a search looks at."""
    return " ".join((one.name, *one.other_names))


def sending_of(one: MergedOffice) -> Sending | None:
    """What is counted of it; else what it sent last."""
    if one.arrived is not None:
        return one.arrived.sending
    return one.others[0].sending if one.others else None


def received_at(one: MergedOffice) -> datetime | None:
    """When the newest of the counted workbooks came."""
    arrived = one.arrived or (one.others[0] if one.others else None)
    return None if arrived is None else max(each.received_at for each in arrived.submissions)


def _people(one: MergedOffice) -> int | None:
    return None if one.arrived is None else one.figures.people


def _qualifies(one: MergedOffice) -> int | None:
    return None if one.arrived is None else one.figures.qualifying


def _sent(one: MergedOffice) -> int | None:
    return None if one.arrived is None else one.arrived.sending.totals[Verdict.QUALIFIES]


def _period(one: MergedOffice) -> object:
    sending = sending_of(one)
    return None if sending is None else sending.period.first


def _revision(one: MergedOffice) -> int | None:
    return None if one.arrived is None else one.arrived.sending.revision


def _as_of(one: MergedOffice) -> object:
    return None if one.arrived is None else one.arrived.sending.as_of
