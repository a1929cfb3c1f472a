"""Which pictures the manual has: the scene of each, and how it becomes small enough to be shipped."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from installer.pictures.stage import Stage
from installer.pictures.taking import acted_where

SIZE = (1290, 720)
"""Just wide enough for a page with its right panel."""
_WIDTH = 800
_COLOURS = 96
_PAUSE = 8
_SIDEBAR, _STATUS = 180, 28

PICTURES: Mapping[str, str] = {
    "home": "home",
    "import": "import-read",
    "people": "people",
    "followers": "followers",
    "forms": "followers-forms",
    "chat": "followers-chat",
    "evidence": "people-evidence",
    "fetching-plan": "fetching-plan",
    "settings-platforms": "settings-platforms",
    "standings": "standings",
    "settings-rule": "settings-rule",
    "clarify": "clarify",
    "periods-close": "periods-close",
    "coverage": "home-coverage",
    "reports": "reports",
    "check": "reports-differs",
    "rollup": "rollup",
    "backups": "backups",
    "portable": "settings-portable",
    "privacy": "settings-privacy",
    "settings": "settings",
}
"""The scene of each file, without `.png`."""


def take_manual_pictures(folder: Path, code: str) -> Iterator[Path]:
    """Paints the pictures of one language into `folder`, anew."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    files = {scene: name for name, scene in PICTURES.items()}
    stage = Stage(QApplication([]), code, "light", SIZE, _PAUSE)
    for scene in acted_where(stage, files.__contains__):
        target = folder / f"{files[scene.name]}.png"
        _shrink(_what_matters(stage)).save(target, optimize=True)
        yield target
    stage.leave()


def _what_matters(stage: Stage) -> QPixmap:
    """A dialog alone, or the page without what stands around it in every picture."""
    over = [one for one in stage.over() if isinstance(one, QDialog)]
    if over:
        return over[-1].grab()
    return stage.window.grab(stage.window.rect().adjusted(_SIDEBAR, 0, 0, -_STATUS))


def _shrink(picture: QPixmap) -> Image.Image:
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(kept, "PNG")
    made = Image.open(BytesIO(kept.data().data())).convert("RGB")
    if made.width > _WIDTH:
        high = round(made.height * _WIDTH / made.width)
        made = made.resize((_WIDTH, high), Image.Resampling.LANCZOS)
    return made.quantize(_COLOURS, dither=Image.Dither.NONE)
