"""A token is kept where this computer keeps secrets, else in memory, and whoever asks is told which."""

from pathlib import Path

import pytest

from app.domain.credential import VARIABLES, Kept
from app.domain.platform import Platform
from app.platforms.secret import Secret
from app.platforms.vault import TokenVault

X, YOUTUBE, BLUESKY = Platform.X, Platform.YOUTUBE, Platform.BLUESKY
TOKEN, NEWER = Secret("ZZCANARY-first-token"), Secret("ZZCANARY-second-token")


class MemoryStore:
    """The store of an operating system, as far as `keyring` shows it."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        del self.kept[service, username]

    def _fail(self) -> None:
        if self.broken:
            raise RuntimeError("the store is locked")


def test_a_token_is_there_again_after_the_next_start() -> None:
    store = MemoryStore()
    assert TokenVault(lambda: store, {}).keep(X, TOKEN) is Kept.KEYRING
    again = TokenVault(lambda: store, {})
    assert again.lasts
    assert (again.secret(X), again.kept(X)) == (TOKEN, Kept.KEYRING)
    assert again.secret(YOUTUBE) is None
    assert again.kept(YOUTUBE) is None


def test_without_a_store_a_token_lives_as_long_as_the_program_and_says_so(tmp_path: Path) -> None:
    vault = TokenVault(lambda: None, {})
    assert not vault.lasts
    assert vault.keep(X, TOKEN) is Kept.SESSION
    assert vault.secret(X) == TOKEN
    assert TokenVault(lambda: None, {}).secret(X) is None
    assert list(tmp_path.rglob("*")) == []


def test_a_store_that_fails_is_as_good_as_none() -> None:
    store = MemoryStore()
    store.broken = True
    vault = TokenVault(lambda: store, {})
    assert vault.keep(X, TOKEN) is Kept.SESSION
    assert vault.secret(X) == TOKEN
    vault.forget(X)
    assert vault.secret(X) is None


def test_a_token_longer_than_windows_keeps_stays_in_memory() -> None:
    store = MemoryStore()
    long = Secret("t" * 1_281)
    vault = TokenVault(lambda: store, {})
    assert vault.keep(X, long) is Kept.SESSION
    assert store.kept == {}
    assert vault.keep(X, Secret("t" * 1_280)) is Kept.KEYRING


def test_what_was_handed_in_wins_and_is_not_kept() -> None:
    store = MemoryStore()
    TokenVault(lambda: store, {}).keep(X, TOKEN)
    vault = TokenVault(lambda: store, {VARIABLES[X]: NEWER.reveal()})
    assert (vault.secret(X), vault.kept(X)) == (NEWER, Kept.ENVIRONMENT)
    assert set(store.kept.values()) == {TOKEN.reveal()}


def test_a_new_token_takes_the_place_of_the_old_one_everywhere() -> None:
    store = MemoryStore()
    vault = TokenVault(lambda: store, {})
    vault.keep(X, TOKEN)
    vault.keep(X, Secret("t" * 2_000))
    assert store.kept == {}
    vault.keep(X, NEWER)
    assert vault.secret(X) == NEWER
    assert len(store.kept) == 1


def test_a_forgotten_token_is_nowhere() -> None:
    store = MemoryStore()
    vault = TokenVault(lambda: store, {})
    vault.keep(X, TOKEN)
    vault.forget(X)
    assert (vault.secret(X), vault.kept(X), store.kept) == (None, None, {})
    vault.forget(YOUTUBE)


@pytest.mark.parametrize("text", ["", "two words of a token"])
def test_what_can_be_no_token_is_none_also_from_outside(text: str) -> None:
    assert TokenVault(lambda: None, {VARIABLES[X]: text}).secret(X) is None


def test_platforms_that_answer_everybody_have_none() -> None:
    assert TokenVault(lambda: None, {"": "ZZCANARY-nameless"}).secret(BLUESKY) is None
