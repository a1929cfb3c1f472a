"""Whatever is typed, pasted or found in a cell: each reader of text answers, or raises what it says.

A reader is any public function of `app/domain` or `app/workbooks/layout` that takes a text or a cell
first. They are found by themselves, so a new one is tried too; what it means is proven in the test of
its own module. More examples: `--hypothesis-profile=long`.
"""

import copy
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import ModuleType
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import domain
from app.domain.chat import Roster
from app.domain.errors import AppError
from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, Rule
from app.workbooks import layout
from tests.data.chat import office

Reader = Callable[..., object]

PARTS = (
    "198703142010012003", "19870314 201001 2 003", "198703142010012", "3201010101900001", "1,2 rb",
    "1.234", "12,5K", "500+", "±1jt", "1_000", "１２３", "٣٤٥", "²", "-5", "1e999", "NaN", "=1+1", "@intan",
    "https://instagram.com/intan?igsh=1", "fb.com/profile.php?id=1", "UC" + "x" * 22, "tidak punya",
    "-", "n/a", "private", "31-12-2026", "29/02/2027", "5 nov", "Agustus 2026", "@ 5 nov", "2026-11-20",
    "Drs. H. Wirya, M.Si.", "S.Sos", "Pengikut IG", "NIP BARU", "UPT SD Negeri 1", "Bidang IKP", "İ", "ı",
    "\u202e", "\u200b", "\u0000", "_x0000_", "\ud7ff", "🙂", "e\u0301", "{{asn.nama}}", "{{", "}}", "{", "[",
    '"', "null", "\t", "\r\n", "\n", " ", "\u00a0", ";", "|", "[20/11/26 09.15.22] Bu Intan: ", "GF1-1-ABCD",
)  # fmt: skip

TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PARTS), max_size=6).map("".join))
CELLS = st.one_of(
    TEXTS, st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(),
    st.dates(), st.datetimes(), st.times(), st.just(b""),
)  # fmt: skip
OTHERS = {
    str: TEXTS,
    object: CELLS,
    bool: st.booleans(),
    int: st.integers(0, 10**6),
    float: st.floats(1, 400),
    date: st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    Platform: st.sampled_from(Platform),
    Platform | None: st.sampled_from([None, *Platform]),
    Sequence[Platform | None]: st.lists(st.sampled_from(Platform), max_size=3),
    Rule: st.sampled_from(NAMED_RULES),
    Roster: st.just(Roster(office())),
    Iterable[str]: st.lists(TEXTS, max_size=4),
    Mapping[str, str]: st.dictionaries(TEXTS, TEXTS, max_size=3),
    dict[str, str]: st.builds(dict),
}
"""What else a reader may want, each by its type."""

RAISED = (AppError, ValueError)
"""What a reader may say of a text that is none of ours; a mistake in data is a value, no exception."""

NO_READERS = {
    "domain.merging.proposed_text",
    "domain.snapshot_text.in_row",
    "domain.snapshot_text.sent_in_row",
    "domain.snapshot_text.qualifies_in_row",
}
"""A name of a field; texts of our own, which `checked_row` or their hash proved before."""


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def readers() -> dict[str, Reader]:
    found = {}
    for module in (*modules(domain), *modules(layout)):
        for name, one in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(one):
                continue
            place = f"{module.__name__.removeprefix('app.')}.{name}"
            ours = one.__module__ == module.__name__ and place not in NO_READERS
            if ours and takes_text(one):
                found[place] = one
    return found


def takes_text(one: Reader) -> bool:
    first = next(iter(inspect.signature(one).parameters), None)
    return first is not None and get_type_hints(one).get(first) in (str, object)


READERS = readers()


def asked(one: Reader) -> st.SearchStrategy[dict[str, object]]:
    hints = get_type_hints(one)
    return st.fixed_dictionaries(
        {name: OTHERS[hints[name]] for name in inspect.signature(one).parameters}
    )


def answered(one: Reader, given_to_it: dict[str, object]) -> str:
    """Its answer as text, so that one that is no number equals itself; or what it raises."""
    try:
        answer = one(**copy.deepcopy(given_to_it))
    except RAISED as error:
        return type(error).__name__
    if inspect.isgenerator(answer):
        answer = list(answer)
    return repr(sorted(answer, key=repr) if isinstance(answer, set | frozenset) else answer)


def test_the_readers_are_found() -> None:
    assert len(READERS) > 80
    assert {"domain.nip.read_nip", "domain.count.read_count", "domain.dates.read_date"} <= set(
        READERS
    )


@pytest.mark.parametrize("place", sorted(READERS))
def test_whatever_stands_there_is_answered_and_twice_the_same(place: str) -> None:
    one = READERS[place]

    @settings(max_examples=max(12, settings.default.max_examples // 8), database=None)
    @given(asked(one))
    def try_it(given_to_it: dict[str, object]) -> None:
        assert answered(one, given_to_it) == answered(one, given_to_it)

    try_it()
