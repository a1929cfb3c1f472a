"""The JSON shapes of DESIGN section 6: what other programs read from the command line."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from app.domain.fetch_plan import FetchPlan, LeftOut
from app.domain.nip import DIGITS_LOST, NipFlaw
from app.domain.report import ReportBook
from app.domain.roster import HoldReason, Outcome
from app.domain.standing import PersonStanding
from app.domain.verdict import Reason
from app.services.fetching import JobSummary
from app.services.importing.planning import SheetOutcomes
from app.services.importing.source_sheet import SourceSheet
from app.services.importing.writing import Applied
from app.services.inspection import Inspection
from app.services.standings import Standings

Json = dict[str, object]


def inspection_answer(inspection: Inspection) -> Json:
    """`inspect --json`."""
    return {
        "file": inspection.name,
        "format": inspection.format,
        "sheets": [_sheet(sheet, tally) for sheet, tally in inspection.sheets],
    }


def import_answer(applied: Applied) -> Json:
    """`import --json`; sheets that were not read have empty outcomes."""
    files: dict[str, Json] = {}
    for source in applied.sources:
        files[str(source.path)] = {
            "file": source.path.name,
            "format": source.format,
            "sheets": [
                _sheet(sheet, applied.tally_of(sheet) or SheetOutcomes()) for sheet in source.sheets
            ],
        }
    return {"import_id": applied.import_id, "files": list(files.values())}


def standings_answer(standings: Standings, *, with_people: bool = True) -> Json:
    """`standings --json`; `run --json` carries the totals only."""
    answer: Json = {
        "rule": standings.rule.key,
        "as_of": standings.as_of.isoformat(),
        "totals": {verdict.value: number for verdict, number in standings.totals.items()},
    }
    if with_people:
        answer["people"] = [_person(one) for one in standings.people]
    return answer


def report_answer(path: str, standings: Standings, book: ReportBook) -> Json:
    """`report --json`."""
    return {
        "path": path,
        "rule": standings.rule.key,
        "as_of": standings.as_of.isoformat(),
        "people": len(standings.people),
        "sheets": [sheet.name for sheet in book.sheets],
    }


def fetch_answer(found: Sequence[JobSummary], plan: FetchPlan) -> Json:
    """`fetch --json`: one object a platform, also for those that nobody was asked about."""
    left_out = {one.platform: one.left_out for one in plan.platforms}
    return {"jobs": [_job(one, left_out.get(one.platform, {})) for one in found]}


def _job(one: JobSummary, left_out: Mapping[LeftOut, int]) -> Json:
    return {
        "platform": one.platform.value,
        "asked": one.asked,
        "ok": one.ok,
        "states": {state.value: number for state, number in one.states.items()},
        "calls": one.calls,
        "resume_at": one.resume_at.isoformat() if one.resume_at is not None else None,
        "stopped": one.stop.value if one.stop is not None else None,
        "left_out": {why.value: number for why, number in left_out.items()},
    }


def _sheet(sheet: SourceSheet, tally: SheetOutcomes) -> Json:
    layout = sheet.layout
    return {
        "name": sheet.name,
        "hidden": layout.hidden,
        "header_rows": layout.header.rows if layout.header is not None else [],
        "columns": [
            {
                "index": column.index + 1,
                "header": column.header,
                "field": column.field.value if column.field is not None else None,
                "certainty": column.certainty.value,
            }
            for column in layout.columns
        ],
        "rows_read": tally.rows_read,
        "outcomes": {outcome.value: tally.outcomes[outcome] for outcome in Outcome},
        "problems": _problems(tally),
    }


def _problems(tally: SheetOutcomes) -> dict[str, int]:
    """Held rows by kind; digits that a number cell lost are one kind, whoever lost them."""
    return dict(_named(tally.problems.items()))


def _named(problems: Iterable[tuple[NipFlaw | HoldReason, int]]) -> Counter[str]:
    named: Counter[str] = Counter()
    for problem, number in problems:
        if isinstance(problem, NipFlaw):
            named["nip_damaged" if problem in DIGITS_LOST else f"nip_{problem.value}"] += number
        else:
            named[problem.value] += number
    return named


def _person(one: PersonStanding) -> Json:
    return {
        "nip": one.person.nip.digits,
        "name": one.person.full_name,
        "unit": one.person.place,
        "verdict": one.judgement.verdict.value,
        "reasons": [_reason(reason) for reason in one.judgement.reasons],
    }


def _reason(reason: Reason) -> Json:
    account, count = reason.account, reason.account.latest
    return {
        "platform": reason.platform.value,
        "handle": account.handle.text if account.handle is not None else None,
        "low": count.interval.low if count is not None else None,
        "high": count.interval.high if count is not None else None,
        "exact": count.interval.exact if count is not None else None,
        "observed_on": count.observed_on.isoformat() if count is not None else None,
        "met": reason.met,
        "standing": reason.standing.value,
    }
