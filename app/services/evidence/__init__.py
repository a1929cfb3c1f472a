"""Screenshots that prove counts: taken in, shown, removed, kept beside the database."""
