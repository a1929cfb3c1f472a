"""Goes through the scenes and writes down what cannot be read in them, and what was to be seen."""

from collections import defaultdict
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from installer.pictures.legible import faults, focusable, hides_focus, pale_words, shown
from installer.pictures.screens import window_size
from installer.pictures.stage import Stage
from installer.pictures.taking import acted

_PAUSE = 1


@dataclass(slots=True)
class Seen:
    """`faults`: the scenes of each; `shown`: the classes of our own that were to be seen."""

    scenes: int = 0
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    shown: set[str] = field(default_factory=set)


def inspect(code: str, look: str, scale: float, only: str = "") -> Seen:
    """Every scene in one language, look and scale."""
    seen = Seen()
    focused: set[tuple[object, ...]] = set()
    stage = Stage(QApplication([]), code, look, window_size(scale), _PAUSE)
    for scene in acted(stage, only):
        seen.scenes += 1
        # Numbers that came last have made their buttons wider: laid out before it is judged.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for top in [stage.window, *stage.over()]:
            found = [*faults(top), *pale_words(top, top.grab().toImage())]
            found += [words for widget in focusable(top) if (words := _unseen(widget, focused))]
            for fault in found:
                seen.faults[fault].append(scene.name)
            seen.shown |= {
                f"{type(one).__module__}.{type(one).__qualname__}"
                for one in shown(top)
                if type(one).__module__.startswith("app.")
            }
    return seen


def _unseen(widget: QWidget, known: set[tuple[object, ...]]) -> str:
    """What is wrong with the look of the focus; of widgets that are alike only one is tried."""
    alike = type(widget), widget.property("role"), widget.property("small")
    if alike in known:
        return ""
    known.add(alike)
    return f"the focus of {type(widget).__name__} is not seen" if hides_focus(widget) else ""
