"""Holds the client of X, and the stand-in that it is tested with, against X's published OpenAPI document.

    pip install openapi-core==0.23.1
    python tests/platforms/x_document.py openapi.json

The document is X's own (repository `xdevplatform/docs`, file `openapi.json`) and is not kept here.
Every request of the client, and every answer of the stand-in with status 200, must fit it. Real 400,
401 and 429 bodies of X do not fit X's own document, so these answers are not judged; neither is the
older name of one field, `tweet_count`, which recorded answers have and the document no longer. Prints one line
for each kind of call; exit code 1 where anything deviates.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from openapi_core import OpenAPI  # noqa: E402  # the path is set above
from openapi_core.contrib.requests import (  # noqa: E402
    RequestsOpenAPIRequest,
    RequestsOpenAPIResponse,
)
from openapi_core.exceptions import OpenAPIError  # noqa: E402

from app.domain.fetched import Asked  # noqa: E402
from app.domain.platform import Platform  # noqa: E402
from app.platforms.clock import SYSTEM_CLOCK  # noqa: E402
from app.platforms.protocol import FollowerSource  # noqa: E402
from app.platforms.settings import read_settings  # noqa: E402
from app.platforms.sources import SOURCES  # noqa: E402
from tests.platforms.cases import CASES, Case  # noqa: E402
from tests.platforms.standin import TOKEN, StandIn  # noqa: E402

ODD = ("minus", "teks", "pecahan", "besar", "kosong")
"""Scenarios whose very point is that the count is not as documented."""

Sent = tuple[requests.PreparedRequest, requests.Response]


def document(path: Path) -> OpenAPI:
    """X's document; some of its lists of values name one twice, which no validator accepts."""
    spec = json.loads(path.read_text(encoding="utf-8"))
    _once(spec)
    spec["servers"] = [{"url": "/"}]
    return OpenAPI.from_dict(spec)


def _once(node: object) -> None:
    if isinstance(node, dict):
        values = node.get("enum")
        if isinstance(values, list):
            node["enum"] = list(dict.fromkeys(values))
        for child in node.values():
            _once(child)
    elif isinstance(node, list):
        for child in node:
            _once(child)


@contextmanager
def recorded() -> Iterator[list[requests.PreparedRequest]]:
    """The requests that go over the wire while it lasts."""
    sent: list[requests.PreparedRequest] = []
    send = requests.Session.send

    def note(
        session: requests.Session, request: requests.PreparedRequest, **more: object
    ) -> requests.Response:
        sent.append(request)
        return send(session, request, **more)

    requests.Session.send = note
    try:
        yield sent
    finally:
        requests.Session.send = send


def again(requests_sent: Sequence[requests.PreparedRequest]) -> Sequence[Sent]:
    """Each once more, with an answer that is read whole: the client reads its own in pieces."""
    with requests.Session() as session:
        return [(request, session.send(request)) for request in requests_sent]


def talk() -> Sequence[Sent]:
    """Every kind of name that X's document allows, by name first and then by the ids so learned."""
    case = next(one for one in CASES if one.platform is Platform.X)
    words = [word for word in case.fates if word not in ODD]
    with StandIn() as server:
        server.world.post_count = True
        client = SOURCES[Platform.X](read_settings(server.environment(TOKEN)), SYSTEM_CLOCK)
        with recorded() as sent:
            _ask(client, case, [*map(case.asked, words), *case.many(250)])
        return again(sent)


def _ask(client: FollowerSource, case: Case, asked: Sequence[Asked]) -> None:
    known = []
    for batch in client.batches(asked):
        found = client.fetch(batch, lambda seconds: None).results
        known += [case.asked(one.asked.handle.text, one.platform_id) for one in found]
    for batch in client.batches([one for one in known if one.platform_id]):
        client.fetch(batch, lambda seconds: None)


def main(path: Path) -> int:
    """How many calls fit, by kind; each deviation in a line."""
    api = document(path)
    fits: dict[str, int] = {}
    told: list[str] = []
    wrong = 0
    for request, reply in talk():
        try:
            asked = RequestsOpenAPIRequest(request)
            api.validate_request(asked)
            if reply.status_code == 200:
                api.validate_response(asked, RequestsOpenAPIResponse(reply))
        except OpenAPIError as error:
            wrong += 1
            cause = getattr(error, "schema_errors", None) or (error.__cause__ or error,)
            where = list(getattr(cause[0], "absolute_path", ()))
            told.append(f"{request.path_url.split('?')[0]}: {type(error).__name__} at {where}")
        else:
            kind = f"{request.method} {request.path_url.split('?')[0]} {reply.status_code}"
            fits[kind] = fits.get(kind, 0) + 1
    told += [f"{number:4} fit  {kind}" for kind, number in sorted(fits.items())]
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
