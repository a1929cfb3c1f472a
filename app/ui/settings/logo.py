"""The field with the office's logo: the picture, Choose, Remove, what was wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.parts.buttons import Button, quiet_button
from app.ui.parts.text import label
from app.ui.theme.theme import Theme
from app.wording.language import Language

_SIDE = 72
_PICTURE = 60


class LogoField(QWidget):
    """Shows what is stored; choosing and storing are the card's."""

    choose_asked = Signal()
    remove_asked = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = Button(theme, language.say("Choose a logo"), icon="image", small=True)
        self._remove = quiet_button(theme, language.say("Remove"))
        self._hint = label(theme, font="small", wrap=True)
        frame = QFrame()
        frame.setProperty("role", "card")
        frame.setFixedSize(_SIDE, _SIDE)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._picture)
        buttons = QHBoxLayout()
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(buttons)
        right.addWidget(self._hint)
        right.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(10)
        row.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self._choose.clicked.connect(self.choose_asked)
        self._remove.clicked.connect(self.remove_asked)

    def show_logo(self, content: bytes) -> None:
        """PNG or JPEG bytes; empty for an office without a logo."""
        say = self._language.say
        pixmap = QPixmap()
        pixmap.loadFromData(content)
        if pixmap.isNull():
            self._picture.setPixmap(self._theme.icon("image", "text_3", 24).pixmap(24, 24))
        else:
            ratio = self.devicePixelRatioF()
            side = round(_PICTURE * ratio)
            small = pixmap.scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            small.setDevicePixelRatio(ratio)
            self._picture.setPixmap(small)
        has_logo = not pixmap.isNull()
        self._picture.setAccessibleName(say("Logo") if has_logo else say("No logo"))
        self._choose.set_words(say("Change the logo") if has_logo else say("Choose a logo"))
        self._remove.setVisible(has_logo)
        self._say(say("PNG or JPEG, printed 22 mm high"), "text_2")

    def complain(self, words: str) -> None:
        """Why the chosen file is not taken."""
        self._say(words, "error_text")

    def _say(self, words: str, tone: str) -> None:
        self._hint.setText(words)
        self._hint.setProperty("tone", tone)
        self._hint.style().polish(self._hint)
