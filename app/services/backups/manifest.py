"""The manifest of a backup as JSON: inside the file, and with the seal of the file beside it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.audit import Head
from app.domain.backup import Contents, Holding, Reason, Seal
from app.domain.evidence import is_name_of_picture

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands beside a backup. Only with its seal can damage of any byte be seen."""

    contents: Contents
    seal: Seal


def written_contents(contents: Contents) -> str:
    """The contents as they stand inside the file."""
    return _sealed({"format": _FORMAT, "contents": _plain(contents)})


def read_contents(text: str) -> Contents:
    """The contents from inside a file.

    Raises:
        ValueError: it is not, to the letter, what `written_contents` gave.
    """
    return _contents(_unsealed(text)["contents"])


def written_manifest(manifest: Manifest, name: str) -> str:
    """The manifest as it stands beside the file called `name`."""
    seal = {"file": name, "size": manifest.seal.size, "sha256": manifest.seal.sha256}
    return _sealed({"format": _FORMAT, **seal, "contents": _plain(manifest.contents)})


def read_manifest(text: str) -> Manifest:
    """The manifest from beside a file.

    Raises:
        ValueError: it is not, to the letter, what `written_manifest` gave.
    """
    values = _unsealed(text)
    seal = Seal(int(values["size"]), str(values["sha256"]))
    return Manifest(_contents(values["contents"]), seal)


def _sealed(values: Mapping[str, Any]) -> str:
    whole = {**values, "seal": _seal_of(values)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _unsealed(text: str) -> dict[str, Any]:
    """The values, if their own seal holds; a `ValueError` in every other case."""
    values = json.loads(text)
    if not isinstance(values, dict) or values.pop("seal", None) != _seal_of(values):
        raise ValueError("the seal of the manifest is broken")
    if values.get("format") != _FORMAT:
        raise ValueError("a format that is not known")
    return values


def _seal_of(values: Mapping[str, Any]) -> str:
    ordered = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(ordered.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(contents: Contents) -> dict[str, Any]:
    holding = contents.holding
    last = holding.last_import.isoformat() if holding.last_import else None
    return {
        "serial": contents.serial,
        "made_at": contents.made_at.isoformat(timespec="seconds"),
        "reason": contents.reason.value,
        "number": holding.number,
        "schema": holding.schema,
        "people": holding.people,
        "counts": holding.counts,
        "imports": holding.imports,
        "last_import": last,
        "pictures": list(holding.pictures),
        "missing": list(contents.missing),
        "sample": contents.is_sample,
        "database": {"size": contents.database_size, "sha256": contents.database_sha256},
        **_plain_head(contents.audit),
    }


def _plain_head(head: Head | None) -> dict[str, Any]:
    return {} if head is None else {"audit": {"line": head.number, "sha256": head.sha256}}


def _contents(values: Mapping[str, Any]) -> Contents:
    """A `ValueError` for whatever has a seal of its own but is not ours."""
    try:
        last = values["last_import"]
        return Contents(
            serial=int(values["serial"]),
            made_at=datetime.fromisoformat(values["made_at"]),
            reason=Reason(values["reason"]),
            holding=Holding(
                number=int(values["number"]),
                schema=str(values["schema"]),
                people=int(values["people"]),
                counts=int(values["counts"]),
                imports=int(values["imports"]),
                last_import=datetime.fromisoformat(last) if last else None,
                pictures=_names(values["pictures"]),
            ),
            database_size=int(values["database"]["size"]),
            database_sha256=str(values["database"]["sha256"]),
            missing=_names(values["missing"]),
            is_sample=bool(values["sample"]),
            # The first backups knew of no audit log.
            audit=_head(values.get("audit")),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("a value of the manifest is missing") from error


def _head(values: Mapping[str, Any] | None) -> Head | None:
    return None if values is None else Head(int(values["line"]), str(values["sha256"]))


def _names(values: Iterable[object]) -> tuple[str, ...]:
    names = tuple(str(name) for name in values)
    if not all(map(is_name_of_picture, names)):
        raise ValueError("a name of a picture that is none of ours")
    return names
