"""Builds every object once and hands it down; the only place that knows all floors."""

from datetime import date

from app import paths
from app.bootstrap.offices import window_begun, window_offices
from app.bootstrap.workplaces import locale_folder, look_into, open_safety, open_workplace
from app.cli import COMMANDS, CommandLine, window_asked
from app.wording.language import LANGUAGES, Language
from app.workbooks.people import CHILD
from app.workbooks.reading.ahead import ReadAhead

__all__ = [
    "locale_folder",
    "look_into",
    "open_safety",
    "open_workplace",
    "run",
    "window_begun",
    "window_offices",
]


def run(arguments: list[str]) -> int:
    """Runs the command line where a command is given, else the window; gives the exit code."""
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help")):
        language = Language(LANGUAGES[0], locale_folder())
        with ReadAhead(CHILD) as ahead:
            command_line = CommandLine(
                # What makes an office where none stands is what writes into it, and does so alone.
                lambda path, create: open_workplace(
                    path, create=create, language=language, ahead=ahead, alone=create
                ),
                open_safety,
                ahead.begin,
                language,
                date.today(),
                lambda path: open_workplace(path, create=False, language=language, alone=True),
            )
            return command_line.run(arguments)
    return _run_window(arguments)


def _run_window(arguments: list[str]) -> int:
    try:
        asked = window_asked(arguments)
    except SystemExit as stop:  # argparse has printed its complaint
        return int(stop.code or 0)
    # The window pulls in Qt: the command line must start without it.
    from app.bootstrap.log import start_log
    from app.bootstrap.on_stick import at_home_with

    own = paths.own_database()
    with at_home_with(asked.database, viewing=asked.look) as portable:
        paths.log_folder().mkdir(parents=True, exist_ok=True)
        start_log()
        first = paths.sample_database() if asked.sample else asked.database
        with window_begun(first, own, portable) as offices:
            from app.ui.running import run_window

            return run_window(
                offices,
                database=asked.database,
                sample=asked.sample,
                files=asked.files,
                viewing=asked.look,
            )
