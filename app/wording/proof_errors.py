"""What is said where a report cannot be checked against its own proof."""

from collections.abc import Mapping

from app.domain import errors
from app.domain.errors import AppError
from app.wording.language import Words

ABOUT_PROOFS: Mapping[type[AppError], Words] = {
    errors.ReportTooOld: lambda say: say(
        "{name} was written by an earlier Gaung, whose reports kept no proof. It cannot be checked; "
        "nothing was changed. Write the report again to compare it by eye."
    ),
    errors.NotAReport: lambda say: say(
        "{name} is no report of Gaung, or its hidden sheet was removed. It cannot be checked; nothing "
        "was changed. Choose a report as Gaung wrote it."
    ),
    errors.ProofDamaged: lambda say: say(
        "The hidden sheet of {name} was changed, so the report cannot be checked. Do not rely on it; "
        "ask its sender for the file as Gaung wrote it."
    ),
}
