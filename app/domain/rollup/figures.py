"""Everybody of all offices in columns, and the figures that are counted from them."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.platform import RECORDED, Platform
from app.domain.verdict import Verdict

VERDICTS: tuple[Verdict, ...] = tuple(Verdict)
PLATFORMS: tuple[Platform, ...] = tuple(Platform)


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers of people who are counted; each person of the province is in exactly one of them.

    `accounts` and `counts` are how many people have one on any platform; `reached` how many reach
    the threshold on a platform. `born` is by year of birth how many there are and how many of
    them qualify; `reached_born` as `reached`, by year of birth.
    """

    people: int = 0
    accounts: int = 0
    counts: int = 0
    verdicts: Mapping[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    reached: Mapping[Platform, int] = field(default_factory=dict)
    born: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    reached_born: Mapping[tuple[Platform, int], int] = field(default_factory=dict)

    @property
    def qualifying(self) -> int:
        """How many qualify."""
        return self.verdicts[Verdict.QUALIFIES]

    @property
    def has_gap(self) -> bool:
        """Nobody reaches the threshold on some recorded platform."""
        return any(not self.reached.get(platform) for platform in RECORDED)


class People:
    """Everybody of all offices in columns: a whole province takes megabytes, not a gigabyte."""

    def __init__(self) -> None:
        self.nips = array("Q")
        self.names: list[str] = []
        self.organisations: list[str] = []
        self.offices = array("H")
        self.submissions = array("H")
        self.rows = array("L")
        self.verdicts = array("B")
        self.own_verdicts = array("B")
        self.marks = array("B")
        """1: has an account; 2: has a count; 4: stands in another office and is counted there."""
        self.reached = array("H")
        """A bit for each of `PLATFORMS`."""
        self.observed = array("L")
        """The newest day of anything seen of the person, as an ordinal; 0 for none."""

    def __len__(self) -> int:
        return len(self.nips)


HAS_ACCOUNT, HAS_COUNT, ELSEWHERE = 1, 2, 4


def year_of(nip: int) -> int:
    """The year of birth in a NIP."""
    return nip // 10**14


def summed(figures: Iterable[Figures]) -> Figures:
    """All of them together."""
    people = accounts = counts = 0
    verdicts: Counter[Verdict] = Counter()
    reached: Counter[Platform] = Counter()
    reached_born: Counter[tuple[Platform, int]] = Counter()
    born: dict[int, tuple[int, int]] = {}
    for one in figures:
        people += one.people
        accounts += one.accounts
        counts += one.counts
        verdicts.update(one.verdicts)
        reached.update(one.reached)
        reached_born.update(one.reached_born)
        for year, (here, qualifying) in one.born.items():
            before, qualified = born.get(year, (0, 0))
            born[year] = (before + here, qualified + qualifying)
    totals = {verdict: verdicts[verdict] for verdict in Verdict}
    return Figures(people, accounts, counts, totals, reached, born, reached_born)


def figures_of(people: People, indices: Sequence[int]) -> Figures:
    """Of these people, without those who are counted elsewhere."""
    verdicts: Counter[int] = Counter()
    reached: Counter[Platform] = Counter()
    reached_born: Counter[tuple[Platform, int]] = Counter()
    born: dict[int, list[int]] = {}
    counted = accounts = counts = 0
    for index in indices:
        marks = people.marks[index]
        if marks & ELSEWHERE:
            continue
        counted += 1
        accounts += marks & HAS_ACCOUNT
        counts += (marks & HAS_COUNT) // HAS_COUNT
        verdict = people.verdicts[index]
        verdicts[verdict] += 1
        year = year_of(people.nips[index])
        of_year = born.setdefault(year, [0, 0])
        of_year[0] += 1
        of_year[1] += VERDICTS[verdict] is Verdict.QUALIFIES
        bits, place = people.reached[index], 0
        while bits:
            if bits & 1:
                reached[PLATFORMS[place]] += 1
                reached_born[PLATFORMS[place], year] += 1
            bits >>= 1
            place += 1
    totals = {verdict: verdicts[number] for number, verdict in enumerate(VERDICTS)}
    years = {year: (here, qualifying) for year, (here, qualifying) in born.items()}
    return Figures(counted, accounts, counts, totals, reached, years, reached_born)
