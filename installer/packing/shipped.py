"""Says what the installers ship besides our own lines: version, licence, source, hash of each.

The one list for whoever must tell it: the licences beside the program, the page about it, the bill
of materials of a release. What pip brings stands in a lock file; what is no package of pip stands
in shipped.toml, with the licence and the page of everything.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.packing.locked import Locked, canonical

_FACTS = Path(__file__).with_name("shipped.toml")


@dataclass(frozen=True, slots=True)
class Shipped:
    """One thing that stands in an installer.

    `licence` is an SPDX expression; `source` a page where its sources are; `sha256` is of the
    archive that it was taken from, empty for what lies in the project itself or comes with the
    system; `of_pip` says that the package index knows it by its name.
    """

    name: str
    version: str
    licence: str
    source: str
    sha256: str = ""
    of_pip: bool = False


def shipped_packages(locked: Iterable[Locked]) -> tuple[Shipped, ...]:
    """The packages of a lock file, by name.

    Raises:
        KeyError: nobody has looked up the licence of one of them.
    """
    facts = _facts()["package"]
    return tuple(
        Shipped(
            one.name,
            one.version,
            facts[one.name]["licence"],
            facts[one.name]["source"],
            one.sha256,
            of_pip=True,
        )
        for one in sorted(locked, key=lambda one: one.name)
    )


def shipped_resources() -> tuple[Shipped, ...]:
    """What lies in resources/ and was made by others, by name: it is in every installer."""
    return tuple(
        Shipped(name, fact["version"], fact["licence"], fact["source"])
        for name, fact in sorted(_facts()["resource"].items())
    )


def shipped_with_windows() -> tuple[Shipped, ...]:
    """What else stands in the Windows program: parts of its Python and Qt, and of the tools."""
    facts = _facts()
    return tuple(
        Shipped(name, fact["version"], fact["licence"], fact["source"])
        for table in ("inside_windows", "built_with_windows")
        for name, fact in facts[table].items()
    )


def as_text(shipped: Iterable[Shipped]) -> str:
    """The list as a person reads it, in the folder of the licences."""
    blocks = (
        f"{one.name} {one.version}\n    {one.licence}\n    {one.source}\n"
        + (f"    sha256 {one.sha256}\n" if one.sha256 else "")
        for one in shipped
    )
    return "\n".join(blocks)


def _facts() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    whole = tomllib.loads(_FACTS.read_text(encoding="utf-8"))
    packages = {canonical(name): fact for name, fact in whole["package"].items()}
    return {**whole, "package": packages}
