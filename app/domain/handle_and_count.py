"""Takes apart a cell that holds an account and its followers: "@nama (512 pengikut)"."""

import re

from app.domain.count import read_count
from app.domain.handle.links import is_link

_TAIL = re.compile(
    r"""^(?P<account>\S.*?)
    (?:\s*[(\[]\s*(?P<inside>[±><~≈]?\s*[0-9][^()\[\]]*?)\s*[)\]]
    |(?:\s*[\n;|=]\s*|\s+[/:–-]\s+|,\s+|:\s*(?!/))(?P<after>[±><~≈]?\s*[0-9][^\n]*)
    |\s+(?P<behind>[±><~]?\s?[0-9][^\n]*))\s*$""",
    re.VERBOSE | re.DOTALL,
)
_LINK = re.compile(r"[^\s|;(\[]+")


def split_handle_and_count(text: str) -> tuple[str, str]:
    """The account and the count as written; the count is empty where none stands beside it.

    A number behind a mere blank belongs to a name ("Rangga 85") unless the account is one for
    sure: it begins with @, or is a link.
    """
    link = _LINK.match(text)
    if link is not None and is_link(link[0]):
        # Whatever signs an address has, its numbers are none of followers: "x.com/nama?s=21".
        behind = split_handle_and_count(f"@_{text[link.end() :]}")[1]
        return (link[0].rstrip(":,"), behind) if behind else (text, "")
    shape = _TAIL.match(text)
    if shape is None:
        return text, ""
    account = shape["account"].strip()
    count = (shape["inside"] or shape["after"] or shape["behind"]).strip()
    sure = account.startswith("@") and " " not in account
    if shape["behind"] and not (sure or _has_word(count)):
        return text, ""
    if read_count(count).interval is None:
        return text, ""
    return account, count


def _has_word(count: str) -> bool:
    return any(ch.isalpha() for ch in count)
