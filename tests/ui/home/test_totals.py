"""The four numbers at the top of the first page."""

from app.ui.home.totals import Total, TotalButton


def test_what_is_said_later_and_then_again_stands_there_once(theme, qtbot):
    button = TotalButton(theme, "users")
    qtbot.addWidget(button)
    button.show_total(Total("Qualify", "57", "37.3%"))
    button.say_later("1 fewer than in October")
    button.say_later("1 fewer than in October")
    assert button.accessibleDescription() == "37.3%, 1 fewer than in October"
