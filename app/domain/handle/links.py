"""What a pasted link says about an account, judged by its text alone: a link is never opened."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote

from app.domain.handle.grammar import RESERVED, named
from app.domain.handle.tables import HOSTS, REDIRECTS, RULES, SHORT_HOSTS, Rule
from app.domain.handle.values import Handle, HandleKind, Unresolvable
from app.domain.platform import Platform

# Also the usual slips of the keyboard: "htp://", "https//:", "https;//".
_SCHEME = re.compile(r"h?tt?pp?s?[ ]*[:;]*[ ]*/+:?[ ]*|//", re.IGNORECASE)
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}(?::[0-9]{1,5})?")
_WRAPPING = "<>()[]{}\"'“”‘’«»`"
_ENDING = ".,;:!\\" + _WRAPPING
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class LinkReading:
    """The account of a link or why there is none; `platform` None is a site that is no platform."""

    platform: Platform | None
    result: Handle | Unresolvable


def is_link(text: str) -> bool:
    """True for a link, with or without scheme; "nama.kab" alone is none, "fb.com/nama" is."""
    text = text.lstrip(_WRAPPING)
    if _SCHEME.match(text) or text[:4].lower() == "www.":
        return True
    host = _HOST.match(text)
    if host is None or text[host.end() : host.end() + 1] not in ("", "/", "?", "#"):
        return False
    name = host[0].lower().split(":")[0]
    return _platform_of(name) is not None or name in SHORT_HOSTS


def read_link(text: str, column: Platform | None) -> LinkReading:
    """Reads one link.

    Args:
        text: the link without blanks inside.
        column: the platform of the column; it only matters for Mastodon, whose servers have
            names of their own.
    """
    return _read(text, column, unwraps=2)


def _read(text: str, column: Platform | None, unwraps: int) -> LinkReading:
    text = text.strip(" \n").lstrip(_WRAPPING).rstrip(_ENDING)[:_LONGEST]
    scheme = _SCHEME.match(text)
    bare = text[scheme.end() :] if scheme else text
    host, path, query = _parts(bare)
    if not _HOST.fullmatch(host):
        return LinkReading(None, Unresolvable.INVALID)
    host = host.split(":")[0]
    if host in SHORT_HOSTS:
        return LinkReading(SHORT_HOSTS[host], Unresolvable.SHORT_LINK)
    platform = _platform_of(host)
    if platform is None:
        return _on_a_server(host, path, column)
    if unwraps and (host, path) in REDIRECTS:
        for target in query.get("u", []) + query.get("q", []):
            return _read(target, column, unwraps - 1)
    return LinkReading(platform, _judge(platform, _door(host) + path, query))


def _parts(text: str) -> tuple[str, str, dict[str, list[str]]]:
    # By hand: urlsplit raises for brackets and for odd letters in the host.
    text = text.replace("/#!/", "/").split("#", 1)[0]
    front, _, query_text = text.partition("?")
    if "/" not in front and "%2f" in front.lower():
        front = unquote(front)
    host, _, path = front.partition("/")
    path = "/" + re.sub(r"/{2,}", "/", unquote(path).strip().strip("/")) if path else ""
    try:
        query = parse_qs(query_text, max_num_fields=100)
    except ValueError:
        query = {}
    return host.rpartition("@")[2].lower().rstrip("."), path.rstrip("/" + _ENDING), query


def _platform_of(host: str) -> Platform | None:
    labels = host.split(".")
    # The host itself, then without "www.", "m.", "id-id." and the like.
    return HOSTS.get(host) or HOSTS.get(".".join(labels[-2:]))


def _door(host: str) -> str:
    """The hosts with rules of their own stand before the path in the table, the rest does not."""
    bare = host.removeprefix("www.")
    return bare if bare in HOSTS and RULES[HOSTS[bare]].doors.count(bare) else ""


def _judge(platform: Platform, path: str, query: dict[str, list[str]]) -> Handle | Unresolvable:
    rules = RULES[platform]
    for rule in rules.ordered:
        found = _apply(rule, platform, path, query)
        if found is not None:
            return found
    segment = path.removeprefix("/").split("/")[0].removeprefix("@")
    if not segment or segment.lower() in RESERVED[platform]:
        return Unresolvable.RESERVED
    if rules.at_needed and not path.startswith("/@"):
        return Unresolvable.RESERVED
    return named(platform, rules.kind_of(path), segment.strip())


def _apply(
    rule: Rule, platform: Platform, path: str, query: dict[str, list[str]]
) -> Handle | Unresolvable | None:
    match = rule.path.fullmatch(path)
    if match is None:
        return None
    if isinstance(rule.outcome, Unresolvable):
        return rule.outcome
    if not rule.query:
        return named(platform, rule.outcome, match[1].removeprefix("@").strip())
    values = query.get(rule.query)
    return named(platform, rule.outcome, values[0].strip().lstrip("@")) if values else None


def _on_a_server(host: str, path: str, column: Platform | None) -> LinkReading:
    """Mastodon has thousands of servers: any host is believed in its column, few elsewhere."""
    name = re.fullmatch(r"/(?:web/)?@([^/@]+)(?:@([^/@]+))?(?:/.*)?", path)
    if name is None or (
        column is not Platform.MASTODON and not re.search(r"mastodon|mstdn|(?:^|\.)fosstodon", host)
    ):
        why = Unresolvable.RESERVED if column is Platform.MASTODON else Unresolvable.WRONG_PLATFORM
        return LinkReading(column if column is Platform.MASTODON else None, why)
    server = name[2] or host.removeprefix("www.")
    result = named(Platform.MASTODON, HandleKind.USERNAME, f"{name[1]}@{server}")
    return LinkReading(Platform.MASTODON, result)
