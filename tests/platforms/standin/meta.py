"""Meta's Graph API: batches, Business Discovery, Pages, tokens."""

import json
import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs

from tests.platforms.standin.reply import Asked, Said, said
from tests.platforms.standin.world import (
    TOKEN,
    TOKENS,
    World,
    number_id,
    said_count,
    scenario,
)

OFFICE = "17840000000000002"
"""The office's own professional account."""
SCOPES = ["instagram_basic", "instagram_manage_insights", "pages_read_engagement"]
_DISCOVERY = re.compile(r"business_discovery\.username\(([^)]*)\)\{([^}]*)\}")


def answer(world: World, asked: Asked) -> Said:
    token = asked.one("access_token") or asked.bearer
    headers = {"facebook-api-version": asked.path.strip("/").split("/")[0]}
    if token != TOKEN:
        code, subcode = TOKENS.get(token, (190, 0))
        text = "Error validating access token"
        return _said(400, _error(text, code, subcode), headers)
    if asked.method == "POST" and "batch" in asked.form:
        return _batch(world, asked, headers)
    path = "/".join(asked.path.strip("/").split("/")[1:])
    if not path and asked.one("ids"):
        return _by_ids(world, asked, headers)
    status, body = _one(world, path, {name: values[0] for name, values in asked.query.items()})
    return _said(status, body, headers | _usage(world))


def _by_ids(world: World, asked: Asked, headers: Mapping[str, str]) -> Said:
    """`?ids=a,b`: an object by the id asked for; one bad id spoils it all."""
    found = {}
    for name in asked.one("ids").split(","):
        status, body = _one(world, name, {"fields": asked.one("fields")})
        if status != 200:
            return _said(status, body, headers)
        found[name] = body
    return _said(200, found, headers | _usage(world))


def _batch(world: World, asked: Asked, headers: Mapping[str, str]) -> Said:
    wanted = json.loads(asked.form["batch"])
    if len(wanted) > 50:
        text = "Too many requests in batch message. Maximum batch size is 50"
        return _said(400, {"error": {"message": text, "type": "GraphBatchException"}}, headers)
    items: list[object] = []
    for one in wanted:
        path, _, query = one["relative_url"].partition("?")
        name = _name(path, query)
        if scenario(name) == "ulang" and world.first_time(name):
            items.append(None)
            continue
        status, body = _one(world, path, {k: v[0] for k, v in parse_qs(query).items()})
        items.append({"code": status, "body": json.dumps(body)})
    return _said(200, items, headers | _usage(world))


def _name(path: str, query: str) -> str:
    found = _DISCOVERY.search(query)
    return found[1] if found else path


