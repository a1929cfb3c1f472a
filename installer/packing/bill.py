"""Writes the bill of materials of one artefact: CycloneDX 1.6, as auditors' programs read it.

https://cyclonedx.org/docs/1.6/json/
"""

import json
import time
import uuid
from collections.abc import Iterable
from typing import Any

from installer.packing.shipped import Shipped


def bill_of(
    artefact: str, version: str, seconds: int, sha256: str, shipped: Iterable[Shipped]
) -> str:
    """The bill as JSON; the same artefact gives the same bytes.

    `seconds` dates it, `sha256` is of the artefact itself.
    """
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{artefact}:{sha256}')}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds)),
            "component": {
                "type": "application",
                "name": "gaung",
                "version": version,
                "description": artefact,
                "licenses": [{"expression": "MIT"}],
                "hashes": [_hash(sha256)],
            },
        },
        "components": [_component(one) for one in _each_once(shipped)],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _each_once(shipped: Iterable[Shipped]) -> list[list[Shipped]]:
    """The forms of each thing together: a package may be there for several Pythons."""
    forms: dict[tuple[str, str], list[Shipped]] = {}
    for one in shipped:
        forms.setdefault((one.name, one.version), []).append(one)
    return list(forms.values())


def _component(forms: list[Shipped]) -> dict[str, Any]:
    one = forms[0]
    component: dict[str, Any] = {
        "type": "library",
        "name": one.name,
        "version": one.version,
        "licenses": [{"expression": one.licence}],
        "externalReferences": [{"type": "website", "url": one.source}],
    }
    hashes = [_hash(form.sha256) for form in forms if form.sha256]
    if hashes:
        component["hashes"] = hashes
    if one.of_pip:
        component["purl"] = f"pkg:pypi/{one.name}@{one.version}"
    return component


def _hash(sha256: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": sha256}
