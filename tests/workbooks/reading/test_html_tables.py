"""HTML that calls itself .xls: rows by `<tr>`, joined cells, plain text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.workbooks.reading import Cell, Merge, open_workbook

Rows = Callable[..., list[list[Cell]]]


@pytest.fixture
def html_file(tmp_path: Path) -> Callable[[bytes | str], Path]:
    def write(content: bytes | str) -> Path:
        path = tmp_path / "export.xls"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_rows_are_counted_over_all_tables(
    html_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    path = html_file(
        "<html><body><table><tr><td>REKAP</td><td>&nbsp;</td></tr></table><br>"
        "<table border=1><tr></tr><TR><TH>NIP<TH>Nama<tr><td class=text>0123</TD><td>Budi</table>"
    )

    assert rows_of(path) == [["REKAP"], [], ["NIP", "Nama"], ["0123", "Budi"]]
    with open_workbook(path) as opened:
        assert opened.format == "html"
        assert [(s.name, s.hidden) for s in opened.sheets] == [("table", False)]


def test_markup_inside_a_cell_is_plain_text(
    html_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    path = html_file(
        "<table><tr><td>\n  <b>Budi</b>\n <i>S.Sos.</i> </td><td>a<br>b<br/>c</td>"
        "<td><p>satu</p>\n<p>dua</p></td><td>Ma&#39;ruf &amp; Co &lt;x&gt; 1 < 2</td>"
        "<td><!-- <td>bukan</td> -->ya<script>'<td>bukan</td>'</script></td></tr></table>"
    )

    assert rows_of(path) == [["Budi S.Sos.", "a\nb\nc", "satu\ndua", "Ma'ruf & Co <x> 1 < 2", "ya"]]


def test_joined_cells_hold_their_text_once_and_push_the_others_aside(
    html_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    path = html_file(
        "<table><tr><td rowspan=2>NIP</td><td colspan='2'>Instagram</td><td rowspan=\"9\">Ket</td>"
        "</tr><tr><td>Akun</td><td>Pengikut</td></tr></table><table><tr><td>x</td></tr></table>"
    )

    assert rows_of(path) == [
        ["NIP", "Instagram", None, "Ket"],
        [None, "Akun", "Pengikut"],
        ["x"],
    ]
    with open_workbook(path) as opened:
        assert set(opened.merges(0)) == {
            Merge(1, 1, 2, 1),
            Merge(1, 2, 1, 3),
            Merge(1, 4, 2, 4),
        }


def test_a_table_inside_a_cell_has_rows_of_its_own(
    html_file: Callable[[bytes | str], Path], rows_of: Rows
) -> None:
    path = html_file(
        "<table><tr><td>luar<table><tr><td>NIP</td></tr><tr><td>1</td></tr></table></td>"
        "<td>kanan</td></tr><tr><td>akhir</td></tr></table>"
    )

    assert rows_of(path) == [["luar", "kanan"], ["NIP"], ["1"], ["akhir"]]


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        ("<html><meta charset=utf-8>", "utf-8"),
        ("<html>", "utf-8-sig"),
        ("<html>", "utf-16"),
        ("<!DOCTYPE html><html>", "cp1252"),
        ('<meta http-equiv="x" content="text/html; charset=windows-1252">', "cp1252"),
        ("\n\n  <table>", "utf-8"),
        ("<?xml version='1.0'?><html>", "utf-8"),
        ("Peringatan: <b>x</b>", "utf-8"),
    ],
)
def test_every_usual_beginning_is_known(
    html_file: Callable[[bytes | str], Path], rows_of: Rows, start: str, encoding: str
) -> None:
    text = f"{start}<table><tr><td>Ma’ruf</td></tr></table>"

    assert rows_of(html_file(text.encode(encoding))) == [["Ma’ruf"]]


@pytest.mark.parametrize(
    "piece",
    [
        "<a " * 100_000,
        "<!--" * 100_000,
        '<td x="' * 100_000,
        "<script>" * 50_000,
        "<table><tr><td>" * 20_000,
        "<td>&" * 100_000,
        "<tr><td rowspan=999999999 colspan=999999999>",
        "<tr><td colspan=9999999999999999999999>",
        "</td></tr></table>" * 50_000,
    ],
)
def test_markup_built_against_the_reader_ends_in_rows_or_one_refusal(
    html_file: Callable[[bytes | str], Path], piece: str
) -> None:
    from app.domain.errors import AppError

    path = html_file("<table><tr><td>NIP</td></tr>" + piece)
    try:
        with open_workbook(path) as opened:
            assert sum(len(chunk) for chunk in opened.chunks(0)) >= 1
    except AppError:
        return
