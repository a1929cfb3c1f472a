"""An office with a few people, and pictures made here."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from app.bootstrap import open_workplace
from app.domain.evidence import Place
from app.domain.nip import Nip
from app.domain.person import Person
from app.domain.platform import Platform
from app.services.evidence.keeping import Added, Incoming, KeepEvidence, Pasted, Shown
from app.services.job import Job
from app.services.workplace import Workplace
from app.wording.language import Language

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12)
NAMES = ("Arum Sekarjati", "Bagas Nirwana", "Citra Puspaningrum")


def screenshot(words: str, size: tuple[int, int] = (120, 200)) -> Image.Image:
    """A picture with words on it: other words, other pixels."""
    made = Image.new("RGB", size, "white")
    ImageDraw.Draw(made).text((4, 4), words, fill="navy")
    return made


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def pasted(words: str) -> Pasted:
    return Pasted(encoded(screenshot(words)), "Gambar tempelan")


class Office:
    """An open office and short ways to say what is done in it."""

    def __init__(self, place: Workplace) -> None:
        self.place = place
        self.evidence: KeepEvidence = place.evidence

    def at(self, person_id: int, platform: Platform = Platform.INSTAGRAM) -> Place:
        return Place(person_id, platform, DAY)

    def add(self, person_id: int, *pictures: Incoming) -> Added:
        return self.evidence.add(self.at(person_id), pictures, Job.quiet())

    def of(self, person_id: int) -> list[Shown]:
        return self.evidence.of_person(person_id)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    language = Language("en", Path())
    with open_workplace(tmp_path / "kantor.db", create=True, language=language) as opened:
        for at, name in enumerate(NAMES, start=1):
            opened.people.add(Person(Nip(f"19870314201001200{at}"), name))
        yield Office(opened)


Save = Callable[[str, bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def save(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return save
