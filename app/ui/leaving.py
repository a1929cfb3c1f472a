"""What has to be put in order before Python ends under Qt."""

from PySide6.QtGui import QGuiApplication


def hand_over_clipboard() -> None:
    """Leaves on the clipboard only what Qt made itself: a picture, or the text.

    A copied table belongs to Python, which is gone when Qt looks at the clipboard for the last
    time: the process ended with a segmentation fault (PySide6 6.9.3, offscreen). It can go when
    `setMimeData` takes its data over for good.
    """
    clipboard = QGuiApplication.clipboard()
    # Asked for what lies there, not for `mimeData()`: of an empty clipboard that is nothing at all.
    if not clipboard.image().isNull() and not clipboard.text():
        return
    # Without a screen nobody else has a clipboard, and Qt does not say that it owns this one.
    if clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen":
        clipboard.setText(clipboard.text())
