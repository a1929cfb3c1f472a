"""Reads a cell of accounts on several platforms; what names no platform beyond doubt is kept apart."""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.domain.absence import says_none
from app.domain.dates import read_date
from app.domain.degrees import is_degree
from app.domain.handle.cleaning import cleaned
from app.domain.handle.words import is_remark, what_words_say
from app.domain.nik import without_nik
from app.domain.platform import Platform
from app.domain.together.pieces import Piece, SaidAccount, Together
from app.domain.together.tokens import Kind, Token, tokens_of

_LONGEST = 2_000
_AROUND_DAY = re.compile(
    r"^[(\s]*(?:(?:per|tgl\.?|tanggal|posisi|update)\s+)?|[)\s]+$", re.IGNORECASE
)
_BOTH = frozenset({"/", "&", "+", "dan", "serta", "and"})
"""Between two platforms they say that what follows is on both."""


@lru_cache(maxsize=2_048)
def read_together(text: str) -> Together:
    """Every account of a cell with its platform and count as written; never raises."""
    whole = cleaned(without_nik(text[:_LONGEST]))
    if len(text) > _LONGEST:
        return Together(unnamed=whole)
    if says_none(whole):
        return Together(none=True)
    return _Reading(whole).result()


class _Reading:
    """Goes through the tokens once; `_now` is the piece that may still grow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._now = Piece(0)
        self._done: list[Piece] = []
        take = {
            Kind.PART: lambda _: self._close(),
            Kind.LINE: self._line,
            Kind.WEAK: self._weak,
            Kind.ASKS: self._asks,
            Kind.LABEL: self._label,
            Kind.LINK: self._link,
            Kind.AT: self._at,
            Kind.COUNT: self._count,
            Kind.WORD: self._word,
            Kind.ACCOUNT: self._account_word,
            Kind.EMAIL: self._email,
            Kind.DAY: self._day,
        }
        for token in tokens_of(text):
            if token.kind in take:
                take[token.kind](token)
        self._close()

    def result(self) -> Together:
        if _is_tangled(self._done):
            return Together(unnamed=self._text)
        _settle_loose_counts(self._done)
        _settle_days(self._done)
        accounts: list[SaidAccount] = []
        unnamed: list[str] = []
        for piece in self._done:
            said = self._accounts_of(piece)
            if said is None:
                unnamed.append(self._text[piece.start : piece.end].strip(" \n,;/&|"))
            else:
                accounts += said
        return Together(tuple(accounts), "; ".join(filter(None, unnamed)))

    # -------------------------------------------------------------- token by token

    def _line(self, token: Token) -> None:
        self._now.is_lined = not self._now.is_empty

    def _weak(self, token: Token) -> None:
        now = self._now
        if now.is_bare:
            now.joins.append(token.text.casefold())
        now.is_parted = not now.is_empty

    def _asks(self, token: Token) -> None:
        self._now.is_asked = self._now.is_asked or self._now.is_bare

    def _label(self, token: Token) -> None:
        now = self._now
        if now.is_bare and not now.is_lined and not now.is_asked:
            if token.platform not in now.platforms:
                now.is_doubtful = now.is_doubtful or now.is_open
                now.platforms.append(token.platform)
            self._grow(token)
            return
        same = token.platform in now.platforms and now.has_link and now.is_open
        behind = not now.platforms and not now.is_empty and now.is_open
        if not (now.is_empty or same or behind):
            self._begin(token)
        if not same:
            self._now.is_behind = behind
            self._now.platforms, self._now.label = [token.platform], token.text
        self._grow(token)

    def _link(self, token: Token) -> None:
        now = self._now
        again = token.platform in now.platforms and now.is_open and not now.counts
        waits = not now.platforms and not now.counts and now.is_open
        if not (now.is_empty or now.is_bare or again or waits):
            self._begin(token)
        now = self._now
        if token.platform is None:
            now.is_doubtful = True
        elif not now.platforms:
            now.platforms = [token.platform]
        elif token.platform not in now.platforms:
            now.is_doubtful = True  # "IG: https://facebook.com/nama"
        now.has_link = True
        self._name(token)

    def _at(self, token: Token) -> None:
        now = self._now
        closed = now.names or (now.counts and not now.is_open)
        if closed or (now.is_lined and not now.is_bare):
            self._begin(token)
        elif now.is_bare and now.is_parted:
            now.is_doubtful |= not _says_both(now)
        self._name(token)

    def _count(self, token: Token) -> None:
        now = self._now
        if now.counts:
            self._begin(token)
        else:
            between = self._text[now.end : token.start]
            word = bool(now.names) and self._text[now.names[-1][0]] != "@" and not now.has_link
            now.is_loose = word and between == " " and token.text.isdigit()
        self._now.counts.append(token.text)
        self._grow(token)

    def _word(self, token: Token) -> None:
        now = self._now
        if now.is_bare:
            now.is_doubtful |= now.is_parted and not _says_both(now)
        elif not now.is_empty and not now.is_open:
            if not self._is_title(token):
                self._begin(token)
        elif (now.is_behind or now.counts) and now.names:
            if is_remark(token.text):
                return
            self._begin(token)
        self._name(token)

    def _is_title(self, token: Token) -> bool:
        now = self._now
        follows = now.is_parted and not now.is_lined and now.names and not now.counts
        return bool(follows) and is_degree(token.text.strip("."), False)

    def _account_word(self, token: Token) -> None:
        if self._now.names and self._now.is_open and not self._now.counts:
            self._name(token)

    def _email(self, token: Token) -> None:
        """Of no account by itself."""
        if self._now.is_bare:
            self._name(token)

    def _day(self, token: Token) -> None:
        """It parts nothing: "IG: @nama (1.200, 12-10-2026)"."""
        day = read_date(_AROUND_DAY.sub("", token.text))
        if day is not None:
            self._now.days.append(day)

    # -------------------------------------------------------------- pieces

    def _name(self, token: Token) -> None:
        self._now.names.append((token.start, token.end))
        self._grow(token)

    def _grow(self, token: Token) -> None:
        now = self._now
        if now.end == 0:
            now.start = token.start
        now.end, now.is_parted, now.is_lined = token.end, False, False

    def _begin(self, token: Token) -> None:
        glued = token.kind is Kind.LABEL and self._now.is_open
        self._close()
        self._now.is_glued = glued

    def _close(self) -> None:
        if not self._now.is_empty:
            self._done.append(self._now)
        self._now = Piece(0)

    def _accounts_of(self, piece: Piece) -> list[SaidAccount] | None:
        """None where nobody can say the platform; nothing where no account is spoken of."""
        name = self._name_of(piece)
        several = len(piece.platforms) > 1
        if not piece.platforms:
            said = not name.startswith("@") and (is_remark(name) or what_words_say(name))
            return [] if said and not piece.counts else None
        if several and piece.is_bare:
            return [SaidAccount(one, _shown(one)) for one in piece.platforms]
        if piece.is_doubtful:
            return None
        if several:
            both = _says_both(piece) and not piece.counts
            return [SaidAccount(one, name) for one in piece.platforms] if both else None
        if piece.is_bare and not piece.is_asked:
            name = piece.label
        count = piece.counts[0] if piece.counts else ""
        day = piece.days[0] if piece.counts and len(piece.days) == 1 else None
        return [SaidAccount(piece.platforms[0], name, count, day)]

    def _name_of(self, piece: Piece) -> str:
        if not piece.names:
            return ""
        start, end = piece.names[0][0], piece.names[-1][1]
        name = self._text[start:end]
        if name.count("(") > name.count(")") and self._text[end : end + 1] == ")":
            name = self._text[start : end + 1]
        return name.strip()


def _says_both(piece: Piece) -> bool:
    between = len(piece.platforms) - 1
    return between > 0 and all(join in _BOTH for join in piece.joins[:between])


def _is_tangled(pieces: Sequence[Piece]) -> bool:
    """In "FB: Humas TikTok" the last word may be a name, in "@nama (IG & TikTok)" a second platform."""
    before = [None, *pieces[:-1]]
    return any(
        one.is_bare and not one.is_asked and (one.is_glued or (last is not None and last.is_behind))
        for last, one in zip(before, pieces, strict=bool(pieces))
    )


def _settle_days(pieces: Sequence[Piece]) -> None:
    """The only day of a cell is that of all its counts; of several each holds where it stands."""
    days = {day for piece in pieces for day in piece.days}
    if len(days) == 1:
        for piece in pieces:
            piece.days = list(days)


def _settle_loose_counts(pieces: list[Piece]) -> None:
    """Whether "FB: Rangga 85" is a name: not where every account of the cell has its count."""
    loose = [piece for piece in pieces if piece.is_loose]
    rest = [piece for piece in pieces if not piece.is_loose]
    all_counted = len(pieces) > 1 and all(piece.counts for piece in pieces)
    for piece in loose:
        if all_counted:
            continue
        if any(other.counts for other in (*rest, *loose) if other is not piece):
            piece.is_doubtful = True
        else:
            piece.names.append((piece.names[-1][1], piece.end))
            piece.counts.clear()


def _shown(platform: Platform | None) -> str:
    return platform.name_shown if platform is not None else ""
