"""What other offices sent: workbooks that were received, and the people in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from app.domain.period import Period, PeriodKind
from app.domain.rollup.sending import Part, Sender, Sending, SentRow, Submission
from app.domain.rule_text import rule_from_text, rule_to_text
from app.domain.verdict import Verdict
from app.storage.journal import in_blocks, insert_row
from app.storage.schema_rollup import submission_contents, submission_rows, submissions

RECEIVE = "receive"
"""The kind of action in which workbooks of other offices are received."""

_AT_ONCE = 4_000
"""Rows that are looked for and written together."""


@dataclass(frozen=True, slots=True)
class Received:
    """What is noted about a workbook, besides its rows."""

    sending: Sending
    part: Part
    file_name: str
    sheet: str


def add_submission(
    tx: Connection, action: int, new: Received, by: str, at: datetime, rows: Iterable[SentRow]
) -> int:
    """Keeps a workbook with its people under an action; gives its id."""
    sending, part = new.sending, new.part
    values = {
        "sender_id": sending.sender.id,
        "sender": sending.sender.name,
        "period_kind": sending.period.kind.value,
        "first_day": sending.period.first.isoformat(),
        "revision": sending.revision,
        "as_of": sending.as_of.isoformat(),
        "rule": rule_to_text(sending.rule),
        **{verdict.value: sending.totals[verdict] for verdict in Verdict},
        "snapshot": sending.snapshot,
        "left_out": sending.left_out,
        "sending_sha256": sending.sha256,
        "part": part.number,
        "parts": part.of,
        "people": part.people,
        "written_at": part.written_at.isoformat(timespec="seconds"),
        "sha256": part.sha256,
        "file_name": new.file_name,
        "sheet": new.sheet,
        "received_at": at.isoformat(timespec="seconds"),
        "received_by": by,
    }
    submission_id = insert_row(tx, action, submissions, values)
    waiting = iter(rows)
    while some := list(islice(waiting, _AT_ONCE)):
        _add_rows(tx, submission_id, some)
    return submission_id


def submission_of(tx: Connection, sha256: str) -> Submission | None:
    """The workbook with this hash, where it was received and stands."""
    return next((one for one in all_submissions(tx) if one.part.sha256 == sha256), None)


def all_submissions(tx: Connection) -> list[Submission]:
    """Every workbook that was received and stands, the newest first."""
    forgotten = _forgotten(tx)
    query = select(submissions).order_by(submissions.c.id.desc())
    return [_submission(row, forgotten) for row in tx.execute(query).mappings()]


def rows_of_submission(tx: Connection, submission_id: int) -> Iterator[SentRow]:
    """Everybody in a workbook, in the order of its sheet."""
    query = (
        select(
            submission_rows.c.row,
            submission_contents.c.nip,
            submission_contents.c.sha256,
            submission_contents.c.content,
        )
        .join_from(
            submission_rows,
            submission_contents,
            submission_contents.c.id == submission_rows.c.content_id,
        )
        .where(submission_rows.c.submission_id == submission_id)
        .order_by(submission_rows.c.row)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row, nip, sha256, content in tx.execute(query):
        yield SentRow(row, nip or "", sha256, content)


def row_of_submission(tx: Connection, submission_id: int, row: int) -> SentRow | None:
    """The person in one row of its sheet."""
    query = (
        select(
            submission_contents.c.nip, submission_contents.c.sha256, submission_contents.c.content
        )
        .join_from(
            submission_rows,
            submission_contents,
            submission_contents.c.id == submission_rows.c.content_id,
        )
        .where(submission_rows.c.submission_id == submission_id, submission_rows.c.row == row)
    )
    found = tx.execute(query).first()
    return None if found is None else SentRow(row, found[0] or "", found[1], found[2])


def drop_rows_of_none(tx: Connection) -> None:
    """Lets go of the rows of workbooks that were taken back.

    Only once something new is done: from then on Ctrl+Y brings none of those back.
    """
    standing = select(submissions.c.id)
    gone = tx.execute(
        delete(submission_rows).where(submission_rows.c.submission_id.not_in(standing))
    )
    if gone.rowcount:
        used = select(submission_rows.c.content_id)
        tx.execute(delete(submission_contents).where(submission_contents.c.id.not_in(used)))


def forget_in_submissions(tx: Connection, nips: Iterable[str]) -> int:
    """Erases people from everything that was received; gives how many texts went.

    Also from workbooks that Ctrl+Y could bring back. Of each text only the hash stays in its
    place, so that the hash of every workbook still verifies; `Submission.forgotten` says from then
    on how many were taken out on purpose. The log of the database keeps the texts until it is
    emptied (`Database.checkpoint`).
    """
    forgotten = 0
    for some in in_blocks(nips):
        theirs = submission_contents.c.nip.in_(some)
        gone = update(submission_contents).where(theirs).values(nip=None, content=None)
        forgotten += tx.execute(gone).rowcount
    return forgotten


def changed_submissions(tx: Connection) -> Iterator[tuple[int, int]]:
    """Workbooks whose rows are not as many as were received: the id, and how many are there."""
    counted = (
        select(submission_rows.c.submission_id, func.count().label("rows"))
        .group_by(submission_rows.c.submission_id)
        .subquery()
    )
    rows = func.coalesce(counted.c.rows, 0)
    query = (
        select(submissions.c.id, rows)
        .outerjoin(counted, counted.c.submission_id == submissions.c.id)
        .where(rows != submissions.c.people)
    )
    for row in tx.execute(query):
        yield row[0], row[1]


def contents_of_submissions(tx: Connection) -> Iterator[tuple[int, str, str]]:
    """Id, hash and text of everything that is kept about anybody."""
    columns = submission_contents.c
    query = select(columns.id, columns.sha256, columns.content).where(columns.content.is_not(None))
    for row in tx.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield row[0], row[1], row[2]


def _add_rows(tx: Connection, submission_id: int, rows: Sequence[SentRow]) -> None:
    kept = _kept(tx, [row.nip for row in rows])
    following = (tx.execute(select(func.max(submission_contents.c.id))).scalar() or 0) + 1
    new = []
    for row in rows:
        if row.sha256 not in kept:
            kept[row.sha256] = following
            new.append(
                {"id": following, "sha256": row.sha256, "nip": row.nip, "content": row.content}
            )
            following += 1
    if new:
        tx.execute(insert(submission_contents), new)
    links = [
        {"submission_id": submission_id, "row": row.row, "content_id": kept[row.sha256]}
        for row in rows
    ]
    tx.execute(insert(submission_rows), links)


def _kept(tx: Connection, nips: Sequence[str]) -> dict[str, int]:
    """By hash what is kept about these people already; what was erased is nobody's any more."""
    columns = submission_contents.c
    query = select(columns.sha256, columns.id).where(columns.nip.in_(nips))
    return dict(iter(tx.execute(query)))


