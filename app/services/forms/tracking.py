"""Which forms came back, which did not, and what to write to those who owe one."""

from app.storage.database import Database
from app.storage.forms import FormFacts, FormRound, form_rounds_newest_first
from app.wording.language import Language

__all__ = ["FormFacts", "FormRound", "TrackForms", "missing", "reminder"]


class TrackForms:
    """Looks only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rounds(self) -> list[FormRound]:
        """Every sending, the newest first."""
        with self._database.reading() as tx:
            return form_rounds_newest_first(tx)


def missing(one: FormRound) -> tuple[FormFacts, ...]:
    """The forms of a sending that have not come back."""
    return tuple(form for form in one.forms if form.returned_at is None)


def reminder(one: FormRound, language: Language) -> str:
    """A message to copy, to all who owe a form together; empty where nobody does."""
    names = [form.organisation or language.say("Without organisation") for form in missing(one)]
    if not names:
        return ""
    say = language.say
    lines = [
        say(
            "With respect, the followers form that was sent on {date} has not reached us yet from:"
        ).format(date=language.date(one.issued_at.date())),
        *(f"{number}. {name}" for number, name in enumerate(names, 1)),
    ]
    if one.due_on is not None:
        lines.append(say("We ask for it by {date}.").format(date=language.date(one.due_on)))
    lines.append(say("Thank you for your help."))
    return "\n".join(lines)
