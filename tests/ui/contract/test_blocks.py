"""The contract for blocks: copied, cut, pasted, filled, cleared, and all of it taken back."""

from tests.ui.contract.desk import CTRL, SHIFT, Hands, Key


def pasted(hands: Hands) -> list[list[str]]:
    """A block of two by two, pasted with its corner at the cursor."""
    one, two, three, four = hands.table.texts
    hands.copy(f"{one}\t{two}\r\n{three}\t{four}\r\n")
    hands.press(Key.Key_V, CTRL)
    return [[one, two], [three, four]]


def test_a_block_is_pasted_with_its_corner_at_the_cursor_and_comes_back_in_one_step(
    hands: Hands,
) -> None:
    before = hands.cells(3)
    block = pasted(hands)
    assert hands.cells(3) == [*block, before[2]]
    hands.press(Key.Key_Z, CTRL)
    assert hands.cells(3) == before
    hands.press(Key.Key_Y, CTRL)
    assert hands.cells(3) == [*block, before[2]]


def test_a_block_is_copied_as_lines_of_tabs_without_a_newline_at_the_end(hands: Hands) -> None:
    block = pasted(hands)
    hands.select((0, hands.left), (1, hands.right))
    hands.press(Key.Key_C, CTRL)
    assert hands.copied == "\n".join("\t".join(line) for line in block)


def test_cut_copies_and_empties(hands: Hands) -> None:
    pasted(hands)
    hands.go(0, hands.left)
    hands.press(Key.Key_X, CTRL)
    assert hands.copied == hands.table.texts[0]
    assert hands.text(0, hands.left) != hands.table.texts[0]


def test_one_value_fills_the_selection_as_one_step(hands: Hands) -> None:
    before = hands.cells(3)
    hands.select((0, hands.left), (2, hands.left))
    hands.copy(hands.table.texts[0])
    hands.press(Key.Key_V, CTRL)
    assert hands.column(hands.left, 3) == [hands.table.texts[0]] * 3
    hands.press(Key.Key_Z, CTRL)
    assert hands.cells(3) == before


def test_ctrl_d_fills_down(hands: Hands) -> None:
    hands.type(hands.table.texts[0])
    hands.press(Key.Key_Return)
    hands.select((0, hands.left), (2, hands.left))
    hands.press(Key.Key_D, CTRL)
    assert hands.column(hands.left, 3) == [hands.table.texts[0]] * 3


def test_a_block_is_never_cropped_without_a_word(hands: Hands) -> None:
    hands.desk.prompts.agree = False
    last = hands.rows - 1
    before = hands.cells(hands.rows)
    hands.go(last, hands.left)
    pasted(hands)
    assert len(hands.desk.prompts.questions) == 1
    assert hands.cells(hands.rows) == before


def test_a_selected_block_is_still_selected_after_it_was_filled(hands: Hands) -> None:
    hands.press(Key.Key_Down, SHIFT)
    hands.press(Key.Key_Right, SHIFT)
    hands.copy(hands.table.texts[0])
    hands.press(Key.Key_V, CTRL)
    hands.press(Key.Key_C, CTRL)
    assert hands.copied.split() == [hands.table.texts[0]] * 4
