"""Writes the file anew after something was erased, also where the computer stopped in between."""

from app.domain.errors import AppError
from app.storage.database import Database
from app.storage.settings import forget_setting, load_settings, save_setting
from app.storage.transaction import Transaction

_PENDING = "wipe_pending"


def owe_wiping(tx: Transaction) -> None:
    """Notes, in the transaction that erases, that rests of the texts may lie in the file."""
    save_setting(tx, _PENDING, "1")


def wipe(database: Database) -> AppError | None:
    """Writes the file anew; why not, where it fails: then it is still owed."""
    try:
        database.wipe()
        with database.writing() as tx:
            forget_setting(tx, _PENDING)
        database.checkpoint()
    except AppError as error:
        return error
    return None


def wipe_what_is_owed(database: Database) -> AppError | None:
    """After a start: writes the file anew where that is owed since a power cut or a reader."""
    return wipe(database) if is_owed(database) else None


def is_owed(database: Database) -> bool:
    """Whether something was erased and the file not written anew since."""
    with database.reading() as tx:
        return _PENDING in load_settings(tx)
