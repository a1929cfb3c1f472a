"""Bluesky, Mastodon and Threads."""

import time

from tests.platforms.standin.reply import Asked, Said, said
from tests.platforms.standin.world import TOKEN, World, did, number_id, said_count, scenario

_GONE = ("hilang", "pribadi", "tamat")


def bluesky(world: World, asked: Asked) -> Said:
    if not asked.path.endswith("app.bsky.actor.getProfiles"):
        return said(404, {"error": "MethodNotImplemented"})
    actors = asked.query.get("actors", [])
    if not 1 <= len(actors) <= 25:
        return said(
            400,
            {"error": "InvalidRequest", "message": "actors must not have more than 25 elements"},
        )
    profiles = []
    for actor in actors:
        name = world.seen.get(actor, "") if actor.startswith("did:") else actor
        if not name or scenario(name) in _GONE:
            continue
        profile = {"did": world.remember(did(name), name), "handle": name, "postsCount": 3}
        number = said_count(name, zero=world.zero)
        profiles.append(profile | ({"followersCount": number["n"]} if number else {}))
    return said(200, {"profiles": profiles[::-1]})


def mastodon(world: World, asked: Asked) -> Said:
    name = asked.one("acct").partition("@")[0]
    fate = scenario(name)
    headers = {
        "X-RateLimit-Limit": "300",
        "X-RateLimit-Remaining": "299",
        "X-RateLimit-Reset": time.strftime(
            "%Y-%m-%dT%H:%M:%S.000000Z", time.gmtime(time.time() + 300)
        ),
    }
    if fate == "hilang" or not name:
        return said(404, {"error": "Record not found"}, headers)
    if fate == "izin":
        return said(401, {"error": "This method requires an authenticated user"}, headers)
    shown = "orang_lain" if fate == "lain" else name
    account: dict[str, object] = {
        "id": number_id(name),
        "username": shown,
        "acct": shown,
        "locked": False,
    }
    if fate == "tamat":
        account["suspended"] = True
    number = said_count(name, zero=world.zero)
    return said(200, account | ({"followers_count": number["n"]} if number else {}), headers)


def threads(world: World, asked: Asked) -> Said:
    if asked.bearer != TOKEN and asked.one("access_token") != TOKEN:
        return said(400, {"error": {"message": "…", "type": "OAuthException", "code": 190}})
    name = asked.one("username")
    number = said_count(name, zero=world.zero)
    if scenario(name) in _GONE or not number:
        return said(400, {"error": {"message": "…", "type": "OAuthException", "code": 100}})
    return said(
        200,
        {"username": name, "name": "Contoh", "is_verified": False, "follower_count": number["n"]},
    )
