"""What Excel demands of the file itself: every part named, every relation resolved, legal names."""

import posixpath
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _read(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314 - a file of our own


def faults_of(path: Path) -> list[str]:
    """Everything for which Excel would offer to repair the workbook; empty where all is well."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    found = [f"{name} comes twice" for name in set(names) if names.count(name) > 1]
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            _read(content)
    return found + _untyped(parts) + _unresolved(parts) + _illegal_sheets(parts) + _tables(parts)


def _untyped(parts: dict[str, bytes]) -> list[str]:
    types = _read(parts["[Content_Types].xml"])
    named = {each.attrib["PartName"].lstrip("/") for each in types.iter(f"{_TYPES}Override")}
    endings = {each.attrib["Extension"].casefold() for each in types.iter(f"{_TYPES}Default")}
    lost = [f"{name} is named but absent" for name in named - set(parts)]
    return lost + [
        f"{name} has no content type"
        for name in parts
        if name != "[Content_Types].xml"
        and name not in named
        and name.rpartition(".")[2].casefold() not in endings - {"xml"}
    ]


def _unresolved(parts: dict[str, bytes]) -> list[str]:
    found = []
    for name, content in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in _read(content).iter(_RELATION):
            target = relation.attrib["Target"]
            if relation.attrib.get("TargetMode") == "External":
                found.append(f"{name} leads out of the file to {target}")
                continue
            base = "" if target.startswith("/") else folder
            place = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
            if place not in parts:
                found.append(f"{name} leads to {place}, which is absent")
    return found


def _illegal_sheets(parts: dict[str, bytes]) -> list[str]:
    book = _read(parts["xl/workbook.xml"])
    names = [sheet.attrib["name"] for sheet in book.iter(f"{_MAIN}sheet")]
    found = [
        f"sheet {name!r} has an illegal name"
        for name in names
        if not 0 < len(name.encode("utf-16-le")) // 2 <= 31
        or re.search(r"[\[\]:*?/\\]|^'|'$", name)
        or name.casefold() == "history"
    ]
    folded = [name.casefold() for name in names]
    return found + [f"sheet {name!r} comes twice" for name in folded if folded.count(name) > 1]


def _tables(parts: dict[str, bytes]) -> list[str]:
    """Heads of tables are different, and the very texts of their cells."""
    found, names = [], []
    for name, content in parts.items():
        if not name.startswith("xl/tables/"):
            continue
        table = _read(content)
        names.append(table.attrib["displayName"])
        heads = [each.attrib["name"] for each in table.iter(f"{_MAIN}tableColumn")]
        if len({head.casefold() for head in heads}) != len(heads):
            found.append(f"{name} has a head twice")
    return found + [f"table {name} comes twice" for name in names if names.count(name) > 1]
