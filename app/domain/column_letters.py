"""What a spreadsheet calls its columns."""


def column_letters(index: int) -> str:
    """A, B ... Z, AA ...: `index` is 0-based."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
