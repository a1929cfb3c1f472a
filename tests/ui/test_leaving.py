"""The program ends in peace, whatever was copied last."""

import subprocess
import sys

COPIED_AND_ENDED = """
from PySide6.QtWidgets import QApplication
from app.ui.leaving import hand_over_clipboard
from app.ui.table.clipboard import Copied, to_mime

application = QApplication([])
clipboard = QApplication.clipboard()
clipboard.setMimeData(to_mime([[Copied("a"), Copied("b")], [Copied("c"), Copied("d")]]))
hand_over_clipboard()
assert clipboard.text() == "a\\tb\\nc\\td"
"""


def test_a_copied_block_does_not_crash_the_end_and_its_text_stays() -> None:
    ended = subprocess.run([sys.executable, "-c", COPIED_AND_ENDED], check=False)
    assert ended.returncode == 0


PICTURE_COPIED_AND_ENDED = """
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from app.ui.leaving import hand_over_clipboard

application = QApplication([])
clipboard = QApplication.clipboard()
picture = QImage(4, 3, QImage.Format.Format_RGB32)
picture.fill(0xFF00FF)
clipboard.setImage(picture)
hand_over_clipboard()
assert clipboard.image().size() == picture.size()
"""


def test_a_copied_picture_stays_for_whoever_pastes_it_after_the_end() -> None:
    ended = subprocess.run([sys.executable, "-c", PICTURE_COPIED_AND_ENDED], check=False)
    assert ended.returncode == 0


NOTHING_COPIED_AND_ENDED = """
from PySide6.QtWidgets import QApplication
from app.ui.leaving import hand_over_clipboard

application = QApplication([])
hand_over_clipboard()
"""


def test_the_end_is_in_peace_where_nothing_was_ever_copied() -> None:
    ended = subprocess.run([sys.executable, "-c", NOTHING_COPIED_AND_ENDED], check=False)
    assert ended.returncode == 0
