"""A logo is a PNG or JPEG that can be printed; everything else is refused by its kind."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import FileMissing, NotAFile
from app.services.job import Job
from app.services.logo import MOST_BYTES, LogoFlaw, read_logo


def picture(kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 60), "navy").save(out, kind)
    return out.getvalue()


def read(folder: Path, content: bytes) -> bytes | LogoFlaw:
    path = folder / "logo.png"
    path.write_bytes(content)
    return read_logo(path, Job.quiet())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_taken_as_it_is(tmp_path: Path, kind: str) -> None:
    assert read(tmp_path, picture(kind)) == picture(kind)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", picture("GIF"), picture("PNG")[:60], b"<svg/>"],
    ids=["empty", "pdf", "gif", "cut off", "svg"],
)
def test_what_cannot_be_printed_is_no_logo(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) is LogoFlaw.NOT_A_PICTURE


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    assert read(tmp_path, picture("PNG") + b"0" * MOST_BYTES) is LogoFlaw.TOO_LARGE


def test_a_logo_that_is_gone_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_logo(tmp_path / "gone.png", Job.quiet())
    with pytest.raises(NotAFile):
        read_logo(tmp_path, Job.quiet())
