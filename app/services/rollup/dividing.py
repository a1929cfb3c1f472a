"""Divides the people of a large office over several workbooks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.domain.standing import PersonStanding
from app.services.report.people import by_organisation_and_name, organisation_key


@dataclass(frozen=True, slots=True)
class Splitting:
    """How a large office divides its sending; without any, it is one workbook.

    `most_people` in one workbook; `by_organisation`: one workbook for each organisation (and more
    where one has more people than that).
    """

    most_people: int | None = None
    by_organisation: bool = False


WHOLE = Splitting()


def divided(
    people: Sequence[PersonStanding], splitting: Splitting
) -> list[Sequence[PersonStanding]]:
    """By organisation and name, in as many lists as there will be workbooks; at least one."""
    ordered = sorted(people, key=by_organisation_and_name)
    groups: list[list[PersonStanding]] = [ordered]
    if splitting.by_organisation:
        groups = [[*group] for _, group in groupby(ordered, key=organisation_key)]
    most = splitting.most_people
    found = [some for group in groups for some in _in_pieces(group, most)]
    return found or [[]]


def _in_pieces(
    people: Sequence[PersonStanding], most: int | None
) -> Iterator[Sequence[PersonStanding]]:
    if most is None:
        yield people
        return
    for at in range(0, len(people), max(1, most)):
        yield people[at : at + max(1, most)]
