"""What a table remembers from day to day: widths, order, hidden columns, sort, filters."""

import json
from dataclasses import dataclass, field
from typing import Protocol


class TableMemory(Protocol):
    """Where the remembered texts are kept; the page gets it from the settings."""

    def load(self, key: str) -> str | None:
        """What was saved under `key`."""

    def save(self, key: str, text: str) -> None:
        """Keep `text` under `key`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as the person arranged it; columns by key, widths in pixels at 100 %."""

    widths: dict[str, int] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    sorting: tuple[str, bool] | None = None
    filters: dict[str, frozenset[str]] = field(default_factory=dict)
    """The texts that pass, by column."""


def write_layout(layout: Layout) -> str:
    """The layout as a text that `read_layout` understands."""
    return json.dumps(
        {
            "widths": layout.widths,
            "order": list(layout.order),
            "hidden": sorted(layout.hidden),
            "sorting": list(layout.sorting) if layout.sorting else None,
            "filters": {key: sorted(texts) for key, texts in layout.filters.items()},
        }
    )


def read_layout(text: str) -> Layout | None:
    """The layout in `text`; None where another version wrote something else."""
    try:
        kept = json.loads(text)
        sorting = kept["sorting"]
        # Younger than the rest: an arrangement without them is one all the same.
        filters = kept.get("filters", {})
        return Layout(
            widths={str(key): int(width) for key, width in kept["widths"].items()},
            order=tuple(str(key) for key in kept["order"]),
            hidden=frozenset(str(key) for key in kept["hidden"]),
            sorting=(str(sorting[0]), bool(sorting[1])) if sorting else None,
            filters={str(key): frozenset(map(str, texts)) for key, texts in filters.items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None
