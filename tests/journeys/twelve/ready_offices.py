"""Offices as the journeys find them: each is made once in a run, and copied for every test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bootstrap import open_workplace
from app.domain.nip import Nip
from app.domain.person import Person
from app.paths import resources
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.language import Language

Build = Callable[[Workplace, Path, Language], None]
"""Fills an empty office; files that belong to the journey go into the folder."""

PEOPLE = 100
_LETTERS = "bcdfghjklmnprst"
_ENDINGS = "ndra wantoro sihana yanti hartono trisna laras mbangun puspa rmadi".split()
_LAST = (
    "Adiwarna Bagaskara Candrawinata Dirgantara Nirwana Kertanegari Lokananta Pamekarti Wiryasena "
    "Tejakusuma"
).split()


class ReadyOffices:
    """Of each kind and language one, made when it is first wanted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def opened(self, build: Build, language: Language, target: Path) -> Iterator[Workplace]:
        """A copy in `target`, with the files beside it, open until the test is over."""
        made = self._folder / f"{build.__name__}-{language.code}"
        if not made.exists():
            made.mkdir()
            with open_workplace(made / "kantor.db", create=True, language=language) as office:
                build(office, made, language)
        shutil.copytree(made, target)
        with open_workplace(target / "kantor.db", create=False, language=language) as office:
            yield office


def name_of(at: int) -> str:
    """A hundred names that their first four letters tell apart."""
    ten, one = divmod(at, 10)
    first = f"{_LETTERS[one]}{'aeiou'[ten % 5]}{_LETTERS[ten]}i{_ENDINGS[one]}".title()
    return f"{first} {_LAST[ten]}"


def unit_of(at: int) -> str:
    """Where that person works."""
    return f"Bidang {_LETTERS[at % 5].upper()}"


def in_any_order() -> list[int]:
    """The people as their messages come in, not as they stand in the table."""
    return [at * 37 % PEOPLE for at in range(PEOPLE)]


def empty(office: Workplace, folder: Path, language: Language) -> None:
    """With nobody in it."""


def hundred(office: Workplace, folder: Path, language: Language) -> None:
    """A hundred people without a count."""
    for at in range(PEOPLE):
        nip = Nip(f"19{60 + at % 40}0314201001{at % 2 + 1}{at + 100}")
        office.people.add(Person(nip, name_of(at), unit=unit_of(at)))


def sample(office: Workplace, folder: Path, language: Language) -> None:
    """The people of the sample office."""
    roster = resources() / "samples" / "kantor-contoh.xlsx"
    office.importing.import_files([roster], office.today, Job.quiet())
