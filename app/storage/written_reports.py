"""Which reports were written: added after each, never changed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.domain.period import Period, PeriodKind
from app.domain.rule_text import rule_from_text, rule_to_text
from app.domain.written_report import ReportFacts, ReportForm, WrittenReport
from app.storage.schema_written import written_reports


def add_written(tx: Connection, reports: Iterable[WrittenReport]) -> None:
    """Notes files that stand there."""
    values = [_values(one) for one in reports]
    if values:
        tx.execute(insert(written_reports), values)


def written(tx: Connection, content: str | None = None) -> Sequence[WrittenReport]:
    """Every report, the newest first; only those of this content where one is asked for."""
    query = select(written_reports).order_by(written_reports.c.id.desc())
    if content is not None:
        query = query.where(written_reports.c.content == content)
    return [_report(row) for row in tx.execute(query)]


def _values(one: WrittenReport) -> dict[str, Any]:
    facts = one.facts
    return {
        "written_at": one.at.isoformat(timespec="seconds"),
        "written_by": one.by,
        "os_user": one.os_user,
        "kinds": ",".join(facts.kinds),
        "period_kind": facts.period.kind.value,
        "first_day": facts.period.first.isoformat(),
        "closing": facts.closing,
        "rule": rule_to_text(facts.rule),
        "as_of": facts.as_of.isoformat(),
        "snapshot": facts.snapshot,
        "content": one.content,
        "sha256": one.sha256,
        "form": one.form.value,
        "name": one.path.name,
        "folder": str(one.path.parent),
        "people": facts.people,
        "masked": int(facts.masked),
    }


def _report(row: Row[Any]) -> WrittenReport:
    facts = ReportFacts(
        Period(PeriodKind(row.period_kind), date.fromisoformat(row.first_day)),
        row.closing,
        rule_from_text(row.rule),
        date.fromisoformat(row.as_of),
        row.snapshot,
        tuple(kind for kind in row.kinds.split(",") if kind),
        row.people,
        bool(row.masked),
    )
    return WrittenReport(
        datetime.fromisoformat(row.written_at),
        row.written_by,
        row.os_user,
        facts,
        ReportForm(row.form),
        Path(row.folder) / row.name,
        row.content,
        row.sha256,
        row.id,
    )
