"""Which platform the words of a cell name."""

import re

from app.workbooks.layout.words import PLATFORM_WORDS, normal

_AROUND = frozenset("akun account media sosial medsos sosmed aplikasi app com www https".split())
_NOT_RECORDED = frozenset(
    "threads linkedin whatsapp wa telegram snapchat pinterest line bluesky mastodon website blog lainnya".split()
)


_BETWEEN = re.compile(r"[\n,;/&|+]|\bdan\b", re.IGNORECASE)


def platforms_listed(text: str) -> tuple[str, ...]:
    """The platforms of a cell that lists several and says nothing else, as `platform_said` names them."""
    if platform_said(text):
        return ()
    said = tuple(platform_said(part) for part in _BETWEEN.split(text) if part.strip())
    return said if len(said) > 1 and all(said) and len(set(said)) == len(said) else ()


def platform_said(text: str) -> str:
    """Which platform a cell names: the value of a recorded one, the word for another one, "" for none.

    "X (Twitter)" is one platform; "IG/FB" names two and so none that a row could be about.
    """
    words = normal(text).replace("tik tok", "tiktok").replace("you tube", "youtube").split()
    words = [word for word in words if word not in _AROUND]
    named = {PLATFORM_WORDS[word] for word in words if word in PLATFORM_WORDS}
    if named:
        only = len(named) == 1 and all(word in PLATFORM_WORDS for word in words)
        return named.pop().value if only else ""
    return words[0] if len(words) == 1 and words[0] in _NOT_RECORDED else ""
