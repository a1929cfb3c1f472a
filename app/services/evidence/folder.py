"""The folder of pictures beside the database: one file for each, named by its hash."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.domain.errors import FileUnreadable, PictureDamaged, PictureMissing
from app.domain.evidence import Picture, is_name_of_picture
from app.services.evidence.cleaning import Cleaned, is_whole, thumbnail_of
from app.workbooks.writing.safe_file import meaning_of, replacing

_SMALL = "kecil"


class PictureFolder:
    """`kantor.db` keeps its pictures in `kantor-bukti`; thumbnails in a folder inside it."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(f"{database.stem}-bukti")

    def store(self, cleaned: Cleaned) -> None:
        """Writes picture and thumbnail, whole or not at all; heals what is missing or damaged.

        Raises:
            FileError: the disk is full or failed, or nothing may be written there.
        """
        self._make()
        target = self.file_of(cleaned.picture)
        if not self._stands(cleaned.picture):
            with replacing(target) as place:
                place.write_bytes(cleaned.content)
        small = self._small_of(cleaned.picture)
        with replacing(small) as place:
            place.write_bytes(cleaned.small)

    def read(self, picture: Picture) -> bytes:
        """The stored picture, exactly as it was stored.

        Raises:
            PictureMissing: the file is gone.
            PictureDamaged: it is not what was stored: a defect of the disk, or somebody's hand.
            FileUnreadable: the computer does not let it be read.
        """
        path = self.file_of(picture)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise PictureMissing from None
        except OSError as error:
            raise FileUnreadable(path) from error
        if not is_whole(content, picture):
            raise PictureDamaged
        return content

    def small(self, picture: Picture) -> bytes:
        """The thumbnail (PNG), made from the picture itself: what is damaged is not shown as whole.

        Raises:
            AppError: the picture is missing, damaged or unreadable.
        """
        path = self._small_of(picture)
        if not self._stands(picture):
            self.read(picture)
        with suppress(OSError):
            return path.read_bytes()
        return thumbnail_of(self.read(picture))

    def file_of(self, picture: Picture) -> Path:
        """Where a picture lies.

        Raises:
            PictureMissing: a name that none of ours has, of a database that somebody wrote by
                hand: it could lead out of the folder.
        """
        if not is_name_of_picture(picture.file_name):
            raise PictureMissing
        return self.path / picture.file_name

    def files(self) -> list[Path]:
        """Every picture that lies there, by name; thumbnails and strange files are left out."""
        if not self.path.is_dir():
            return []
        return sorted(one for one in self.path.iterdir() if is_name_of_picture(one.name))

    def remove(self, files: Iterable[Path]) -> int:
        """Removes pictures with their thumbnails; gives how many went."""
        gone = 0
        for path in files:
            small = self.path / _SMALL / f"{path.stem}.png"
            try:
                small.unlink(missing_ok=True)
                path.unlink(missing_ok=True)
            except OSError as error:
                raise meaning_of(error, path) from error
            gone += 1
        return gone

    def remove_whole(self) -> None:
        """Removes everything of ours, and the folder where nothing else lies in it."""
        self.remove(self.files())
        for folder in (self.path / _SMALL, self.path):
            with suppress(OSError):
                folder.rmdir()

    def _stands(self, picture: Picture) -> bool:
        path = self.file_of(picture)
        with suppress(OSError):
            return is_whole(path.read_bytes(), picture)
        return False

    def _small_of(self, picture: Picture) -> Path:
        return self.file_of(picture).parent / _SMALL / f"{picture.sha256}.png"

    def _make(self) -> None:
        folder = self.path / _SMALL
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise meaning_of(error, folder) from error
