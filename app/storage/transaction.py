"""The type that a block of reading or writing hands to the questions of this floor."""

from sqlalchemy import Connection

Transaction = Connection
"""One open transaction; made by `Database.reading` and `Database.writing` only."""
