"""Says in one sentence when this Python cannot run Gaung; written so that any Python 3 reads it."""

OLDEST = (3, 11)
# PySide6 6.9.3, the newest that runs wherever Gaung runs, has no wheels from here on.
TOO_NEW = (3, 14)

# Filled by `format`: an old Python must be able to read why it is refused, and knows no f-strings.
_SENTENCE = (
    "Gaung memerlukan Python 3.11, 3.12 atau 3.13; yang ini Python {0}. / "
    "Gaung needs Python 3.11, 3.12 or 3.13; this is Python {0}."
)


def refusal(version: "tuple[int, ...]") -> "str | None":
    """The sentence for a Python of this `version`; None if it will do."""
    if OLDEST <= version[:2] < TOO_NEW:
        return None
    return _SENTENCE.format(".".join(str(part) for part in version[:2]))
