"""Settings of the office and of the window, kept in the office's own database."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from app.domain.nik import without_nik
from app.domain.office import Office, Signatory
from app.domain.plausibility import Window
from app.domain.rule import NAMED_RULES, RULE_A, Conditions, FacebookMetric, Rule
from app.domain.rule_text import rules_from_text, rules_to_text
from app.storage.database import Database
from app.storage.settings import (
    add_signatory,
    change_signatory,
    load_settings,
    remove_signatory,
    save_setting,
    signatories,
)

_OWN = "own-"
"""The key of a rule that the office made: this with a number."""

_OFFICE_TEXTS = ("government", "name", "address", "phone", "contact", "city")


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the clerk chose. `age_limit` and `active_within_days` in days, None for no limit."""

    language: str = "id"
    theme: str = "system"
    clerk: str = ""
    rule_key: str = RULE_A.key
    age_limit: int | None = None
    active_within_days: int | None = None
    consent_required: bool = False
    facebook_metric: str = "friends"
    """ "friends" or "followers": the label of the one field that Facebook has."""
    keep_contacts: bool = False
    masked_nip: bool = False
    """Reports begin with masked numbers; each of them can say otherwise."""
    most_down: int = Window().down
    most_up: int = Window().up
    """By how many percent a count may fall or rise in a month before it is asked about."""
    own_rules: tuple[Rule, ...] = ()
    """Rules that the office made, in its order; each with conditions of its own."""
    second_place: str = ""
    """The folder on another disk that receives copies of backups; empty for none."""

    @property
    def window(self) -> Window:
        """How far counts may move before they want a second look."""
        return Window(self.most_down, self.most_up)

    @property
    def rule(self) -> Rule:
        """The chosen rule as it judges."""
        return self.rule_of(self.rule_key)

    @property
    def lasting_rule(self) -> Rule:
        """The chosen rule for a period that is closed: it says itself what Facebook's number is."""
        rule, metric = self.rule, FacebookMetric(self.facebook_metric)
        return rule if rule.facebook_metric is not None else replace(rule, facebook_metric=metric)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule there is to choose: the readings with the office's conditions, then its own."""
        return (*(one.with_conditions(self.conditions) for one in NAMED_RULES), *self.own_rules)

    def rule_of(self, key: str) -> Rule:
        """The rule of this key; the first reading where it is gone."""
        return next((rule for rule in self.rules if rule.key == key), self.rules[0])

    def with_own_rule(self, rule: Rule) -> "Preferences":
        """The same with this rule in the place of the one of its key; without a key it is new."""
        if not rule.key:
            numbers = (_whole(one.key.removeprefix(_OWN), 0) for one in self.own_rules)
            added = replace(rule, key=f"{_OWN}{max(numbers, default=0) + 1}")
            return replace(self, own_rules=(*self.own_rules, added))
        kept = tuple(rule if one.key == rule.key else one for one in self.own_rules)
        return replace(self, own_rules=kept)

    def without_own_rule(self, key: str) -> "Preferences":
        """The same without this rule; where it was chosen, the first reading is now."""
        kept = tuple(one for one in self.own_rules if one.key != key)
        chosen = self.rules[0].key if key == self.rule_key else self.rule_key
        return replace(self, own_rules=kept, rule_key=chosen)

    @property
    def conditions(self) -> Conditions:
        """What the office asks besides a published reading."""
        return Conditions(self.age_limit, self.active_within_days, self.consent_required)


class KeepPreferences:
    """Reads and saves; each field is saved when it is left."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def preferences(self) -> Preferences:
        """The saved choices; a missing or unknown one has its default."""
        with self._database.reading() as tx:
            saved = load_settings(tx)
        return _preferences(saved)

    def save(self, preferences: Preferences) -> None:
        """Saves every choice that differs from what is saved."""
        saved = self.preferences()
        names = [one.name for one in fields(Preferences)]
        changed = [one for one in names if getattr(preferences, one) != getattr(saved, one)]
        with self._database.writing() as tx:
            for name in changed:
                save_setting(tx, name, _text(getattr(preferences, name)))
            if changed:
                self._database.note("settings", len(changed))

    def office(self) -> Office:
        """The letterhead with its signatories."""
        with self._database.reading() as tx:
            saved = load_settings(tx)
            who = tuple(signatories(tx))
        return Office(
            government=saved.get("office_government", ""),
            name=saved.get("office_name", ""),
            address=saved.get("office_address", ""),
            phone=saved.get("office_phone", ""),
            contact=saved.get("office_contact", ""),
            city=saved.get("office_city", ""),
            logo=base64.b64decode(saved.get("office_logo", "")),
            signatories=who,
        )

    def save_office(self, office: Office) -> None:
        """Saves the letterhead; signatories have verbs of their own."""
        with self._database.writing() as tx:
            for name in _OFFICE_TEXTS:
                save_setting(tx, f"office_{name}", getattr(office, name))
            save_setting(tx, "office_logo", base64.b64encode(office.logo).decode("ascii"))
            self._database.note("office_identity")

    def add_signatory(self, signatory: Signatory) -> int:
        """Adds one at the end; gives the id."""
        with self._database.writing() as tx:
            self._database.note("signatory")
            return add_signatory(tx, replace(signatory, nip=without_nik(signatory.nip)))

    def change_signatory(self, signatory: Signatory) -> None:
        """Replaces the one with the same id."""
        with self._database.writing() as tx:
            self._database.note("signatory")
            change_signatory(tx, replace(signatory, nip=without_nik(signatory.nip)))

    def remove_signatory(self, signatory_id: int) -> None:
        """Removes one; reports that were written keep their own copy."""
        with self._database.writing() as tx:
            remove_signatory(tx, signatory_id)
            self._database.note("signatory")

    def load(self, key: str) -> str | None:
        """A remembered arrangement of the window (widths, order, sort), as the window wrote it."""
        with self._database.reading() as tx:
            return load_settings(tx).get(f"window_{key}")

    def remember(self, key: str, text: str) -> None:
        """Remembers an arrangement of the window; where nothing can be written, nothing is."""
        if self._database.only_looking:
            return
        with self._database.writing() as tx:
            save_setting(tx, f"window_{key}", text)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return rules_to_text(value)
    return ("1" if value else "") if isinstance(value, bool) else str(value)


def _preferences(saved: Mapping[str, str]) -> Preferences:
    basis = Preferences()
    return Preferences(
        language=saved.get("language", basis.language),
        theme=saved.get("theme", basis.theme),
        clerk=saved.get("clerk", basis.clerk),
        rule_key=saved.get("rule_key", basis.rule_key),
        age_limit=_whole(saved.get("age_limit", ""), 0) or None,
        active_within_days=_whole(saved.get("active_within_days", ""), 0) or None,
        consent_required=saved.get("consent_required", "") == "1",
        facebook_metric=saved.get("facebook_metric", basis.facebook_metric),
        keep_contacts=saved.get("keep_contacts", "") == "1",
        masked_nip=saved.get("masked_nip", "") == "1",
        most_down=_whole(saved.get("most_down", ""), basis.most_down),
        most_up=_whole(saved.get("most_up", ""), basis.most_up),
        own_rules=_rules(saved.get("own_rules", "")),
        second_place=saved.get("second_place", ""),
    )


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else otherwise


def _rules(text: str) -> tuple[Rule, ...]:
    try:
        return rules_from_text(text)
    except ValueError:
        return ()
