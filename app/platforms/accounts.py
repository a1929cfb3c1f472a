"""What the clients share about the accounts they ask for."""

from collections.abc import Callable, Sequence

from app.domain.fetched import Answer, Asked, Fetched, FetchState, Stop
from app.domain.handle.grammar import is_named
from app.domain.platform import Platform
from app.platforms.asking import Refused


def well_named(asked: Asked, platform: Platform) -> bool:
    """Whether the platform can have an account of this name: a name goes into a request only then."""
    return asked.handle.platform is platform and is_named(asked.handle)


def sorted_out(
    batch: Sequence[Asked], check: Callable[[Asked], FetchState | None]
) -> tuple[list[Asked], list[Fetched]]:
    """Those that can be asked for, and what is known of the others without asking."""
    left, known = [], []
    for one in batch:
        state = check(one)
        if state is None:
            left.append(one)
        else:
            known.append(Fetched(one, state))
    return left, known


def chunks(asked: Sequence[Asked], size: int) -> list[Sequence[Asked]]:
    """As few groups of at most `size` as possible, in order."""
    return [asked[start : start + size] for start in range(0, len(asked), size)]


def all_of(batch: Sequence[Asked], refused: Refused) -> tuple[Fetched, ...]:
    """The same said of every account."""
    return tuple(Fetched(asked, refused.state, code=refused.code) for asked in batch)


def without_value(batch: Sequence[Asked], verdict: Refused | Stop, calls: int) -> Answer:
    """The answer of a batch for which there is nothing to read."""
    if isinstance(verdict, Stop):
        return Answer((), verdict, calls)
    return Answer(all_of(batch, verdict), None, calls)


def plain_name(text: str) -> str:
    """A name that the platform gives, fit for one line of the screen."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:80]
