"""One thing that can be done, as the palette shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """`where`: the page it belongs to. `reason`: why it cannot be done now; nothing where it can.

    `names` is what it is found by: its words in every language; `around`: those of its page.
    """

    words: str
    where: str
    names: Sequence[str]
    act: Callable[[], object]
    keys: str = ""
    reason: str = ""
    around: Sequence[str] = ()

    @property
    def possible(self) -> bool:
        """Whether Enter does it."""
        return not self.reason
