"""Erases the first person of an office with every copy of them, as the window does: for `killing.py`.

    python tests/reliability/erasing_once.py OFFICE.db

Begun again after a kill it ends what is owed. Prints ACK once the person is gone from the office.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.bootstrap import open_workplace  # the path is set above
from app.services.job import Job
from app.wording.language import Language

FIRST = 1
"""The id of whoever is erased."""


def main(path: Path) -> None:
    """Finishes an earlier run, then erases whoever is still there."""
    language = Language("en", Path())
    with open_workplace(path, create=False, language=language, alone=True) as place:
        erasing = place.privacy.erasing
        erasing.finish()
        found = [one for one in place.people.everyone() if one.id == FIRST]
        for one in found:
            erased = erasing.erase(one.id, one.name, Job.quiet())
            sys.stdout.write("ACK:1\n")
            sys.stdout.flush()
            erasing.purge(erased, Job.quiet())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
