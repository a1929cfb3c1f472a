"""What the office arranged with the platforms: tokens that stand nowhere, dates, X's approval."""

import logging
import traceback
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.credential import VARIABLES, Kept, expires_soon
from app.domain.fetch_errors import TokenUnreadable
from app.domain.fetched import Connection, FetchState, Stop
from app.domain.platform import Platform
from app.domain.rule import RULE_A
from app.platforms.vault import TokenVault
from app.services.fetching.arrangements import ArrangePlatforms
from app.services.job import Job
from app.storage.database import Database
from tests.platforms.test_vault import MemoryStore
from tests.services.fetching.conftest import TODAY, Office
from tests.services.fetching.pretended import PretendedSource

X, INSTAGRAM = Platform.X, Platform.INSTAGRAM
CANARY = "ZZCANARY-0123456789-abcdefghij"


class Answering(PretendedSource):
    """Answers a test of the connection as told."""

    found = Connection(account="diskominfo.contoh")

    def test(self, pause: object) -> Connection:
        return self.found


def arranged(
    database: Database,
    store: MemoryStore | None = None,
    environment: dict[str, str] | None = None,
    source: Answering | None = None,
) -> ArrangePlatforms:
    told = environment or {}
    return ArrangePlatforms(
        database,
        TokenVault(lambda: store, told),
        lambda: told,
        lambda settings: dict.fromkeys(VARIABLES, source or Answering()),
        lambda: datetime(2026, 11, 20, 9, 0),
        "Arum",
    )


def test_a_token_reaches_the_clients_and_its_state_is_told(office: Office) -> None:
    arranging = arranged(office.place.database, MemoryStore())
    assert arranging.tokens_last
    assert arranging.keep_token(X, f" {CANARY}\n") is Kept.KEYRING
    token = arranging.settings().x.token
    assert token is not None
    assert token.reveal() == CANARY
    states = {one.platform: one.kept for one in arranging.tokens(TODAY)}
    assert states == {**dict.fromkeys(VARIABLES), X: Kept.KEYRING}
    arranging.forget_token(X)
    assert arranging.settings().x.token is None


def test_without_a_store_it_is_kept_for_this_session_only(office: Office) -> None:
    arranging = arranged(office.place.database)
    assert not arranging.tokens_last
    assert arranging.keep_token(X, CANARY) is Kept.SESSION
    assert arranging.settings().x.token is not None
    assert arranged(office.place.database).settings().x.token is None


def test_what_can_be_no_token_is_refused_and_not_repeated(office: Office) -> None:
    arranging = arranged(office.place.database)
    with pytest.raises(TokenUnreadable) as refused:
        arranging.keep_token(X, f"{CANARY} dan lagi")
    shown = "".join(traceback.format_exception(refused.value))
    assert CANARY not in str(vars(refused.value))
    assert CANARY not in shown


def test_the_day_of_expiry_is_kept_when_the_connection_is_tested_and_warned_of(
    office: Office,
) -> None:
    source = Answering()
    source.found = Connection(expires=datetime(2026, 12, 3, tzinfo=UTC))
    arranging = arranged(office.place.database, MemoryStore(), source=source)
    arranging.keep_token(INSTAGRAM, CANARY)
    assert arranging.expiring(TODAY) == []
    assert arranging.test(INSTAGRAM, Job.quiet()).works
    (warned,) = arranging.expiring(TODAY)
    assert (warned.platform, warned.expires_on) == (INSTAGRAM, date(2026, 12, 3))
    assert arranging.expiring(date(2026, 11, 18)) == []
    # A new token: nobody knows yet.
    arranging.keep_token(INSTAGRAM, CANARY)
    assert arranging.expiring(date(2027, 1, 1)) == []


def test_a_test_that_found_nobody_keeps_the_day_that_was_known(office: Office) -> None:
    source = Answering()
    source.found = Connection(expires=datetime(2026, 12, 3, tzinfo=UTC))
    arranging = arranged(office.place.database, MemoryStore(), source=source)
    arranging.keep_token(INSTAGRAM, CANARY)
    arranging.test(INSTAGRAM, Job.quiet())
    source.found = Connection(stop=Stop(FetchState.TEMPORARY))
    assert not arranging.test(INSTAGRAM, Job.quiet()).works
    assert len(arranging.expiring(TODAY)) == 1


@pytest.mark.parametrize(("days", "soon"), [(15, False), (14, True), (0, True), (-30, True)])
def test_two_weeks_before_it_expires_a_token_is_warned_of(days: int, soon: bool) -> None:
    assert expires_soon(TODAY + timedelta(days=days), TODAY) is soon
    assert not expires_soon(None, TODAY)


def test_x_stays_locked_until_somebody_states_the_approval_and_it_is_known_who(
    office: Office,
) -> None:
    arranging = arranged(office.place.database)
    assert not arranging.settings().x.approved
    arranging.state_approval(held=True)
    assert arranging.settings().x.approved
    approval = arranging.approval()
    assert approval is not None
    assert (approval.by, approval.at) == ("Arum", datetime(2026, 11, 20, 9, 0))
    arranging.state_approval(held=False)
    assert arranging.approval() is None
    assert not arranging.settings().x.approved
    assert arranged(office.place.database, None, {"GAUNG_X_APPROVED": "1"}).settings().x.approved


def test_the_number_of_the_offices_own_account_is_kept(office: Office) -> None:
    arranging = arranged(office.place.database)
    arranging.keep_instagram_user_id(" 1784 0000-001 ")
    assert arranging.settings().instagram.user_id == arranging.instagram_user_id() == "17840000001"
    handed_in = {"GAUNG_INSTAGRAM_USER_ID": "99"}
    assert arranged(office.place.database, None, handed_in).settings().instagram.user_id == "99"


@pytest.mark.parametrize("where", ["keyring", "session", "environment"])
def test_a_token_is_in_no_file_log_backup_report_or_failure(
    office: Office, tmp_path: Path, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    store = MemoryStore() if where == "keyring" else None
    environment = {VARIABLES[X]: CANARY} if where == "environment" else {}
    arranging = arranged(office.place.database, store, environment)
    if where != "environment":
        arranging.keep_token(X, CANARY)
    arranging.test(X, Job.quiet())
    office.add("sekar")
    office.source.accounts = {"sekar": 700}
    office.run()
    standings = office.place.standings.under(RULE_A, TODAY, Job.quiet())
    report = office.place.report
    book = report.build(standings.people, standings.rule, TODAY, office.place.preferences.office())
    report.write(book, tmp_path / "laporan.xlsx", Job.quiet())
    office.place.backups.write_to(tmp_path / "cadangan")
    shown = [repr(arranging.settings()), repr(arranging.tokens(TODAY)), caplog.text]
    try:
        raise RuntimeError(arranging.settings())
    except RuntimeError:
        shown.append(traceback.format_exc())
    assert not [one for one in shown if CANARY in one]
    office.place.database.checkpoint()
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(files) >= 4
    assert [one.name for one in files if CANARY.encode() in one.read_bytes()] == []
