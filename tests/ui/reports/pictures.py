"""Compares painted pages: the same dots, but for the last bit of rounding."""

from PySide6.QtGui import QImage

_ROUNDING = 2


def alike(one: QImage, other: QImage) -> bool:
    """Whether no part of any dot differs by more than rounding."""
    form = QImage.Format.Format_RGB32
    a, b = (each.convertToFormat(form) for each in (one, other))
    if a.size() != b.size():
        return False
    pairs = zip(bytes(a.constBits()), bytes(b.constBits()), strict=True)
    return all(abs(mine - theirs) <= _ROUNDING for mine, theirs in pairs)
