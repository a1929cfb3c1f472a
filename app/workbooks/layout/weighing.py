"""Lets what stands below a head overrule it where its words cannot be meant."""

import re
from collections.abc import Sequence

from app.domain.fields import Certainty, Field, followers_field, handle_field
from app.workbooks.layout.head import Head, Role
from app.workbooks.layout.names_and_numbers import holds_both
from app.workbooks.layout.profile import Profile

_OTHER = Head(Role.OTHER)
_UNKNOWN = Head(Role.UNKNOWN)

_STATUS = re.compile(
    r"\b(?:c?pns|p3k|pppk|non|honor\w*|thl|ppnpn|kontrak|tetap|aktif|asn|cuti|pensiun)\b",
    re.IGNORECASE,
)
_FEWEST_NAMES = 3
_AT_LEAST = re.compile(r"[<>≥≤]|\b(?:lebih|minimal|mencapai|diatas|di atas)\b", re.IGNORECASE)


def weighed(head: Head, texts: Sequence[str], profile: Profile) -> Head:
    """The head as its cells leave it; `texts` are its words."""
    if head.role is Role.PERSON:
        return _of_a_person(head, profile)
    asks = (Role.SOCIAL, Role.HANDLE, Role.FOLLOWERS, Role.BARE_FOLLOWERS)
    whether = profile.mostly_no and _AT_LEAST.search(" ".join(texts)) is not None
    if head.role in asks and (profile.mostly_yes_no or whether):
        return Head(Role.OTHER, None, head.platform)
    accounts_only = profile.share(profile.accounts) >= 0.5 and not profile.mostly_counts
    counted = profile.share(profile.counted_accounts) >= 0.5
    if head.role is Role.FOLLOWERS and head.platform is not None and (accounts_only or counted):
        return Head(Role.HANDLE, handle_field(head.platform), head.platform, Certainty.GUESS)
    if head.role in (Role.BARE_HANDLE, Role.UNKNOWN) and profile.main_link() is not None:
        linked = profile.main_link()
        field = handle_field(linked) if linked is not None else None
        return Head(Role.HANDLE, field, linked, Certainty.GUESS)
    if head.role is Role.SOCIAL and head.platform is not None:
        if profile.mostly_units:  # "Inst." over the names of agencies
            return _OTHER
        counts = profile.mostly_counts and not profile.links
        field = followers_field(head.platform) if counts else handle_field(head.platform)
        return Head(Role.FOLLOWERS if counts else Role.HANDLE, field, head.platform)
    return head


def _of_a_person(head: Head, profile: Profile) -> Head:
    if head.field is Field.NAME_AND_NIP and head.certainty is Certainty.GUESS:
        return head if holds_both(profile) else _UNKNOWN
    if head.field in (Field.ORGANISATION, Field.UNIT):
        merely_likely = head.certainty is not Certainty.CERTAIN and not profile.filled
        if profile.only_government or merely_likely:
            return _OTHER
    if head.field is Field.RANK and profile.filled and profile.dates > profile.ranks:
        return _OTHER
    if head.field is Field.STATUS and _holds_names(profile):  # "ASN" over who they are
        return _UNKNOWN
    return head


def _holds_names(profile: Profile) -> bool:
    if profile.filled < _FEWEST_NAMES or profile.share(profile.names) < 0.8:
        return False
    different = len(profile.distinct) >= 0.7 * min(profile.filled, 64)
    return different and not any(map(_STATUS.search, profile.distinct))
