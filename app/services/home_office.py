"""Which office opens when none is named: the own one of this computer, or one that was brought in."""

from pathlib import Path

from app.workbooks.writing.safe_file import replacing

_NOTE = "kantor.txt"


def home_office(own: Path) -> Path:
    """The database to open, noted in the folder of `own`; `own` itself where nothing is noted."""
    try:
        name = own.with_name(_NOTE).read_text("utf-8").strip()
    except (OSError, ValueError):
        return own
    # Only a name: what is noted always lies in this very folder.
    chosen = own.with_name(Path(name).name) if name else own
    return chosen if chosen.is_file() else own


def make_home_office(own: Path, database: Path) -> None:
    """Notes a database that lies beside `own` as the one to open from now on.

    Raises:
        FileError: the note cannot be written.
    """
    with replacing(own.with_name(_NOTE)) as place:
        place.write_text(database.name, encoding="utf-8")
