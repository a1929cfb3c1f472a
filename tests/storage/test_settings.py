"""Settings and signatories."""

from app.domain.office import Signatory, SignatoryRole
from app.storage.database import Database
from app.storage.settings import (
    add_signatory,
    change_signatory,
    load_settings,
    remove_signatory,
    save_setting,
    signatories,
)


def test_a_setting_saved_again_replaces_the_first(office: Database) -> None:
    for value in ("id", "en"):
        with office.writing() as tx:
            save_setting(tx, "language", value)
            save_setting(tx, "theme", "dark")
    with office.reading() as tx:
        assert load_settings(tx) == {"language": "en", "theme": "dark"}


def test_signatories_keep_their_order(office: Database) -> None:
    first = Signatory(SignatoryRole.KNOWS, "Ani", "Sekretaris Daerah", "Pembina", "1985")
    second = Signatory(SignatoryRole.SIGNS, "Budi", "Kepala Dinas")
    with office.writing() as tx:
        ids = [add_signatory(tx, one) for one in (first, second)]
    with office.writing() as tx:
        changed = Signatory(SignatoryRole.ON_BEHALF, "Citra", "Asisten", id=ids[0])
        assert change_signatory(tx, changed)
    with office.reading() as tx:
        found = signatories(tx)
    assert found == [changed, Signatory(SignatoryRole.SIGNS, "Budi", "Kepala Dinas", id=ids[1])]


def test_a_signatory_is_removed_once(office: Database) -> None:
    with office.writing() as tx:
        only = add_signatory(tx, Signatory(SignatoryRole.SIGNS, "Budi", "Kepala Dinas"))
        assert remove_signatory(tx, only)
        assert not remove_signatory(tx, only)
        assert not change_signatory(tx, Signatory(SignatoryRole.SIGNS, "X", "Y", id=only))
        assert signatories(tx) == []
