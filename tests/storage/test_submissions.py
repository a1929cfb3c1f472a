"""What other offices sent, in the database: kept once, taken back whole, forgotten for good."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from app.domain.rollup.sending import Submission
from app.domain.snapshot_text import hash_of_row
from app.storage.database import Database
from app.storage.schema import earlier_rows
from app.storage.schema_rollup import submission_contents, submission_rows
from app.storage.submissions import (
    Received,
    add_submission,
    all_submissions,
    drop_rows_of_none,
    forget_in_submissions,
    row_of_submission,
    rows_of_submission,
    submission_of,
)
from tests.domain.rollup.submitted import NOON, nip, one, sent
from tests.domain.rollup.submitted import Desk as Sent

if TYPE_CHECKING:
    from tests.storage.conftest import Desk


def received(desk: "Desk", people: list, revision: int = 1, parts: int = 1) -> int:  # type: ignore[type-arg]
    """Receives one sending as one action; gives the id of the action."""
    sending, texts = sent("Kabupaten Awan", people, revision=revision)
    door = Sent()
    arrived = door.receive(sending, texts, parts)

    def work(tx: Connection, action: int) -> None:
        for each in arrived:
            new = Received(each.sending, each.part, each.file_name, each.sheet)
            add_submission(tx, action, new, "Rina", NOON, door.rows_of(each))

    return desk.act(work)[0]


def kept(desk: "Desk") -> tuple[int, int]:
    """Texts and rows that are kept."""
    return desk.ask(
        lambda tx: (
            tx.execute(select(func.count()).select_from(submission_contents)).scalar_one(),
            tx.execute(select(func.count()).select_from(submission_rows)).scalar_one(),
        )
    )


def test_a_workbook_comes_back_as_it_was_received(desk: "Desk") -> None:
    sending, texts = sent("Kabupaten Awan", [one(1), one(2, None)])
    received(desk, [one(1), one(2, None)])
    (found,) = desk.ask(all_submissions)
    assert isinstance(found, Submission)
    assert found.sending == sending
    rows = desk.ask(lambda tx: [*rows_of_submission(tx, found.id)])
    assert {row.nip: row.content for row in rows} == texts
    assert [row.row for row in rows] == [2, 3]
    assert desk.ask(lambda tx: row_of_submission(tx, found.id, 3)) == rows[1]
    assert desk.ask(lambda tx: submission_of(tx, found.part.sha256)) == found
    assert desk.ask(lambda tx: submission_of(tx, "0" * 64)) is None


def test_what_stayed_the_same_is_kept_once(desk: "Desk") -> None:
    received(desk, [one(1), one(2)])
    received(desk, [one(1), one(2, 12, date(2026, 11, 12))], revision=2)
    assert kept(desk) == (3, 4)


def test_undo_takes_the_workbook_and_redo_brings_everybody_back(
    desk: "Desk", office: Database
) -> None:
    action = received(desk, [one(number) for number in range(40)], parts=2)
    before = desk.ask(all_submissions)
    desk.undo(action)
    assert desk.ask(all_submissions) == []
    assert office.check() == []
    # However many people stand in it, the journal notes the workbooks alone.
    noted = desk.ask(lambda tx: tx.execute(select(func.count()).select_from(earlier_rows)).scalar())
    assert noted == 2
    step = action + 1
    desk.redo(step)
    assert desk.ask(all_submissions) == before
    assert len(desk.ask(lambda tx: [*rows_of_submission(tx, before[0].id)])) == 20
    assert office.check() == []


def test_rows_that_nothing_can_bring_back_go_with_the_next_receiving(desk: "Desk") -> None:
    desk.undo(received(desk, [one(1), one(2)]))
    assert kept(desk) == (2, 2)
    desk.act(lambda tx, _: drop_rows_of_none(tx))
    assert kept(desk) == (0, 0)


def test_forgetting_somebody_leaves_the_hash_and_says_so(desk: "Desk", office: Database) -> None:
    received(desk, [one(1), one(2)])
    action = received(desk, [one(1, 5), one(2)], revision=2)
    desk.undo(action)
    text = desk.ask(lambda tx: [*rows_of_submission(tx, 1)])[0].content
    assert text is not None
    forgotten = desk.act(lambda tx, _: forget_in_submissions(tx, [nip(1).digits, nip(9).digits]))
    # Also from the workbook that Ctrl+Y could have brought back.
    assert forgotten[1] == 2
    (found,) = desk.ask(all_submissions)
    assert (found.forgotten, found.is_reduced) == (1, True)
    rows = desk.ask(lambda tx: [*rows_of_submission(tx, found.id)])
    assert [row.content is None for row in rows] == [True, False]
    assert rows[0].sha256 == hash_of_row(text)
    hashes = [row.sha256 for row in rows]
    assert found.part.sealed(found.sending, hashes) == found.part
    assert office.check() == []


def test_a_changed_text_and_a_lost_row_are_found(desk: "Desk", office: Database) -> None:
    received(desk, [one(1), one(2)])
    with office.writing() as tx:
        changed = submission_contents.update().where(submission_contents.c.id == 1)
        tx.execute(changed.values(content="{}"))
        tx.execute(submission_rows.delete().where(submission_rows.c.row == 3))
    assert office.check() == [
        "submission_contents 1: the text is not what its hash says",
        "submissions 1: 1 rows are not as many as were received",
    ]
