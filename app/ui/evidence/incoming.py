"""Pictures on the clipboard or in a hand that drags them, before anybody has looked inside."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from app.services.evidence.cleaning import is_picture
from app.services.evidence.keeping import Incoming, Pasted

_AS_FILES = ("image/png", "image/jpeg", "image/webp", "image/bmp")


@dataclass(frozen=True, slots=True)
class Held:
    """What is held out: files, or one picture without a name."""

    files: Sequence[Path] = ()
    content: bytes = b""
    image: QImage | None = None

    def __bool__(self) -> bool:
        return bool(self.files or self.content or self.image is not None)

    def incoming(self, called: str) -> list[Incoming]:
        """For the service, in the runner's thread: a large picture takes its time to be packed."""
        if self.files:
            return list(self.files)
        content = self.content if self.image is None else _packed(self.image)
        return [Pasted(content, called)]


def held_in(content: QMimeData | None) -> Held:
    """The pictures in what is dragged or copied; nothing where it is anything else.

    Cells that a spreadsheet copied come with a picture of themselves: where there is text, the text
    is meant. An empty clipboard is None on some systems, whatever Qt's types say.
    """
    if content is None:
        return Held()
    files = picture_files(content)
    if files or content.hasUrls() or content.hasText():
        return Held(files)
    for kind in _AS_FILES:
        if content.hasFormat(kind):
            return Held(content=bytes(content.data(kind).data()))
    image = content.imageData() if content.hasImage() else None
    return Held(image=image) if isinstance(image, QImage) and not image.isNull() else Held()


def picture_files(content: QMimeData) -> list[Path]:
    """The local files, where all of them are called as pictures are."""
    urls = content.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile()]
    return paths if len(paths) == len(urls) and all(map(is_picture, paths)) else []


def _packed(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes here
    return bytes(buffer.data().data())
