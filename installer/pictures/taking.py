"""Opens window after window and hands out scene after scene, or paints them into files."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from installer.pictures.between_offices import BETWEEN_OFFICES
from installer.pictures.deciding import BACKUPS, CLARIFYING, PERIODS
from installer.pictures.fetching import FETCHING
from installer.pictures.followers import FAST_ENTRY, FOLLOWERS
from installer.pictures.helping import HELPING
from installer.pictures.home import FIRST_RUN, HOME
from installer.pictures.importing import FIRST_IMPORT, IMPORT
from installer.pictures.people import PEOPLE, STILL_READ
from installer.pictures.portable import PORTABLE, VIEWING
from installer.pictures.scene import Room, Scene
from installer.pictures.screens import window_size
from installer.pictures.settings import PROMPTS, SETTINGS
from installer.pictures.stage import Stage
from installer.pictures.standings import REPORTS, STANDINGS

ROOMS: tuple[Room, ...] = (
    FIRST_RUN,
    FIRST_IMPORT,
    HOME,
    STILL_READ,
    PEOPLE,
    IMPORT,
    FOLLOWERS,
    FAST_ENTRY,
    FETCHING,
    STANDINGS,
    REPORTS,
    BETWEEN_OFFICES,
    SETTINGS,
    PROMPTS,
    HELPING,
    PERIODS,
    CLARIFYING,
    BACKUPS,
    PORTABLE,
    VIEWING,
)
_PAUSE = 8


def acted(stage: Stage, only: str = "") -> Iterator[Scene]:
    """Brings the window into one scene after the other; `only`: whose names begin with it."""
    for room in ROOMS:
        if not any(scene.name.startswith(only) for scene in room.scenes):
            continue
        stage.open(room.cast)
        for scene in room.scenes:
            _act(stage, room, scene)
            if scene.name.startswith(only):
                yield scene
        stage.close()


def acted_where(stage: Stage, wanted: Callable[[str], bool]) -> Iterator[Scene]:
    """Only these scenes, each without those that come before it in its room."""
    for room in ROOMS:
        chosen = [scene for scene in room.scenes if wanted(scene.name)]
        if not chosen:
            continue
        stage.open(room.cast)
        for scene in chosen:
            _act(stage, room, scene)
            yield scene
        stage.close()


def _act(stage: Stage, room: Room, scene: Scene) -> None:
    stage.tidy()
    stage.go(room.page)
    scene.act(stage)


def take_pictures(
    folder: Path,
    code: str,
    look: str,
    scale: float,
    only: str = "",
    screen: tuple[int, int] | None = None,
) -> Iterator[Path]:
    """Paints every scene into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(QApplication([]), code, look, window_size(scale, screen), _PAUSE)
    for scene in acted(stage, only):
        target = folder / f"{scene.name}-{code}-{look}-{round(scale * 100)}.png"
        stage.picture().save(str(target))
        yield target
    stage.leave()
