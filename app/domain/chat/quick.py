"""One line typed into the quick box, read while it is being typed."""

from dataclasses import dataclass
from datetime import date

from app.domain.chat.clues import hard_words, small_words, soft_words
from app.domain.chat.pairing import items_of
from app.domain.chat.roster import Roster
from app.domain.chat.scanning import Kind, cleaned_line, scan
from app.domain.chat.values import Clues, Item
from app.domain.platform import Platform


@dataclass(frozen=True, slots=True)
class QuickReading:
    """What stands in the box.

    `people`: who can be meant, at most four; nobody is meant where `named` is False.
    `items`: counts, their platform None where none is said. `platform`: said without a count.
    """

    named: bool = False
    people: tuple[int, ...] = ()
    items: tuple[Item, ...] = ()
    platform: Platform | None = None
    tangled: bool = False

    @property
    def person(self) -> int | None:
        """The one person that can be meant."""
        return self.people[0] if len(self.people) == 1 else None


def read_quick(text: str, roster: Roster, today: date) -> QuickReading:
    """Reads "budi", "budi ig 1,2rb", "fb 640": names may be unfinished, the person sees them whole."""
    scanned = scan(cleaned_line(text), today)
    small = small_words(roster)
    words = hard_words(scanned.atoms, small)
    says = [atom for atom in scanned.atoms if atom.kind not in (Kind.WORD, Kind.TITLE)]
    if not words and not says:
        # "hari" is a small word in a message, and a name when nothing else is typed.
        words = soft_words(scanned.atoms, small)
    counts = any(atom.kind is Kind.COUNT for atom in says)
    platforms = [atom.platform for atom in says if atom.kind is Kind.PLATFORM]
    items, tangled = items_of(says, None) if counts else ((), False)
    platform = platforms[0] if len(platforms) == 1 and not counts else None
    if scanned.nip:
        match = roster.match(Clues(words, nip=scanned.nip))
        people = match.choices if match.person is None else (match.person,)
    else:
        people = tuple(roster.begun(words)) if words else ()
    named = bool(words or scanned.nip)
    return QuickReading(named, people, tuple(i for i in items if i.written), platform, tangled)
