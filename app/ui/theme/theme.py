"""One look of the window: its colours, letters and icons, put on the application at once."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.ui.theme.fonts import Fonts, load_fonts
from app.ui.theme.icons import Icons
from app.ui.theme.sheet import style_sheet
from app.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

LOOKS: Mapping[str, Tokens] = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}
"""The looks by the name that is kept in the settings."""


class Theme:
    """A look. It does not change: another look means another Theme and a rebuilt window."""

    def __init__(self, name: str, fonts: Fonts, icons: Icons) -> None:
        self.name = name
        self.tokens = LOOKS[name]
        self.fonts = fonts
        self._icons = icons
        self._letters: dict[str, tuple[QFont, QFontMetrics]] = {}
        for role in fields(fonts):
            font: QFont = getattr(fonts, role.name)
            self._letters[role.name] = (font, QFontMetrics(font))
        self._colours = {
            field.name: QColor(getattr(self.tokens, field.name)) for field in fields(self.tokens)
        }

    @property
    def high_contrast(self) -> bool:
        """Whether fills must be told apart by pattern, not by shade."""
        return self.name == "high_contrast"

    def colour(self, tone: str) -> QColor:
        """The colour of a token by its name, such as "text_2"."""
        return self._colours[tone]

    def font(self, role: str) -> QFont:
        """The font of a role of Fonts by its name, such as "small_medium"."""
        return self._letters[role][0]

    def metrics(self, role: str) -> QFontMetrics:
        """How wide words are in a role's font; kept, since every cell of a table asks."""
        return self._letters[role][1]

    def icon(self, name: str, tone: str = "text", size: int = 18) -> QIcon:
        """The icon `name` of resources/icons in a token's colour; `size` in pixels at 100 %."""
        return self._icons.icon(name, self._colours[tone].name(), size)

    def pixmap(self, name: str, tone: str, size: int, ratio: float) -> QPixmap:
        """The same as a picture; `ratio` is the device pixel ratio of what it is painted on."""
        return self._icons.pixmap(name, self._colours[tone].name(), size, ratio)

    def app_icon(self) -> QIcon:
        """Gaung's own sign, for the task bar and the title bar."""
        icon = QIcon()
        for size in (16, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(self._icons.pixmap("gaung", LIGHT.accent, size, 1.0))
        return icon

    def app_mark(self, size: int, ratio: float) -> QPixmap:
        """Gaung's sign as a picture in the window."""
        return self._icons.mark(self.tokens.accent, self.tokens.on_accent, size, ratio)


def load_theme(name: str, resources: Path) -> Theme:
    """The look called `name` (an unknown name is the light one); needs a QApplication.

    "system" is the light or the dark one, as the computer has it.
    """
    if name == "system":
        name = look_of_system()
    known = name if name in LOOKS else "light"
    icons = Icons(resources / "icons", LOOKS[known].disabled)
    return Theme(known, load_fonts(resources / "fonts"), icons)


def look_of_system() -> str:
    """The look that the computer wears now; light where it does not say."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def apply_theme(application: QApplication, theme: Theme, resources: Path) -> None:
    """Dress the whole application: Fusion, the palette first, then one style sheet."""
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(palette(theme.tokens))
    application.setFont(theme.fonts.body)
    application.setStyleSheet(style_sheet(theme.tokens, theme.name, resources / "icons"))
    application.setWindowIcon(theme.app_icon())


def palette(tokens: Tokens) -> QPalette:
    """The colours that Qt's own and native dialogs take over."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.zebra,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text_3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.error_text,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.surface_2,
        role.Mid: tokens.border,
        role.Dark: tokens.border_strong,
        role.Shadow: tokens.border_strong,
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.disabled))
    return made