def _usage(world: World) -> dict[str, str]:
    used = min(100, int(world.meta_used))
    found = {
        "X-App-Usage": json.dumps({"call_count": used, "total_time": used // 2, "total_cputime": 3})
    }
    if world.regain_minutes:
        entry = {
            "type": "pages",
            "call_count": used,
            "estimated_time_to_regain_access": world.regain_minutes,
        }
        found["X-Business-Use-Case-Usage"] = json.dumps({OFFICE: [entry]})
    return found


def _one(world: World, path: str, query: Mapping[str, str]) -> tuple[int, object]:
    """One look-up: each counts against the limit."""
    world.meta_used += world.meta_percent
    if world.meta_used > 100:
        return 403, _error("(#4) Application request limit reached", 4, transient=True)
    special = _SPECIAL.get(path)
    if special is not None:
        return special(query)
    fields = query.get("fields", "")
    found = _DISCOVERY.search(fields)
    if path == OFFICE:
        if found is None:
            return 200, {"id": OFFICE, "username": "diskominfo.contoh", "name": "Diskominfo Contoh"}
        return _discovered(world, found[1], found[2].split(","))
    return _page(world, path, fields.split(","))


def _discovered(world: World, name: str, fields: list[str]) -> tuple[int, object]:
    fate = scenario(name)
    if fate in ("hilang", "pribadi", "tamat"):
        return 400, _unknown_user(name)
    refusal = _refusal(world, name, fate)
    if refusal is not None:
        return refusal
    number = said_count(name, zero=world.zero)
    whole: dict[str, object] = {
        "username": "orang.lain" if fate == "lain" else name,
        "name": "Contoh",
        "media_count": 120,
    }
    if number:
        whole["followers_count"] = number["n"]
    body = {field: whole[field] for field in fields if field in whole} | {"id": number_id(name)}
    return 200, {"business_discovery": body, "id": OFFICE}


def _page(world: World, path: str, fields: list[str]) -> tuple[int, object]:
    name = world.seen.get(path, path)
    fate = scenario(name)
    if fate == "hilang":
        text = f"(#803) Some of the aliases you requested do not exist: {name}"
        return 404, _error(text, 803)
    if fate == "pribadi":
        if name.isdigit() or path in world.seen:
            return 400, _error("Unsupported get request. Object does not exist", 100, 33)
        return 400, _error(f"(#803) Cannot query users by their username ({name})", 803)
    if fate == "tamat":
        return 400, _error("Unsupported get request. Object with ID does not exist", 100, 33)
    if fate == "pindah":
        text = "(#21) Page ID 1000000021 was migrated to page ID 1000000042. Please update your API calls"
        return 400, _error(text, 21)
    refusal = _refusal(world, name, fate)
    if refusal is not None:
        return refusal
    number = said_count(name, zero=world.zero)
    whole: dict[str, object] = {
        "id": world.remember(number_id(name), name),
        "name": "Contoh",
        "fan_count": 880,
    }
    if number:
        whole["followers_count"] = number["n"]
    return 200, {field: whole[field] for field in {*fields, "id"} if field in whole}


def _refusal(world: World, name: str, fate: str) -> tuple[int, object] | None:
    if fate == "izin":
        text = (
            "(#100) Object does not exist, cannot be loaded due to missing permission or reviewable "
            "feature, or does not support this operation. This endpoint requires the "
            "'pages_read_engagement' permission or the 'Page Public Content Access' feature"
        )
        return 400, _error(text, 100)
    if fate == "batas":
        return 400, _error("(#4) Application request limit reached", 4, transient=True)
    if fate == "sesaat" and world.first_time(name):
        return 500, _error("Please retry your request later.", 2, transient=True)
    if fate == "rusak":
        return 500, _error("An unknown error occurred", 1)
    return None


def _unknown_user(name: str) -> object:
    """Its texts come in any language."""
    error = {
        "message": "Invalid user id",
        "type": "OAuthException",
        "code": 110,
        "error_subcode": 2207013,
        "fbtrace_id": "AbC",
    }
    if name.endswith("2"):
        return {"error": error}
    localised = {
        "is_transient": False,
        "error_user_title": "找不到用户",
        "error_user_msg": "Finner ikke brukeren med brukernavn",
    }
    return {"error": error | localised}


def _me(_query: Mapping[str, str]) -> tuple[int, object]:
    return 200, {"id": "1001", "name": "Diskominfo Contoh"}


def _permissions(_query: Mapping[str, str]) -> tuple[int, object]:
    granted = [{"permission": name, "status": "granted"} for name in SCOPES[:2]]
    return 200, {"data": [*granted, {"permission": "pages_read_engagement", "status": "declined"}]}


def _debug_token(query: Mapping[str, str]) -> tuple[int, object]:
    if query.get("input_token") != TOKEN:
        return 200, {"data": {"is_valid": False}}
    facts = {
        "app_id": "42",
        "type": "USER",
        "application": "Gaung",
        "expires_at": 1_800_000_000,
        "data_access_expires_at": 1_900_000_000,
        "is_valid": True,
        "scopes": SCOPES[:2],
    }
    return 200, {"data": facts}


def _pages(_query: Mapping[str, str]) -> tuple[int, object]:
    account = {"id": OFFICE, "username": "diskominfo.contoh"}
    return 200, {"data": [{"id": "1000", "name": "Contoh", "instagram_business_account": account}]}


def _exchanged(_query: Mapping[str, str]) -> tuple[int, object]:
    return 200, {"access_token": TOKEN, "token_type": "bearer", "expires_in": 5183944}


_SPECIAL: Mapping[str, Callable[[Mapping[str, str]], tuple[int, object]]] = {
    "me": _me,
    "me/permissions": _permissions,
    "me/accounts": _pages,
    "debug_token": _debug_token,
    "oauth/access_token": _exchanged,
}


def _error(text: str, code: int, subcode: int = 0, *, transient: bool = False) -> object:
    error: dict[str, object] = {
        "message": text,
        "type": "OAuthException",
        "code": code,
        "fbtrace_id": "A1",
    }
    if subcode:
        error["error_subcode"] = subcode
    if transient:
        error["is_transient"] = True
    return {"error": error}


def _said(status: int, body: object, headers: Mapping[str, str]) -> Said:
    # Meta sends JSON under another name.
    return said(status, body, {**headers, "Content-Type": "text/javascript; charset=UTF-8"})
