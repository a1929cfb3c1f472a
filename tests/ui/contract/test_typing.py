"""The contract where cells are typed into: every table for editing, key by key."""

from tests.ui.contract.desk import CTRL, SHIFT, Hands, Key


def test_any_character_replaces_what_stood_there_and_enter_goes_down(hands: Hands) -> None:
    (text, *_) = hands.table.texts
    hands.type(text)
    hands.press(Key.Key_Return)
    assert hands.text(0, hands.left) == text
    assert hands.at == (1, hands.left)


def test_f2_opens_the_text_and_escape_leaves_it(hands: Hands) -> None:
    (text, *_) = hands.table.texts
    hands.type(text)
    hands.press(Key.Key_Return)
    hands.go(0, hands.left)
    hands.press(Key.Key_F2)
    editor = hands.editor()
    assert editor is not None
    assert editor.text() == text
    hands.type("9")
    hands.press(Key.Key_Escape)
    assert hands.editor() is None
    assert hands.text(0, hands.left) == text
    assert hands.at == (0, hands.left)


def test_after_a_run_of_tabs_enter_goes_back_to_its_first_column(hands: Hands) -> None:
    one, two, three, _ = hands.table.texts
    hands.type(one)
    hands.press(Key.Key_Tab)
    hands.type(two)
    hands.press(Key.Key_Return)
    assert hands.at == (1, hands.left)
    hands.type(three)
    hands.press(Key.Key_Return)
    assert hands.cells(2) == [[one, two], [three, hands.text(1, hands.right)]]
    assert hands.at == (2, hands.left)


def test_what_is_saved_meanwhile_takes_no_text_out_of_a_hand(hands: Hands) -> None:
    one, two, *_ = hands.table.texts
    hands.type(one)
    hands.press(Key.Key_Tab, wait=False)
    hands.type(two[:-1])
    hands.desk.settle()
    editor = hands.editor()
    assert editor is not None
    assert editor.text() == two[:-1]
    hands.type(two[-1])
    hands.press(Key.Key_Return)
    assert hands.cells(1) == [[one, two]]
    assert hands.at == (1, hands.left)


def test_an_arrow_commits_what_was_typed_and_moves(hands: Hands) -> None:
    text = hands.table.texts[0]
    for key, down, right in (
        (Key.Key_Up, -1, 0),
        (Key.Key_Down, 1, 0),
        (Key.Key_Right, 0, 1),
    ):
        hands.go(1 if down < 0 else 2, hands.left)
        row, column = hands.at
        hands.type(text)
        hands.press(key)
        assert hands.text(row, column) == text
        assert hands.at == (row + down, column + right)


def test_after_f2_an_arrow_moves_in_the_text(hands: Hands) -> None:
    hands.press(Key.Key_F2)
    hands.press(Key.Key_Left)
    assert hands.editor() is not None
    hands.press(Key.Key_Escape)
    assert hands.at == (0, hands.left)


def test_delete_and_backspace_clear_the_block(hands: Hands) -> None:
    for row, key in ((0, Key.Key_Delete), (1, Key.Key_Backspace)):
        hands.select((row, hands.left), (row, hands.right))
        hands.copy("\t".join(hands.table.texts[:2]))
        hands.press(Key.Key_V, CTRL)
        hands.select((row, hands.left), (row, hands.right))
        hands.press(key)
        # Of a count the entry is taken back: what was counted before stands again.
        assert not set(hands.cells(2)[row]) & set(hands.table.texts)


def test_shift_enter_and_shift_tab_go_the_other_way(hands: Hands) -> None:
    hands.go(1, hands.right)
    hands.type(hands.table.texts[0])
    hands.press(Key.Key_Backtab, SHIFT)
    assert hands.at == (1, hands.left)
    hands.type(hands.table.texts[1])
    hands.press(Key.Key_Return, SHIFT)
    assert hands.at == (0, hands.left)
    assert hands.cells(2)[1] == [hands.table.texts[1], hands.table.texts[0]]


def test_ctrl_s_takes_the_open_cell_and_says_that_all_is_saved(hands: Hands) -> None:
    (text, *_) = hands.table.texts
    hands.type(text)
    hands.press(Key.Key_S, CTRL)
    assert hands.editor() is None
    assert hands.text(0, hands.left) == text
