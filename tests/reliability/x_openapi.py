"""X's client and its stand-in beside X's own description of its interface, with openapi-core.

    python tests/reliability/x_openapi.py openapi.json

`openapi.json` is that of the repository xdevplatform/docs. openapi-core is no part of the project:
the command wants an environment with it, requests, truststore and typing_extensions. Every request
that the client sends and every good answer that the stand-in gives must be as described; a control
shows that wrong ones are noticed. Refusals are left out: X's true ones are not as described either.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from openapi_core import OpenAPI  # noqa: E402  # the path is set above
from openapi_core.exceptions import OpenAPIError  # noqa: E402
from openapi_core.testing import MockRequest, MockResponse  # noqa: E402

from app.domain.fetched import Asked  # noqa: E402
from app.platforms.clock import SYSTEM_CLOCK  # noqa: E402
from app.platforms.settings import read_settings  # noqa: E402
from app.platforms.x import X  # noqa: E402
from tests.platforms.cases import CASES  # noqa: E402
from tests.platforms.standin import TOKEN, Seen, StandIn, World  # noqa: E402
from tests.platforms.standin import x as stand_in_x  # noqa: E402
from tests.platforms.standin.reply import Asked as AskedOf  # noqa: E402

CASE = CASES[2]


def description(file: Path) -> OpenAPI:
    """X lists some values of an enumeration twice, which no validator accepts."""

    def once(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                name: list(dict.fromkeys(inner))
                if name == "enum" and isinstance(inner, list)
                else once(inner)
                for name, inner in value.items()
            }
        return [once(one) for one in value] if isinstance(value, list) else value

    return OpenAPI.from_dict(once(json.loads(file.read_text(encoding="utf-8"))))


def calls_of_the_client(world: World) -> Sequence[Seen]:
    """Names and ids, few and many, found and not."""
    with StandIn(world) as server:
        client = X(read_settings(server.environment(TOKEN)), SYSTEM_CLOCK)
        odd = [CASE.asked(f"{word}1") for word in ("hilang", "tamat", "diam")]
        groups = [CASE.many(1), [*CASE.many(3), *odd], [CASE.asked("hilang1")], CASE.many(150)]
        for asked in groups:
            for batch in client.batches(asked):
                results = client.fetch(batch, lambda _seconds: None).results
                known = [Asked(one.asked.handle, one.platform_id) for one in results]
                for again in client.batches([one for one in known if one.platform_id]):
                    client.fetch(again, lambda _seconds: None)
        client.test(lambda _seconds: None)
        return list(server.calls)


def request_of(seen: Seen) -> MockRequest:
    """As the validator wants it."""
    args = {name: values[0] for name, values in seen.query.items()}
    headers = {"Authorization": f"Bearer {TOKEN}"}
    return MockRequest(
        "https://api.x.com", "get", urlsplit(seen.path).path, args=args, headers=headers
    )


def response_of(world: World, seen: Seen) -> tuple[int, MockResponse]:
    """What the stand-in says to it, once more."""
    headers = {"authorization": f"Bearer {TOKEN}"}
    said = stand_in_x.answer(world, AskedOf("GET", seen.path, seen.query, {}, headers))
    return said.status, MockResponse(
        said.body, status_code=said.status, content_type="application/json"
    )


def complains(check: Callable[[], object]) -> str:
    """What the validator finds; empty for nothing."""
    try:
        check()
    except OpenAPIError as error:
        return f"{type(error).__name__}: {error.__cause__ or error}"[:300]
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("description", type=Path)
    told = parser.parse_args()
    x = description(told.description)
    world = World(post_count=True)
    seen = calls_of_the_client(world)
    wrong = []
    for one in seen:
        request = request_of(one)
        status, response = response_of(world, one)
        wrong.append(complains(lambda request=request: x.validate_request(request)))
        if status == 200:
            wrong.append(
                complains(lambda r=request, a=response: x.validate_response(r, a))  # type: ignore[misc]
            )
    checked = len(wrong)
    found = [one for one in wrong if one]
    controls = control(x)
    sys.stdout.write(
        json.dumps({"checked": checked, "wrong": found[:5], "controls_noticed": controls}) + "\n"
    )
    return 1 if found or controls != 3 else 0


def control(x: OpenAPI) -> int:
    """How many of three wrong things the validator notices."""
    fields = {"user.fields": ["public_metrics"]}
    good = Seen("GET", "/2/users/by", "", {"usernames": ["akun1"], **fields}, {}, {})
    bad_name = Seen("GET", "/2/users/by", "", {"usernames": ["a-b"], **fields}, {}, {})
    bad_field = Seen("GET", "/2/users/by", "", {"usernames": ["a"], "user.fields": ["?"]}, {}, {})
    old = response_of(World(post_count=False), good)[1]
    return sum(
        bool(complains(check))
        for check in (
            lambda: x.validate_request(request_of(bad_name)),
            lambda: x.validate_request(request_of(bad_field)),
            lambda: x.validate_response(request_of(good), old),
        )
    )


if __name__ == "__main__":
    raise SystemExit(main())
