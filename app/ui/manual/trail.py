"""Where a reader has been: back and forward, as in a browser."""


class Trail:
    """Anchors in the order they were read; going on from the middle forgets what lay ahead."""

    def __init__(self) -> None:
        self._been: list[str] = []
        self._at = -1

    @property
    def here(self) -> str:
        """What is read now; nothing before the first."""
        return self._been[self._at] if self._been else ""

    @property
    def can_go_back(self) -> bool:
        """Whether something was read before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a way that was gone back."""
        return self._at < len(self._been) - 1

    def go(self, anchor: str) -> None:
        """To another place; the same one again is no step."""
        if anchor == self.here:
            return
        self._been = [*self._been[: self._at + 1], anchor]
        self._at += 1

    def go_back(self) -> bool:
        """False where there is nothing before."""
        if not self.can_go_back:
            return False
        self._at -= 1
        return True

    def go_forward(self) -> bool:
        """False where nothing was gone back."""
        if not self.can_go_forward:
            return False
        self._at += 1
        return True
