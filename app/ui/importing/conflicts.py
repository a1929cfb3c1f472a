"""Contradictions of forms as they are asked about: where each value stands, and what was chosen."""

from collections.abc import Iterator, Sequence

from app.domain.form_conflict import Choices, Conflict, Option
from app.ui.importing.findings import AskedConflict


def asked_conflicts(
    conflicts: Sequence[Conflict], files: Sequence[str], choices: Choices
) -> tuple[AskedConflict, ...]:
    """Those without an answer first; `files` are the names of the files by number."""
    asked = [
        AskedConflict(one, tuple(_sources(one, files)), _chosen(one, choices)) for one in conflicts
    ]
    return tuple(sorted(asked, key=lambda one: one.chosen is not None))


def with_answer(choices: Choices, conflict: Conflict, option: Option | None) -> Choices:
    """The choices after this answer; None takes an answer back."""
    key = (conflict.person_id, conflict.platform)
    rest = {one: place for one, place in choices.items() if one != key}
    return rest if option is None else {**rest, key: option.place}


def _sources(conflict: Conflict, files: Sequence[str]) -> Iterator[str]:
    for option in conflict.options:
        yield "" if option.place is None else files[option.place.file]


def _chosen(conflict: Conflict, choices: Choices) -> Option | None:
    key = (conflict.person_id, conflict.platform)
    if key not in choices:
        return None
    return next((one for one in conflict.options if one.place == choices[key]), None)
