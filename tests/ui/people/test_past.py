"""The past on the card: every count, taken back by a key; activity and consent, typed quickly."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget

from app.domain.person import Consent
from app.domain.platform import Platform
from app.ui.charts.lines import LineChart
from tests.ui.people.test_deeds import account, fill, press, save

Key = Qt.Key
OCTOBER = date(2026, 10, 20)


def lines(tree: QTreeWidget) -> list[str]:
    head = tree.topLevelItem(0)
    assert head is not None
    return [head.child(row).text(1) for row in range(head.childCount())]


def test_a_wrong_count_is_ticked_by_a_key_and_taken_back(office, make_screen) -> None:
    arum = office.add("Arum")
    office.count(arum, "612", day=OCTOBER)
    office.count(arum, "5030")
    office.count(arum, "5031")
    screen = make_screen()
    press(screen, "All entries…")
    dialog = screen.dialog()
    tree = dialog.findChild(QTreeWidget)
    assert lines(tree) == ["5,031", "5,030 · corrected", "612"]
    head = tree.topLevelItem(0)
    assert head.child(1).font(1).strikeOut()
    QTest.keyClick(tree, Key.Key_Space)
    save(screen, dialog)
    latest = account(office, arum, Platform.INSTAGRAM).latest
    assert latest.interval.low == 5030
    press(screen, "All entries…")
    again = screen.dialog().findChild(QTreeWidget)
    assert lines(again) == ["5,031 · taken back", "5,030", "612"]
    QTest.keyClick(screen.dialog(), Key.Key_Escape)
    office.workplace.undoing.undo_last()
    assert account(office, arum, Platform.INSTAGRAM).latest.interval.low == 5031


def test_one_count_is_no_line_but_its_entries_can_be_seen(office, make_screen) -> None:
    office.count(office.add("Arum"), "612")
    screen = make_screen()
    assert not [c for c in screen.page.findChildren(LineChart) if c.isVisible()]
    press(screen, "All entries…")
    assert lines(screen.dialog().findChild(QTreeWidget)) == ["612"]
    QTest.keyClick(screen.dialog(), Key.Key_Escape)


def test_rounded_counts_are_drawn_as_a_band(office, make_screen) -> None:
    arum = office.add("Arum")
    office.count(arum, "1,2 rb", day=OCTOBER)
    screen_day = office.today
    office.count(arum, "1300", day=screen_day)
    screen = make_screen()
    chart = next(c for c in screen.page.findChildren(LineChart) if c.isVisible())
    tint = screen.page._panel._history._chart._theme.colour("accent_tint")
    picture = chart.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 2)
    }
    assert tint.name() in seen


def test_the_last_post_is_typed_as_a_day_or_a_word(office, make_screen) -> None:
    arum = office.add("Arum")
    office.count(arum, "612")
    screen = make_screen()
    press(screen, "Activity…")
    dialog = screen.dialog()
    fill(dialog, "Instagram", "5 nov")
    fill(dialog, "Facebook", "not active")
    save(screen, dialog)
    assert account(office, arum, Platform.INSTAGRAM).activity.last_post == date(2026, 11, 5)
    assert account(office, arum, Platform.FACEBOOK).activity.active is False
    # Read again after the write: the page may be at rest for a moment between the two.
    screen.qtbot.waitUntil(lambda: "last post 5 Nov 2026" in screen.card())
    assert "not active, checked 20 Nov 2026" in screen.card()


def test_what_cannot_be_read_as_activity_is_refused_and_kept(office, make_screen) -> None:
    arum = office.add("Arum")
    screen = make_screen()
    press(screen, "Activity…")
    dialog = screen.dialog()
    fill(dialog, "X", "mungkin")
    QTest.keyClick(dialog, Key.Key_Return)
    assert "X: type a day up to the day of checking" in screen.words(dialog)
    fill(dialog, "X", "aktif")
    fill(dialog, "Checked on", "5 des 2026")
    QTest.keyClick(dialog, Key.Key_Return)
    assert "Type a day up to today" in screen.words(dialog)
    fill(dialog, "Checked on", "kemarin")
    save(screen, dialog)
    assert account(office, arum, Platform.X).activity.checked_on == date(2026, 11, 19)


def test_the_consent_of_several_people_takes_a_few_keys(office, make_screen) -> None:
    ids = [office.add(name) for name in ("Arum", "Bagas", "Citra")]
    screen = make_screen()
    screen.choose("Arum", "Citra")
    screen.table.setFocus()
    QTest.keyClick(screen.table, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = screen.dialog()
    fill(dialog, "Said on", "5/11")
    save(screen, dialog)
    people = [office.workplace.people.card(one, office.today).person for one in ids]
    assert [one.consent for one in people] == [Consent.GIVEN, Consent.UNKNOWN, Consent.GIVEN]
    assert people[0].consent_on == date(2026, 11, 5)


def test_every_word_of_a_person_is_seen_with_its_day(office, make_screen) -> None:
    arum = office.add("Arum")
    people = office.workplace.people
    people.set_consents([arum], Consent.GIVEN, OCTOBER)
    people.set_consents([arum], Consent.REFUSED, office.today)
    card = make_screen().card()
    assert "Consent: Does not agree, 20 Nov 2026" in card
    assert "Said earlier: Agrees, 20 Oct 2026" in card
