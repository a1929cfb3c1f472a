"""Leaves out what the program never loads: most of Qt, tests, headers, tools of developers."""

import re

from installer.packing.left_out import is_left_out

QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets")
"""Those that app/ui imports; a test compares."""

_QT_PLUGINS = (
    "iconengines/qsvgicon",
    "imageformats/qgif",
    "imageformats/qico",
    "imageformats/qjpeg",
    "imageformats/qsvg",
    "imageformats/qwebp",
    "platforms/qwindows",
)
"""Pictures that prove counts come as PNG, JPEG, WEBP and BMP. The network of Qt is used for calls
between two windows of one person only, so none of its encryption is. The style of every window is
Qt's own Fusion, which stands in Qt6Widgets."""

_QT_KEPT = frozenset(
    (
        *(f"PySide6/{module}.pyd" for module in QT_MODULES),
        *(f"PySide6/{module.replace('Qt', 'Qt6', 1)}.dll" for module in QT_MODULES),
        *(f"PySide6/plugins/{plugin}.dll" for plugin in _QT_PLUGINS),
        "PySide6/pyside6.abi3.dll",
        # The runtime of Microsoft's compiler, in the version that this Qt was built with.
        "PySide6/msvcp140.dll",
        "PySide6/msvcp140_1.dll",
        "PySide6/msvcp140_2.dll",
        "PySide6/vcruntime140.dll",
        "PySide6/vcruntime140_1.dll",
    )
)

_QT_PYTHON = re.compile(r"PySide6/(__init__|_config|_git_pyside_version)\.py")


def is_kept(path: str) -> bool:
    """Whether a file of a package belongs into the program; `path` as in its wheel."""
    if path.startswith("PySide6/"):
        return path in _QT_KEPT or _QT_PYTHON.fullmatch(path) is not None
    return not is_left_out(path)
