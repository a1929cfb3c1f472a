"""Seven hundred damages of a backup: each is noticed, none is restored, the one before is offered."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.domain.backup import Reason
from app.domain.errors import BackupDamaged, DatabaseDamaged, FileError
from app.services.backups.shelf import backup_at, prove
from app.services.job import Job
from tests.services.backups.conftest import Office

EACH = 100
SEED = 20261128
PAGE = 4096

Harm = Callable[[bytearray, Random], None]


def _bit(content: bytearray, random: Random) -> None:
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def _bytes(content: bytearray, random: Random) -> None:
    for _ in range(8):
        content[random.randrange(len(content))] ^= random.randrange(1, 256)


def _page(content: bytearray, random: Random) -> None:
    start = random.randrange(0, len(content) - PAGE)
    content[start : start + PAGE] = bytes(PAGE)


def _swap(content: bytearray, random: Random) -> None:
    first, second = sorted(random.sample(range(len(content) // 512), 2))
    one = slice(first * 512, first * 512 + 512)
    other = slice(second * 512, second * 512 + 512)
    content[one], content[other] = content[other], content[one]


def _truncation(content: bytearray, random: Random) -> None:
    del content[random.randrange(len(content)) :]


def _head(content: bytearray, random: Random) -> None:
    content[random.randrange(100)] ^= random.randrange(1, 256)


def _zeros(content: bytearray, random: Random) -> None:
    content[:] = bytes(random.randrange(len(content) + 1))


HARMS: tuple[Harm, ...] = (_bit, _bytes, _page, _swap, _truncation, _head, _zeros)


def damages(whole: bytes) -> Iterator[bytes]:
    """A hundred of each kind; the same seed gives the same ones."""
    random = Random(SEED)
    for harm in HARMS:
        for _ in range(EACH):
            content = bytearray(whole)
            while bytes(content) == whole:
                harm(content, random)
            yield bytes(content)


def test_every_damage_of_a_backup_is_noticed(office: Office) -> None:
    backup = office.backups.make(Reason.ASKED).backup
    whole = backup.path.read_bytes()
    noticed = 0
    for content in damages(whole):
        backup.path.write_bytes(content)
        with pytest.raises(BackupDamaged):
            prove(backup_at(backup.path))
        noticed += 1
    assert noticed == EACH * len(HARMS)
    backup.path.write_bytes(whole)
    prove(backup_at(backup.path))


def test_every_damage_of_a_manifest_is_noticed(office: Office) -> None:
    backup = office.backups.make(Reason.ASKED).backup
    beside = backup.path.with_name(f"{backup.path.name}.json")
    whole = beside.read_bytes()
    random = Random(SEED)
    for harm in (_bit, _bytes, _truncation, _head, _zeros):
        for _ in range(40):
            content = bytearray(whole)
            while bytes(content) == whole:
                harm(content, random)
            beside.write_bytes(content)
            try:
                found = prove(backup_at(backup.path))
            except BackupDamaged:
                continue
            # The only damage that does no harm is one that says the same: a blank in another place.
            assert found == backup.contents


def test_a_damaged_newest_backup_leaves_the_one_before_to_be_offered(office: Office) -> None:
    before = office.backups.make(Reason.ASKED).backup
    office.add(2)
    newest = office.backups.make(Reason.ASKED).backup
    whole = newest.path.read_bytes()
    for number, content in enumerate(damages(whole)):
        if number % 35:
            continue
        newest.path.write_bytes(content)
        assert office.backups.newest_good() == before
        with pytest.raises(BackupDamaged):
            office.restoring.prepare(backup_at(newest.path), Job.quiet())
    assert office.people() == ["Orang 1", "Orang 2"]


def test_without_its_manifest_no_damage_brings_back_another_office(office: Office) -> None:
    """The manifest inside proves the database: it comes back as it was, or not at all."""
    backup = office.backups.make(Reason.ASKED).backup
    whole = backup.path.read_bytes()
    backup.path.with_name(f"{backup.path.name}.json").unlink()
    for number, content in enumerate(damages(whole)):
        if number % 10:
            continue
        backup.path.write_bytes(content)
        try:
            prepared = office.restoring.prepare(backup_at(backup.path), Job.quiet())
        except FileError:
            continue
        assert prepared.contents == backup.contents
        prepared.forget()


def test_a_damaged_database_is_refused_or_opened_but_never_made_anew(
    office: Office, tmp_path: Path
) -> None:
    """What no check of SQLite sees in the office itself, its backups still hold right."""
    good = office.backups.make(Reason.ASKED).backup
    whole = office.path.read_bytes()
    random = Random(SEED)
    refused = 0
    for harm in (_page, _truncation, _head, _zeros):
        for _ in range(8):
            content = bytearray(whole)
            harm(content, random)
            office.path.write_bytes(content)
            try:
                office.open(create=True).close()
            except DatabaseDamaged:
                refused += 1
                assert office.path.read_bytes() == content
            for log in tmp_path.glob("kantor.db-*"):
                log.unlink()
    assert refused >= 16
    assert office.backups.newest_good() == good


def test_a_log_of_another_database_is_kept_aside_and_never_replayed(
    office: Office, tmp_path: Path
) -> None:
    backup = office.backups.make(Reason.ASKED).backup
    other = Office(tmp_path / "lain.db")
    with other.open(create=True) as place:
        place.preferences.save(replace(place.preferences.preferences(), clerk="Lain"))
        foreign = (tmp_path / "lain.db-wal").read_bytes()
    assert foreign
    office.path.write_bytes(b"")
    log = tmp_path / "kantor.db-wal"
    log.write_bytes(foreign)
    restored = office.restoring.restore(backup, Job.quiet())
    assert restored.aside is not None
    assert (restored.aside / "kantor.db-wal").read_bytes() == foreign
    assert not log.exists()
    assert office.people() == ["Orang 1"]
