"""Where tokens are kept: the operating system's own store, or memory, or what was handed in.

Never a file of ours: not the database, no setting, no backup. Where the system has no store, a
token lives as long as the program runs, and whoever enters it is told so. The store protects
against other users of the computer and lost disks, not against programs of the same user.
"""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, Protocol

from app.domain.credential import VARIABLES, Kept
from app.domain.platform import Platform
from app.platforms.secret import Secret

_SERVICE = "Gaung"
_LONGEST_ON_WINDOWS = 1_280
"""UTF-16 characters that the Windows Credential Manager takes; it refuses the rest (error 1783)."""


class Store(Protocol):
    """What a backend of `keyring` can do."""

    def get_password(self, service: str, username: str) -> str | None:
        """The text, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps it."""

    def delete_password(self, service: str, username: str) -> None:
        """Removes it."""


class TokenVault:
    """One token or key a platform. What was handed in by the environment wins, then memory."""

    def __init__(
        self, find_store: Callable[[], Store | None], environment: Mapping[str, str]
    ) -> None:
        """`find_store` is asked once, when it is needed; it gives None where the system has none."""
        self._find_store = find_store
        self._environment = environment
        self._session: dict[Platform, Secret] = {}

    @property
    def lasts(self) -> bool:
        """A token that is entered today is there tomorrow."""
        return self._store is not None

    def secret(self, platform: Platform) -> Secret | None:
        """The token of a platform; None where the office entered none, or none can be read."""
        return self._handed_in(platform) or self._session.get(platform) or self._stored(platform)

    def kept(self, platform: Platform) -> Kept | None:
        """Where it is; None for nowhere."""
        if self._handed_in(platform) is not None:
            return Kept.ENVIRONMENT
        if platform in self._session:
            return Kept.SESSION
        return Kept.KEYRING if self._stored(platform) is not None else None

    def keep(self, platform: Platform, secret: Secret) -> Kept:
        """Keeps it as long as this computer can; says where."""
        # Gone first: were the store to fail, an older token would come back at the next start.
        self.forget(platform)
        if self._store is not None and len(secret.reveal()) <= _LONGEST_ON_WINDOWS:
            with suppress(Exception):  # each system's store raises what it likes
                self._store.set_password(_SERVICE, str(platform), secret.reveal())
                if self._stored(platform) == secret:
                    return Kept.KEYRING
        self._session[platform] = secret
        return Kept.SESSION

    def forget(self, platform: Platform) -> None:
        """Removes it from memory and from the store; the environment is not ours."""
        self._session.pop(platform, None)
        if self._store is not None and self._stored(platform) is not None:
            with suppress(Exception):
                self._store.delete_password(_SERVICE, str(platform))

    @cached_property
    def _store(self) -> Store | None:
        return self._find_store()

    def _handed_in(self, platform: Platform) -> Secret | None:
        variable = VARIABLES.get(platform)
        return None if variable is None else _secret(self._environment.get(variable, ""))

    def _stored(self, platform: Platform) -> Secret | None:
        if self._store is None:
            return None
        with suppress(Exception):
            return _secret(self._store.get_password(_SERVICE, str(platform)) or "")
        return None


def system_store() -> Store | None:
    """The store of this operating system; None where it has none, or only one in plain text."""
    # Chosen by name: what `keyring` would find by itself may be a file that anybody reads.
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring as Found
    elif sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as Found
    else:
        from keyring.backends.SecretService import Keyring as Found
    backend: Any = Found
    store: Store | None = backend() if backend.viable else None
    return store


def _secret(text: str) -> Secret | None:
    try:
        return Secret(text)
    except ValueError:
        return None
