"""The clients that the contract is proven for, one line each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from app.domain.fetched import Asked, FetchState
from app.domain.handle import Handle
from app.domain.platform import Platform

S = FetchState


@dataclass(frozen=True)
class Case:
    """What is particular to one platform.

    `name` makes the name of an account out of a word; `most` is how many a call takes, the first
    time (`first`) and once ids are known. `fates` are the states of the stand-in's scenarios.
    """

    platform: Platform
    most: int
    fates: Mapping[str, FetchState]
    name: Callable[[str], str] = str
    first: int = 0
    has_token: bool = True

    def asked(self, word: str, platform_id: str | None = None) -> Asked:
        """An account of that name."""
        return Asked(Handle(self.platform, self.name(word)), platform_id)

    def many(self, count: int, start: int = 0) -> list[Asked]:
        """Ordinary accounts."""
        return [self.asked(f"akun{number:04}") for number in range(start, start + count)]

    def calls(self, count: int, *, known: bool = False) -> int:
        """The documented minimum."""
        return ceil(count / (self.most if known else self.first or self.most))


_NUMBERS = {
    "minus": S.UNEXPECTED,
    "teks": S.UNEXPECTED,
    "pecahan": S.UNEXPECTED,
    "besar": S.UNEXPECTED,
    "akun": S.OK,
}
_GONE = {"hilang": S.NOT_READABLE, "pribadi": S.NOT_READABLE, "tamat": S.NOT_READABLE}
_META = {"izin": S.NEEDS_PERMISSION, "rusak": S.TEMPORARY, "ulang": S.OK, "sesaat": S.OK}

CASES = (
    Case(
        Platform.INSTAGRAM,
        50,
        _NUMBERS | _GONE | _META | {"kosong": S.UNEXPECTED, "lain": S.UNEXPECTED},
    ),
    Case(
        Platform.FACEBOOK,
        50,
        _NUMBERS
        | _GONE
        | _META
        | {"hilang": S.NOT_FOUND, "pindah": S.NOT_FOUND, "kosong": S.NO_ANSWER},
    ),
    Case(
        Platform.X,
        100,
        _NUMBERS
        | {
            "hilang": S.NOT_FOUND,
            "tamat": S.SUSPENDED,
            "diam": S.NO_ANSWER,
            "kosong": S.NO_ANSWER,
            "lain": S.NO_ANSWER,
        },
    ),
    Case(
        Platform.YOUTUBE,
        50,
        _NUMBERS | {"hilang": S.NOT_FOUND, "rahasia": S.HIDDEN, "kosong": S.UNEXPECTED},
        first=1,
    ),
    Case(
        Platform.BLUESKY,
        25,
        _NUMBERS
        | dict.fromkeys(("hilang", "pribadi", "tamat"), S.NOT_FOUND)
        | {"kosong": S.UNEXPECTED},
        name="{}.bsky.social".format,
        has_token=False,
    ),
    Case(
        Platform.MASTODON,
        1,
        _NUMBERS
        | {
            "hilang": S.NOT_FOUND,
            "tamat": S.SUSPENDED,
            "izin": S.NEEDS_PERMISSION,
            "kosong": S.UNEXPECTED,
            "lain": S.UNEXPECTED,
        },
        name="{}@mastodon.social".format,
        has_token=False,
    ),
)
