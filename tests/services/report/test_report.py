"""What a report says: who stands where, in which words, with which numbers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.person import Consent
from app.domain.platform import Platform
from app.domain.report import Cell, ReportBook, ReportSheet
from app.domain.report_kinds import Division
from app.domain.rule import RULE_A, RULE_D
from app.domain.standing import PersonStanding

Make = Callable[..., PersonStanding]
Build = Callable[..., ReportBook]
SheetOf = Callable[[ReportBook, str], ReportSheet]

IG, FB, X = Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X


def column(sheet: ReportSheet, head: str, group: str = "") -> list[Cell]:
    table = sheet.tables[-1]
    place = next(i for i, c in enumerate(table.columns) if c.head == head and c.group == group)
    return [row.cells[place] for row in table.rows]


def names(sheet: ReportSheet) -> list[Cell]:
    return column(sheet, "Name")


def test_every_person_stands_on_the_sheet_of_the_verdict(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    rule = RULE_A.with_age_limit(1)
    people = [
        make(1, {IG: "1.200"}),
        make(2, {IG: "480"}),
        make(3, {IG: "10"}),
        make(4, {IG: "900"}, rule),
        make(5, {IG: None}),
    ]
    book = build(people, rule)
    assert names(sheet_of(book, "Qualifying")) == ["Orang 1"]
    assert names(sheet_of(book, "Near misses")) == ["Orang 2"]
    assert names(sheet_of(book, "Not yet qualifying")) == ["Orang 2", "Orang 3"]
    assert names(sheet_of(book, "Not recent")) == ["Orang 4"]
    assert names(sheet_of(book, "Not known")) == ["Orang 5"]


def test_a_person_who_withdrew_consent_is_in_no_sheet_and_no_total(
    make: Make, build: Build
) -> None:
    book = build([make(1, {IG: "900"}, consent=Consent.WITHDRAWN), make(2, {IG: "900"})])
    assert "Orang 1" not in repr(book)
    everybody = book.sheets[0].tables[0].rows[-1]
    assert everybody.cells[1] == 1


def test_a_person_who_refused_in_a_roster_stays_on_the_list(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    book = build([make(1, {IG: "900"}, consent=Consent.REFUSED)])
    assert names(sheet_of(book, "Qualifying")) == ["Orang 1"]


def test_counts_are_numbers_and_what_is_not_known_is_never_zero(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    book = build([make(1, {IG: "1.234", FB: "1,2 rb", X: "private"})])
    sheet = sheet_of(book, "Qualifying")
    assert column(sheet, "Instagram", "Followers") == [1234]
    assert column(sheet, "Facebook", "Followers") == ["≈ 1.2K"]
    assert column(sheet, "X", "Followers") == ["–"]
    assert column(sheet, "Instagram", "Account") == ["@orang1"]
    assert column(sheet, "Basis") == ["Instagram, Facebook"]
    assert column(sheet, "Recorded") == [date(2026, 11, 18)]
    assert any("≈" in note for note in sheet.notes)


def test_the_nip_is_printed_in_full_and_masked_only_when_asked(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    one = make(1, {IG: "900"})
    head = "NIP / NI PPPK"
    assert column(sheet_of(build([one]), "Qualifying"), head) == ["19850101 201001 2 001"]
    masked = build([one], masked_nip=True)
    assert column(sheet_of(masked, "Qualifying"), head) == ["1985****2001"]
    assert "19850101" not in repr(masked)


def test_the_list_goes_by_organisation_then_name_and_strangers_come_last(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    people = [
        make(1, {IG: "900"}, name="Zaki", organisation="Badan A"),
        make(2, {IG: "900"}, name="Adi"),
        make(3, {IG: "900"}, name="Budi", organisation="BADAN  A"),
        make(4, {IG: "900"}, name="Citra", organisation="Dinas B"),
    ]
    book = build(people)
    assert names(sheet_of(book, "Qualifying")) == ["Budi", "Zaki", "Citra", "Adi"]
    assert column(sheet_of(book, "Qualifying"), "No.") == [1, 2, 3, 4]
    assert [sheet.name for sheet in book.sheets[-3:]] == ["BADAN A", "Dinas B", "Others"]
    assert names(book.sheets[-3]) == ["Budi", "Zaki"]


def test_the_smallest_organisations_share_a_sheet_when_there_are_too_many(
    make: Make, build: Build
) -> None:
    people = [make(n, {IG: "900"}, organisation=f"Unit {n // 3}") for n in range(10)]
    book = build(people, most_organisations=3)
    assert [sheet.name for sheet in book.sheets[-3:]] == ["Unit 0", "Unit 1", "Other organisations"]
    assert len(book.sheets[-1].tables[0].rows) == 4
    assert book.sheets[-1].notes[0].startswith("Only 2 organisations have sheets of their own")


def test_organisation_sheets_can_be_left_out(make: Make, build: Build) -> None:
    book = build([make(1, {IG: "900"}, organisation="Badan A")], division=Division.NOTHING)
    assert "Badan A" not in [sheet.name for sheet in book.sheets]


def test_the_summary_names_nobody_and_its_totals_agree(make: Make, build: Build) -> None:
    people = [
        make(1, {IG: "900"}, organisation="Badan A"),
        make(2, {IG: "20"}, organisation="Badan A"),
        make(3, {}, organisation="Dinas B"),
    ]
    summary = build(people).sheets[0]
    verdicts, readings, platforms, organisations = summary.tables
    assert [row.cells[1] for row in verdicts.rows] == [1, 1, 0, 1, 3]
    assert [row.cells[1] for row in readings.rows] == [1, 0, 1, 0]
    assert platforms.rows[0].cells[:6] == ("Instagram", 2, 2, 1, 1, 0)
    assert [row.cells[1:7] for row in organisations.rows] == [
        ("Badan A", 2, 1, 1, 0, 0),
        ("Dinas B", 1, 0, 0, 0, 1),
        ("Everybody", 3, 1, 1, 0, 1),
    ]
    assert "Orang" not in repr(summary)
    assert people[0].person.nip.digits not in repr(summary).replace(" ", "")
    texts = " ".join(fact.text for fact in summary.facts)
    assert "Kompas.com" in texts
    assert "20 November 2026" in texts


def test_the_shortfall_is_a_number_and_the_nearest_come_first(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    book = build([make(1, {IG: "450"}), make(2, {IG: "499"}), make(3, {IG: "449"})])
    near = sheet_of(book, "Near misses")
    assert column(near, "Short by") == [1, 50]
    assert column(near, "Verdict") == ["Does not qualify yet"] * 2


def test_a_rule_of_five_platforms_shows_all_of_them(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    counts = dict.fromkeys(RULE_D.platforms, "501")
    book = build([make(1, counts, RULE_D)], RULE_D)
    sheet = sheet_of(book, "Qualifying")
    assert column(sheet, "YouTube", "Followers") == [501]
    assert sheet.scale < 1


def test_an_office_without_a_name_gets_dotted_lines_to_be_filled_by_hand(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    sheet = sheet_of(build([make(1, {IG: "900"})], office=Office()), "Qualifying")
    assert sheet.letterhead is None
    assert sheet.signatures is not None
    assert sheet.signatures.left is not None
    assert sheet.signatures.left.name.startswith("....")


def test_each_signature_carries_rank_and_the_right_kind_of_number(
    make: Make, build: Build, sheet_of: SheetOf
) -> None:
    signatures = sheet_of(build([make(1, {IG: "900"})]), "Qualifying").signatures
    assert signatures is not None
    assert signatures.left is not None
    assert signatures.right is not None
    assert signatures.left.above == ("Noted by,", "Kepala Dinas,")
    assert signatures.left.below == ("Pembina Utama Muda", "NIP. 19700312 199503 1 931")
    assert signatures.right.above == ("Tirta Jaya, 20 November 2026", "Kepala Bidang IKP,")
    assert signatures.right.below == ("Pembina", "NI PPPK. 19900913 202521 2 903")


def test_who_signs_for_another_says_for_whom(make: Make, build: Build) -> None:
    behalf = Signatory(SignatoryRole.ON_BEHALF, "Ratna Ayu, S.E.", "Sekretaris")
    office = Office("Pemerintah", "Dinas", city="Tirta", signatories=(behalf,))
    signatures = build([], office=office).sheets[0].signatures
    assert signatures is not None
    assert signatures.left is None
    assert signatures.right is not None
    assert signatures.right.above[1:] == ("on behalf of Head of Dinas", "Sekretaris,")
    knows = Signatory(SignatoryRole.KNOWS, "Wirya", "Kepala Dinas")
    signs = Signatory(SignatoryRole.SIGNS, "Sekar", "Kepala Bidang")
    office = replace(office, signatories=(knows, behalf, signs))
    signatures = build([], office=office).sheets[0].signatures
    assert signatures is not None
    assert signatures.left is not None
    assert signatures.left.name == "Ratna Ayu, S.E."
    assert signatures.left.above[1] == "on behalf of Kepala Dinas"


def test_columns_fill_the_paper_or_the_sheet_is_printed_smaller(make: Make, build: Build) -> None:
    long = "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Pengendalian Penduduk"
    people = [
        make(n, {IG: "900", FB: "12", X: "7"}, organisation=long, position=long, rank="IX")
        for n in range(20)
    ]
    for sheet in build(people).sheets:
        wide = sum(sheet.widths) * sheet.scale
        assert sheet.paper.inner_width - 2 <= wide <= sheet.paper.inner_width + 0.01
        assert sheet.scale >= 0.6


def test_sheets_have_different_names_and_cells_for_every_column(make: Make, build: Build) -> None:
    people = [make(n, {IG: "900"}, organisation=f"Badan {'x' * 40} {n}") for n in range(5)]
    book = build(people)
    titles = sorted(sheet.name.casefold() for sheet in book.sheets)
    assert all(first != second for first, second in pairwise(titles))
    for sheet in book.sheets:
        for table in sheet.tables:
            assert sum(c.span for c in table.columns) == len(sheet.widths)
            assert all(len(row.cells) == len(table.columns) for row in table.rows)
