"""Measures what the cells of one column look like."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.domain.absence import is_blank, says_none
from app.domain.count import read_count
from app.domain.dates import read_date
from app.domain.handle.words import what_words_say
from app.domain.handle_and_count import split_handle_and_count
from app.domain.name_and_nip import speaks_of_nip
from app.domain.nip import DIGITS_LOST, read_nip
from app.domain.platform import Platform
from app.domain.together import read_together
from app.workbooks.layout.platform_names import platform_said
from app.workbooks.layout.words import UNIT_START

_LINKS = {
    Platform.INSTAGRAM: re.compile(r"instagram\.com|instagr\.am|\big\.me/", re.IGNORECASE),
    Platform.FACEBOOK: re.compile(r"facebook\.com|\bfb\.(?:com|me|watch)", re.IGNORECASE),
    Platform.X: re.compile(r"twitter\.com|(?<![\w.])x\.com|\bt\.co/", re.IGNORECASE),
    Platform.TIKTOK: re.compile(r"tiktok\.com", re.IGNORECASE),
    Platform.YOUTUBE: re.compile(r"youtube\.com|youtu\.be", re.IGNORECASE),
}
_RANK = re.compile(
    r"\b(?:I{1,3}|IV)\s?[./]?\s?[a-e]\b|pembina|penata|pengatur|\bjuru\b|^\s*(?:gol\w*\s*)?[IVX]{1,4}\s*$",
    re.IGNORECASE,
)
_LIKE_A_LINK = re.compile(r"\S/|/\S|http")
_GROUP = re.compile(r"\b[IVX]{1,4}\s?/\s?[a-e]\b", re.IGNORECASE)
_YES = frozenset({"ya", "y", "yes", "ada", "sudah", "aktif", "v", "✓", "√"})
_NO = frozenset({"tidak", "t", "n", "no", "belum", "tidak aktif"})
_NAMED = re.compile(
    r"(?<![\w@.])(?:ig|insta\w*|fb|facebo?ok|twit\w*|x|tw|tt|tik\s?tok|yt|you\s?tube)(?![\w.])",
    re.IGNORECASE,
)
_MARKED = re.compile(r"^\S*[0-9_.]\S*$")
"""A name of an account, not of a person."""

_LONGEST_ACCOUNT = 80
_LONGEST_PLATFORM = 30
_YEARS = range(1950, 2036)
_GOVERNMENT = re.compile(r"^\W*(?:pemerintah|pemkab|pemkot|pemprov|pemda)\b", re.IGNORECASE)


@dataclass(slots=True)
class Profile:
    """Counts over the filled cells of one column; `share` turns one into 0..1."""

    filled: int = 0
    numbers: int = 0
    nips: int = 0
    """Cells that are a NIP or were one before they were damaged."""
    sure_nips: int = 0
    """Cells of eighteen digits that are a NIP, or were until a spreadsheet rounded them."""
    names_with_nip: int = 0
    names: int = 0
    counts: int = 0
    dates: int = 0
    ranks: int = 0
    years: int = 0
    yes: int = 0
    no: int = 0
    governments: int = 0
    units: int = 0
    said_none: int = 0
    accounts: int = 0
    """Cells that begin with @ or link to a platform."""
    counted_accounts: int = 0
    """Cells that hold an account and its count: "@nama (512)"."""
    platforms: int = 0
    """Cells that name one platform and nothing else."""
    links: dict[Platform, int] = field(default_factory=dict)
    distinct: set[str] = field(default_factory=set)

    def share(self, counted: int) -> float:
        """`counted` among the cells that say something."""
        return counted / self.filled if self.filled else 0.0

    @property
    def mostly_counts(self) -> bool:
        """Numbers and short forms of numbers, apart from "tidak punya"."""
        speaking = self.filled - self.said_none
        return speaking > 0 and self.counts / speaking >= 0.6

    @property
    def mostly_years(self) -> bool:
        """Numbers that are years: when somebody joined, not how many follow."""
        return self.counts > 0 and self.years >= 0.9 * self.counts

    @property
    def mostly_yes_no(self) -> bool:
        """A question with two answers; "tidak" alone says of an account that there is none."""
        answers = self.share(self.yes + self.no) >= 0.8
        return self.yes > 0 and not self.accounts and answers

    @property
    def mostly_no(self) -> bool:
        """Everybody says "tidak"."""
        return self.share(self.no) >= 0.8

    @property
    def only_government(self) -> bool:
        """The whole column names the government itself, which is nobody's unit."""
        return self.filled > 0 and self.share(self.governments) >= 0.95

    @property
    def mostly_units(self) -> bool:
        """Names of offices: "Dinas Kesehatan"."""
        return self.filled > 0 and self.share(self.units) >= 0.6

    def main_link(self) -> Platform | None:
        """The platform to which at least half of the filled cells link."""
        best = max(self.links, key=lambda platform: self.links[platform], default=None)
        return best if best is not None and self.share(self.links[best]) >= 0.5 else None


