"""Everything the office offers a person about their own data, built once and handed down."""

from dataclasses import dataclass

from app.services.privacy.erasing import ErasePerson


@dataclass(frozen=True, slots=True)
class PrivacyOffers:
    """One service for each wish."""

    erasing: ErasePerson
