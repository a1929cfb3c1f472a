"""Reads the forms among the sheets of an import before anything of it is planned."""

from collections.abc import Sequence
from datetime import date

from app.domain.form_conflict import Choices
from app.domain.known_people import KnownPeople
from app.services.forms.returning import FormReturns
from app.services.importing.source import Source
from app.services.importing.source_sheet import SourceSheet
from app.services.job import Job
from app.storage.transaction import Transaction


def read_forms(
    tx: Transaction,
    sheets: Sequence[tuple[int, Source, SourceSheet]],
    known: KnownPeople,
    as_of: date,
    choices: Choices,
    job: Job,
) -> FormReturns:
    """The rows of forms, settled; sheets without codes are not read here."""
    returns = FormReturns(tx)
    for number, source, sheet in sheets:
        if returns.may_be_form(sheet.layout):
            source.serve(job)
            job.step(0, 0)
            returns.read(number, sheet.layout.index, source.people(sheet))
    returns.settle(known, as_of, choices)
    for number, _, sheet in sheets:
        sheet.is_form = (number, sheet.layout.index) in returns.form_sheets
    return returns
