"""What X demands of government offices, in the words of its own agreement, and what to state."""

from app.wording.language import Language

CLAUSE = (
    "If you display, distribute, or otherwise make available any X Content to Users that are, or "
    "that act on behalf of, any government-related entity (each a “Government End User”); (a) you "
    "must apply for (or already subscribe to) an Enterprise plan (…); (b) you shall identify all "
    "such Government End Users when submitting your use case for review to X; and (c) you shall "
    "thereafter notify X in writing of any new Government End Users or any new use cases (…)"
)
"""X Developer Agreement, XIV.C: the wording binds in English alone, so it is not translated."""

SOURCE = "X Developer Agreement, XIV.C “Government Use”, docs.x.com/developer-terms/agreement"


def what_it_means(language: Language) -> str:
    """The clause in the words of an office."""
    return language.say(
        "X lets government offices read counts only with its Enterprise plan or its written "
        "approval, each office named to X. Without it, counts on X are recorded by hand."
    )


def statement(language: Language) -> str:
    """What the office ticks."""
    return language.say("We hold the written approval or the Enterprise plan of X.")
