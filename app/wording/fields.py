"""Names of the columns of a roster and of what is kept about a person."""

from collections.abc import Mapping

from app.domain.fields import Field, followers_field, handle_field
from app.domain.person import Consent, Service
from app.domain.platform import Platform
from app.wording.language import Language, Words

_FIELDS: Mapping[Field, Words] = {
    Field.NIP: lambda say: say("NIP"),
    Field.NIP_AGAIN: lambda say: say("NIP / NI PPPK, other column"),
    Field.NIP_LAMA: lambda say: say("Old NIP"),
    Field.NAME: lambda say: say("Name"),
    Field.NAME_AND_NIP: lambda say: say("Name and NIP"),
    Field.TITLE_FRONT: lambda say: say("Title before the name"),
    Field.TITLE_BACK: lambda say: say("Title after the name"),
    Field.STATUS: lambda say: say("Employment status"),
    Field.RANK: lambda say: say("Rank and grade"),
    Field.POSITION: lambda say: say("Position"),
    Field.UNIT: lambda say: say("Work unit"),
    Field.ORGANISATION: lambda say: say("Organisation"),
    Field.PHONE: lambda say: say("Phone"),
    Field.EMAIL: lambda say: say("E-mail"),
    Field.GENDER: lambda say: say("Sex"),
    Field.BIRTH_DATE: lambda say: say("Birth date"),
    Field.BIRTH_PLACE: lambda say: say("Birth place"),
    Field.NIK: lambda say: say("NIK"),
    Field.JOB_TYPE: lambda say: say("Kind of position"),
    Field.ECHELON: lambda say: say("Echelon"),
    Field.CONSENT: lambda say: say("Consent"),
    Field.NOTE: lambda say: say("Note"),
    Field.OBSERVED_ON: lambda say: say("Date of the counts"),
    Field.NUMBER: lambda say: say("Row number"),
    Field.HELD_CODE: lambda say: say("Gaung code"),
    Field.PLATFORM: lambda say: say("Platform of the row"),
    Field.HANDLE: lambda say: say("Account"),
    Field.FOLLOWERS: lambda say: say("Follower count"),
    Field.CODE_AGAIN: lambda say: say("Gaung code at the end"),
}

_CONSENT: Mapping[Consent, Words] = {
    Consent.UNKNOWN: lambda say: say("Not asked yet"),
    Consent.GIVEN: lambda say: say("Agrees"),
    Consent.REFUSED: lambda say: say("Does not agree"),
    Consent.WITHDRAWN: lambda say: say("Consent withdrawn"),
}

_SERVICE: Mapping[Service, Words] = {
    Service.ACTIVE: lambda say: say("In service"),
    Service.MOVED: lambda say: say("Moved away"),
    Service.RETIRED: lambda say: say("Retired"),
}


def field_label(field: Field | None, language: Language, *, facebook_friends: bool = False) -> str:
    """What a column means, for the mapping box; None is a column that is not used."""
    if field is None:
        return language.say("Not used")
    if field in _FIELDS:
        return _FIELDS[field](language.say)
    platform = field.platform
    if platform is None:
        raise ValueError(f"{field} has no label")
    if field is handle_field(platform):
        text = language.say("{tag} account")
    elif field is not followers_field(platform):
        text = language.say("{tag} date")
    elif platform is Platform.FACEBOOK and facebook_friends:
        text = language.say("{tag} friends")
    else:
        text = language.say("{tag} followers")
    return text.format(tag=platform.tag)


def person_text_label(name: str, language: Language) -> str:
    """The label of one of `domain.roster.PERSON_FIELDS`."""
    return field_label(Field(name), language)


def consent_word(consent: Consent, language: Language) -> str:
    """What the person said about the use of private accounts."""
    return _CONSENT[consent](language.say)


def service_word(service: Service, language: Language) -> str:
    """Whether the person still serves here."""
    return _SERVICE[service](language.say)