def _forgotten(tx: Connection) -> dict[int, int]:
    """By workbook how many people of it were erased."""
    query = (
        select(submission_rows.c.submission_id, func.count())
        .join_from(
            submission_contents,
            submission_rows,
            submission_rows.c.content_id == submission_contents.c.id,
        )
        .where(submission_contents.c.nip.is_(None))
        .group_by(submission_rows.c.submission_id)
    )
    return dict(iter(tx.execute(query)))


def _submission(row: RowMapping, forgotten: dict[int, int]) -> Submission:
    sending = Sending(
        Sender(row["sender_id"], row["sender"]),
        Period(PeriodKind(row["period_kind"]), date.fromisoformat(row["first_day"])),
        row["revision"],
        date.fromisoformat(row["as_of"]),
        rule_from_text(row["rule"]),
        {verdict: row[verdict.value] for verdict in Verdict},
        row["snapshot"],
        row["left_out"],
        row["sending_sha256"],
    )
    written_at = datetime.fromisoformat(row["written_at"])
    part = Part(row["part"], row["parts"], row["people"], written_at, row["sha256"])
    return Submission(
        row["id"],
        sending,
        part,
        row["file_name"],
        row["sheet"],
        datetime.fromisoformat(row["received_at"]),
        row["received_by"],
        forgotten.get(row["id"], 0),
    )
