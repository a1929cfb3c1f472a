"""Compiles the words before hatchling builds, and puts the resources into the wheel."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from typing_extensions import override


class WordsHook(BuildHookInterface[BuilderConfig]):
    """Named by `[tool.hatch.build.hooks.custom]` in pyproject.toml."""

    @override
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; a real wheel also takes `resources/`, an editable install reads it in place.

        `version` is hatchling's word for the kind of build: "standard" or "editable".
        """
        # hatchling loads this file by its path, so its own package is not found by itself.
        sys.path.insert(0, self.root)
        from installer.translations import compile_all

        compile_all(Path(self.root))
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"]["resources"] = "app/_resources"
