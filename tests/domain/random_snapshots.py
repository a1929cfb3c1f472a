"""People at random as two snapshots know them, for property tests."""

from datetime import date, timedelta

from hypothesis import strategies as st

from app.domain.activity import Activity
from app.domain.clarification import Exclusion
from app.domain.count import Interval
from app.domain.handle import Handle
from app.domain.nip import Nip
from app.domain.person import Account, Consent, Count, Person, Service, Source
from app.domain.platform import RECORDED, Platform
from app.domain.snapshot import Snapshot, take_snapshot
from tests.domain.random_rules import any_rules

DAYS = (date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 20))
NIPS = tuple(Nip(f"19850101201001{1000 + number}") for number in range(1, 5))
_UNITS = ("Dinas Satu", "Dinas Dua")


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Exact, rounded, and open ones, often near the usual threshold."""
    low = draw(st.sampled_from([0, 499, 500, 501, 1150]) | st.integers(0, 4000))
    high = draw(st.sampled_from([low, low, low + 99, None]))
    return Interval(low, high, exact=high == low)


@st.composite
def accounts(draw: st.DrawFn, platform: Platform, as_of: date) -> Account:
    """All that may be known of one account on a day."""
    age = st.integers(0, 200)
    count = seen = None
    if draw(st.booleans()):
        day = as_of - timedelta(days=draw(age))
        source = draw(st.sampled_from(Source))
        count = Count(draw(intervals()), day, source, draw(st.text(max_size=4)))
    if draw(st.booleans()):
        checked = as_of - timedelta(days=draw(age))
        post = draw(st.none() | st.integers(0, 200).map(lambda d: checked - timedelta(days=d)))
        active = draw(st.booleans() if post is None else st.none())
        seen = Activity(checked, post, active)
    handle = draw(st.none() | st.just(Handle(platform, "nama")))
    unreadable = draw(st.sampled_from(["", "", "private"]))
    none = draw(st.sampled_from([False, False, True]))
    out = draw(st.sampled_from([None, None, Exclusion(as_of, "dibeli?", as_of, "Rina")]))
    return Account(platform, handle, "", none, unreadable, count, seen, out)


@st.composite
def people(draw: st.DrawFn, nip: Nip, as_of: date) -> tuple[Person, tuple[Account, ...]]:
    """One person of the office, in a list or not."""
    person = Person(
        nip,
        draw(st.sampled_from(["Ani", "Budi Éko", "Citra"])),
        organisation=draw(st.sampled_from(_UNITS)),
        consent=draw(st.sampled_from(Consent)),
        service=draw(st.sampled_from([Service.ACTIVE, Service.ACTIVE, *Service])),
    )
    platforms = draw(st.lists(st.sampled_from(RECORDED), unique=True, max_size=3))
    return person, tuple(draw(accounts(platform, as_of)) for platform in platforms)


@st.composite
def snapshots(draw: st.DrawFn, as_of: date) -> Snapshot:
    """A few people under any rule."""
    nips = draw(st.lists(st.sampled_from(NIPS), unique=True))
    return take_snapshot([draw(people(nip, as_of)) for nip in nips], draw(any_rules()), as_of)
