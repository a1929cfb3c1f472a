"""What the province sees: offices with their figures, people counted once, and where each stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.period import Period
from app.domain.platform import Platform
from app.domain.rollup.figures import ELSEWHERE, PLATFORMS, VERDICTS, Figures, People, year_of
from app.domain.rollup.sending import Sending, Submission
from app.domain.rule import Rule
from app.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Wish:
    """What the province asks for.

    `expected` are the names of the offices that should send. `other_periods`: an office that sent
    nothing for `period` counts with what it sent for another one; else it is left out.
    """

    period: Period
    rule: Rule
    expected: tuple[str, ...] = ()
    other_periods: bool = False


class Presence(StrEnum):
    """How an office is there."""

    USED = "used"
    OTHER_PERIOD = "other_period"
    """Counted with what it sent for another period, as was chosen."""
    LEFT_OUT = "left_out"
    """It sent for other periods only, and those are not used."""
    MISSING = "missing"
    """Expected, and nothing of it was ever received."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """One sending as far as it arrived: the workbooks that bring it, whole or in parts."""

    sending: Sending
    submissions: tuple[Submission, ...]

    @property
    def parts(self) -> tuple[int, int]:
        """How many parts are here, of how many; the whole in one workbook is 1 of 1."""
        fewest = min(self.submissions, key=lambda one: one.part.of).part.of
        here = {one.part.number for one in self.submissions if one.part.of == fewest}
        return len(here), fewest


@dataclass(frozen=True, slots=True)
class MergedOffice:
    """One office of the province.

    Attributes:
        key: what it is called by in `RollUp`; the same for every name that it had.
        name: as expected, else as it last called itself.
        is_expected: it stands in the list of the province.
        presence: how it is there; without figures where `arrived` is None.
        arrived: what is counted of it.
        others: everything else that it sent, the newest first: older revisions, other periods.
        other_names: what else it called itself.
        figures: of its people who are counted here, under the rule of the province.
        totals: of all its people under that rule, also those counted in another office.
        lacking: people of the sending whose parts have not arrived ("kurang n orang").
        elsewhere: people who are counted in another office.
        forgotten: people who were erased here.
        is_rejudged: its rule was another one, so verdicts were decided anew from the counts.
        changed: by (its own verdict, the province's) how many people differ.
    """

    key: str
    name: str
    is_expected: bool
    presence: Presence
    arrived: Arrived | None = None
    others: tuple[Arrived, ...] = ()
    other_names: tuple[str, ...] = ()
    figures: Figures = field(default_factory=Figures)
    totals: Mapping[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    lacking: int = 0
    elsewhere: int = 0
    forgotten: int = 0
    is_rejudged: bool = False
    changed: Mapping[tuple[Verdict, Verdict], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands: office, workbook, row of its sheet (from 1)."""

    office: str
    submission: Submission
    row: int

    @property
    def words(self) -> tuple[str, str, int]:
        """File, sheet, row."""
        return self.submission.file_name, self.submission.sheet, self.row


@dataclass(frozen=True, slots=True)
class Traced:
    """One person behind a number. `own_verdict` is what the sender had decided."""

    nip: str
    name: str
    organisation: str
    verdict: Verdict
    own_verdict: Verdict
    place: Place


@dataclass(frozen=True, slots=True)
class Doubled:
    """Somebody in several offices: counted at the first place, named with all the others."""

    nip: str
    name: str
    counted: Place
    others: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class RollUp:
    """The merge of everything that was received; the same whatever the order of arrival was.

    Attributes:
        wish: what was asked for.
        offices: by name; missing ones and those left out too.
        figures: of the whole province, the sum of the figures of the offices.
        doubled: people in several offices, by name.
        submissions: every workbook that is counted.
        people: the columns behind it; ask `traced`.
    """

    wish: Wish
    offices: tuple[MergedOffice, ...]
    figures: Figures
    doubled: tuple[Doubled, ...]
    submissions: tuple[Submission, ...]
    people: People

    @property
    def counted_offices(self) -> list[MergedOffice]:
        """Those with figures."""
        return [one for one in self.offices if one.arrived is not None]

    @property
    def absent(self) -> list[MergedOffice]:
        """Those without: missing, or left out because they sent for other periods only."""
        return [one for one in self.offices if one.arrived is None]

    @property
    def lacking(self) -> int:
        """People whose parts have not arrived."""
        return sum(one.lacking for one in self.offices)

    def office(self, key: str) -> MergedOffice | None:
        """The one of this key."""
        return next((one for one in self.offices if one.key == key), None)

    def traced(
        self,
        office: str | None = None,
        verdict: Verdict | None = None,
        platform: Platform | None = None,
        *,
        born: int | None = None,
    ) -> Iterator[Traced]:
        """Exactly the people behind a figure, each with its file, sheet and row.

        Without conditions: everybody who is counted. `office` is a key; `platform` asks for those
        who reach the threshold there; `born` for a year of birth.
        """
        for index in range(len(self.people)):
            if self._is_asked(index, office, verdict, platform, born):
                yield self._at(index)

    def _is_asked(
        self,
        index: int,
        office: str | None,
        verdict: Verdict | None,
        platform: Platform | None,
        born: int | None,
    ) -> bool:
        people = self.people
        return (
            not people.marks[index] & ELSEWHERE
            and (office is None or self.offices[people.offices[index]].key == office)
            and (verdict is None or VERDICTS[people.verdicts[index]] is verdict)
            and (platform is None or bool(people.reached[index] >> PLATFORMS.index(platform) & 1))
            and (born is None or year_of(people.nips[index]) == born)
        )

    def _at(self, index: int) -> Traced:
        people = self.people
        return Traced(
            f"{people.nips[index]:018}",
            people.names[index],
            people.organisations[index],
            VERDICTS[people.verdicts[index]],
            VERDICTS[people.own_verdicts[index]],
            self.place(index),
        )

    def place(self, index: int) -> Place:
        """Where the person of this column stands."""
        people = self.people
        office = self.offices[people.offices[index]].name
        return Place(office, self.submissions[people.submissions[index]], people.rows[index])
