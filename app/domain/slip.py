"""One slip of the finger between two words."""


def one_slip(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours exchanged; False where they are equal."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short = min(len(one), len(other))
    start = next((at for at in range(short) if one[at] != other[at]), short)
    rest, behind = one[start:], other[start:]
    if rest[1:] == behind[1:] or rest[1:] == behind or rest == behind[1:]:
        return True
    return rest[:2] == behind[:2][::-1] and rest[2:] == behind[2:]
