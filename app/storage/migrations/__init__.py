"""The steps of the schema (Alembic); a step is never edited after its release."""
