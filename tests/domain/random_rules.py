"""Rules and people at random, for property tests of verdicts and of their words."""

from hypothesis import strategies as st

from app.domain.platform import Platform
from app.domain.rule import NAMED_RULES, Conditions, FacebookMetric, Rule

_DAYS = st.none() | st.sampled_from([1, 30, 90, 365])


@st.composite
def own_rules(draw: st.DrawFn) -> Rule:
    """Whatever an office can make in the window."""
    platforms = tuple(draw(st.lists(st.sampled_from(list(Platform)), min_size=1, unique=True)))
    apart = draw(st.lists(st.sampled_from(platforms), unique=True))
    return Rule(
        key=draw(st.sampled_from(["own-1", "own-27"])),
        platforms=platforms,
        needed=draw(st.integers(1, len(platforms))),
        threshold=draw(st.integers(1, 3000)),
        strictly=draw(st.booleans()),
        age_limit=draw(_DAYS),
        active_within_days=draw(_DAYS),
        consent_required=draw(st.booleans()),
        name=draw(st.text(min_size=1, max_size=20)),
        own_thresholds=tuple((one, draw(st.integers(1, 3000))) for one in apart),
        facebook_metric=draw(st.none() | st.sampled_from(FacebookMetric)),
    )


def named_rules() -> st.SearchStrategy[Rule]:
    """The published readings under any conditions."""
    conditions = st.builds(Conditions, _DAYS, _DAYS, st.booleans())
    return st.builds(Rule.with_conditions, st.sampled_from(NAMED_RULES), conditions)


def any_rules() -> st.SearchStrategy[Rule]:
    """Published and own ones."""
    return named_rules() | own_rules()
