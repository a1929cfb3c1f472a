"""An invented office, people of it with accounts, and the report service in English."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.count import read_count
from app.domain.handle import Handle, HandleKind
from app.domain.nip import Nip
from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.person import Account, Count, Person, Source
from app.domain.platform import Platform
from app.domain.report import ReportBook, ReportSheet
from app.domain.rule import RULE_A, Rule
from app.domain.standing import PersonStanding
from app.domain.verdict import judge
from app.services.report import ReportOptions, WriteReport
from app.wording.language import Language

AS_OF = date(2026, 11, 20)
COUNTED = date(2026, 11, 18)

OFFICE = Office(
    "Pemerintah Kabupaten Tirta Jaya",
    "Dinas Komunikasi dan Informatika",
    "Jalan Muara Tirta Nomor 7",
    "(0000) 000000",
    "Laman diskominfo.tirtajaya.contoh",
    "Tirta Jaya",
    signatories=(
        Signatory(
            SignatoryRole.KNOWS,
            "Drs. Wirya Candrakusuma, M.Si.",
            "Kepala Dinas",
            "Pembina Utama Muda",
            "197003121995031931",
        ),
        Signatory(
            SignatoryRole.SIGNS,
            "Sekar Maharatri, S.Sos.",
            "Kepala Bidang IKP",
            "Pembina",
            "19900913 202521 2 903",
        ),
    ),
)

Make = Callable[..., PersonStanding]
Build = Callable[..., ReportBook]


@pytest.fixture
def make() -> Make:
    """Judges an invented person; counts are given as written, per platform; None is an account."""

    def made(
        number: int,
        counts: dict[Platform, str | None] | None = None,
        rule: Rule = RULE_A,
        **fields: object,
    ) -> PersonStanding:
        person = Person(
            Nip(f"19850101201001{1 + number % 2}{1 + number // 2:03}"), f"Orang {number}"
        )
        accounts = tuple(_account(p, text, number) for p, text in (counts or {}).items())
        return PersonStanding(
            replace(person, **fields),  # type: ignore[arg-type]
            accounts,
            judge(accounts, rule, AS_OF),
        )

    return made


def _account(platform: Platform, written: str | None, number: int) -> Account:
    handle = Handle(platform, f"orang{number}", HandleKind.USERNAME)
    reading = read_count(written)
    if reading.interval is None:
        return Account(platform, handle, unreadable=written or "")
    count = Count(reading.interval, COUNTED, Source.TYPED, reading.written)
    return Account(platform, handle, latest=count)


@pytest.fixture
def service() -> WriteReport:
    return WriteReport(Language("en", Path()))


@pytest.fixture
def build(service: WriteReport) -> Build:
    def built(
        people: Sequence[PersonStanding],
        rule: Rule = RULE_A,
        office: Office = OFFICE,
        **options: object,
    ) -> ReportBook:
        chosen = ReportOptions(**options)  # type: ignore[arg-type]
        return service.build(people, rule, AS_OF, office, chosen)

    return built


@pytest.fixture
def sheet_of() -> Callable[[ReportBook, str], ReportSheet]:
    def found(book: ReportBook, name: str) -> ReportSheet:
        return next(sheet for sheet in book.sheets if sheet.name == name)

    return found
