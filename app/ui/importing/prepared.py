"""A plan made ready to be looked at: each row by its number, and what needs a look by kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from app.domain.count import NoCount, read_count
from app.domain.fields import Field, followers_field
from app.domain.form_conflict import Choices
from app.domain.nip import Nip, NipDoubt, NipFlaw
from app.domain.odd_text import OddText
from app.domain.platform import Platform
from app.domain.roster import HoldReason, Outcome, PlannedRow
from app.services.importing import (
    ImportPlan,
    ImportRoster,
    PlannedSheet,
    SheetMarks,
    SourceSheet,
)
from app.services.job import Job
from app.services.many_objects import collector_paused
from app.ui.importing.cell_text import cell_name
from app.ui.importing.column_heads import hidden_columns, not_stored, second_columns
from app.ui.importing.conflicts import asked_conflicts
from app.ui.importing.findings import (
    DOUBTFUL,
    AskedConflict,
    Concern,
    Finding,
    Group,
    Kind,
    OpenedSheet,
)

_STEP = 2000


_NO_TEXTS: Mapping[str, str] = MappingProxyType({})
_ODD: Mapping[OddText, Concern] = {
    OddText.CUT: Concern.CUT,
    OddText.INVISIBLE: Concern.INVISIBLE,
    OddText.MIXED_ALPHABETS: Concern.MIXED_ALPHABETS,
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan, its rows by sheet and number, and what needs a look, the holding kinds first."""

    plan: ImportPlan
    rows: Mapping[OpenedSheet, Mapping[int, PlannedRow]]
    groups: Sequence[Group]


def prepare(
    importing: ImportRoster,
    sheets: Sequence[OpenedSheet],
    as_of: date,
    said_units: Mapping[str, str],
    choices: Choices,
    job: Job,
) -> Prepared:
    """Plans the chosen sheets; for the lane of long work.

    `said_units` and `choices`: see `ImportRoster.plan`.
    """
    sources = list(dict.fromkeys(opened.source for opened in sheets))
    found: dict[Kind, list[Finding]] = {}
    with collector_paused():
        plan = importing.plan(sources, as_of, job, choices, said_units)
        rows = {_opened(planned.sheet, sheets): _by_number(planned) for planned in plan.sheets}
        for planned in plan.sheets:
            _collect(found, planned, _opened(planned.sheet, sheets), as_of.year, job)
            _collect_marks(found, planned, _opened(planned.sheet, sheets))
    if plan.unit_guesses:
        found[Concern.UNITS] = list(_unit_findings(plan, sheets))
    asked = asked_conflicts(plan.conflicts, [one.path.name for one in sources], choices)
    return Prepared(plan, rows, _groups(found, plan, asked, importing.keeps_contacts))


def _opened(sheet: SourceSheet, sheets: Sequence[OpenedSheet]) -> OpenedSheet:
    return next(one for one in sheets if one.sheet is sheet)


def _unit_findings(plan: ImportPlan, sheets: Sequence[OpenedSheet]) -> Iterator[Finding]:
    for guess in plan.unit_guesses:
        for sheet, rows in guess.places:
            fields, opened = sheet.layout.fields, _opened(sheet, sheets)
            column = fields.get(Field.ORGANISATION, fields.get(Field.UNIT))
            yield from (Finding(opened, row, column, guess.written, unit=guess) for row in rows)


def _by_number(planned: PlannedSheet) -> dict[int, PlannedRow]:
    return {row.row: row for row in planned.rows}


def _collect(
    found: dict[Kind, list[Finding]],
    planned: PlannedSheet,
    opened: OpenedSheet,
    year: int,
    job: Job,
) -> None:
    for done, row in enumerate(planned.rows):
        if done % _STEP == 0:
            job.step(done, len(planned.rows))
        texts = planned.held_texts.get(row.row, _NO_TEXTS)
        diagnosis = planned.diagnoses.get(row.row)
        for kind, column, text in _findings(row, planned.sheet, texts, year):
            finding = Finding(opened, row.row, column, text, texts, diagnosis)
            found.setdefault(kind, []).append(finding)


def _collect_marks(
    found: dict[Kind, list[Finding]], planned: PlannedSheet, opened: OpenedSheet
) -> None:
    """Rows that are hidden in the file, and cells that it has no value for, or an odd one."""
    marks = planned.source.marks(planned.sheet)
    rows = {row.row for row in planned.rows}
    hidden = [Finding(opened, row, None, "") for row in sorted(marks.hidden & rows)]
    if hidden:
        found.setdefault(Concern.HIDDEN, []).extend(hidden)
    used = planned.sheet.layout.fields.values()
    for kind, place, text in _marked_cells(marks):
        row, column = place
        edited = column in planned.sheet.edits.get(row, {})
        if row in rows and column in used and not edited:
            found.setdefault(kind, []).append(Finding(opened, row, column, text))


