"""The invented accounts: what a platform knows of a name follows from the name itself.

A name that begins with one of `SCENARIOS` has a special fate; every other one exists, with
`followers_of(name)` followers. Platform ids are made from names, and the other way round.
"""

import base64
import hashlib
import zlib
from dataclasses import dataclass, field

TOKEN = "TOKEN-YANG-SAH-1234567890"  # noqa: S105 invented
"""The only token that is valid; `TOKENS` are refused, each in its way."""

TOKENS = {
    "TOKEN-KEDALUWARSA": (190, 463),
    "TOKEN-KELUAR": (190, 467),
    "TOKEN-SANDI-DIGANTI": (190, 460),
    "TOKEN-DIPERIKSA": (190, 459),
}

SCENARIOS = (
    "hilang",  # no such account
    "pribadi",  # a person's account that is not readable
    "tamat",  # suspended
    "rahasia",  # the number is hidden
    "kosong",  # the number is left out
    "minus",  # a negative number
    "teks",  # a number as text, where it should be one
    "pecahan",  # a number with decimals
    "besar",  # a number that nobody has
    "diam",  # nothing is said about it
    "pindah",  # moved to a new id
    "izin",  # a permission is missing
    "batas",  # the limit is reached
    "ulang",  # a batch leaves it out the first time
    "sesaat",  # fails for a moment, the first time
    "rusak",  # always fails for a moment
    "lain",  # another account comes back
)


def scenario(name: str) -> str:
    """The fate of a name; empty for an ordinary account."""
    return next((one for one in SCENARIOS if name.lower().startswith(one)), "")


def followers_of(name: str) -> int:
    """How many followers an ordinary account has: always the same, below and above 500."""
    return zlib.crc32(name.lower().encode()) % 5000


def number_id(name: str) -> str:
    """A numeric id, as Meta and X give them."""
    return str(10**9 + zlib.crc32(b"id" + name.lower().encode()))


def channel_id(name: str) -> str:
    """An id of a YouTube channel."""
    return "UC" + base64.urlsafe_b64encode(hashlib.sha256(name.encode()).digest()).decode()[:22]


def did(name: str) -> str:
    """A decentralised id of Bluesky."""
    digest = hashlib.sha256(name.encode()).digest()
    return "did:plc:" + base64.b32encode(digest).decode().lower()[:24]


def said_count(name: str, *, zero: bool = False) -> dict[str, object]:
    """The number as a platform says it: under "n", or nothing at all."""
    odd: dict[str, object] = {
        "minus": -5,
        "teks": "1,2 jt",
        "pecahan": 12.5,
        "besar": 10**12,
    }
    fate = scenario(name)
    if fate == "kosong":
        return {}
    return {"n": 0 if zero else odd.get(fate, followers_of(name))}


@dataclass
class World:
    """What may change while a test runs."""

    post_count: bool = False
    """X's newer answer: `post_count` instead of `tweet_count`, problems at api.x.com."""
    playground: bool = False
    """X's own playground: nothing is said of names that are missing."""
    meta_percent: float = 1.0
    """How much of Meta's limit each look-up uses."""
    meta_used: float = 0.0
    regain_minutes: int = 0
    x_left: int = 300
    x_window: int = 900
    clock_ahead: int = 0
    """Seconds that the server's clock is wrong."""
    zero: bool = False
    """Every count is 0."""
    renamed: dict[str, str] = field(default_factory=dict)
    """New name to the old one, whose id it keeps."""
    seen: dict[str, str] = field(default_factory=dict)
    """Ids given out so far, to names."""
    first: set[str] = field(default_factory=set)
    """Names that have failed once."""

    def first_time(self, name: str) -> bool:
        """Whether this name was not asked for yet."""
        new = name not in self.first
        self.first.add(name)
        return new

    def remember(self, given: str, name: str) -> str:
        """Gives an id out."""
        self.seen[given] = name
        return given

    def id_owner(self, name: str) -> str:
        """By whose name the id was made."""
        return self.renamed.get(name, name)
