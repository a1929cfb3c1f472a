"""Readings of the policy: which accounts, how many of them, from which count on.

Source: reference/domain.md section 8. No binding regulation exists; each reading has its press
citation, which `wording.rules` prints.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.platform import RECORDED, Platform

THRESHOLD = 500


@dataclass(frozen=True, slots=True)
class Conditions:
    """What an office may ask besides, under any reading; no published one asks for any of it.

    `age_limit`: the most days since a count. `active_within_days`: the most days since the last
    post of an account. `consent_required`: only people count who agreed.
    """

    age_limit: int | None = None
    active_within_days: int | None = None
    consent_required: bool = False


class FacebookMetric(StrEnum):
    """What the one number of Facebook is a number of."""

    FRIENDS = "friends"
    FOLLOWERS = "followers"


@dataclass(frozen=True, slots=True)
class Rule:
    """One named reading, or a rule of the office's own.

    `needed` of `platforms` must reach the threshold: 1 is "any", `len(platforms)` is "all".
    `strictly` means above the threshold, not at it. `age_limit` is in days; None sets none.
    `silence_is_no_account`: a platform about which nothing is said has no account (reading a);
    otherwise its count is unknown and may still meet the rule.
    `active_within_days` and `consent_required` are conditions of the office's own (`Conditions`).
    `name` is what the office calls a rule of its own; a published reading has none.
    `own_thresholds`: platforms that ask for another number than `threshold`.
    `facebook_metric`: None leaves it to the setting of the office.
    """

    key: str
    platforms: tuple[Platform, ...]
    needed: int
    threshold: int = THRESHOLD
    strictly: bool = False
    age_limit: int | None = None
    silence_is_no_account: bool = False
    active_within_days: int | None = None
    consent_required: bool = False
    name: str = ""
    own_thresholds: tuple[tuple[Platform, int], ...] = ()
    facebook_metric: FacebookMetric | None = None

    def __post_init__(self) -> None:
        if len(set(self.platforms)) != len(self.platforms):
            raise ValueError("a platform counts once")
        if not 1 <= self.needed <= len(self.platforms):
            raise ValueError("needed must be between 1 and the number of platforms")
        own = dict(self.own_thresholds)
        if len(own) != len(self.own_thresholds) or not own.keys() <= set(self.platforms):
            raise ValueError("a threshold of its own is for one platform of the rule")
        if min(self.threshold, *own.values(), 0) < 0:
            raise ValueError("a threshold must not be negative")
        if self.age_limit is not None and self.age_limit < 1:
            raise ValueError("a count may be a day old at least")
        if self.active_within_days is not None and self.active_within_days < 1:
            raise ValueError("an account is active within a day at least")

    @property
    def minimum(self) -> int:
        """The smallest count that meets the rule where a platform has no threshold of its own."""
        return self.threshold + 1 if self.strictly else self.threshold

    def threshold_of(self, platform: Platform) -> int:
        """The threshold that holds on this platform."""
        for one, threshold in self.own_thresholds:
            if one is platform:
                return threshold
        return self.threshold

    def minimum_of(self, platform: Platform) -> int:
        """The smallest count that meets the rule on this platform."""
        return self.minimum + self.threshold_of(platform) - self.threshold

    def decides_as(self, other: "Rule") -> bool:
        """Both give the same verdict on everybody, whatever each of them is called."""
        return self._decides == other._decides

    @property
    def _decides(self) -> tuple[object, ...]:
        minima = frozenset((platform, self.minimum_of(platform)) for platform in self.platforms)
        return minima, self.needed, self.silence_is_no_account, self.conditions

    @property
    def is_own(self) -> bool:
        """Made by the office: no published reading has this key."""
        return named_rule(self.key) is None

    def with_threshold(self, threshold: int) -> "Rule":
        """The same rule with another threshold; platforms with one of their own move along."""
        by = threshold - self.threshold
        moved = tuple((one, max(0, own + by)) for one, own in self.own_thresholds)
        return replace(self, threshold=threshold, own_thresholds=moved)

    def with_age_limit(self, days: int | None) -> "Rule":
        """The same reading with another age limit."""
        return replace(self, age_limit=days)

    @property
    def conditions(self) -> Conditions:
        """What is asked besides the reading itself."""
        return Conditions(self.age_limit, self.active_within_days, self.consent_required)

    def with_conditions(self, asked: Conditions) -> "Rule":
        """The same reading with exactly these conditions."""
        return replace(
            self,
            age_limit=asked.age_limit,
            active_within_days=asked.active_within_days,
            consent_required=asked.consent_required,
        )


_THREE = (Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X)

RULE_A = Rule("a", _THREE, needed=1, silence_is_no_account=True)
RULE_B = Rule("b", _THREE, needed=3)
RULE_C = Rule("c", (Platform.INSTAGRAM, Platform.X), needed=1)
RULE_D = Rule("d", RECORDED, needed=3, strictly=True)

NAMED_RULES: tuple[Rule, ...] = (RULE_A, RULE_B, RULE_C, RULE_D)
"""The four published readings; the first is the default."""


def named_rule(key: str) -> Rule | None:
    """The published reading of this key ("a" to "d"), or None."""
    return next((rule for rule in NAMED_RULES if rule.key == key), None)
