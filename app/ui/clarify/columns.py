"""The columns of the list of accounts to clarify: person, account, how it jumped, what it changes."""

from dataclasses import dataclass

from app.domain.jump import Jump
from app.domain.verdict import Verdict
from app.services.clarifying import Suspect
from app.ui.table.column import Column
from app.ui.table.looks import ChipLook, Look, TextLook
from app.wording.clarifications import decision_sentence, jump_briefly, shape_word
from app.wording.language import Language
from app.wording.verdicts import verdict_short_word


def suspect_key(one: Suspect) -> tuple[int, str]:
    """A person and a platform."""
    return one.person.id, str(one.platform)


def suspect_search(one: Suspect) -> str:
    """What a search looks through."""
    return f"{one.person.full_name} {one.person.nip.digits} {one.person.place}"


@dataclass(frozen=True, slots=True)
class SuspectWords:
    """The cells of one row."""

    language: Language

    def jump(self, one: Suspect) -> str:
        """How the newest open jump looks; what was decided where there is none."""
        newest = self._newest(one)
        if newest is None:
            return decision_sentence(one.decisions[0], self.language)
        return f"{shape_word(newest.shape, self.language)}: {jump_briefly(newest, self.language)}"

    def jump_look(self, one: Suspect) -> Look:
        """The shape above the two numbers, or the decision above its signature."""
        newest = self._newest(one)
        if newest is None:
            said = decision_sentence(one.decisions[0], self.language)
            first, _, signed = said.rpartition(" (")
            return TextLook(first, signed.rstrip(")"))
        icon = "arrow-up" if newest.step > 0 else "arrow-down"
        shape = shape_word(newest.shape, self.language)
        return TextLook(shape, jump_briefly(newest, self.language), font="body_medium", icon=icon)

    def account(self, one: Suspect) -> str:
        """The platform."""
        return one.platform.name_shown

    def account_look(self, one: Suspect) -> Look:
        """The platform above the account's name."""
        handle = one.account.handle
        return TextLook(one.platform.name_shown, handle.text if handle is not None else "")

    def name_look(self, one: Suspect) -> Look:
        """The person above the unit."""
        return TextLook(one.person.name, one.person.place, font="body_medium")

    def verdict(self, one: Suspect) -> str:
        """What the person is today."""
        return verdict_short_word(one.verdict, self.language)

    def verdict_look(self, one: Suspect) -> Look:
        """As a chip."""
        return ChipLook(one.verdict, self.verdict(one))

    def _newest(self, one: Suspect) -> Jump | None:
        return None if one.is_excluded or not one.jumps else one.jumps[0]


def suspect_columns(language: Language) -> list[Column[Suspect]]:
    """Four columns, in the order of urgency unless somebody sorts."""
    words, say = SuspectWords(language), language.say
    return [
        Column(
            "name",
            say("Name and unit"),
            _name,
            width=170,
            stretch=True,
            tooltip=suspect_search,
            look=words.name_look,
        ),
        Column("account", say("Account"), words.account, width=112, look=words.account_look),
        Column(
            "jump",
            say("What happened"),
            words.jump,
            sort_key=_urgency,
            width=200,
            tooltip=words.jump,
            look=words.jump_look,
        ),
        Column(
            "verdict",
            say("Verdict"),
            words.verdict,
            sort_key=_place,
            width=142,
            look=words.verdict_look,
        ),
    ]


def _name(one: Suspect) -> str:
    return one.person.name


def _urgency(one: Suspect) -> tuple[bool, int]:
    """What decides a verdict comes first, then the longest jump."""
    return not one.decides, -max((abs(jump.step) for jump in one.jumps), default=0)


def _place(one: Suspect) -> int:
    return _PLACES[one.verdict]


_PLACES = {verdict: place for place, verdict in enumerate(Verdict)}
