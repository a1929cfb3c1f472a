"""What a cell of the grid says, and what of a person is found by searching."""

from datetime import date

import pytest

from app.domain.count import read_count
from app.domain.handle import Handle, HandleKind
from app.domain.nip import Nip
from app.domain.person import Account, Count, Person, Source
from app.domain.platform import Platform
from app.services.recording import GridRow
from app.ui.followers.cells import CellWords
from app.ui.followers.rows import CountCell, RowWriter
from app.ui.table.looks import CountLook, CountState, TextLook
from app.wording.language import Language

DAY = date(2026, 11, 20)
INSTAGRAM = Platform.INSTAGRAM


@pytest.fixture
def words(language: Language) -> CellWords:
    return CellWords(language)


def cell(account: Account) -> CountCell:
    person = Person(Nip("198703142010012007"), "Arum Sekarjati", id=1)
    return RowWriter(DAY, 90).rows([GridRow(person, (account,))])[0].cells[0]


def counted(written: str, day: date = DAY) -> Account:
    interval = read_count(written).interval
    assert interval is not None
    return Account(INSTAGRAM, latest=Count(interval, day, Source.TYPED, written))


@pytest.mark.parametrize("written", ["private", "1.5"])
def test_an_unreadable_entry_is_shown_as_it_was_written(words: CellWords, written: str) -> None:
    shown = words.look(cell(Account(INSTAGRAM, unreadable=written)))
    assert shown == CountLook("", f"“{written}”", CountState.STATED)


def test_the_word_that_there_is_no_account_can_be_typed_again(words: CellWords) -> None:
    none = cell(Account(INSTAGRAM, stated_none=True))
    assert words.look(none) == CountLook("", "no account", CountState.STATED)
    assert read_count(words.plain(none)).missing == "none"


@pytest.mark.parametrize("written", ["1.046", "1,2 rb", "500+", "±500", "0"])
def test_what_is_copied_from_a_cell_reads_as_the_same_count(words: CellWords, written: str) -> None:
    account = counted(written)
    assert account.latest is not None
    assert read_count(words.plain(cell(account))).interval == account.latest.interval


def test_a_count_of_another_year_says_the_year(words: CellWords) -> None:
    look = CellWords(words.language).look(CountCell(counted("503", date(2025, 11, 18)), 367))
    assert look == CountLook("503", "18 Nov 2025")


def test_an_account_without_a_count_is_an_empty_cell(words: CellWords) -> None:
    handle = Handle(INSTAGRAM, "arum", HandleKind.USERNAME)
    known = cell(Account(INSTAGRAM, handle))
    assert words.look(known) == TextLook("")
    assert words.spoken(INSTAGRAM, known) == "Instagram @arum: not counted yet"


def test_a_cell_reads_aloud_its_value_its_day_and_its_age(words: CellWords) -> None:
    spoken = words.spoken(INSTAGRAM, cell(counted("1,2 rb", date(2026, 11, 18))))
    assert spoken == "Instagram: ≈ 1.2K, recorded on 18 Nov 2026 (2 days ago)"


def test_a_person_is_found_by_name_nip_and_account() -> None:
    account = Account(INSTAGRAM, Handle(INSTAGRAM, "arumsekar_tj", HandleKind.USERNAME))
    person = Person(Nip("198703142010012007"), "Arum Sekarjati", title_front="Dr.", id=1)
    row = RowWriter(DAY, 90).row(person.listed, (account,))
    assert all(text in row.search for text in ("dr. arum", "198703142010012007", "arumsekar_tj"))
