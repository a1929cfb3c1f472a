"""The tables of the forms that go round: which went out, to whom, and which came back."""

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Table, Text

from app.storage.schema import metadata

__all__ = ["form_people", "form_returns", "form_rounds", "forms", "metadata"]

form_rounds = Table(
    "form_rounds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("issued_at", Text, nullable=False),
    Column("issued_by", Text, nullable=False),
    Column("due_on", Text),
    Column("platforms", Text, nullable=False),
    sqlite_strict=True,
)
"""One sending to all offices; `platforms` by name, with commas between them."""

forms = Table(
    "forms",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", Integer, ForeignKey("form_rounds.id"), nullable=False, index=True),
    Column("organisation", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    sqlite_strict=True,
)

form_people = Table(
    "form_people",
    metadata,
    Column("form_id", Integer, ForeignKey("forms.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("person_id", Integer, nullable=False),
    Column("nip", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("printed", Text, nullable=False),
    PrimaryKeyConstraint("form_id", "number"),
    sqlite_strict=True,
)
"""One row of a form as it was printed; `printed` is JSON: by platform handle, low, high.

`person_id` is no foreign key: who is erased or taken back by an undo leaves the form as it is.
"""

form_returns = Table(
    "form_returns",
    metadata,
    Column("import_id", Integer, ForeignKey("imports.id"), nullable=False),
    Column("form_id", Integer, ForeignKey("forms.id"), nullable=False, index=True),
    Column("answered", Integer, nullable=False),
    PrimaryKeyConstraint("import_id", "form_id"),
    sqlite_strict=True,
)
"""That a form came back with an import; `answered` rows brought something or said the same."""
