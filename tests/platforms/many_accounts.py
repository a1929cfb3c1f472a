"""An office with many people who agreed, and the stand-in in a process of its own."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random

from app.bootstrap import open_workplace
from app.domain.handle import read_handle
from app.domain.nip import Nip
from app.domain.person import Consent, Person
from app.domain.platform import Platform
from app.domain.roster import AccountState
from app.storage.accounts import put_account
from app.storage.actions import begin
from app.storage.people import add_person, set_consent
from app.wording.language import Language
from tests.platforms.standin import TOKEN, StandIn

PASSING = ("500", "502 page", "503", "truncated", "empty", "drop")
"""Mishaps after which the same call may succeed."""


def handle_of(platform: Platform, number: int) -> str:
    """An ordinary account of the stand-in."""
    return {
        Platform.X: f"akun_{number}",
        Platform.BLUESKY: f"akun{number}.bsky.social",
        Platform.FACEBOOK: f"akun.nomor{number}",
        Platform.MASTODON: f"akun{number}@mastodon.social",
    }.get(platform, f"akun.{number}")


def make_office(path: Path, platforms: Mapping[Platform, int]) -> None:
    """So many people as the largest number says; so many of them have an account on a platform."""
    now = datetime.fromisoformat("2026-11-20T09:00:00")
    with (
        open_workplace(path, create=True, language=Language("en", Path())) as place,
        place.database.writing() as tx,
    ):
        action = begin(tx, "import", "", now)
        for number in range(1, max(platforms.values()) + 1):
            person = add_person(tx, action, Person(_nip(number), f"Pegawai {number}"))
            set_consent(tx, action, person, Consent.GIVEN, now.date())
            for platform, accounts in platforms.items():
                if number <= accounts:
                    put_account(tx, action, person, _account(platform, number))


@contextmanager
def stand_in_elsewhere(
    latency: float = 0.0, faults: float = 0.0, seed: int = 1
) -> Iterator[tuple[dict[str, str], Pipe]]:
    """Its environment; whoever writes into the pipe gets the number of calls so far."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(there, latency, faults, seed), daemon=True
    )
    server.start()
    try:
        yield here.recv(), here
    finally:
        here.send("end")
        server.join(10)
        server.kill()


class _Flaky(deque[str]):
    """Has something for every call: mostly nothing."""

    def __init__(self, chance: Random, faults: float) -> None:
        super().__init__([""])
        self._chance = chance
        self._faults = faults

    def popleft(self) -> str:
        return self._chance.choice(PASSING) if self._chance.random() < self._faults else ""


def _serve(pipe: Pipe, latency: float, faults: float, seed: int) -> None:
    server = StandIn(mishaps=_Flaky(Random(seed), faults), latency=latency)
    server.world.meta_percent = 0
    server.world.x_left = 10**6
    with server:
        pipe.send(server.environment(TOKEN))
        while pipe.recv() != "end":
            pipe.send(len(server.calls))


def _account(platform: Platform, number: int) -> AccountState:
    found = read_handle(handle_of(platform, number), platform).handle
    assert found is not None, (platform, number)
    return AccountState(platform, found.text, str(found.kind))


def _nip(number: int) -> Nip:
    day = date(1987, 3, 1).toordinal() + number // 900
    return Nip(f"{date.fromordinal(day):%Y%m%d}2010012{1 + number % 900:03d}")


def clean_environment() -> dict[str, str]:
    """That of this process without anything of Gaung's."""
    return {name: text for name, text in os.environ.items() if not name.startswith("GAUNG_")}
