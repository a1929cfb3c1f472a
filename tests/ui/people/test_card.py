"""The card at the right: one person with reasons, several with sums, and what can be copied."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton

from app.domain.nip import Nip
from app.domain.person import Consent, Service
from app.domain.platform import Platform
from app.ui.charts.lines import LineChart


def press(screen, words: str) -> None:
    found = [
        b
        for b in screen.page.findChildren(QPushButton)
        if b.isVisible() and words in (b.text(), b.accessibleName())
    ]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_the_card_says_the_verdict_with_its_reason_and_rule(office, make_screen) -> None:
    arum = office.add("Arum", title_back="S.Kom.", unit="Bidang IKP", position="Pranata Humas")
    office.account(arum, "@arum.tj")
    office.count(arum, "1046", day=office.today - timedelta(2))
    card = make_screen().card()
    for words in (
        "Arum, S.Kom.",
        "NIP. 19850101 201001 1 001",
        "PNS · Pranata Humas",
        "Instagram 1,046 followers as of 18 Nov 2026 (2 days ago), 546 above the threshold of 500.",
        "Instagram 1,046 followers as of 18 Nov 2026 (2 days ago, typed), 546 above the threshold of "
        "500; Facebook and X: no account on record; rule a asks for 1 of 3 accounts at least 500, no "
        "age limit, as of 20 Nov 2026.",
        "@arum.tj",
        "1,046",
        "18 Nov",
    ):
        assert words in card


def test_an_unusable_entry_is_shown_as_it_was_written(office, make_screen) -> None:
    arum = office.add("Arum")
    office.account(arum, "akun lama hilang, private")
    assert "private" in make_screen().card()


def test_nobody_is_told_of_an_account_that_is_not_known(office, make_screen) -> None:
    office.add("Arum")
    assert "No account is known yet." in make_screen().card()


def test_a_count_older_than_the_limit_shows_its_age(office, make_screen) -> None:
    arum = office.add("Arum")
    office.count(arum, "900", day=office.today - timedelta(110))
    preferences = office.workplace.preferences
    chosen = preferences.preferences()
    preferences.save(type(chosen)(age_limit=90))
    card = make_screen().card()
    assert "110 days" in card
    assert "Out of date" in card


def test_two_days_make_a_line_and_one_does_not(office, make_screen) -> None:
    arum = office.add("Arum")
    office.count(arum, "812", day=date(2026, 10, 20))
    screen = make_screen()
    assert not [c for c in screen.page.findChildren(LineChart) if c.isVisible()]
    office.count(arum, "1046", day=date(2026, 11, 20))
    screen.read()
    chart = next(c for c in screen.page.findChildren(LineChart) if c.isVisible())
    assert chart.accessibleName() == "Instagram from 812 on 20 Oct 2026 to 1,046 on 20 Nov 2026"
    screen.qtbot.waitUntil(lambda: "History of Instagram" in screen.card())
    screen.qtbot.waitUntil(lambda: "+234 since 20 Oct" in screen.card())


def test_a_growth_between_rounded_counts_is_not_claimed(office, make_screen) -> None:
    arum = office.add("Arum")
    office.count(arum, "1,2 rb", day=date(2026, 10, 20))
    office.count(arum, "1,3 rb", day=date(2026, 11, 20))
    assert "since" not in make_screen().card()


def test_several_chosen_people_are_summed(office, make_screen) -> None:
    office.count(office.add("Arum"), "900")
    office.count(office.add("Bagas"), "100")
    office.add("Citra")
    withdrawn = office.add("Dewi")
    office.workplace.people.set_consent(withdrawn, Consent.WITHDRAWN)
    screen = make_screen()
    screen.choose("Arum", "Citra", "Dewi")
    screen.qtbot.waitUntil(lambda: "3 people chosen" in screen.card())
    screen.qtbot.waitUntil(
        lambda: "Qualifies 1, Not yet 0, Out of date 0, No data 1" in screen.card()
    )
    screen.qtbot.waitUntil(lambda: "1 of them is left out of results and reports." in screen.card())


def test_former_nips_consent_and_the_last_change_stand_below(office, make_screen) -> None:
    arum = office.add("Arum")
    people = office.workplace.people
    people.change_nip(arum, Nip("198501012015011001"), "PPPK became PNS")
    people.set_consent(arum, Consent.GIVEN)
    card = make_screen().card()
    assert "19850101 201001 1 001, until" in card
    assert "Consent: Agrees" in card
    assert "Last changed" in card


def test_the_nip_is_copied_as_bare_digits(office, make_screen) -> None:
    office.add("Arum")
    screen = make_screen()
    press(screen, "Copy the NIP")
    assert QGuiApplication.clipboard().text() == "198501012010011001"


def test_the_summary_says_all_in_plain_lines(office, make_screen) -> None:
    arum = office.add("Arum", unit="Bidang IKP", organisation="Diskominfo")
    office.count(arum, "900")
    office.count(arum, "tidak punya", Platform.X)
    screen = make_screen()
    press(screen, "Copy summary")
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Arum",
        "NIP. 19850101 201001 1 001",
        "PNS",
        "Bidang IKP, Diskominfo",
        "",
        "Qualifies: Instagram 900 followers as of 20 Nov 2026 (the same day, typed), 400 above the "
        "threshold of 500; Facebook: no account on record; X: no account, as stated; rule a asks for 1 of 3 accounts "
        "at least 500, no age limit, as of 20 Nov 2026.",
        "",
        "Instagram: account not noted, 900 (20 Nov 2026)",
        "X: none",
    ]


def test_recording_is_asked_for_by_button_and_by_ctrl_enter(office, make_screen, qtbot) -> None:
    arum = office.add("Arum")
    screen = make_screen()
    asked = QSignalSpy(screen.page.record_asked)
    press(screen, "Record followers")
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [asked.at(place)[0] for place in range(asked.count())] == [arum, arum]


def test_nothing_is_recorded_of_who_left(office, make_screen) -> None:
    arum = office.add("Arum")
    office.workplace.people.set_service(arum, Service.MOVED)
    screen = make_screen()
    screen.page.show_person(arum)
    screen.rest()
    screen.qtbot.waitUntil(lambda: "No longer counted in results and reports." in screen.card())
    asked = QSignalSpy(screen.page.record_asked)
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.count() == 0
