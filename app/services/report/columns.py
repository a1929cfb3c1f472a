"""The columns that the lists are put together from."""

from collections.abc import Sequence

from app.domain.platform import Platform
from app.domain.report import Align, Column
from app.domain.standing import PersonStanding
from app.services.report.asked import Asked
from app.services.report.fields import Field
from app.services.report.people import (
    account_cell,
    count_cell,
    recorded_on,
    shortfall,
    unit_cell,
)
from app.wording.explained import explanation
from app.wording.reasons import conditions_met
from app.wording.rules import counts_friends
from app.wording.verdicts import verdict_word

People = Sequence[PersonStanding]


def identity_fields(asked: Asked, people: People, *, rank: bool) -> list[Field]:
    """Number, name, NIP, rank where wanted, position."""
    say = asked.language.say
    fields = [
        Field(Column(say("No."), Align.CENTRE), range(1, len(people) + 1), narrowest=9),
        Field(
            Column(say("Name")),
            [_one_line(one.person.full_name) for one in people],
            wraps=True,
            narrowest=32,
            widest=62,
        ),
        Field(
            Column(say("NIP / NI PPPK"), Align.CENTRE),
            [asked.nip_of(one) for one in people],
            narrowest=30,
        ),
    ]
    if rank:
        ranks = [_one_line(one.person.rank) or None for one in people]
        fields.append(Field(Column(say("Rank, grade")), ranks, True, 20, 44))
    positions = [_one_line(one.person.position) or None for one in people]
    fields.append(Field(Column(say("Position")), positions, wraps=True, narrowest=28, widest=52))
    return fields


def place_field(asked: Asked, people: People) -> Field:
    """Finer unit and organisation."""
    head = Column(asked.language.say("Work unit"))
    return Field(head, [unit_cell(one) for one in people], wraps=True, narrowest=32, widest=58)


def unit_fields(asked: Asked, people: People) -> list[Field]:
    """The finer unit alone, inside the sheet of one organisation; no column where none is known."""
    units = [_one_line(one.person.unit) or None for one in people]
    known = {unit.casefold() for unit in units if unit}
    organisations = {one.person.organisation.casefold() for one in people}
    if not known - organisations:
        return []
    # Another head than that of `place_field`: here the organisation is the whole sheet's.
    head = Column(asked.language.say("Unit"))
    return [Field(head, units, wraps=True, narrowest=28, widest=52)]


def account_fields(asked: Asked, people: People) -> list[Field]:
    """An account for each platform of the rule; a standing page has no room for them."""
    if asked.options.portrait:
        return []
    group = asked.language.say("Account")
    return [
        Field(
            Column(_platform_head(asked, platform), group=group),
            [account_cell(one, platform) for one in people],
            wraps=True,
            narrowest=25,
            widest=38,
        )
        for platform in asked.rule.platforms
    ]


def count_fields(asked: Asked, people: People) -> list[Field]:
    """A count for each platform of the rule."""
    group = asked.language.say("Followers")
    return [
        Field(
            Column(_platform_head(asked, platform, counted=True), Align.RIGHT, group),
            [count_cell(one, platform, asked.language) for one in people],
            narrowest=17,
        )
        for platform in asked.rule.platforms
    ]


def recorded_field(asked: Asked, people: People) -> Field:
    """The day of the deciding count."""
    days = [recorded_on(one, asked.rule) for one in people]
    return Field(Column(asked.language.say("Recorded"), Align.CENTRE), days, narrowest=22)


def basis_field(asked: Asked, people: People) -> Field:
    """The platforms that meet the rule."""
    met = [conditions_met(one.judgement) for one in people]
    head = Column(asked.language.say("Basis"), Align.CENTRE)
    return Field(head, met, wraps=True, narrowest=22, widest=42)


def shortfall_field(asked: Asked, people: People) -> Field:
    """How many followers are missing."""
    missing = [shortfall(one, asked.rule) for one in people]
    return Field(Column(asked.language.say("Short by"), Align.RIGHT), missing, narrowest=16)


def verdict_field(asked: Asked, people: People) -> Field:
    """The verdict in words."""
    words = [verdict_word(one.judgement.verdict, asked.language) for one in people]
    head = Column(asked.language.say("Verdict"), Align.CENTRE)
    return Field(head, words, wraps=True, narrowest=24, widest=30)


def reason_field(asked: Asked, people: People) -> Field:
    """The sentence from which the verdict can be worked out again."""
    sentences = [
        explanation(
            one.judgement,
            asked.rule,
            asked.as_of,
            asked.language,
            facebook_friends=asked.options.facebook_friends,
        )
        for one in people
    ]
    head = Column(asked.language.say("Explanation"))
    return Field(head, sentences, wraps=True, narrowest=95, widest=170)


def _platform_head(asked: Asked, platform: Platform, *, counted: bool = False) -> str:
    friends = counts_friends(asked.rule, facebook_friends=asked.options.facebook_friends)
    if counted and platform is Platform.FACEBOOK and friends:
        return asked.language.say("Facebook (friends)")
    return platform.name_shown


def _one_line(text: str) -> str:
    return " ".join(text.split())
