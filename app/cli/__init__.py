"""The same services without a window: DESIGN section 6, called by people and other programs."""

from app.cli.arguments import COMMANDS, WindowAsked, window_asked
from app.cli.commands import CommandLine

__all__ = ["COMMANDS", "CommandLine", "WindowAsked", "window_asked"]
