"""The table of people: what stands in it, what is found, what is shown when nothing is."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.domain.person import Consent, Service
from app.domain.platform import Platform
from app.domain.verdict import Verdict
from app.ui.parts.chips import FilterChip
from app.ui.parts.side import SidePanel
from app.ui.people.card import PersonPanel
from app.ui.people.filters import PeopleFilter
from app.ui.people.list_part import PeopleList

Key = Qt.Key


def test_people_stand_by_name_with_their_highest_count_and_verdict(office, make_screen) -> None:
    wulan = office.add("Wulan Sari")
    office.count(wulan, "1046")
    office.count(wulan, "12,3 rb", Platform.TIKTOK)
    office.add("Arum Sekarjati")
    screen = make_screen()
    assert screen.names() == ["Arum Sekarjati", "Wulan Sari"]
    arum, wulan_row = screen.rows()
    assert (arum.stands.best, arum.verdict) == ("", Verdict.NO_DATA)
    assert (wulan_row.stands.best_tag, wulan_row.stands.best) == ("TT", "≈ 12.3K")
    assert wulan_row.verdict is Verdict.QUALIFIES


def test_search_finds_names_parts_of_a_nip_and_accounts(office, make_screen) -> None:
    arum = office.add("Arum Sekarjati")
    office.account(arum, "@arum.tj")
    office.add("Wulan Sari")
    screen = make_screen()
    for text, found in (
        ("wulan", ["Wulan Sari"]),
        ("1 002", ["Wulan Sari"]),
        ("@arum.tj", ["Arum Sekarjati"]),
        ("sari wul", ["Wulan Sari"]),
    ):
        screen.search.clear()
        QTest.keyClicks(screen.search, text)
        assert screen.names() == found, text


def test_enter_in_the_search_goes_to_the_first_row_and_arrows_change_the_card(
    office, make_screen
) -> None:
    for name in ("Arum", "Bagas", "Citra"):
        office.add(name)
    screen = make_screen()
    screen.search.setFocus()
    QTest.keyClick(screen.search, Key.Key_Return)
    assert screen.table.hasFocus()
    screen.qtbot.waitUntil(lambda: "Arum" in screen.card())
    QTest.keyClick(screen.table, Key.Key_Down)
    screen.rest()
    screen.qtbot.waitUntil(lambda: "Bagas" in screen.card())


def test_a_search_without_an_answer_says_so_and_is_cleared_by_one_button(
    office, make_screen
) -> None:
    office.add("Arum")
    screen = make_screen()
    QTest.keyClicks(screen.search, "zzz")
    screen.rest()
    assert "Nothing matches" in screen.words()
    screen.qtbot.waitUntil(lambda: "Nobody is chosen" in screen.card())
    clear = next(b for b in screen.page.findChildren(QPushButton) if b.text() == "Clear filters")
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert screen.names() == ["Arum"]
    assert screen.search.text() == ""


def test_an_empty_office_says_how_to_begin(make_screen) -> None:
    screen = make_screen()
    assert "There is nobody yet" in screen.words()


def test_who_moved_or_retired_is_shown_only_when_asked_and_says_so(office, make_screen) -> None:
    office.add("Arum")
    people = office.workplace.people
    people.set_service(office.add("Bagas"), Service.MOVED)
    people.set_service(office.add("Citra"), Service.RETIRED)
    screen = make_screen()
    assert screen.names() == ["Arum"]
    toggle = next(
        b for b in screen.page.findChildren(QPushButton) if b.text() == "Moved and retired"
    )
    assert toggle.accessibleName() == "Moved and retired 2"
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert [(row.name, row.verdict_word) for row in screen.rows()] == [
        ("Arum", "No data"),
        ("Bagas", "Moved away"),
        ("Citra", "Retired"),
    ]


def test_whoever_got_another_name_stands_there_after_the_others_were_shown_too(
    office, make_screen
) -> None:
    people = office.workplace.people
    for name in ("Arum", "Bagas"):
        office.add(name)
    people.set_service(office.add("Citra"), Service.MOVED)
    screen = make_screen()
    listed = screen.page.findChild(PeopleList)
    row = screen.rows()[0]
    listed.replace_row(row._replace(who=row.who._replace(name="Zaskia")))
    assert screen.names() == ["Bagas", "Zaskia"]
    toggle = next(
        b for b in screen.page.findChildren(QPushButton) if b.text() == "Moved and retired"
    )
    toggle.click()
    toggle.click()
    assert screen.names() == ["Bagas", "Zaskia"]


def test_consent_withdrawn_takes_the_verdict_but_not_the_person(office, make_screen) -> None:
    arum = office.add("Arum")
    office.count(arum, "900")
    office.workplace.people.set_consent(arum, Consent.WITHDRAWN)
    screen = make_screen()
    row = screen.rows()[0]
    assert (row.verdict, row.verdict_word) == (None, "Consent withdrawn")
    assert "Qualifies 0" in screen.page.facts()[1].words


def test_the_status_bar_sums_the_verdicts_of_the_rows_shown(office, make_screen) -> None:
    office.count(office.add("Arum"), "900")
    office.count(office.add("Bagas"), "499")
    office.add("Citra")
    screen = make_screen()
    shown, verdicts = screen.page.facts()
    assert shown.words == "3 shown · 1 chosen"
    assert verdicts.words == "Qualifies 1 · Not yet 1 · Out of date 0 · No data 1"
    QTest.keyClicks(screen.search, "bagas")
    assert screen.page.facts()[1].words.startswith("Qualifies 0 · Not yet 1")


def test_in_a_narrow_window_the_card_does_not_lie_over_what_to_do_when_nothing_is_found(
    office, make_screen
) -> None:
    office.add("Arum")
    screen = make_screen()
    screen.page.resize(900, 460)
    screen.page.findChild(SidePanel).open()
    assert screen.page.findChild(PersonPanel).isVisible()
    screen.search.setFocus()
    QTest.keyClicks(screen.search, "zzz")
    assert not screen.page.findChild(PersonPanel).isVisible()
    assert screen.search.text() == "zzz"


def test_another_page_opens_this_one_narrowed_and_a_chip_lifts_it(office, make_screen) -> None:
    arum = office.add("Arum", organisation="Diskominfo")
    office.count(arum, "700", Platform.X)
    office.add("Bagas", organisation="Diskominfo")
    office.add("Citra", organisation="Dinkes")
    screen = make_screen()
    screen.page.show_only(PeopleFilter("Diskominfo", platform=Platform.X))
    assert screen.names() == ["Arum"]
    wanted = ["Organisation: Diskominfo", "At the threshold: X"]
    screen.qtbot.waitUntil(lambda: [chip.text() for chip in chips(screen)] == wanted)
    screen.page.show_only(PeopleFilter(verdict=Verdict.NO_DATA))
    assert screen.names() == ["Bagas", "Citra"]
    screen.qtbot.waitUntil(lambda: [c.text() for c in chips(screen)] == ["Verdict: No data"])
    QTest.keyClick(chips(screen)[0], Key.Key_Delete)
    assert len(screen.names()) == 3


def chips(screen) -> list[FilterChip]:
    return [chip for chip in screen.page.findChildren(FilterChip) if chip.isVisible()]


def test_the_chip_of_a_platform_names_it_also_where_people_reach_several(
    office, make_screen
) -> None:
    arum, bagas = office.add("Arum"), office.add("Bagas")
    for person in (arum, bagas):
        office.count(person, "700", Platform.X)
    office.count(bagas, "900", Platform.INSTAGRAM)
    office.count(office.add("Citra"), "900", Platform.INSTAGRAM)
    screen = make_screen()
    screen.page.show_only(PeopleFilter(platform=Platform.X))
    assert screen.names() == ["Arum", "Bagas"]
    wanted = ["At the threshold: X"]
    screen.qtbot.waitUntil(lambda: [chip.text() for chip in chips(screen)] == wanted)


def test_a_list_of_nobody_shows_nobody_and_its_chip_lifts_it(office, make_screen) -> None:
    office.add("Arum")
    screen = make_screen()
    screen.page.show_only(PeopleFilter(nips=frozenset()))
    assert screen.names() == []
    screen.qtbot.waitUntil(lambda: len(chips(screen)) == 1)
    QTest.keyClick(chips(screen)[0], Key.Key_Delete)
    assert screen.names() == ["Arum"]


def test_those_who_nearly_qualify_are_shown_apart(office, make_screen) -> None:
    office.count(office.add("Arum"), "460")
    office.count(office.add("Bagas"), "100")
    office.count(office.add("Citra"), "900")
    screen = make_screen()
    screen.page.show_only(PeopleFilter(near=True))
    assert screen.names() == ["Arum"]


def test_a_unit_stands_for_the_organisation_that_is_not_noted(office, make_screen) -> None:
    office.add("Arum", unit="Puskesmas")
    office.add("Bagas", unit="Sekretariat", organisation="Dinkes")
    screen = make_screen()
    screen.page.show_only(PeopleFilter("Puskesmas"))
    assert screen.names() == ["Arum"]


def test_a_platform_that_nobody_reached_shows_nobody(office, make_screen) -> None:
    office.count(office.add("Arum"), "900", Platform.X)
    screen = make_screen()
    screen.page.show_only(PeopleFilter(platform=Platform.FACEBOOK))
    assert screen.names() == []


def test_a_generation_and_whoever_has_an_account_are_shown_apart(office, make_screen) -> None:
    office.count(office.add("Arum"), "900")
    office.add("Bagas")
    screen = make_screen()
    screen.page.show_only(PeopleFilter(on_record=True))
    assert screen.names() == ["Arum"]
    screen.page.show_only(PeopleFilter(generation="y"))
    assert screen.names() == ["Arum", "Bagas"]
    wanted = ["Generation (BPS): Millennial"]
    screen.qtbot.waitUntil(lambda: [chip.text() for chip in chips(screen)] == wanted)
    screen.page.show_only(PeopleFilter(generation="x"))
    assert screen.names() == []


def test_a_person_of_another_page_is_brought_into_sight(office, make_screen) -> None:
    office.add("Arum")
    citra = office.add("Citra")
    screen = make_screen()
    QTest.keyClicks(screen.search, "arum")
    screen.page.show_person(citra)
    screen.rest()
    screen.qtbot.waitUntil(lambda: "Citra" in screen.card())


def test_counts_after_today_are_not_looked_at(office, make_screen) -> None:
    arum = office.add("Arum")
    office.count(arum, "900", day=date(2026, 12, 1))
    assert make_screen().rows()[0].verdict is Verdict.NO_DATA
