"""The program: a window without arguments, the command line with a command."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Starts either face of the program; gives the exit code."""
    from app.bootstrap import run

    return run(list(sys.argv[1:] if arguments is None else arguments))


if __name__ == "__main__":
    sys.exit(main())
