"""The one database file: SQLAlchemy Core only, one function a question, no Row leaves."""
