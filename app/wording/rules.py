"""Words for the readings of the policy: names, sentences, citations (domain.md section 8)."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.platform import Platform
from app.domain.rule import Conditions, FacebookMetric, Rule, named_rule
from app.wording.conditions import extra_conditions
from app.wording.language import Language, Words
from app.wording.lists import all_of

_SHORT_NAMES: Mapping[str, Words] = {
    "a": lambda say: say("Any one account"),
    "b": lambda say: say("All three"),
    "c": lambda say: say("Instagram or X"),
    "d": lambda say: say("Three accounts"),
}

_READINGS: Mapping[str, Words] = {
    "a": lambda say: say("Instagram, Facebook or X, at least {threshold}"),
    "b": lambda say: say("Instagram and X {threshold} followers, Facebook {threshold} friends"),
    "c": lambda say: say("either of the two, at least {threshold}"),
    "d": lambda say: say("at least three accounts, each above {threshold}"),
}

_SOURCES: Mapping[str, Words] = {
    "a": lambda say: say("Kompas.com (Tren), 28 November 2019"),
    "b": lambda say: say(
        "Kompas.com (Tekno), 26 and 27 November 2019; Tribunnews, 29 November 2019"
    ),
    "c": lambda say: say("The Jakarta Post, 27 November 2019"),
    "d": lambda say: say("Hallo Bogor (hallobogor.com), 8 September 2020"),
}

_COUNTS_FRIENDS = "b"
"""The key of the reading that speaks of friends on Facebook, whatever the office counts there."""


def counts_friends(rule: Rule, *, facebook_friends: bool) -> bool:
    """The number of Facebook is one of friends under this rule, or else as the office says."""
    if rule.facebook_metric is not None:
        return rule.facebook_metric is FacebookMetric.FRIENDS
    return facebook_friends or rule.key == _COUNTS_FRIENDS


def metric_name(platform: Platform, language: Language, *, facebook_friends: bool = False) -> str:
    """What is counted there: "followers"; on Facebook "friends" where the office says so."""
    if platform is Platform.FACEBOOK and facebook_friends:
        return language.say("friends")
    return language.say("followers")


def rule_name(rule: Rule, language: Language) -> str:
    """Tafsir a; a rule of the office's own goes by the name it was given."""
    if rule.key in _SHORT_NAMES:
        return language.say("Reading {key}").format(key=rule.key)
    return language.say("Own rule {name}").format(name=rule_called(rule))


def rule_short_name(rule: Rule, language: Language) -> str:
    """Two or three words beside the name; a changed reading is described anew."""
    if is_as_published(rule):
        return _SHORT_NAMES[rule.key](language.say)
    if len(rule.platforms) == 1:
        return rule.platforms[0].name_shown
    if rule.needed == 1:
        return language.say("Any one account")
    return language.say_many("{count} account", "{count} accounts", rule.needed)


def reading_sentence(rule: Rule, language: Language, *, facebook_friends: bool = False) -> str:
    """The reading in one short phrase for the rule box, without a full stop."""
    if is_as_published(rule):
        threshold = language.number(rule.threshold)
        return _READINGS[rule.key](language.say).format(threshold=threshold)
    return _condition(rule, language, facebook_friends)


def citation(rule: Rule, language: Language) -> str:
    """Where the reading was published, with outlet and date; says so where it was changed."""
    if rule.key not in _SOURCES:
        return language.say("set by the office itself")
    source = _SOURCES[rule.key](language.say)
    if is_as_published(rule):
        return source
    return language.say("changed by the office; published in {source}").format(source=source)


def policy_note(language: Language) -> str:
    """What stands behind every reading: an announcement, no regulation."""
    return language.say(
        "Announced by the Ministry of Communication and Informatics in Bogor on 25 November 2019; "
        "there is no binding regulation, only readings in the press."
    )


def rule_line(rule: Rule, language: Language, *, facebook_friends: bool = False) -> str:
    """Describes any rule from its own values alone: accounts, threshold, age limit, conditions."""
    condition = _condition(rule, language, facebook_friends)
    return f"{condition}. {_sentence(_besides(rule, language))}."


def rule_status(rule: Rule, language: Language) -> str:
    """For the status bar: "Aturan a, batas usia 90 hari"."""
    text = language.say("Rule {key}, {age}")
    return text.format(key=rule_called(rule), age=_besides(rule, language))


def age_line(rule: Rule, language: Language) -> str:
    """The age limit, or that there is none; for use inside a line."""
    if rule.age_limit is None:
        return language.say("no age limit")
    return language.say_many("age limit {count} day", "age limit {count} days", rule.age_limit)


def threshold_phrase(rule: Rule, language: Language, platform: Platform | None = None) -> str:
    """The words paling sedikit 500, or di atas 500 where the rule is strict.

    Without `platform`, the same for all platforms of the rule: where their thresholds differ, the
    words speak of the threshold of each.
    """
    if platform is None and rule.own_thresholds:
        if rule.strictly:
            return language.say("above the threshold of the platform")
        return language.say("at least at the threshold of the platform")
    threshold = rule.threshold if platform is None else rule.threshold_of(platform)
    text = (
        language.say("above {threshold}") if rule.strictly else language.say("at least {threshold}")
    )
    return text.format(threshold=language.number(threshold))


def is_as_published(rule: Rule) -> bool:
    """A published reading whose accounts and threshold nobody changed; conditions may be set.

    What the office counts on Facebook is noted with a rule that was closed: it changes no reading.
    """
    published = named_rule(rule.key)
    asked = replace(rule.with_conditions(Conditions()), facebook_metric=None)
    return published is not None and published == asked


def _besides(rule: Rule, language: Language) -> str:
    return ", ".join((age_line(rule, language), *extra_conditions(rule, language)))


def _condition(rule: Rule, language: Language, facebook_friends: bool) -> str:
    friends = counts_friends(rule, facebook_friends=facebook_friends)
    names = [_counted(platform, rule, language, friends) for platform in rule.platforms]
    if len(names) == 1:
        text = language.say("{platforms}: {threshold} followers")
    elif rule.needed == 1:
        text = language.say("Any one of {platforms}: {threshold} followers")
    elif rule.needed == len(names):
        text = language.say("All of {platforms}: {threshold} followers each")
    else:
        text = language.say("At least {needed} of {platforms}: {threshold} followers each")
    return text.format(
        platforms=all_of(names, language),
        needed=language.number(rule.needed),
        threshold=threshold_phrase(replace(rule, own_thresholds=()), language),
    )


def _counted(platform: Platform, rule: Rule, language: Language, facebook_friends: bool) -> str:
    """The platform, with what the rest of the sentence does not say of it in brackets."""
    apart: list[str] = []
    if platform is Platform.FACEBOOK and facebook_friends:
        apart.append(metric_name(platform, language, facebook_friends=True))
    if rule.threshold_of(platform) != rule.threshold:
        apart.append(threshold_phrase(rule, language, platform))
    return f"{platform.name_shown} ({', '.join(apart)})" if apart else platform.name_shown


def rule_called(rule: Rule) -> str:
    """The letter of a reading; the name of a rule of the office's own, in quotation marks."""
    return f"“{rule.name}”" if rule.name else rule.key


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
