"""YouTube Data API v3: channels by id, by handle and by legacy user name."""

from collections.abc import Mapping

from tests.platforms.standin.reply import Asked, Said, said
from tests.platforms.standin.world import TOKEN, World, channel_id, said_count, scenario


def answer(world: World, asked: Asked) -> Said:
    key = asked.headers.get("x-goog-api-key") or asked.one("key")
    if not key:
        return _error(403, "forbidden", "PERMISSION_DENIED")
    if key == "KUNCI-HABIS":
        return _error(403, "quotaExceeded", "RESOURCE_EXHAUSTED")
    if key == "KUNCI-BELUM-AKTIF":
        return _error(403, "accessNotConfigured", "PERMISSION_DENIED")
    if key != TOKEN:
        return _error(400, "badRequest", "INVALID_ARGUMENT", "API_KEY_INVALID")
    by_handle = asked.one("forHandle") or asked.one("forUsername")
    if by_handle:
        return _listed([_by_name(world, by_handle.lstrip("@"))])
    ids = asked.one("id").split(",")
    if len(ids) > 50 or not asked.one("part"):
        return _error(400, "invalidParameter", "INVALID_ARGUMENT")
    return _listed([_channel(world, one, world.seen.get(one, "hilang")) for one in ids])


def _by_name(world: World, name: str) -> Mapping[str, object] | None:
    return _channel(world, world.remember(channel_id(name), name), name)


def _channel(world: World, channel: str, name: str) -> Mapping[str, object] | None:
    fate = scenario(name)
    if fate == "hilang":
        return None
    number = said_count(name, zero=world.zero).get("n")
    hidden = fate == "rahasia"
    statistics: dict[str, object] = {"hiddenSubscriberCount": hidden, "videoCount": "12"}
    if number is not None and not hidden:
        statistics["subscriberCount"] = str(_shown(number)) if fate != "teks" else number
    return {"kind": "youtube#channel", "id": channel, "statistics": statistics}


def _shown(number: object) -> object:
    """Rounded down to three figures, as YouTube does."""
    if not isinstance(number, int) or number < 1000:
        return number
    step = 10 ** (len(str(number)) - 3)
    return number // step * step


def _listed(channels: list[Mapping[str, object] | None]) -> Said:
    found = [channel for channel in channels if channel is not None]
    body: dict[str, object] = {
        "kind": "youtube#channelListResponse",
        "pageInfo": {"totalResults": len(found)},
    }
    return said(200, body | ({"items": found[::-1]} if found else {}))


def _error(status: int, reason: str, state: str, detail: str = "") -> Said:
    error: dict[str, object] = {
        "code": status,
        "message": "The request cannot be completed.",
        "errors": [{"message": "…", "domain": "global", "reason": reason}],
        "status": state,
    }
    if detail:
        error["details"] = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": detail}]
    return said(status, {"error": error})
