"""Whose row of a returned form is: by its code and its NIP or name together, else it waits."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.form import Form, FormPerson
from app.domain.form_key import FormKey, read_key
from app.domain.name import fold_name
from app.domain.names_agree import names_agree
from app.domain.roster import PERSON_FIELDS, HoldReason, Known, RosterRow

CODES_APART = "≠"
"""Stands between the two codes of one row where they differ: the ends of the row went apart."""

_NAME = PERSON_FIELDS.index("name")


@dataclass(frozen=True, slots=True)
class Owned:
    """A row of which it is sure whose it is; `nip` is the person's of today."""

    form: Form
    person: FormPerson
    nip: str


@dataclass(frozen=True, slots=True)
class Present:
    """The office's people of today, as they are asked for here: by NIP and by id."""

    by_nip: Mapping[str, Known]
    nip_of: Mapping[int, str]


def owner_of(row: RosterRow, forms: Mapping[int, Form], present: Present) -> Owned | HoldReason:
    """Whose the row is. The code alone is never believed: NIP or name must say the same.

    Rows that were sorted together are told rightly; where code, NIP and name no longer belong
    together (copied rows, a list pasted over, columns sorted apart), the row waits.
    """
    key = read_key(row.held_code)
    if key is None:
        return HoldReason.FORM_MIXED
    form = forms.get(key.form)
    person = form.people.get(key.number) if form is not None else None
    if form is None or person is None or not key.belongs_to(person.nip):
        return HoldReason.FORM_UNKNOWN
    today = present.nip_of.get(person.person_id)
    if today is None:
        return HoldReason.FORM_PERSON_GONE
    names = {person.name, present.by_nip[today].texts[_NAME]}
    if not _says_the_same(row, {person.nip, today}, names):
        return HoldReason.FORM_MIXED
    return Owned(form, person, today)


def without_code(row: RosterRow, present: Present) -> RosterRow | HoldReason:
    """A row that was added to a form by hand: as in any roster, but it renames nobody."""
    known = present.by_nip.get(row.nip) if row.nip is not None else None
    name = row.texts.get("name", "")
    if known is not None and name and not names_agree(name, known.texts[_NAME]):
        return HoldReason.FORM_MIXED
    return row


def is_form_code(text: str) -> bool:
    """Whether the code of a row is one of forms, in whatever state."""
    return CODES_APART in text or read_key(text) is not None


def form_of(text: str) -> int | None:
    """The number of the form that a code names."""
    key: FormKey | None = read_key(text)
    return None if key is None else key.form


def _says_the_same(row: RosterRow, nips: set[str], names: set[str]) -> bool:
    name = row.texts.get("name", "")
    if row.nip is not None:
        return row.nip in nips
    if not name:
        # Nothing of the row itself confirms the code.
        return False
    return any(fold_name(name) == fold_name(known) or names_agree(name, known) for known in names)
