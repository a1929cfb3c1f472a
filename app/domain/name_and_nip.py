"""Takes apart a cell that holds a name and a NIP, as print forms write them."""

import re
from dataclasses import dataclass

from app.domain.dates import without_birth

_NIP_LABEL = re.compile(r"\b(?:NIP+K?|NI\s*P+K|N\.I\.P)\b\.?\s*[.:]?", re.IGNORECASE)
_LONG_DIGITS = re.compile(r"'?[A-Za-z]?[0-9Ol]{6,}(?:[\s.\-]*[0-9Ol]+)*")
_RANK = re.compile(
    r"\b(?:pembina|penata|pengatur|juru|golongan|gol)\b|\b(?:I|II|III|IV)\s?[/.]\s?[a-e]\b|^[IVX]{1,4}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameAndNip:
    """The parts as written; empty where missing.

    `behind`: what stands below name and number and is no rank, such as a post or a status.
    """

    name: str
    nip: str
    rank: str = ""
    behind: str = ""


def split_name_and_nip(text: str) -> NameAndNip:
    """Splits one cell. Never raises; a cell without digits is all name."""
    lines = [line.strip(" ,;/|\t") for line in text.replace("\u00a0", " ").splitlines()]
    lines = [line for line in lines if line]
    lines = lines[:1] + [line for line in lines[1:] if without_birth(f"\n{line}")]
    if len(lines) > 1:
        return _from_lines(lines)
    return _from_one_line(lines[0]) if lines else NameAndNip("", "")


def speaks_of_nip(line: str) -> bool:
    """True for a line that is a number of a civil servant, or the place kept free for one."""
    if _NIP_LABEL.match(line):
        return True
    digits = sum(ch.isdigit() for ch in line)
    letters = sum(ch.isalpha() for ch in line)
    return digits >= 5 and letters <= 3


def _from_lines(lines: list[str]) -> NameAndNip:
    numbers = [line for line in lines if speaks_of_nip(line)]
    words = [line for line in lines if not speaks_of_nip(line) and re.search(r"[^\W\d_]", line)]
    ranks = [line for line in words[1:] if _RANK.search(line)]
    under = _under_the_number(lines) if len(words) > 1 else []
    behind = [line for line in words if line in under and line not in ranks]
    name = " ".join(line for line in words if line not in ranks and line not in behind)
    if not numbers and words:
        single = _from_one_line(words[0])
        if single.nip:
            return NameAndNip(single.name, single.nip, " ".join(words[1:]))
    blanks = [line for line in lines if line not in words and line not in numbers]
    return NameAndNip(name, "\n".join(numbers or blanks), " ".join(ranks), " ".join(behind))


def _under_the_number(lines: list[str]) -> list[str]:
    """The lines below the last one with a number; none where the number itself comes first."""
    numbered = [index for index, line in enumerate(lines) if speaks_of_nip(line)]
    return lines[numbered[-1] + 1 :] if numbered and numbered[0] > 0 else []


def _from_one_line(line: str) -> NameAndNip:
    label = _NIP_LABEL.search(line)
    digits = _LONG_DIGITS.search(line)
    starts = [found.start() for found in (label, digits) if found]
    if not starts:
        return NameAndNip(line, "")
    cut = min(starts)
    name, number = line[:cut].strip(" ,;/|-(:"), line[cut:].strip(" ,;/|)")
    if name:
        return NameAndNip(name, number)
    rest = _LONG_DIGITS.search(number)
    if rest is None:
        return NameAndNip("", number)
    return NameAndNip(number[rest.end() :].strip(" ,;/|-)"), number[: rest.end()])
