"""csv in every dress: its letters, its separator, its quotes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.workbooks.reading import Cell, open_workbook

Rows = Callable[..., list[list[Cell]]]

TABLE = "NIP;Nama\r\n198501012010011901;Siti Aisyah\r\n"
AS_ROWS = [["NIP", "Nama"], ["198501012010011901", "Siti Aisyah"]]


@pytest.fixture
def text_file(tmp_path: Path) -> Callable[[bytes | str], Path]:
    def write(content: bytes | str) -> Path:
        path = tmp_path / "daftar.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_every_usual_encoding_is_read(
    text_file: Callable[[bytes | str], Path], rows_of: Rows, encoding: str
) -> None:
    assert rows_of(text_file(TABLE.encode(encoding))) == AS_ROWS


def test_windows_letters_far_down_are_still_read_as_such(
    text_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    content = TABLE.encode() + b"1;Budi\r\n" * 20_000 + "2;Ma’ruf é\r\n".encode("cp1252")

    assert rows_of(text_file(content))[-1] == ["2", "Ma’ruf é"]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_every_usual_separator_is_found(
    text_file: Callable[[bytes | str], Path], rows_of: Rows, sign: str
) -> None:
    assert rows_of(text_file(TABLE.replace(";", sign))) == AS_ROWS


def test_commas_inside_a_semicolon_file_part_nothing(
    text_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    lines = [f'{n};"Budi, S.Sos., M.Si.";1,2 rb;Dinas A, Bidang B' for n in range(30)]

    rows = rows_of(text_file("\n".join(["No;Nama;Pengikut;Unit", *lines])))

    assert rows[5] == ["4", "Budi, S.Sos., M.Si.", "1,2 rb", "Dinas A, Bidang B"]


def test_title_lines_do_not_hide_the_separator(
    text_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    text = "DAFTAR PEGAWAI, KOTA SAMUDRA ASRI\n\nOktober, 2026\n" + "a;b;c\n" * 9

    assert rows_of(text_file(text))[:4] == [
        ["DAFTAR PEGAWAI, KOTA SAMUDRA ASRI"],
        [],
        ["Oktober, 2026"],
        ["a", "b", "c"],
    ]


@pytest.mark.parametrize("said", ["sep=;", '"sep=;"', "SEP=;"])
def test_the_separator_that_the_first_line_says_is_believed(
    text_file: Callable[[bytes | str], Path], rows_of: Rows, said: str
) -> None:
    assert rows_of(text_file(f"{said}\r\na,b;c\r\na,b;d\r\n")) == [["a,b", "c"], ["a,b", "d"]]


def test_a_quoted_newline_belongs_to_its_record(
    text_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    rows = rows_of(text_file('Nama;Alamat\r\nBudi;"Jalan A\r\nNo ""5"""\r\n\r\nSiti;B\r\n'))

    assert rows == [["Nama", "Alamat"], ["Budi", 'Jalan A\nNo "5"'], [], ["Siti", "B"]]


def test_a_quote_that_never_closes_swallows_nobody(
    text_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    rows = rows_of(text_file('No;Nama\n1;"Budi\n2;"Siti"\n3;Agus\n'))

    assert rows == [["No", "Nama"], ["1", "Budi"], ["2", "Siti"], ["3", "Agus"]]


def test_sloppy_quotes_within_a_line_harm_no_record_of_two_lines(
    text_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    rows = rows_of(text_file('No;Nama\n1;"Budi" ;x\n2;5" pipa\n3;"Jalan A\nNo 5"\n'))

    assert [row[1] for row in rows] == ["Nama", "Budi ", '5" pipa', "Jalan A\nNo 5"]


def test_a_number_kept_as_text_by_a_formula_is_that_text(
    text_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    rows = rows_of(text_file('a;="198501012010011901"\nb;"=""0812"""\nc;=1+1\n'))

    assert [row[1] for row in rows] == ["198501012010011901", "0812", "=1+1"]


def test_a_hundred_empty_records_at_the_end_do_no_harm(
    text_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    assert rows_of(text_file(TABLE + ";\r\n" * 100)) == AS_ROWS


def test_every_cell_is_text(text_file: Callable[[bytes | str], Path], rows_of: Rows) -> None:
    assert rows_of(text_file("a;b;c\n1;2.5;31/10/2026\n"))[1] == ["1", "2.5", "31/10/2026"]


def test_more_rows_than_a_sheet_has_are_read_in_step_with_the_limit(
    text_file: Callable[[bytes | str], Path],
) -> None:
    with open_workbook(text_file("a;b\n" * 30_000)) as opened:
        assert opened.format == "csv"
        assert sum(len(chunk) for chunk in opened.chunks(0)) == 30_000
