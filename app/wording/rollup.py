"""Words for what offices send upwards: how each is there, revisions, why totals moved."""

from collections.abc import Mapping

from app.domain.rollup.development import Move
from app.domain.rollup.merged import MergedOffice, Presence, RollUp
from app.domain.rollup.sending import Sending
from app.domain.rule import Rule
from app.wording.language import Language, Words
from app.wording.periods import period_name
from app.wording.rules import rule_called, rule_name

_PRESENCES: Mapping[Presence, Words] = {
    Presence.USED: lambda say: say("counted"),
    Presence.OTHER_PERIOD: lambda say: say("other period"),
    Presence.LEFT_OUT: lambda say: say("sent for another period only"),
    Presence.MISSING: lambda say: say("has not sent"),
}

_CAME: Mapping[Move, Words] = {
    Move.VERDICT: lambda say: say("Meets the rule now, and did not before"),
    Move.LISTED: lambda say: say("New on the list of an office"),
    Move.OFFICE: lambda say: say("The office was not counted before"),
}

_WENT: Mapping[Move, Words] = {
    Move.VERDICT: lambda say: say("Met the rule before, and does not any more"),
    Move.LISTED: lambda say: say("On the list of no office any more"),
    Move.OFFICE: lambda say: say("The office is not counted now"),
}


def presence_word(presence: Presence, language: Language) -> str:
    """How an office is there, in small letters."""
    return _PRESENCES[presence](language.say)


def came_word(move: Move, language: Language) -> str:
    """Why somebody more qualifies."""
    return _CAME[move](language.say)


def went_word(move: Move, language: Language) -> str:
    """Why somebody less qualifies."""
    return _WENT[move](language.say)


def revision_word(sending: Sending, language: Language) -> str:
    """Which closing of the period it is, or that it is none."""
    if not sending.is_closed:
        return language.say("not closed")
    return language.say("closing {number}").format(number=language.number(sending.revision))


def office_state(office: MergedOffice, language: Language) -> str:
    """How an office is there, with what is lacking of it."""
    if office.lacking:
        return language.say_many("{count} person lacking", "{count} people lacking", office.lacking)
    if office.presence is not Presence.USED or office.arrived is None:
        return presence_word(office.presence, language)
    sending = office.arrived.sending
    revised = any(
        other.sending.period == sending.period and other.sending.sha256 != sending.sha256
        for other in office.others
    )
    return language.say("new revision") if revised else language.say("received")


def sending_name(sending: Sending, language: Language) -> str:
    """The period with its closing; of one that is not closed, the day of the state."""
    name = period_name(sending.period, language)
    if sending.is_closed:
        return f"{name}, {revision_word(sending, language)}"
    text = language.say("{period}, not closed, as of {day}")
    return text.format(period=name, day=language.short_date(sending.as_of))


def rollup_facts(rollup: RollUp | None, rule: Rule, language: Language) -> str:
    """The rule of the province, how many offices and people are counted, and who is absent."""
    if rollup is None:
        return ""
    say, number = language.say, language.number
    text = say("{rule}. {counted} of {all} offices counted: {qualifying} of {people} qualify.")
    facts = [
        text.format(
            rule=rule_name(rule, language),
            counted=number(len(rollup.counted_offices)),
            all=number(len(rollup.offices)),
            qualifying=number(rollup.figures.qualifying),
            people=number(rollup.figures.people),
        )
    ]
    absent = len(rollup.absent)
    if absent:
        facts.append(
            language.say_many("{count} office is absent.", "{count} offices are absent.", absent)
        )
    return " ".join(facts)


def office_facts(office: MergedOffice, language: Language) -> str:
    """What is counted of an office, and what of it is not, in sentences."""
    say, number = language.say, language.number
    if office.arrived is None:
        return f"{office_state(office, language)}."
    sending = office.arrived.sending
    text = say("{sending}. Rule as sent: {rule}. Sent {sent} people, {counted} counted here.")
    facts = [
        text.format(
            sending=sending_name(sending, language),
            rule=rule_called(sending.rule),
            sent=number(sending.people),
            counted=number(office.figures.people),
        )
    ]
    many, moved = language.say_many, sum(office.changed.values())
    words = (
        (
            office.lacking,
            many("{count} has not arrived.", "{count} have not arrived.", office.lacking),
        ),
        (
            office.elsewhere,
            many("{count} counts elsewhere.", "{count} count elsewhere.", office.elsewhere),
        ),
        (
            office.forgotten,
            many("{count} was erased here.", "{count} were erased here.", office.forgotten),
        ),
        (
            int(office.is_rejudged),
            many(
                "Under the province's rule {count} verdict differs.",
                "Under the province's rule {count} verdicts differ.",
                moved,
            ),
        ),
    )
    facts += [sentence for count, sentence in words if count]
    return " ".join(facts)
