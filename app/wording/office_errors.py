"""Sentences about the place of an office, and about saving into it."""

from collections.abc import Mapping

from app.domain import office_errors as errors
from app.domain.errors import AppError
from app.wording.language import Words

ABOUT_OFFICES: Mapping[type[AppError], Words] = {
    errors.RemovableDisk: lambda say: say(
        "{name} lies on a disk that can be pulled out. Nothing was changed. Copy it to a folder of this "
        "computer and open it there; for work on a stick, make a portable office in the settings."
    ),
    errors.OnlyLooking: lambda say: say(
        "{name} is open only for viewing. Nothing was changed. Open it for work to change something."
    ),
    errors.HalfWritten: lambda say: say(
        "The last write to {name} was cut off. Nothing was changed, and nothing half written is shown. "
        "Take off the write protection and open it once for work: what was saved comes back whole."
    ),
    errors.UpgradeFirst: lambda say: say(
        "{name} was made by an older Gaung. Nothing was changed. Open it once for work: then it can be "
        "viewed too."
    ),
    errors.NotPortable: lambda say: say(
        "No portable office was found in {name}. Nothing was changed. Choose the folder on the stick "
        "that Gaung made there."
    ),
    errors.PortableChanged: lambda say: say(
        "Somebody worked on the portable office {name}, or it is of another office. It was left as "
        "it is. Use that copy on this computer first, or rename its folder to keep both."
    ),
    errors.PortableHolds: lambda say: say(
        "The portable office {name} still holds the person. Bring it up to date in the settings."
    ),
    errors.PersonStands: lambda say: say(
        "Somebody with this NIP is in the office. Nothing was changed. Erase the person on their card "
        "first; the copies are asked about there."
    ),
    errors.StickGone: lambda say: say(
        "The disk with {name} was pulled out. What was marked as saved is there. Plug it in again, "
        "then try again."
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
