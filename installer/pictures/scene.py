"""What a picture shows: one state of the window, and the way to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from installer.pictures.stage import Cast, Stage


@dataclass(frozen=True, slots=True)
class Scene:
    """`name` is the beginning of the file's name; `act` brings the window into the state."""

    name: str
    act: Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Room:
    """Scenes that share one window, in this order; `page` is brought to the front before each."""

    page: str
    scenes: Sequence[Scene]
    cast: Cast = Cast.SAMPLE
