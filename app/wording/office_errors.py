"""Sentences about the place of an office, and about saving into it."""

from collections.abc import Mapping

from app.domain import office_errors as errors
from app.domain.errors import AppError
from app.wording.language import Words

ABOUT_OFFICES: Mapping[type[AppError], Words] = {
    errors.RemovableDisk: lambda say: say(
        "{name} lies on a disk that can be pulled out. Nothing was changed. Copy it to a folder of this "
        "computer, and open it there."
    ),
    errors.NotSaved: lambda say: say("The last change is not saved. {why}"),
    errors.AuditBroken: lambda say: say(
        "The audit log of {name} was changed or cut. The database itself is in order. Find out who had "
        "access to the computer, and keep this copy of the log."
    ),
    errors.SaveUnknown: lambda say: say(
        "The disk of {name} does not answer any more, so it is not known whether the last change was "
        "saved. What was saved before is safe. Plug the disk in again, start Gaung anew, and look."
    ),
}
