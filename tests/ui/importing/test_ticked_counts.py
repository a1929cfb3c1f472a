"""Ranges with a mark in one of them, as they are painted: the mark is no doubtful number."""

from pathlib import Path

from app.domain.fields import Field
from app.domain.roster import Outcome
from app.ui.importing.findings import Concern
from app.ui.table.looks import TextLook
from tests.ui.importing.conftest import Office, nip, write_roster
from tests.ui.importing.test_page import grid_of

HEADS = ["No", "NIP", "Nama", "Akun IG", "0-499", "500 - 999", ">= 1.000"]


def test_a_tick_is_shown_as_it_is_and_counts_its_range(office: Office, tmp_path: Path) -> None:
    rows = [
        [1, nip(1), "Pegawai Abbb", "@satu", "", "√", ""],
        [2, nip(2), "Pegawai Accc", "@dua", "v", "", ""],
    ]
    office.open(write_roster(tmp_path / "a.xlsx", rows, HEADS))
    picture = grid_of(office).model().picture
    assert [picture.meaning(at) for at in (4, 5, 6)] == [Field.INSTAGRAM_FOLLOWERS] * 3
    assert isinstance(picture.look(4, 5), TextLook)
    prepared = office.work.prepared
    assert prepared is not None
    assert prepared.plan.outcomes == {Outcome.NEW: 2}
    kinds = {group.kind for group in prepared.groups}
    assert not kinds & {Concern.UNREADABLE, Concern.NOT_STORED}
