"""The names of units in one import: one spelling each, and guesses which names mean the same.

Names that differ only in case, punctuation or usual short forms are one unit and are written one
way, without asking: as the office writes it already, else as it stands first in the file (rows
are not all in memory, and the same file must always give the same names). Anything else is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.plain_block import PlainBlock
from app.domain.plain_row import PlainRow, full_row
from app.domain.roster import RosterRow, SkippedRow
from app.domain.unit_name import fold_unit
from app.services.importing.source_sheet import SourceSheet

_ORGANISATION, _UNIT = "organisation", "unit"
_FIELDS = (_ORGANISATION, _UNIT)
NOBODY: Mapping[tuple[str, str], int] = MappingProxyType({})
AnyRow = RosterRow | SkippedRow | PlainRow
NONE_SAID: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class UnitGuess:
    """A name of the file that may mean `known`; `key` is what is remembered of it.

    `renamed`: one may be the other after it was given more tasks; that is for a person to look at,
    one by one. `places` are its rows by sheet. `same` is what a person said for this import; None: nothing.
    """

    key: str
    written: str
    known: str
    places: Sequence[tuple[SourceSheet, Sequence[int]]]
    same: bool | None
    renamed: bool = False

    @property
    def rows(self) -> int:
        """How many rows say so."""
        return sum(len(rows) for _, rows in self.places)


@dataclass(slots=True)
class _Met:
    """A name as it first stands in the files, and where it stands."""

    written: str
    order: int
    places: list[tuple[SourceSheet, list[int]]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return sum(len(rows) for _, rows in self.places)


class UnitNames:
    """Sees every row of an import. Only the name of a person's organisation is ever guessed.

    That is the unit where no organisation is said: in a school's own list or a small office's.
    """

    def __init__(
        self,
        people: Mapping[tuple[str, str], int] = NOBODY,
        remembered: Mapping[str, str] = NONE_SAID,
        decided: Mapping[str, str] | None = None,
    ) -> None:
        """`people`: how many of the office have this organisation and unit.

        `remembered` and `decided` say which name is meant by a folded one; itself: no other one.
        `decided` None: nobody can be asked, so nothing is guessed.
        """
        self._remembered = remembered
        self._asks = decided is not None
        self._decided = decided or NONE_SAID
        self._meant = {**remembered, **self._decided}
        self._people: Counter[str] = Counter()
        self._spellings: dict[str, str] = {}
        self._tops: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self._as_meant: set[tuple[str, str]] = set()
        self._met: dict[str, _Met] = {}
        self._rows: defaultdict[str, list[int]] = defaultdict(list)
        self._take_over(people)

    def settle(self, row: AnyRow) -> AnyRow:
        """The row with the names that are meant; mostly it is the very same row."""
        if isinstance(row, SkippedRow):
            return row
        if isinstance(row, PlainRow):
            said = row.organisation_and_unit
            if said in self._as_meant:
                return row
            names = self._names(*said, row.row)
            if names == said:
                if not self._asks:  # who asks wants to know each row
                    self._as_meant.add(said)
                return row
            return row.with_units(*names) or self.settle(full_row(row))
        texts = row.texts
        said = texts.get(_ORGANISATION, ""), texts.get(_UNIT, "")
        names = self._names(*said, row.row)
        if names == said:
            return row
        meant = {field: name for field, name in zip(_FIELDS, names, strict=True) if name}
        return row._replace(texts={**texts, **meant})

    def settle_block(self, block: PlainBlock) -> PlainBlock | None:
        """As `settle` for each of its rows where nobody is asked; None: each has to be settled."""
        if self._asks:
            return None
        other = {}
        for said in block.organisations_and_units:
            if said not in self._as_meant:
                names = self._names(*said, block.numbers[0])
                if names == said:
                    self._as_meant.add(said)
                else:
                    other[said] = names
        return block.with_units(other) if other else block

    def _names(self, organisation: str, unit: str, row: int) -> tuple[str, str]:
        """What is meant; empty stays empty."""
        top = organisation or unit
        if not top:
            return organisation, unit
        if self._asks:
            self._rows[top].append(row)
        meant = self._tops.get(top) or self._top(top)
        if not organisation:
            return "", meant
        return meant, unit and (self._parts.get(unit) or self._part(unit))

    def leave(self, sheet: SourceSheet) -> None:
        """All rows of this sheet were seen."""
        here: dict[str, list[int]] = {}
        for written, rows in self._rows.items():
            key = fold_unit(written)
            if not key:
                continue
            met = self._met.setdefault(key, _Met(written, len(self._met)))
            if key not in here:
                here[key] = []
                met.places.append((sheet, here[key]))
            here[key] += rows
        for found in here.values():
            found.sort()
        self._rows = defaultdict(list)

    def guesses(self) -> tuple[UnitGuess, ...]:
        """Names that may mean another one, which more people bear; the most frequent first."""
        # Only where somebody can be asked: the command line starts without the matching.
        from app.domain.unit_match import UnitIndex, closest, is_renamed

        index = UnitIndex(
            key
            for key in dict.fromkeys([*self._people, *self._met])
            if fold_unit(self._meant.get(key, key)) == key
        )
        found = []
        for key, met in self._met.items():
            if key in self._remembered and key not in self._decided:
                continue
            weight = self._weight(key)
            others = [one for one in index.near(key) if self._weight(one) > weight]
            target = closest(key, others)
            if target is not None:
                found.append(self._guess(key, met, target, renamed=is_renamed(key, target)))
        return tuple(sorted(found, key=lambda guess: -guess.rows))

    def _guess(self, key: str, met: _Met, target: str, *, renamed: bool) -> UnitGuess:
        said = self._decided.get(key)
        same = None if said is None else fold_unit(said) != key
        name = self._spellings.get(target) or self._met[target].written
        return UnitGuess(key, met.written, name, met.places, same, renamed)

    def _weight(self, key: str) -> tuple[int, int, int]:
        """A guess goes from the lighter name to the heavier one: people here, rows, who is first."""
        met = self._met.get(key)
        rows, order = (met.rows, -met.order) if met is not None else (0, 0)
        return self._people[key], rows, order

    def _take_over(self, names: Mapping[tuple[str, str], int]) -> None:
        """The names that people bear already, each in its most frequent spelling."""
        written: Counter[str] = Counter()
        for (organisation, unit), number in names.items():
            for text in filter(None, (organisation, unit)):
                written[text] += number
            self._people[fold_unit(organisation or unit)] += number
        del self._people[""]
        for text, _ in sorted(written.items(), key=lambda one: (-one[1], one[0])):
            self._spellings.setdefault(fold_unit(text), text)

    def _top(self, written: str) -> str:
        key, name = fold_unit(written), written
        seen: set[str] = set()
        while key in self._meant and key not in seen:
            seen.add(key)
            name = self._meant[key]
            key = fold_unit(name)
        self._tops[written] = self._spelled(key, name)
        return self._tops[written]

    def _part(self, written: str) -> str:
        self._parts[written] = self._spelled(fold_unit(written), written)
        return self._parts[written]

    def _spelled(self, key: str, written: str) -> str:
        return self._spellings.setdefault(key, written) if key else written
