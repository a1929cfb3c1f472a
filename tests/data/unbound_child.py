"""The reading child on a system that refuses to bound memory, as macOS does."""

import resource

from app.workbooks.reading import child

_bound = resource.setrlimit


def _refuse(kind: int, limits: tuple[int, int]) -> None:
    if kind == resource.RLIMIT_AS:
        raise ValueError("current limit exceeds maximum limit")
    _bound(kind, limits)


resource.setrlimit = _refuse

if __name__ == "__main__":
    child.main()
