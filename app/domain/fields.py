"""What a column of a roster can mean; the values are the names that `inspect --json` prints."""

from enum import StrEnum

from app.domain.platform import RECORDED, Platform


class Field(StrEnum):
    """A meaning. Those of platforms have one member for each recorded platform."""

    NIP = "nip"
    NIP_AGAIN = "nip_again"
    """The other column of numbers where PNS and PPPK have one each."""
    NIP_LAMA = "nip_lama"
    NAME = "name"
    NAME_AND_NIP = "name+nip"
    TITLE_FRONT = "title_front"
    TITLE_BACK = "title_back"
    STATUS = "status"
    RANK = "rank"
    POSITION = "position"
    UNIT = "unit"
    ORGANISATION = "organisation"
    PHONE = "phone"
    EMAIL = "email"
    GENDER = "gender"
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    NIK = "nik"
    JOB_TYPE = "job_type"
    ECHELON = "echelon"
    CONSENT = "consent"
    NOTE = "note"
    OBSERVED_ON = "observed_on"
    NUMBER = "no"
    HELD_CODE = "held_code"
    """What a row of our own workbooks (held rows, forms) is known by when it returns."""
    CODE_AGAIN = "code_again"
    """The same code at the other end of a form's row: a row torn apart is noticed."""
    PLATFORM = "platform"
    """Of a list with one row an account: which platform the row is about. This one, `handle` and
    `followers` stand beside the list of DESIGN section 6: none of its names fits a column whose
    platform changes from row to row."""
    HANDLE = "handle"
    FOLLOWERS = "followers"
    INSTAGRAM = "instagram"
    INSTAGRAM_FOLLOWERS = "instagram_followers"
    INSTAGRAM_OBSERVED_ON = "instagram_observed_on"
    FACEBOOK = "facebook"
    FACEBOOK_FOLLOWERS = "facebook_followers"
    FACEBOOK_OBSERVED_ON = "facebook_observed_on"
    X = "x"
    X_FOLLOWERS = "x_followers"
    X_OBSERVED_ON = "x_observed_on"
    TIKTOK = "tiktok"
    TIKTOK_FOLLOWERS = "tiktok_followers"
    TIKTOK_OBSERVED_ON = "tiktok_observed_on"
    YOUTUBE = "youtube"
    YOUTUBE_FOLLOWERS = "youtube_followers"
    YOUTUBE_OBSERVED_ON = "youtube_observed_on"

    @property
    def platform(self) -> Platform | None:
        """The platform that the column speaks of, if any."""
        return _PLATFORM.get(self)


def handle_field(platform: Platform) -> Field:
    """The column of the account's name or link."""
    return Field(platform.value)


def followers_field(platform: Platform) -> Field:
    """The column of the count."""
    return Field(f"{platform.value}_followers")


def observed_field(platform: Platform) -> Field:
    """The column of the day on which this platform was counted."""
    return Field(f"{platform.value}_observed_on")


_PLATFORM: dict[Field, Platform] = {
    make(platform): platform
    for platform in RECORDED
    for make in (handle_field, followers_field, observed_field)
}

DROPPED_AT_THE_DOOR = frozenset({Field.NIK, Field.GENDER, Field.BIRTH_DATE, Field.BIRTH_PLACE})
"""Recognised so that they can be named as not stored (DESIGN section 3); never read further."""


class Certainty(StrEnum):
    """How sure the meaning of a column is, shown in words."""

    KNOWN = "known"
    """A person confirmed it when the same layout was imported before."""
    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"
