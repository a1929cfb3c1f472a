"""Runs the steps inside the transaction that `revisions.upgrade` has begun."""

from alembic import context

from app.storage import schema

tx = context.config.attributes["connection"]
# Made by us: Alembic's own record would be no STRICT table.
schema.alembic_version.create(tx, checkfirst=True)
context.configure(connection=tx)
with context.begin_transaction():
    context.run_migrations()
