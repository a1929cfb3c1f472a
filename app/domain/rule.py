"""Readings of the policy: which accounts, how many of them, from which count on.

Source: reference/domain.md section 8. No binding regulation exists; each reading has its press
citation, which `wording.rules` prints.
"""

from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Rule:
    """One named reading.

    `needed` of `platforms` must reach the threshold: 1 is "any", `len(platforms)` is "all".
    `strictly` means above the threshold, not at it. `age_limit` is in days; None sets none.
    `silence_is_no_account`: a platform about which nothing is said has no account (reading a);
    otherwise its count is unknown and may still meet the rule.
    `active_within_days` and `consent_required` are conditions of the office's own (`Conditions`).
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

    def __post_init__(self) -> None:
        if not 1 <= self.needed <= len(self.platforms):
            raise ValueError("needed must be between 1 and the number of platforms")
        if self.threshold < 0 or (self.age_limit is not None and self.age_limit < 1):
            raise ValueError("threshold and age limit must not be negative")
        if self.active_within_days is not None and self.active_within_days < 1:
            raise ValueError("an account is active within a day at least")

    @property
    def minimum(self) -> int:
        """The smallest count that meets the rule."""
        return self.threshold + 1 if self.strictly else self.threshold

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
