"""What the stand-in is asked and what it says."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """One request as the platforms look at it. Names of headers are in lower case."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    form: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """A parameter of the address, or of the form."""
        return self.query.get(name, [""])[0] or self.form.get(name, "")

    @property
    def bearer(self) -> str:
        return self.headers.get("authorization", "").removeprefix("Bearer ").strip()


@dataclass(frozen=True)
class Said:
    """One answer."""

    status: int
    body: bytes
    headers: Mapping[str, str]


def said(status: int, value: object, headers: Mapping[str, str] | None = None) -> Said:
    """An answer in JSON."""
    return Said(
        status,
        json.dumps(value, ensure_ascii=False).encode(),
        {"Content-Type": "application/json; charset=utf-8", **(headers or {})},
    )