def _marked_cells(marks: SheetMarks) -> Iterator[tuple[Concern, tuple[int, int], str]]:
    for place in marks.uncalculated:
        yield Concern.UNCALCULATED, place, cell_name(*place)
    for place, text in marks.errors.items():
        yield Concern.ERRORS, place, f"{cell_name(*place)}: {text}"
    for place, (odd, shown) in marks.odd_texts.items():
        yield _ODD[odd], place, shown


def culprit(row: PlannedRow, fields: Mapping[Field, int]) -> int | None:
    """The column whose cell holds a row back."""
    nip = fields.get(Field.NIP, fields.get(Field.NAME_AND_NIP))
    if row.held_for is HoldReason.UNKNOWN_WITHOUT_NAME:
        return fields.get(Field.NAME, nip)
    if row.held_for is HoldReason.NO_PLATFORM:
        return fields.get(Field.PLATFORM, fields.get(Field.HANDLE, nip))
    return nip


def _findings(
    row: PlannedRow, sheet: SourceSheet, texts: Mapping[str, str], year: int
) -> Iterator[tuple[Kind, int | None, str]]:
    if row.held_for is not None:
        text = texts.get("nip") or row.nip or texts.get("name", "")
        if row.held_for is NipFlaw.NUMERIC:
            # A number that lost its end must not look like 18 good digits.
            text = f"{text[:-3]}???"
        yield row.held_for, culprit(row, sheet.layout.fields), text
        return
    if row.write is None:
        return
    fields = sheet.layout.fields
    for account in row.write.accounts:
        if account.unreadable:
            # A number cell 1.052 is ambiguous although the same as text would be read.
            no_count = read_count(account.unreadable).missing is NoCount.NOT_A_COUNT
            kind = Concern.UNREADABLE if no_count else Concern.AMBIGUOUS
            yield kind, _count_column(fields, account.platform), account.unreadable
    for count in row.write.counts:
        if not count.exact:
            yield Concern.ROUNDED, _count_column(fields, count.platform), count.written
    if row.outcome is Outcome.NEW:
        for doubt in Nip(row.write.nip).doubts(year):
            yield doubt, culprit(row, fields), row.write.nip


def _count_column(fields: Mapping[Field, int], platform: Platform) -> int | None:
    own = fields.get(followers_field(platform), fields.get(Field.FOLLOWERS))
    return fields.get(Field.HANDLE) if own is None else own


def _groups(
    found: Mapping[Kind, list[Finding]],
    plan: ImportPlan,
    asked: Sequence[AskedConflict],
    keeps_contacts: bool,
) -> tuple[Group, ...]:
    order: list[Kind] = [Concern.HIDDEN, *NipFlaw, *HoldReason, Concern.UNITS, *DOUBTFUL]
    order += [*NipDoubt, Concern.ROUNDED, Concern.INVISIBLE]
    whole = _whole_column_is_numbers(plan)
    groups = [
        Group(
            kind,
            found[kind],
            whole_column=whole and kind is NipFlaw.NUMERIC,
            units=plan.unit_guesses if kind is Concern.UNITS else (),
        )
        for kind in order
        if kind in found
    ]
    if asked:
        held = found.get(HoldReason.FORM_CONFLICT, ())
        groups = [one for one in groups if one.kind is not HoldReason.FORM_CONFLICT]
        groups.insert(0, Group(HoldReason.FORM_CONFLICT, held, conflicts=asked))
    unseen = [head for planned in plan.sheets for head in hidden_columns(planned.sheet)]
    if unseen:
        groups.append(Group(Concern.HIDDEN_COLUMNS, names=tuple(dict.fromkeys(unseen))))
    tables = [
        table
        for planned in plan.sheets
        for table in planned.sheet.tables_beside(planned.source.sheets)
    ]
    if tables:
        groups.append(Group(Concern.BESIDE, names=tuple(dict.fromkeys(tables))))
    twins = [head for planned in plan.sheets for head in second_columns(planned.sheet)]
    if twins:
        groups.append(Group(Concern.SECOND, names=tuple(dict.fromkeys(twins))))
    if plan.absent and plan.sheets:
        groups.append(Group(Concern.ABSENT, people=plan.absent))
    heads = [
        head
        for planned in plan.sheets
        for head in not_stored(planned.sheet, keeps_contacts=keeps_contacts)
    ]
    if heads:
        groups.append(Group(Concern.NOT_STORED, names=tuple(dict.fromkeys(heads))))
    return tuple(groups)


def _whole_column_is_numbers(plan: ImportPlan) -> bool:
    """Every number cell stands in a sheet where all people have one."""
    tallies = [planned.tally for planned in plan.sheets if planned.tally.problems[NipFlaw.NUMERIC]]
    return bool(tallies) and all(
        tally.problems[NipFlaw.NUMERIC] == tally.rows_read - tally.outcomes[Outcome.SKIPPED] > 1
        for tally in tallies
    )
