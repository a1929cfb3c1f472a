"""Reads the style sheet of a look back into colours: which words stand on which ground."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
_SELECTOR = re.compile(r"^(\*|Q\w+)((?:\[[^\]]+\])*)((?::[\w-]+)*)$")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector without its children: `kind` is a class of Qt's."""

    kind: str
    marks: frozenset[str]
    states: frozenset[str]
    says: dict[str, str]


def rules(sheet: str) -> Iterator[Rule]:
    """Every rule for a widget itself, in the order of the sheet."""
    for selectors, body in _RULE.findall(sheet):
        says = {
            name.strip(): value.strip()
            for name, _, value in (one.partition(":") for one in body.split(";") if ":" in one)
        }
        for selector in selectors.split(","):
            found = _SELECTOR.match(selector.strip())
            if found:
                kind, marks, states = found.groups()
                yield Rule(
                    kind,
                    frozenset(re.findall(r"\[([^\]]+)\]", marks)),
                    frozenset(one for one in states.split(":") if one),
                    says,
                )


def dressed(sheet: str, kinds: frozenset[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """What each look of each kind of widget comes to, by the rules that hold for it."""
    known = [one for one in rules(sheet) if one.kind in kinds]
    for target in known:
        for states in {target.states, *(one.states for one in known if one.kind == target.kind)}:
            whole: dict[str, str] = {}
            # Qt lets the more special rule win: marks and states count alike, then the order.
            fitting = [
                one
                for one in known
                if one.kind == target.kind and one.marks <= target.marks and one.states <= states
            ]
            for one in sorted(fitting, key=lambda rule: len(rule.marks) + len(rule.states)):
                whole |= one.says
            name = "".join(
                (
                    target.kind,
                    *(f"[{mark}]" for mark in sorted(target.marks)),
                    *(f":{state}" for state in sorted(states)),
                )
            )
            yield name, whole


def colour(value: str) -> str:
    """The first colour that a value names; "" for a transparent one."""
    found = _HEX.search(value)
    return found.group() if found else ""
