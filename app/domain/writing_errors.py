"""What stands in the way of one file only, so that one beside it can be written."""

from app.domain.errors import FileError, FileInUse


class FileReadOnly(FileError):
    """Somebody has marked the file as one that must not be changed."""


class FileThere(FileError):
    """A file of that name stands there, and nobody was asked about it."""


A_COPY_HELPS = (FileInUse, FileReadOnly)
"""Asked wherever a file is written for a person: "save as a copy" is offered then."""
