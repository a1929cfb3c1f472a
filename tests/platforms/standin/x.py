"""X API v2: users by name and by id."""

import re
import time
from collections.abc import Mapping

from tests.platforms.standin.reply import Asked, Said, said
from tests.platforms.standin.world import TOKEN, World, number_id, said_count, scenario

_OLD, _NEW = "https://api.twitter.com/2/problems", "https://api.x.com/2/problems"
_SHAPES = {"usernames": r"^[A-Za-z0-9_]{1,15}$", "ids": r"^[0-9]{1,19}$"}


def answer(world: World, asked: Asked) -> Said:
    if asked.bearer != TOKEN:
        return said(
            401,
            {
                "title": "Unauthorized",
                "type": "about:blank",
                "status": 401,
                "detail": "Unauthorized",
            },
        )
    headers = _rates(world)
    if world.x_left <= 0:
        return said(
            429, {"title": "Too Many Requests", "type": "about:blank", "status": 429}, headers
        )
    world.x_left -= 1
    headers = _rates(world)
    parameter = "usernames" if asked.path.rstrip("/").endswith("/by") else "ids"
    values = asked.one(parameter).split(",")
    bad = [value for value in values if not re.match(_SHAPES[parameter], value)]
    if bad or len(values) > 100:
        return said(400, _invalid(world, parameter, bad, len(values)), headers)
    return said(200, _users(world, parameter, values, asked.one("user.fields")), headers)


def _problems(world: World) -> str:
    return _NEW if world.post_count else _OLD


def _rates(world: World) -> dict[str, str]:
    return {
        "x-rate-limit-limit": "300",
        "x-rate-limit-remaining": str(world.x_left),
        "x-rate-limit-reset": str(int(time.time()) + world.clock_ahead + world.x_window),
    }


def _invalid(world: World, parameter: str, bad: list[str], count: int) -> Mapping[str, object]:
    message = (
        f"The `{parameter}` query parameter value [{bad[0]}] does not match {_SHAPES[parameter]}"
        if bad
        else f"size must be between 1 and 100, was {count}"
    )
    return {
        "errors": [{"parameters": {parameter: bad or ["..."]}, "message": message}],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": f"{_problems(world)}/invalid-request",
    }


def _users(world: World, parameter: str, values: list[str], fields: str) -> Mapping[str, object]:
    data, errors = [], []
    for value in values:
        name = value if parameter == "usernames" else world.seen.get(value, "")
        fate = scenario(name) if name else "hilang"
        # A renamed account is gone under its old name.
        if parameter == "usernames" and name.lower() in world.renamed.values():
            fate = "hilang"
        if fate == "diam" or (fate == "hilang" and world.playground):
            continue
        if fate in ("hilang", "tamat"):
            problem = _problem(world, parameter, value, suspended=fate == "tamat")
            errors.append(problem | _newer(problem) if world.post_count else problem)
            continue
        data.append(_user(world, name, fate, fields))
    # The order is X's own.
    found: dict[str, object] = {"data": data[::-1]} if data or world.playground else {}
    return found | ({"errors": errors} if errors else {})


def _user(world: World, name: str, fate: str, fields: str) -> Mapping[str, object]:
    identity = world.remember(number_id(world.id_owner(name.lower())), name.lower())
    shown = "orang_lain" if fate == "lain" else name.capitalize()
    user: dict[str, object] = {"id": identity, "name": "Contoh", "username": shown}
    if "public_metrics" in fields:
        said_number = said_count(name, zero=world.zero)
        metrics: dict[str, object] = {"following_count": 20, "listed_count": 1}
        metrics["post_count" if world.post_count else "tweet_count"] = 140
        if "n" in said_number:
            metrics["followers_count"] = said_number["n"]
        user["public_metrics"] = metrics
    if "protected" in fields:
        user["protected"] = False
    return user


def _newer(problem: Mapping[str, object]) -> dict[str, object]:
    """As the document of 2026 has it, beside the count of posts under its new name."""
    return {"type": str(problem["type"]).replace("api.twitter.com", "api.x.com")}


def _problem(world: World, parameter: str, value: str, *, suspended: bool) -> dict[str, object]:
    detail = (
        f"User has been suspended: [{value}]."
        if suspended
        else f"Could not find user with {parameter}: [{value}]."
    )
    return {
        "value": value,
        "detail": detail,
        "title": "Forbidden" if suspended else "Not Found Error",
        "resource_type": "user",
        "parameter": parameter,
        "resource_id": value,
        "type": f"{_problems(world)}/resource-not-found",
    }
