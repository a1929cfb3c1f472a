"""What works on every page: its name, its keys. Keys, help menu, list of keys and palette read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.wording.language import Words


@dataclass(frozen=True, slots=True)
class WindowCommand:
    """`keys`: the first is shown; clerks know others too. `in_help`: it stands in the help menu."""

    key: str
    words: Words
    keys: Sequence[str] = ()
    in_help: bool = False


WINDOW_COMMANDS: Sequence[WindowCommand] = (
    WindowCommand("palette", lambda say: say("All commands"), ("Ctrl+Shift+P",), in_help=True),
    WindowCommand("help", lambda say: say("Help for what is shown"), ("F1",), in_help=True),
    WindowCommand("contents", lambda say: say("Contents of the help"), in_help=True),
    WindowCommand("keys", lambda say: say("Keyboard shortcuts"), in_help=True),
    WindowCommand("about", lambda say: say("About Gaung"), in_help=True),
    WindowCommand("next_part", lambda say: say("Next part of the window"), ("F6",)),
    WindowCommand("previous_part", lambda say: say("Previous part of the window"), ("Shift+F6",)),
    WindowCommand("open", lambda say: say("Import a file"), ("Ctrl+O",)),
    WindowCommand("search", lambda say: say("Search on this page"), ("Ctrl+F",)),
    WindowCommand("undo", lambda say: say("Undo the last change"), ("Ctrl+Z",)),
    # Redo is one or the other, by the system; clerks know both.
    WindowCommand("redo", lambda say: say("Do again what was undone"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    WindowCommand("save", lambda say: say("Says that everything is saved"), ("Ctrl+S",)),
)
