"""The stand-in for Meta and our clients beside Meta's own SDK: the same batch, the same answers.

    python tests/reliability/meta_sdk.py

Wants an environment with facebook-business, truststore and typing_extensions; the SDK is no part of
the project. Every field that our clients ask for must be one that the SDK knows, with its type; and
what the SDK reads out of the stand-in must be what our clients read.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from facebook_business.adobjects.iguser import IGUser  # noqa: E402  # the path is set above
from facebook_business.adobjects.page import Page  # noqa: E402
from facebook_business.api import FacebookAdsApi, FacebookResponse  # noqa: E402
from facebook_business.exceptions import FacebookRequestError  # noqa: E402
from facebook_business.session import FacebookSession  # noqa: E402

from app.domain.fetched import Answer, FetchState  # noqa: E402
from app.platforms.clock import SYSTEM_CLOCK  # noqa: E402
from app.platforms.facebook import Facebook  # noqa: E402
from app.platforms.instagram import Instagram  # noqa: E402
from app.platforms.settings import read_settings  # noqa: E402
from tests.platforms.cases import CASES, Case  # noqa: E402
from tests.platforms.standin import TOKEN, StandIn  # noqa: E402

WORDS = ("akun1", "akun22", "hilang1", "hilang2", "pribadi1", "izin1", "tamat1", "pindah1")
ENDED = "TOKEN-KEDALUWARSA"
NUMBER_TYPES = ("int", "unsigned int")


def ours(server: StandIn, case: Case) -> Answer:
    """What our client makes of the accounts."""
    make = Instagram if case is CASES[0] else Facebook
    client = make(read_settings(server.environment(TOKEN)), SYSTEM_CLOCK)
    return client.fetch([case.asked(word) for word in WORDS], lambda _seconds: None)


def theirs(api: FacebookAdsApi, batch: str) -> list[Any]:
    """What the SDK makes of the very same batch: a body, or an error."""
    found: list[Any] = []
    many = api.new_batch()
    for one in json.loads(batch):
        path, _, query = one["relative_url"].partition("?")
        params = dict(part.split("=", 1) for part in query.split("&"))
        many.add(
            "GET",
            (path,),
            params=params,
            success=lambda response: found.append(response.json()),
            failure=lambda response: found.append(response.error()),
        )
    many.execute()
    return found


def agree(answer: Answer, found: list[Any]) -> list[str]:
    """Where the two differ."""
    wrong = []
    if len(answer.results) != len(found):
        return [f"{len(answer.results)} results of ours, {len(found)} of theirs"]
    for result, one in zip(answer.results, found, strict=True):
        name = result.asked.handle.text
        if isinstance(one, FacebookRequestError):
            code = str(one.api_error_code())
            if result.state is FetchState.OK or result.code.split("/")[0] != code:
                wrong.append(f"{name}: {result.state} {result.code}, theirs {code}")
            continue
        body = one.get("business_discovery", one)
        if result.count is None or result.count.low != body["followers_count"]:
            wrong.append(f"{name}: {result.count}, theirs {body}")
    return wrong


def unknown_fields(batch: str, known: dict[str, str]) -> list[str]:
    """Fields we ask for that the SDK does not have, or has otherwise."""
    asked = json.loads(batch)[0]["relative_url"].partition("fields=")[2]
    names = set(re.findall(r"[a-z_]+(?=[,{}]|$|\.username)", asked)) - {"akun"}
    wrong = [name for name in names if name not in known]
    if known.get("followers_count") not in NUMBER_TYPES:
        wrong.append("followers_count")
    return wrong


def main() -> int:
    wrong: list[str] = []
    checked = 0
    with StandIn() as server:
        server.world.meta_percent = 0
        FacebookSession.GRAPH = server.url
        api = FacebookAdsApi(FacebookSession(access_token=TOKEN), api_version="v26.0")
        for case, known in ((CASES[0], IGUser._field_types), (CASES[1], Page._field_types)):
            answer = ours(server, case)
            batch = server.calls[-1].form["batch"]
            wrong += unknown_fields(batch, known)
            wrong += agree(answer, theirs(api, batch))
            checked += len(answer.results)
        ended = FacebookAdsApi(FacebookSession(access_token=ENDED), api_version="v26.0")
        try:
            told: FacebookResponse = ended.call("GET", ("me",))
            wrong.append(f"an ended token was accepted: {told.status()}")
        except FacebookRequestError as error:
            if (error.api_error_code(), error.api_error_subcode()) != (190, 463):
                wrong.append(f"an ended token: {error.api_error_code()}")
    sys.stdout.write(json.dumps({"checked": checked, "wrong": wrong}) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