def profile(cells: Iterable[object]) -> Profile:
    """Looks at every cell once."""
    seen = Profile()
    for cell in cells:
        if cell is None or cell == "":
            continue
        if isinstance(cell, str):
            _look_at_text(cell, seen)
        elif isinstance(cell, date):
            seen.filled += 1
            seen.dates += 1
        elif isinstance(cell, int | float) and not isinstance(cell, bool):
            _look_at_number(cell, seen)
        else:
            seen.filled += 1
    return seen


def _look_at_number(value: float, seen: Profile) -> None:
    seen.filled += 1
    seen.numbers += 1
    seen.years += value in _YEARS
    if value >= 1e15:
        seen.nips += 1
        seen.sure_nips += value >= 1e17
    elif value < 1e9:
        seen.counts += 1


def _look_at_text(cell: str, seen: Profile) -> None:
    text = cell.strip()
    if is_blank(text):
        return
    seen.filled += 1
    if len(seen.distinct) < 64:
        seen.distinct.add(text)
    folded = text.casefold()
    seen.yes += folded in _YES
    seen.no += folded in _NO
    if says_none(text):
        seen.said_none += 1
        return
    seen.platforms += len(text) <= _LONGEST_PLATFORM and bool(platform_said(text))
    linked = [platform for platform, link in _LINKS.items() if link.search(text)]
    if not linked and len(text) <= _LONGEST_ACCOUNT and _NAMED.search(text):
        linked = _named_alone(text)
    for platform in linked:
        seen.links[platform] = seen.links.get(platform, 0) + 1
    seen.accounts += bool(linked) or text.startswith("@")
    seen.counted_accounts += _is_counted_account(text)
    if _GOVERNMENT.match(text):
        seen.governments += 1
    seen.units += " " in text and UNIT_START.match(text) is not None
    if _RANK.search(text) and len(text) < 60:
        seen.ranks += 1
    _look_for_person(text, seen)


def _named_alone(text: str) -> list[Platform]:
    """The platform of a cell that names one account and its platform: "IG @nama (512)"."""
    said = read_together(text)
    whole = said.is_whole and len(said.accounts) == 1
    account = said.accounts[0] if whole else None
    if account is None or account.platform not in _LINKS:
        return []
    sure = bool(set(":=@") & set(text)) or account.count != "" or bool(_MARKED.search(account.name))
    return [account.platform] if sure and what_words_say(account.name) is None else []


def _is_counted_account(text: str) -> bool:
    """Not so "IG: 500" and "Followers - 500", which are counts."""
    if not any(map(str.isdigit, text)) or read_count(text).interval is not None:
        return False
    account, count = split_handle_and_count(text)
    return bool(count) and what_words_say(account) is None


def _look_for_person(text: str, seen: Profile) -> None:
    letters = sum(ch.isalpha() for ch in text)
    digits = sum(ch.isdigit() for ch in text)
    if digits >= 9 and speaks_of_nip(text.replace("\n", " ")):
        reading = read_nip(text)
        seen.nips += reading.nip is not None or digits >= 15 or "E" in text.upper()
        seen.sure_nips += reading.nip is not None or reading.flaw in DIGITS_LOST
    elif digits >= 9 and letters >= 3 and not _LIKE_A_LINK.search(_GROUP.sub("", text)):
        seen.names_with_nip += 1
    elif digits == 0 and letters >= 3 and "@" not in text and "http" not in text:
        seen.names += 1
    seen.years += text.isdigit() and len(text) == 4 and int(text) in _YEARS
    if digits and digits < 12:
        if read_count(text).interval is not None or read_count(text).proposals:
            seen.counts += 1
        elif read_date(text) is not None:
            seen.dates += 1
