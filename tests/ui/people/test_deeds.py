"""What is done to people by hand: forms that explain, refuse, keep what was typed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMenu, QPushButton, QWidget

from app.domain.person import Consent, Service
from app.domain.platform import Platform

Key = Qt.Key


def field(dialog: QWidget, name: str) -> QLineEdit:
    return next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == name)


def fill(dialog: QWidget, name: str, text: str) -> None:
    one = field(dialog, name)
    one.setFocus()
    one.selectAll()
    QTest.keyClicks(one, text)


def press(screen, words: str) -> None:
    found = [
        b
        for b in screen.page.findChildren(QPushButton)
        if b.isVisible() and words in (b.text(), b.accessibleName())
    ]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def menu(screen, *path: str) -> None:
    """Chooses from the menu of the person on the card."""
    press(screen, "More for this person")
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    inner = {one.title(): one for one in opened.findChildren(QMenu)}
    holder = inner[path[0]] if len(path) > 1 else opened
    next(one for one in holder.actions() if one.text() == path[-1]).trigger()
    opened.close()


def save(screen, dialog: QWidget) -> None:
    QTest.keyClick(dialog, Key.Key_Return)
    screen.rest()


def account(office, person_id: int, platform: Platform):
    card = office.workplace.people.card(person_id, office.today)
    return next((one for one in card.accounts if one.platform is platform), None)


def test_the_nip_is_explained_while_it_is_typed(office, make_screen) -> None:
    screen = make_screen()
    press(screen, "Add")
    dialog = screen.dialog()
    fill(dialog, "NIP / NI PPPK", "19900913 2025")
    assert "12 of 18 digits" in screen.words(dialog)
    fill(dialog, "NIP / NI PPPK", "19900913 202521 2 903")
    assert "PPPK, born on 13 September 1990." in screen.words(dialog)
    assert field(dialog, "Employment status").placeholderText() == "PPPK"
    fill(dialog, "NIP / NI PPPK", "19900913 202521 2 90O")
    assert "There are letters among the digits" in screen.words(dialog)
    QTest.keyClick(dialog, Key.Key_Escape)


def test_a_form_with_a_flaw_says_it_and_goes_to_the_field(office, make_screen) -> None:
    screen = make_screen()
    press(screen, "Add")
    dialog = screen.dialog()
    fill(dialog, "NIP / NI PPPK", "1234567890123456")
    save(screen, dialog)
    assert "These are the 16 digits of a NIK" in screen.words(dialog)
    fill(dialog, "NIP / NI PPPK", "199009132025212903")
    save(screen, dialog)
    assert "Fill in the name." in screen.words(dialog)
    assert dialog.focusWidget() is field(dialog, "Name")
    QTest.keyClick(dialog, Key.Key_Escape)
    assert screen.names() == []


def test_a_taken_nip_names_its_owner_and_nothing_typed_is_lost(office, make_screen) -> None:
    office.add("Arum Sekarjati")
    screen = make_screen()
    press(screen, "Add")
    dialog = screen.dialog()
    fill(dialog, "NIP / NI PPPK", "198501012010011001")
    fill(dialog, "Name", "Bagas")
    save(screen, dialog)
    assert "already belongs to Arum Sekarjati" in screen.words(dialog)
    assert field(dialog, "Name").text() == "Bagas"
    fill(dialog, "NIP / NI PPPK", "198501012010011777")
    save(screen, dialog)
    screen.rest()
    assert screen.names() == ["Arum Sekarjati", "Bagas"]
    screen.qtbot.waitUntil(lambda: "Bagas" in screen.card())


def test_a_new_person_is_seen_although_a_search_hides_them(office, make_screen) -> None:
    office.add("Arum")
    screen = make_screen()
    QTest.keyClicks(screen.search, "arum")
    press(screen, "Add")
    dialog = screen.dialog()
    fill(dialog, "NIP / NI PPPK", "198501012010011777")
    fill(dialog, "Name", "Bagas")
    written = QSignalSpy(screen.page.changed)
    save(screen, dialog)
    assert written.count() == 1
    assert "Bagas was added." in screen.words()
    screen.qtbot.waitUntil(lambda: "Bagas" in screen.card())


def test_an_edit_writes_only_what_differs_and_the_row_follows(office, make_screen) -> None:
    arum = office.add("Arum", position="Pranata Humas", note="lama")
    screen = make_screen()
    menu(screen, "Change details…")
    dialog = screen.dialog()
    fill(dialog, "Name", "Arum Sekarjati")
    field(dialog, "Note").clear()
    save(screen, dialog)
    person = office.workplace.people.card(arum, office.today).person
    assert (person.name, person.position, person.note) == ("Arum Sekarjati", "Pranata Humas", "")
    assert screen.names() == ["Arum Sekarjati"]


def test_contacts_are_asked_for_only_where_the_office_keeps_them(office, make_screen) -> None:
    office.add("Arum")
    screen = make_screen()
    menu(screen, "Change details…")
    names = {f.accessibleName() for f in screen.dialog().findChildren(QLineEdit)}
    assert not names & {"Phone", "E-mail"}
    QTest.keyClick(screen.dialog(), Key.Key_Escape)
    preferences = office.workplace.preferences
    preferences.save(type(preferences.preferences())(keep_contacts=True))
    screen.read()
    menu(screen, "Change details…")
    names = {f.accessibleName() for f in screen.dialog().findChildren(QLineEdit)}
    assert names >= {"Phone", "E-mail"}
    QTest.keyClick(screen.dialog(), Key.Key_Escape)


def test_units_are_proposed_and_enter_still_saves(office, make_screen) -> None:
    arum = office.add("Arum", unit="Sekretariat")
    office.add("Bagas", unit="Bidang Informasi dan Komunikasi Publik")
    screen = make_screen()
    menu(screen, "Move to another unit…")
    dialog = screen.dialog()
    fill(dialog, "Work unit", "informasi")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    screen.rest()
    person = office.workplace.people.card(arum, office.today).person
    assert person.unit == "Bidang Informasi dan Komunikasi Publik"


def test_a_unit_that_nobody_has_yet_stands_as_typed(office, make_screen) -> None:
    arum = office.add("Arum", unit="Sekretariat")
    screen = make_screen()
    menu(screen, "Move to another unit…")
    dialog = screen.dialog()
    fill(dialog, "Work unit", "Sek")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Return)
    screen.rest()
    assert office.workplace.people.card(arum, office.today).person.unit == "Sek"


def test_service_is_marked_at_once_and_the_next_row_is_chosen(office, make_screen) -> None:
    office.add("Arum")
    bagas = office.add("Bagas")
    office.add("Citra")
    screen = make_screen()
    screen.choose("Bagas")
    menu(screen, "Mark as retired")
    screen.rest()
    screen.qtbot.waitUntil(lambda: screen.names() == ["Arum", "Citra"])
    screen.rest()
    card = office.workplace.people.card(bagas, office.today)
    assert card.person.service is Service.RETIRED
    assert "Bagas was marked as retired." in screen.words()
    screen.qtbot.waitUntil(lambda: "Citra" in screen.card())


def test_consent_is_chosen_from_the_menu(office, make_screen) -> None:
    arum = office.add("Arum")
    screen = make_screen()
    menu(screen, "Consent", "Consent withdrawn")
    screen.rest()
    person = office.workplace.people.card(arum, office.today).person
    assert person.consent is Consent.WITHDRAWN
    screen.qtbot.waitUntil(lambda: screen.rows()[0].verdict is None)


def test_a_new_nip_of_another_kind_says_why_by_itself(office, make_screen) -> None:
    office.add("Arum")
    screen = make_screen()
    press(screen, "Add")
    dialog = screen.dialog()
    fill(dialog, "NIP / NI PPPK", "199009132025212903")
    fill(dialog, "Name", "Bagas")
    save(screen, dialog)
    menu(screen, "Give a new NIP…")
    dialog = screen.dialog()
    fill(dialog, "NIP / NI PPPK", "19900913 202603 2 001")
    assert "PNS, born on 13 September 1990." in screen.words(dialog)
    save(screen, dialog)
    assert screen.rows()[1].nip == "19900913 202603 2 001"
    screen.qtbot.waitUntil(lambda: "19900913 202521 2 903, until" in screen.card())


def test_accounts_are_read_while_typed_and_written_as_one_step(office, make_screen) -> None:
    arum = office.add("Arum")
    office.account(arum, "@lama")
    screen = make_screen()
    press(screen, "Change accounts")
    dialog = screen.dialog()
    fill(dialog, "Instagram", "https://instagram.com/arum.tj?igsh=1")
    assert "@arum.tj (Instagram)" in screen.words(dialog)
    fill(dialog, "Facebook", "Arum Sekarjati Nirmala")
    assert "Looks like a name for display." in screen.words(dialog)
    none = next(
        box for box in dialog.findChildren(QCheckBox) if box.accessibleName() == "No account on X"
    )
    QTest.keyClick(none, Key.Key_Space)
    assert not field(dialog, "X").isEnabled()
    save(screen, dialog)
    instagram, facebook, x = (
        account(office, arum, one) for one in (Platform.INSTAGRAM, Platform.FACEBOOK, Platform.X)
    )
    assert instagram.handle.text == "arum.tj"
    assert (facebook.handle, facebook.written) == (None, "Arum Sekarjati Nirmala")
    assert x.stated_none
    office.workplace.undoing.undo_last()
    assert account(office, arum, Platform.INSTAGRAM).handle.text == "lama"
    assert account(office, arum, Platform.X) is None


def test_an_account_of_another_platform_is_sent_to_its_own_line(office, make_screen) -> None:
    arum = office.add("Arum")
    screen = make_screen()
    press(screen, "Add an account")
    dialog = screen.dialog()
    fill(dialog, "Instagram", "https://www.tiktok.com/@arum")
    save(screen, dialog)
    assert "This is an account on TikTok. Write it in that line." in screen.words(dialog)
    QTest.keyClick(dialog, Key.Key_Escape)
    assert office.workplace.people.card(arum, office.today).accounts == ()


def test_an_emptied_line_takes_the_account_away(office, make_screen) -> None:
    arum = office.add("Arum")
    office.account(arum, "@lama")
    office.account(arum, "", Platform.INSTAGRAM)
    assert account(office, arum, Platform.INSTAGRAM).handle is None
    assert not account(office, arum, Platform.INSTAGRAM).exists


def test_a_person_removed_meanwhile_leaves_the_list(office, make_screen) -> None:
    office.add("Arum")
    office.add("Bagas")
    screen = make_screen()
    office.workplace.undoing.undo_last()
    QTest.keyClick(screen.table, Key.Key_Down)
    screen.qtbot.waitUntil(lambda: screen.names() == ["Arum"])
    screen.rest()
