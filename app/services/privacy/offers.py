"""Everything the office offers a person about their own data, built once and handed down."""

from dataclasses import dataclass

from app.services.privacy.erasing import ErasePerson
from app.services.privacy.own_data import WriteOwnData


@dataclass(frozen=True, slots=True)
class PrivacyOffers:
    """One service for each wish."""

    erasing: ErasePerson
    own_data: WriteOwnData
