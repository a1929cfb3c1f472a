"""What the office set once: plain settings by key, and who signs its reports."""

from sqlalchemy import Connection, delete, func, insert, select, update

from app.domain.office import Signatory, SignatoryRole
from app.storage import schema
from app.storage.schema import settings


def load_settings(tx: Connection) -> dict[str, str]:
    """Every setting that was ever saved."""
    return dict(tx.execute(select(settings.c.key, settings.c.value)).all())


def save_setting(tx: Connection, key: str, value: str) -> None:
    """Sets one value; it is no action and cannot be undone."""
    changed = tx.execute(update(settings).where(settings.c.key == key).values(value=value))
    if changed.rowcount == 0:
        tx.execute(insert(settings).values(key=key, value=value))


def forget_setting(tx: Connection, key: str) -> None:
    """As if it had never been saved."""
    tx.execute(delete(settings).where(settings.c.key == key))


def signatories(tx: Connection) -> list[Signatory]:
    """Who signs, in their order."""
    signs = schema.signatories.c
    query = select(
        signs.role, signs.name, signs.position, signs.rank, signs.nip, signs.id
    ).order_by(signs.place_in_order, signs.id)
    return [Signatory(SignatoryRole(role), *rest) for role, *rest in tx.execute(query)]


def add_signatory(tx: Connection, new: Signatory) -> int:
    """Adds one at the end; gives the id."""
    last = tx.execute(select(func.max(schema.signatories.c.place_in_order))).scalar() or 0
    adding = insert(schema.signatories).values(place_in_order=last + 1, **_columns_of(new))
    return int(tx.execute(adding.returning(schema.signatories.c.id)).scalar_one())


def change_signatory(tx: Connection, changed: Signatory) -> bool:
    """Replaces the one with the same id, in its place; False where there is none."""
    row = schema.signatories.c.id == changed.id
    changing = update(schema.signatories).where(row).values(_columns_of(changed))
    return tx.execute(changing).rowcount == 1


def remove_signatory(tx: Connection, signatory_id: int) -> bool:
    """Removes one; False where there is none."""
    removing = delete(schema.signatories).where(schema.signatories.c.id == signatory_id)
    return tx.execute(removing).rowcount == 1


def _columns_of(signatory: Signatory) -> dict[str, str]:
    return {
        "role": str(signatory.role),
        "name": signatory.name,
        "position": signatory.position,
        "rank": signatory.rank,
        "nip": signatory.nip,
    }
