"""A rule as text that is kept: in the settings, and in a period that was closed under it."""

import json
from collections.abc import Mapping, Sequence

from app.domain.platform import Platform
from app.domain.rule import FacebookMetric, Rule


def rule_to_values(rule: Rule) -> dict[str, object]:
    """Plain values for JSON, always all of them and in the same order."""
    return {
        "key": rule.key,
        "name": rule.name,
        "platforms": [platform.value for platform in rule.platforms],
        "needed": rule.needed,
        "threshold": rule.threshold,
        "own_thresholds": {platform.value: number for platform, number in rule.own_thresholds},
        "strictly": rule.strictly,
        "silence_is_no_account": rule.silence_is_no_account,
        "age_limit": rule.age_limit,
        "active_within_days": rule.active_within_days,
        "consent_required": rule.consent_required,
        "facebook_metric": rule.facebook_metric.value if rule.facebook_metric else None,
    }


def rule_from_values(values: Mapping[str, object]) -> Rule:
    """The rule that `rule_to_values` gave these for.

    Raises:
        ValueError: they describe no rule.
    """
    return Rule(
        key=_text(values, "key"),
        platforms=tuple(Platform(str(one)) for one in _list(values, "platforms")),
        needed=_whole(values, "needed"),
        threshold=_whole(values, "threshold"),
        strictly=_claim(values, "strictly"),
        age_limit=_days(values, "age_limit"),
        silence_is_no_account=_claim(values, "silence_is_no_account"),
        active_within_days=_days(values, "active_within_days"),
        consent_required=_claim(values, "consent_required"),
        name=_text(values, "name"),
        own_thresholds=_thresholds(values),
        facebook_metric=_metric(values),
    )


def rule_to_text(rule: Rule) -> str:
    """One line of JSON; the same rule has always the same text."""
    return json.dumps(rule_to_values(rule), ensure_ascii=False, separators=(",", ":"))


def rule_from_text(text: str) -> Rule:
    """The rule that `rule_to_text` gave this for.

    Raises:
        ValueError: it is the text of no rule.
    """
    return rule_from_values(_object(json.loads(text)))


def rules_to_text(rules: Sequence[Rule]) -> str:
    """Several rules in their order."""
    return f"[{','.join(rule_to_text(rule) for rule in rules)}]" if rules else ""


def rules_from_text(text: str) -> tuple[Rule, ...]:
    """The rules that `rules_to_text` gave this for.

    Raises:
        ValueError: it is not the text of rules.
    """
    found = json.loads(text) if text else []
    if not isinstance(found, list):
        raise ValueError("a list of rules is wanted")
    return tuple(rule_from_values(_object(one)) for one in found)


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("a rule is an object")
    return value


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{name} is a text")
    return value


def _whole(values: Mapping[str, object], name: str) -> int:
    value = values.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{name} is a whole number")
    return value


def _metric(values: Mapping[str, object]) -> FacebookMetric | None:
    missing = values.get("facebook_metric") is None
    return None if missing else FacebookMetric(_text(values, "facebook_metric"))


def _days(values: Mapping[str, object], name: str) -> int | None:
    return None if values.get(name) is None else _whole(values, name)


def _claim(values: Mapping[str, object], name: str) -> bool:
    value = values.get(name)
    if not isinstance(value, bool):
        raise ValueError(f"{name} is true or false")
    return value


def _list(values: Mapping[str, object], name: str) -> Sequence[object]:
    value = values.get(name)
    if not isinstance(value, list):
        raise ValueError(f"{name} is a list")
    return value


def _thresholds(values: Mapping[str, object]) -> tuple[tuple[Platform, int], ...]:
    own = _object(values.get("own_thresholds"))
    return tuple((Platform(name), _whole(own, name)) for name in own)
