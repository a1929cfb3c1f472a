"""Of whom the counts are fetched: everybody, those whom the list shows, those who are selected."""

from dataclasses import dataclass
from enum import StrEnum


class Whom(StrEnum):
    """What can be chosen."""

    EVERYBODY = "everybody"
    SHOWN = "shown"
    SELECTED = "selected"


@dataclass(frozen=True, slots=True)
class FetchScope:
    """People by id, as the page has them when the fetch is asked for.

    `shown` None where nothing narrows the list; `selected` None for fewer than two.
    """

    shown: tuple[int, ...] | None = None
    selected: tuple[int, ...] | None = None

    def people(self, whom: Whom) -> tuple[int, ...] | None:
        """None for everybody."""
        return {Whom.SHOWN: self.shown, Whom.SELECTED: self.selected}.get(whom)

    @property
    def choices(self) -> list[Whom]:
        """What there is to choose from, the narrowest first."""
        found = [Whom.SELECTED] if self.selected is not None else []
        found += [Whom.SHOWN] if self.shown is not None else []
        return [*found, Whom.EVERYBODY]
