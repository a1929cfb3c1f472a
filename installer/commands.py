"""Runs other programs for the set-up: quietly when all is well, with their last lines when not."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

LAST_LINES = 15
"""So much of a failed program's output is worth showing."""


class CommandError(Exception):
    """A program ended with something else than 0; `output` is what it said, both streams."""

    def __init__(self, command: Sequence[str], output: str) -> None:
        super().__init__(f"{Path(command[0]).name} failed")
        self.output = output

    @property
    def last_lines(self) -> str:
        """The end of the output, where programs say what went wrong."""
        return "\n".join(self.output.strip().splitlines()[-LAST_LINES:])


def run_quietly(
    command: Sequence[str], folder: Path, settings: Mapping[str, str] | None = None
) -> None:
    """Run `command` in `folder` to its end, with `settings` added to its environment.

    Raises:
        CommandError: it could not be started or did not end with 0.
    """
    try:
        ended = subprocess.run(
            command,
            cwd=folder,
            env={**clean_surroundings(), **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise CommandError(command, str(error)) from error
    if ended.returncode != 0:
        raise CommandError(command, ended.stdout)


def clean_surroundings() -> dict[str, str]:
    """The environment without what would lead the Python of `.venv` to other packages."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    }
