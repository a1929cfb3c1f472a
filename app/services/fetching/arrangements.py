"""What the office arranged with the platforms: its account, its approval of X, its tokens' dates.

Tokens themselves stand in no table: `platforms.vault` keeps them, if anything does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.credential import VARIABLES, Kept, expires_soon
from app.domain.fetch_errors import TokenUnreadable
from app.domain.fetched import Connection
from app.domain.platform import Platform
from app.platforms.secret import Secret
from app.platforms.settings import PlatformSettings, read_settings
from app.platforms.vault import TokenVault
from app.services.fetching.clients import Clients
from app.services.job import Job
from app.storage.database import Database
from app.storage.settings import load_settings, save_setting

_USER_ID = "fetch_instagram_user_id"
_APPROVED_BY, _APPROVED_AT = "fetch_x_approved_by", "fetch_x_approved_at"
_EXPIRES = "fetch_token_expires_"

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Approval:
    """The office states that it holds X's approval: who stated it, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TokenState:
    """What is known of the token of one platform; never the token.

    `expires_on` None: it does not expire, or nobody has tested it yet.
    """

    platform: Platform
    kept: Kept | None
    expires_on: date | None
    soon: bool


class ArrangePlatforms:
    """Keeps tokens where the computer keeps secrets, and everything else in the settings."""

    def __init__(
        self,
        database: Database,
        vault: TokenVault,
        names: Callable[[], Mapping[str, str]],
        clients: Clients,
        clock: Clock,
        by: str,
    ) -> None:
        """`names`: addresses, versions and switches, as the environment and a file name them."""
        self._database = database
        self._vault = vault
        self._names = names
        self._clients = clients
        self._clock = clock
        self._by = by

    def settings(self) -> PlatformSettings:
        """Everything that the clients are built from, as of this moment."""
        saved = self._saved()
        names = {"GAUNG_INSTAGRAM_USER_ID": saved.get(_USER_ID, ""), **self._names()}
        found = read_settings(names)
        secret = self._vault.secret
        approved = found.x.approved or bool(saved.get(_APPROVED_AT))
        return replace(
            found,
            instagram=replace(found.instagram, token=secret(Platform.INSTAGRAM)),
            facebook=replace(found.facebook, token=secret(Platform.FACEBOOK)),
            x=replace(found.x, token=secret(Platform.X), approved=approved),
            youtube=replace(found.youtube, key=secret(Platform.YOUTUBE)),
        )

    # -------------------------------------------------------------- tokens

    @property
    def tokens_last(self) -> bool:
        """A token that is entered today is there tomorrow."""
        return self._vault.lasts

    def tokens(self, today: date) -> list[TokenState]:
        """Of every platform that wants one. May ask the system's store: not in the window's thread."""
        saved = self._saved()
        found = []
        for platform in VARIABLES:
            kept = self._vault.kept(platform)
            expires_on = _day(saved.get(f"{_EXPIRES}{platform}", "")) if kept else None
            found.append(TokenState(platform, kept, expires_on, expires_soon(expires_on, today)))
        return found

    def knows_expiry(self) -> bool:
        """Of some token it is known when it expires; does not ask the system's store."""
        saved = self._saved()
        return any(saved.get(f"{_EXPIRES}{platform}") for platform in VARIABLES)

    def expiring(self, today: date) -> list[TokenState]:
        """Tokens that expire within two weeks, or have."""
        return [one for one in self.tokens(today) if one.soon]

    def keep_token(self, platform: Platform, text: str) -> Kept:
        """Keeps what was entered; says where. When it expires nobody knows before it is tested.

        Raises:
            TokenUnreadable: it can be no token; it is not repeated in the failure.
        """
        try:
            secret = Secret(text)
        except ValueError:
            # Without its cause: a traceback would show the line that was entered.
            raise TokenUnreadable(platform) from None
        self._save({f"{_EXPIRES}{platform}": ""})
        return self._vault.keep(platform, secret)

    def forget_token(self, platform: Platform) -> None:
        """Removes it from this computer."""
        self._vault.forget(platform)
        self._save({f"{_EXPIRES}{platform}": ""})

    def test(self, platform: Platform, job: Job) -> Connection:
        """Asks the platform whom the token speaks for; keeps the day on which it expires."""
        found = self._clients(self.settings())[platform].test(job.pause)
        if found.stop is None:
            expires = "" if found.expires is None else found.expires.date().isoformat()
            self._save({f"{_EXPIRES}{platform}": expires})
        return found

    # -------------------------------------------------------------- the office's own account, X

    def instagram_user_id(self) -> str:
        """The number of the office's own professional account on Instagram."""
        return self._saved().get(_USER_ID, "")

    def keep_instagram_user_id(self, number: str) -> None:
        """Keeps it; anything but digits is taken out."""
        self._save({_USER_ID: "".join(filter(str.isdigit, number))})

    def approval(self) -> Approval | None:
        """Who stated that X approves, and when; None: X is locked."""
        saved = self._saved()
        at = saved.get(_APPROVED_AT, "")
        return Approval(saved.get(_APPROVED_BY, ""), datetime.fromisoformat(at)) if at else None

    def state_approval(self, *, held: bool) -> None:
        """The office states, or takes back, that it holds X's written approval or Enterprise plan."""
        at = self._clock().isoformat(timespec="seconds") if held else ""
        self._save({_APPROVED_AT: at, _APPROVED_BY: self._by if held else ""})

    # -------------------------------------------------------------- parts

    def _saved(self) -> dict[str, str]:
        with self._database.reading() as tx:
            return load_settings(tx)

    def _save(self, values: Mapping[str, str]) -> None:
        with self._database.writing() as tx:
            for key, value in values.items():
                save_setting(tx, key, value)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
