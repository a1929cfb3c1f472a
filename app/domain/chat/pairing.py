"""Which count belongs to which platform, and where one person of a line ends and the next begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.chat.scanning import Atom, Kind
from app.domain.chat.values import Item
from app.domain.handle import Handle, read_handle
from app.domain.platform import Platform

_SAYS = (Kind.PLATFORM, Kind.COUNT, Kind.HANDLE)
_NAMES = (Kind.WORD,)


@dataclass(slots=True)
class Segment:
    """The part of a line that speaks of one person. `tangled`: what belongs together is unclear."""

    words: list[Atom] = field(default_factory=list)
    says: list[Atom] = field(default_factory=list)
    tangled: bool = False


def segments_of(atoms: Sequence[Atom], is_small: "Small") -> list[Segment]:
    """The people of one line; several where counts, a break, words and counts follow each other."""
    found = [Segment()]
    waiting: list[Atom] = []
    for atom in atoms:
        current = found[-1]
        if atom.kind in _NAMES and not is_small(atom) and _is_complete(current):
            waiting.append(atom)
        elif atom.kind in _SAYS and waiting:
            begins = _begins_another(current)
            found.append(Segment(waiting, [], tangled=not begins))
            current.tangled = current.tangled or not begins
            current.says = _without_last_breaks(current.says)
            waiting = []
            found[-1].says.append(atom)
        elif atom.kind in (Kind.WORD, Kind.TITLE):
            (waiting if waiting else current.words).append(atom)
        else:
            current.says.append(atom)
    found[-1].words.extend(waiting)
    _spread_platform(found)
    return found


class Small:
    """Tells the words that say nothing about who is meant."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words

    def __call__(self, atom: Atom) -> bool:
        """True for one of them."""
        return atom.text.casefold() in self._words


def items_of(says: Sequence[Atom], default: Platform | None) -> tuple[tuple[Item, ...], bool]:
    """The counts with their platforms; True where they cannot be told apart.

    Args:
        says: platforms, accounts, counts and signs in their order.
        default: the platform of a heading above; None: the line has to say it.
    """
    spoken = [atom for atom in says if atom.kind in _SAYS]
    platforms = [atom for atom in spoken if atom.kind is Kind.PLATFORM]
    counts = [atom for atom in spoken if atom.kind is Kind.COUNT]
    if not platforms and not any(atom.platform for atom in spoken):
        handles = [atom for atom in spoken if atom.kind is Kind.HANDLE]
        if len(counts) > 1 or len(handles) > 1:
            return _bare(spoken), True
        written = counts[0].text if counts else ""
        handle = _handle(handles[0], default) if handles else None
        return (Item(default, written, handle),), False
    pairs = _by_groups(says) if _can_group(says) else _in_order(spoken)
    if pairs is None:
        return _bare(spoken), True
    items = [item for item in pairs if item.written or item.handle]
    if len({item.platform for item in items}) < len(items):
        return _bare(spoken), True
    return tuple(items), False


def _is_complete(segment: Segment) -> bool:
    return any(atom.kind is Kind.COUNT for atom in segment.says)


def _begins_another(segment: Segment) -> bool:
    """A comma, a stroke or "dan" right behind the counts of the one before."""
    behind = [atom for atom in segment.says if atom.kind is not Kind.LINK]
    return bool(behind) and behind[-1].kind is Kind.BREAK


def _without_last_breaks(says: list[Atom]) -> list[Atom]:
    while says and says[-1].kind in (Kind.BREAK, Kind.LINK):
        says = says[:-1]
    return says


def _spread_platform(segments: list[Segment]) -> None:
    """Of "IG: Budi 500, Siti 600" the platform holds for everybody."""
    if len(segments) < 2:
        return
    first = [atom for atom in segments[0].says if atom.kind is Kind.PLATFORM]
    rest = [a for s in segments[1:] for a in s.says if a.kind is Kind.PLATFORM or a.platform]
    leads = bool(segments[0].says) and segments[0].says[0].kind is Kind.PLATFORM
    if len(first) == 1 and leads and not rest:
        for segment in segments[1:]:
            segment.says.insert(0, first[0])


def _bare(spoken: Sequence[Atom]) -> tuple[Item, ...]:
    """What is said, without a claim what belongs together."""
    return tuple(Item(None, atom.text) for atom in spoken if atom.kind is Kind.COUNT)


def _groups(says: Sequence[Atom]) -> list[list[Atom]]:
    groups: list[list[Atom]] = [[]]
    for atom in says:
        if atom.kind is Kind.BREAK:
            groups.append([])
        elif atom.kind in _SAYS:
            groups[-1].append(atom)
    return [group for group in groups if group]


def _can_group(says: Sequence[Atom]) -> bool:
    """Between breaks stands exactly one platform with at most one count."""
    for group in _groups(says):
        kinds = [atom.kind for atom in group]
        platforms = kinds.count(Kind.PLATFORM) + sum(
            1 for a in group if a.kind is Kind.HANDLE and a.platform
        )
        if platforms != 1 or kinds.count(Kind.COUNT) > 1 or kinds.count(Kind.HANDLE) > 1:
            return False
    return True


def _by_groups(says: Sequence[Atom]) -> list[Item] | None:
    items = []
    for group in _groups(says):
        platform = next(a.platform for a in group if a.platform is not None)
        written = next((a.text for a in group if a.kind is Kind.COUNT), "")
        handle = next((_handle(a, platform) for a in group if a.kind is Kind.HANDLE), None)
        items.append(Item(platform, written, handle))
    return items


def _in_order(spoken: Sequence[Atom]) -> list[Item] | None:
    """Platform, account, count, platform ...; or count, platform, count, platform."""
    decisive = [a for a in spoken if a.kind is not Kind.HANDLE or a.platform]
    if decisive[0].kind is Kind.COUNT:
        return _counts_first(spoken)
    items: list[Item] = []
    lone: Handle | Atom | None = None
    open_platform: Platform | None = None
    for atom in spoken:
        if atom.kind is Kind.PLATFORM or atom.platform is not None:
            handle = _handle(atom, atom.platform) if atom.kind is Kind.HANDLE else None
            if (
                items
                and open_platform is not None
                and not items[-1].written
                and not items[-1].handle
            ):
                if items[-1].platform is not atom.platform:
                    return None  # "ig fb 500": of which?
                items[-1] = Item(atom.platform, "", handle)
                continue
            if isinstance(lone, Atom):
                handle, lone = _handle(lone, atom.platform), None
            open_platform = atom.platform
            items.append(Item(open_platform, "", handle))
        elif atom.kind is Kind.HANDLE:
            if not items:
                lone = atom
            elif items[-1].handle is not None:
                return None
            else:
                items[-1] = Item(
                    items[-1].platform, items[-1].written, _handle(atom, open_platform)
                )
        elif not items or items[-1].written:
            return None
        else:
            items[-1] = Item(items[-1].platform, atom.text, items[-1].handle)
    return items


def _counts_first(spoken: Sequence[Atom]) -> list[Item] | None:
    items: list[Item] = []
    written = ""
    for atom in spoken:
        if atom.kind is Kind.COUNT:
            if written:
                return None
            written = atom.text
        elif atom.kind is Kind.PLATFORM:
            if not written:
                return None
            items.append(Item(atom.platform, written))
            written = ""
        else:
            return None
    return None if written else items


def _handle(atom: Atom, platform: Platform | None) -> Handle | None:
    if atom.handle is not None:
        return atom.handle
    return read_handle(atom.text, platform).handle if platform is not None else None
