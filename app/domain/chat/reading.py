"""Reads a pasted text: lines into statements about people, each resolved or asked about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.chat.answering import doubt_of
from app.domain.chat.clues import hard_words, small_words, soft_words, speaks_of_self
from app.domain.chat.messages import Message, messages_of
from app.domain.chat.pairing import Segment, items_of, segments_of
from app.domain.chat.repetitions import without_repetitions
from app.domain.chat.roster import Roster
from app.domain.chat.scanning import Atom, Kind, Scanned, cleaned_line, scan
from app.domain.chat.values import ChatLine, Clues, Doubt, Item, Match, Silence
from app.domain.chat.words import MEDIA, NOTICES, TOTALS

if TYPE_CHECKING:
    from app.domain.platform import Platform

_QUOTED = re.compile(r"^\s*(?:>|│|┃)\s*\S")
_PHONE = re.compile(r"[+0-9][0-9 ()\-]{6,}")
_LONGEST_LINE = 1_000


def read_chat(text: str, roster: Roster, today: date) -> list[ChatLine]:
    """Every line of a paste as a statement, in its order; nothing said is lost."""
    found: list[ChatLine] = []
    for message in messages_of(text, today):
        found.extend(_Reading(message, roster, today).lines())
    return without_repetitions(found)


def read_one(text: str, roster: Roster, today: date) -> ChatLine:
    """One line that a person wrote over, as a statement."""
    lines = read_chat(" ".join(text.split()), roster, today)
    return next(
        (one for one in lines if one.silence is None), lines[0] if lines else ChatLine(text)
    )


@dataclass(slots=True)
class _Heading:
    """Lines with words only, which the counts below may belong to."""

    lines: list[str] = field(default_factory=list)
    scanned: list[Scanned] = field(default_factory=list)
    counted: list[tuple[str, Scanned]] = field(default_factory=list)


class _Reading:
    """One message on its way into statements."""

    def __init__(self, message: Message, roster: Roster, today: date) -> None:
        self._message = message
        self._roster = roster
        self._small = small_words(roster)
        self._today = today
        self._platform: Platform | None = None
        self._open = _Heading()
        self._found: list[ChatLine] = []
        self._names_somebody = False

    def lines(self) -> list[ChatLine]:
        for raw in self._message.lines:
            line = cleaned_line(raw[:_LONGEST_LINE])
            if not line:
                self._close()
                continue
            silence = self._silence(line)
            if silence is not None:
                self._close()
                self._found.append(self._line(line, silence=silence))
                continue
            self._take(line, scan(line, self._today))
        self._close()
        return self._with_one_speaker()

    def _with_one_speaker(self) -> list[ChatLine]:
        """Whoever says "saya" and names others in one message is asked whose the counts are."""
        if not self._names_somebody:
            return self._found
        return [
            replace(line, match=Match(doubt=Doubt.NOBODY, choices=(line.match.person,)))
            if line.clues.says_self and not line.clues.words and line.match.person is not None
            else line
            for line in self._found
        ]

    def _silence(self, line: str) -> Silence | None:
        if MEDIA.match(line):
            return Silence.MEDIA
        if self._message.notice or NOTICES.search(line):
            return Silence.NOTICE
        if _QUOTED.match(line) and not re.match(r"^\s*>\s*[0-9]", line):
            return Silence.QUOTED
        return Silence.TOTAL if TOTALS.match(line) else None

    def _take(self, line: str, scanned: Scanned) -> None:
        counts = any(atom.kind is Kind.COUNT for atom in scanned.atoms)
        accounts = any(atom.kind is Kind.HANDLE for atom in scanned.atoms)
        named = bool(hard_words(scanned.atoms, self._small)) or bool(scanned.nip)
        self._names_somebody = self._names_somebody or named
        if not counts and not accounts:
            self._take_words(line, scanned, named=named)
        elif named or not self._continues(scanned):
            self._close()
            self._found.extend(self._statements(line, scanned))
        else:
            self._open.counted.append((line, scanned))

    def _take_words(self, line: str, scanned: Scanned, *, named: bool) -> None:
        if self._open.counted:
            self._close()
        platforms = {atom.platform for atom in scanned.atoms if atom.kind is Kind.PLATFORM}
        if platforms:
            # "Follower Instagram Dinkes:": a heading for the lines below it.
            self._close()
            self._platform = next(iter(platforms)) if len(platforms) == 1 else None
            self._found.append(self._line(line, silence=Silence.CHATTER))
        elif not named:
            self._close()
            self._found.append(self._line(line, silence=Silence.CHATTER))
        else:
            self._open.lines.append(line)
            self._open.scanned.append(scanned)

    def _continues(self, scanned: Scanned) -> bool:
        """Counts below a name: one account a line, and none said twice."""
        return bool(self._open.lines) and not speaks_of_self(scanned.atoms)

    def _close(self) -> None:
        """Ends a block: a name, and counts below it; or words that bring no count."""
        heading, self._open = self._open, _Heading()
        if not heading.counted:
            for line in heading.lines:
                self._found.append(self._line(line, silence=Silence.NO_COUNT))
            return
        first = self._first_of(heading)
        for line in heading.lines[:first]:
            self._found.append(self._line(line, silence=Silence.NO_COUNT))
        names = heading.scanned[first:]
        atoms = [atom for one in names for atom in one.atoms]
        says: list[Atom] = []
        for _, scanned in heading.counted:
            says += [a for a in scanned.atoms if a.kind is not Kind.WORD] + [_BREAK]
        nip = next((one.nip for one in names if one.nip), "")
        days = [one.day for one in (*names, *(s for _, s in heading.counted)) if one.day]
        text = "\n".join((*heading.lines[first:], *(line for line, _ in heading.counted)))
        labelled = any(self._is_torn(one.atoms) for one in names)
        words = [a for a in atoms if a.kind in (Kind.WORD, Kind.TITLE)]
        segment = Segment(words, says, tangled=labelled)
        self._found.append(self._statement(text, segment, nip, days[0] if days else None))

    def _first_of(self, heading: _Heading) -> int:
        """Where the name begins; lines above it that are nobody's name are only a greeting."""
        first = 0
        for at, scanned in enumerate(heading.scanned[:-1]):
            if scanned.nip or any(
                self._roster.knows(w) for w in hard_words(scanned.atoms, self._small)
            ):
                break
            first = at + 1
        return first

    def _statements(self, line: str, scanned: Scanned) -> Iterator[ChatLine]:
        segments = segments_of(scanned.atoms, self._small)
        several = len(segments) > 1
        labelled = self._is_torn(scanned.atoms)
        for segment in segments:
            nip = "" if several else scanned.nip
            text = line if not several else _text_of(segment, line)
            segment.tangled = segment.tangled or labelled
            yield self._statement(text, segment, nip, scanned.day, several=several)

    def _statement(
        self, text: str, segment: Segment, nip: str, day: date | None, *, several: bool = False
    ) -> ChatLine:
        items, tangled = items_of(segment.says, self._platform)
        handles = tuple(item.handle for item in items if item.handle is not None)
        clues = Clues(
            hard_words(segment.words, self._small),
            soft_words(segment.words, self._small),
            nip,
            handles,
            says_self=speaks_of_self(segment.words),
        )
        match = self._match(clues)
        unclear = tangled or segment.tangled or (several and self._begins_with_place(clues))
        if unclear:
            choices = (match.person,) if match.person is not None else match.choices
            match = Match(doubt=Doubt.TANGLED, choices=choices, strange=match.strange)
        made = self._line(text, clues=clues, items=items, match=match)
        made = replace(made, day=self._believed(day) or made.day)
        if not any(item.written for item in items):
            return replace(made, silence=Silence.NO_COUNT)
        return replace(made, doubt=doubt_of(items))

    def _match(self, clues: Clues) -> Match:
        """The sender counts only where he speaks of himself, and then nobody else is named."""
        said = self._roster.match(clues)
        if not clues.says_self and (clues.words or clues.nip):
            return said
        own = self._match_sender()
        if said.person is not None:
            if clues.says_self and own.person not in (None, said.person):
                both = tuple(one for one in (said.person, own.person) if one is not None)
                return Match(doubt=Doubt.CONTRADICTED, choices=both)
            return said
        if clues.words or clues.nip:
            return said
        if clues.says_self and own.person is not None and said.doubt is Doubt.NOBODY:
            return own
        choices = (own.person,) if own.person is not None else own.choices
        return Match(doubt=said.doubt or Doubt.NOBODY, choices=said.choices or choices)

    def _match_sender(self) -> Match:
        sender = self._message.sender
        if not sender or _PHONE.fullmatch(sender.strip("~ \u202a\u202c")):
            return Match(doubt=Doubt.NOBODY)
        atoms = scan(cleaned_line(sender), self._today).atoms
        return self._roster.match(
            Clues(hard_words(atoms, self._small), soft_words(atoms, self._small))
        )

    def _is_torn(self, atoms: Sequence[Atom]) -> bool:
        """The beginning of a message may stand in it, so that a name may be the sender's."""
        signs = [atom.text for atom in atoms]
        if signs.count("[") != signs.count("]"):
            return True
        if "[" in signs and any(a.kind is Kind.COUNT for a in atoms[: signs.index("]")]):
            return True
        return self._has_a_speaker(atoms)

    def _has_a_speaker(self, atoms: Sequence[Atom]) -> bool:
        """In "Gumilar: Harsa Lokananta ig 500" the first may be who sent it, not who is meant."""
        at = next((at for at, a in enumerate(atoms) if a.kind is Kind.LINK and a.text == ":"), 0)
        before, behind = hard_words(atoms[:at], self._small), hard_words(atoms[at:], self._small)
        said = any(atom.kind in (Kind.COUNT, Kind.PLATFORM) for atom in atoms[:at])
        return not said and all(any(map(self._roster.knows, w)) for w in (before, behind))

    def _begins_with_place(self, clues: Clues) -> bool:
        """In "Budi ig 500, dinkes Siti ig 600" the office may be that of the person before."""
        return bool(clues.words) and not self._roster.knows(clues.words[0])

    def _believed(self, day: date | None) -> date | None:
        return day if day is not None and day <= self._today else None

    def _line(
        self,
        text: str,
        *,
        clues: Clues | None = None,
        items: tuple[Item, ...] = (),
        match: Match | None = None,
        silence: Silence | None = None,
    ) -> ChatLine:
        message = self._message
        return ChatLine(
            text,
            message.sender,
            message.day,
            clues or Clues(),
            items,
            match or Match(),
            None,
            silence,
        )


_BREAK = Atom(Kind.BREAK, "\n")


def _text_of(segment: Segment, line: str) -> str:
    """The part of a line that one of several people has, told by its pieces."""
    pieces = [atom.text for atom in (*segment.words, *segment.says) if atom.kind is not Kind.BREAK]
    return " ".join(pieces) or line
