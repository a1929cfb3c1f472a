"""The short ways for plain cells say what the long ways say."""

from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.count import Interval, plain_count, read_count
from app.domain.handle import HandleKind, plain_handle, read_handle
from app.domain.name import NameParts, is_plain_name, split_titles
from app.domain.nip import is_plain_nip, read_nip
from app.domain.platform import Platform

WORDS_OF_NAMES = st.sampled_from(
    ["Galih", "Rangga", "Dr", "h", "SE", "Ma", "S.Pd", "M.", "Prof", "kh", "", "\u00c9lo", "x1"]
)
LIKELY_NAMES = st.from_regex(r"@?[A-Za-z0-9._-]{1,12}", fullmatch=True)
DIGITS = st.from_regex(r"[0-9]{1,19}", fullmatch=True)
NUMBERS = st.floats(allow_nan=True, allow_infinity=True) | st.integers(-5, 10**10).map(float)


@given(LIKELY_NAMES | st.text(max_size=12), st.sampled_from(Platform))
@example("@budi", Platform.INSTAGRAM)
def test_a_plain_handle_is_the_one_that_the_whole_reader_finds(
    cell: str, platform: Platform
) -> None:
    name = plain_handle(cell, platform)
    if name is None:
        return
    reading = read_handle(cell, platform)
    assert reading.handle is not None
    assert (reading.handle.text, reading.handle.kind) == (name, HandleKind.USERNAME)
    assert (reading.also, reading.other_platform, reading.written) == (None, False, cell)


@given(DIGITS | st.text(max_size=8) | NUMBERS | st.none())
@example("0")
@example(999_999_999.0)
def test_a_plain_count_is_the_one_that_the_whole_reader_finds(cell: object) -> None:
    count = plain_count(cell)
    if count is None:
        return
    reading = read_count(cell)
    assert reading.interval == Interval.of(count)
    assert (reading.missing, reading.written) == (None, str(count))


@given(DIGITS | st.from_regex(r"(19|20)[0-9]{2}[01][0-9][0-3][0-9][0-9]{10}", fullmatch=True))
@example("198501012010011901")
def test_a_plain_number_is_one_that_the_whole_reader_takes(cell: str) -> None:
    reading = read_nip(cell)
    assert is_plain_nip(cell) == (reading.nip is not None and reading.nip.digits == cell)


@given(st.lists(WORDS_OF_NAMES, min_size=1, max_size=5).map(" ".join) | st.text(max_size=12))
@example("Galih Rangga")
@example("dr Galih")
@example("Galih ")
def test_a_plain_name_is_all_name(text: str) -> None:
    if is_plain_name(text):
        assert split_titles(text) == NameParts("", text, "")


def test_most_names_are_plain() -> None:
    assert is_plain_name("Ni Luh Putu Melati")
    assert not any(map(is_plain_name, ["Galih", "Dr Galih", "Galih Rangga SE", "Galih, S.Pd"]))
