"""Two records of one person: asked for from the card or from two rows, chosen side by side, undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QRadioButton, QWidget

from app.domain.nip import Nip
from app.domain.person import Consent, Person, Service
from app.domain.platform import Platform
from tests.ui.people.test_deeds import menu

Key = Qt.Key


def button(inside: QWidget, words: str) -> QPushButton:
    return next(
        b
        for b in inside.findChildren(QPushButton)
        if b.isVisible() and words in (b.text(), b.accessibleName())
    )


def radio(dialog: QWidget, spoken: str) -> QRadioButton:
    return next(r for r in dialog.findChildren(QRadioButton) if spoken == r.accessibleName())


def two_records(office) -> tuple[int, int]:
    """One of a roster, one typed by hand later under a wrong number."""
    one = office.add("Laras Widuri", unit="Humas", rank="III/a")
    other = office.add("LARAS WIDURI", unit="Bidang IKP")
    office.account(one, "@laras")
    office.count(one, "640")
    office.account(other, "@laras.baru")
    office.count(other, "700", Platform.X)
    return one, other


def test_two_chosen_rows_become_one_and_ctrl_z_gives_both_back(office, make_screen) -> None:
    one, other = two_records(office)
    office.workplace.people.set_consent(one, Consent.WITHDRAWN)
    office.workplace.people.set_consent(other, Consent.GIVEN)
    screen = make_screen()
    before = [office.workplace.people.card(each, office.today) for each in (one, other)]
    screen.choose("Laras Widuri", "LARAS WIDURI")
    QTest.mouseClick(button(screen.page, "Merge…"), Qt.MouseButton.LeftButton)
    dialog = screen.dialog()
    assert radio(dialog, "Work unit: Bidang IKP").isChecked()
    assert radio(dialog, "Rank and grade: III/a").isChecked()
    QTest.keyClick(dialog, Key.Key_Return)
    screen.qtbot.waitUntil(lambda: len(screen.names()) == 1)
    screen.rest()
    assert "are one now." in screen.words()
    (person,) = office.workplace.people.everyone()
    card = office.workplace.people.card(person.id, office.today)
    assert (person.consent, person.unit, person.rank) == (Consent.WITHDRAWN, "Bidang IKP", "III/a")
    assert {p: len(counts) for p, counts in card.histories.items()} == {
        Platform.INSTAGRAM: 1,
        Platform.X: 1,
    }
    assert [one.nip.digits for one in card.former_nips] == ["198501012010011001"]
    office.workplace.undoing.undo_last()
    after = [office.workplace.people.card(each, office.today) for each in (one, other)]
    assert after == before


def test_everything_is_chosen_by_keyboard(office, make_screen) -> None:
    two_records(office)
    screen = make_screen()
    screen.choose("Laras Widuri", "LARAS WIDURI")
    QTest.keyClick(button(screen.page, "Merge…"), Key.Key_Space)
    dialog = screen.dialog()
    # The list is sorted by name: which record stands left is not the point here.
    chosen = dialog.focusWidget()
    assert isinstance(chosen, QRadioButton)
    assert chosen.accessibleName() == "NIP that stays: 19850101 201001 1 002"
    QTest.keyClick(chosen, Key.Key_Left)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Right)
    QTest.keyClick(dialog.focusWidget(), Key.Key_Left)
    QTest.keyClick(dialog, Key.Key_Return)
    screen.qtbot.waitUntil(lambda: len(screen.names()) == 1)
    screen.rest()
    (person,) = office.workplace.people.everyone()
    assert person.nip.digits == "198501012010011001"


def test_likely_records_of_the_same_person_stand_quietly_on_the_card(office, make_screen) -> None:
    two_records(office)
    office.add("Bagas Nirwana")
    screen = make_screen()
    screen.choose("Laras Widuri")
    screen.qtbot.waitUntil(lambda: "Perhaps the same person" in screen.card())
    screen.qtbot.waitUntil(lambda: "19850101 201001 1 002" in screen.card())
    button(screen.page, "Merge with 19850101 201001 1 002").click()
    dialog = screen.dialog()
    assert "Perhaps two different people" not in screen.words(dialog)
    QTest.keyClick(dialog, Key.Key_Escape)
    screen.choose("Bagas Nirwana")
    screen.qtbot.waitUntil(lambda: "Bagas Nirwana" in screen.card())
    assert "Perhaps the same person" not in screen.card()


def test_two_who_plainly_differ_are_warned_of_and_not_refused(office, make_screen) -> None:
    office.add("Laras Widuri")
    office.workplace.people.add(Person(Nip("199105082015031903"), "Bagas Nirwana"))
    screen = make_screen()
    screen.choose("Laras Widuri", "Bagas Nirwana")
    button(screen.page, "Merge…").click()
    dialog = screen.dialog()
    words = screen.words(dialog)
    assert "Perhaps two different people" in words
    assert "The birth dates in the NIPs differ" in words
    assert "The names differ" in words
    QTest.keyClick(dialog, Key.Key_Return)
    screen.qtbot.waitUntil(lambda: len(screen.names()) == 1)
    screen.rest()


def test_one_row_or_three_are_not_merged(office, make_screen) -> None:
    for name in ("Arum", "Bagas", "Citra"):
        office.add(name)
    screen = make_screen()
    screen.choose("Arum", "Bagas", "Citra")
    assert not [
        b for b in screen.page.findChildren(QPushButton) if b.isVisible() and b.text() == "Merge…"
    ]


def test_from_the_menu_another_record_is_found_as_one_types(office, make_screen) -> None:
    two_records(office)
    left = office.add("Bagas Nirwana")
    office.workplace.people.set_service(left, Service.MOVED)
    screen = make_screen()
    screen.choose("Laras Widuri")
    menu(screen, "Merge with another record…")
    box = screen.dialog()
    (found,) = box.findChildren(QListWidget)
    assert found.item(0).text().startswith("LARAS WIDURI")
    QTest.keyClicks(box.focusWidget(), "bagas")
    assert [found.item(at).text() for at in range(found.count())] == [
        "Bagas Nirwana\n19850101 201001 1 003"
    ]
    QTest.keyClicks(box.focusWidget(), "?")
    assert not button(box, "Compare").isEnabled()
    box.focusWidget().clear()
    QTest.keyClick(box.focusWidget(), Key.Key_Return)
    screen.qtbot.waitUntil(lambda: "NIP that stays" in screen.words(screen.dialog()))
    QTest.keyClick(screen.dialog(), Key.Key_Return)
    screen.qtbot.waitUntil(lambda: screen.names() == ["Laras Widuri"])
    screen.rest()
