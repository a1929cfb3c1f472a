"""Fills the templates of the installers; what stays open or is not asked for is a mistake."""

import re
from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"@([A-Z_]+)@")


def filled(template: str, values: Mapping[str, str]) -> str:
    """`template` with each @NAME@ replaced.

    Raises:
        KeyError: a placeholder has no value.
        ValueError: a value has no placeholder.
    """
    asked = set(_PLACEHOLDER.findall(template))
    spare = set(values) - asked
    if spare:
        raise ValueError(f"nowhere asked for: {', '.join(sorted(spare))}")
    return _PLACEHOLDER.sub(lambda found: values[found[1]], template)
