"""Pictures that prove a count: what an account showed on a day."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.platform import Platform

_NAME = re.compile(r"[0-9a-f]{64}\.(?:png|jpg)")


def is_name_of_picture(name: str) -> bool:
    """Whether a stored picture can be called so: any other name could lead out of the folder."""
    return _NAME.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """What a picture proves: whose account, where, and on which day.

    A day and no single count: a corrected count keeps the evidence of its day.
    """

    person_id: int
    platform: Platform
    observed_on: date


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture. `sha256` names its file and proves that it is whole.

    `original` is the SHA-256 of what came in, before anything but the pixels was taken out.
    """

    sha256: str
    kind: str
    original: str

    @property
    def file_name(self) -> str:
        """Its name in the folder of pictures."""
        return f"{self.sha256}.{self.kind}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """That a picture stands for a place; who said so, and when."""

    id: int
    place: Place
    picture: Picture
    at: datetime
    by: str
