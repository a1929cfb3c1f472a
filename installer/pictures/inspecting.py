"""Goes through the scenes and writes down what cannot be read in them, and what was to be seen."""

from collections import defaultdict
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from installer.pictures.legible import faults, focusable, hides_focus, pale_words, shown
from installer.pictures.lettered import letter_faults
from installer.pictures.resting import restless
from installer.pictures.screens import window_size
from installer.pictures.spoken import spoken_faults
from installer.pictures.stage import Stage
from installer.pictures.taking import acted

_PAUSE = 1
_LOOKS = 4


@dataclass(slots=True)
class Seen:
    """`faults`: the scenes of each; `shown`: the classes of our own that were to be seen.

    `menus`: the modules of the widgets whose menus were open.
    """

    scenes: int = 0
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    shown: set[str] = field(default_factory=set)
    menus: set[str] = field(default_factory=set)


def inspect(
    code: str, look: str, scale: float, only: str = "", screen: tuple[int, int] | None = None
) -> Seen:
    """Every scene in one language, look and scale."""
    seen = Seen()
    focused: set[tuple[object, ...]] = set()
    application = QApplication([])
    stage = Stage(application, code, look, window_size(scale, screen), _PAUSE)
    for scene in acted(stage, only):
        seen.scenes += 1
        # Painted only when it is looked at: half of the time goes into pictures nobody sees.
        stage.window.setUpdatesEnabled(True)
        # What lies under a dialog is inspected in a scene of its own.
        for top in stage.over() or [stage.window]:
            seen.shown |= {name for one in shown(top) if (name := _own_name(one))}
            found = [*_settled(stage, top), *pale_words(top, top.grab().toImage())]
            found += [*letter_faults(top), *spoken_faults(top), *restless(application)]
            found += [words for widget in focusable(top) if (words := _unseen(widget, focused))]
            for fault in found:
                seen.faults[fault].append(scene.name)
            if isinstance(top, QMenu):
                seen.menus |= {type(top.parent()).__module__, type(top).__module__}
        stage.window.setUpdatesEnabled(False)
    stage.leave()
    return seen


def _settled(stage: Stage, top: QWidget) -> list[str]:
    """What is still so once the window has been laid out anew: words may have come last."""
    for _ in range(_LOOKS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        found = faults(top)
        if not found:
            break
        stage.rest()
    return found


def _own_name(widget: QWidget) -> str:
    kind = type(widget)
    own = kind.__module__.startswith("app.")
    return f"{kind.__module__}.{kind.__qualname__}" if own else ""


def _unseen(widget: QWidget, known: set[tuple[object, ...]]) -> str:
    """What is wrong with the look of the focus; of widgets that are alike only one is tried."""
    alike = type(widget), widget.property("role"), widget.property("small")
    if alike in known:
        return ""
    known.add(alike)
    return f"the focus of {type(widget).__name__} is not seen" if hides_focus(widget) else ""
