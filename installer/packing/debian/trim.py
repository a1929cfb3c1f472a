"""Keeps of Qt for Linux what the program loads, and of each package what a program needs."""

import re

from installer.packing.left_out import is_left_out

QT_MODULES = ("QtCore", "QtDBus", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets")
"""Those that app/ui imports, and QtDBus, which QtGui loads; a test compares."""

_QT_LIBRARIES = (
    *(module.replace("Qt", "Qt6", 1) for module in QT_MODULES),
    "Qt6OpenGL",
    "Qt6XcbQpa",
    "icudata",
    "icui18n",
    "icuuc",
)

# A desktop with Wayland shows the window through its X server, as it does other programs of X.
_QT_PLUGINS = (
    "iconengines/libqsvgicon",
    "imageformats/libqgif",
    "imageformats/libqico",
    "imageformats/libqjpeg",
    "imageformats/libqsvg",
    "imageformats/libqwebp",
    "platforminputcontexts/libcomposeplatforminputcontextplugin",
    "platforminputcontexts/libibusplatforminputcontextplugin",
    "platforms/libqminimal",
    "platforms/libqoffscreen",
    "platforms/libqxcb",
    "platformthemes/libqxdgdesktopportal",
    "printsupport/libcupsprintersupport",
    "xcbglintegrations/libqxcb-egl-integration",
    "xcbglintegrations/libqxcb-glx-integration",
)

_QT_KEPT = re.compile(
    r"PySide6/("
    r"(__init__|_config|_git_pyside_version)\.py"
    r"|libpyside6\.abi3\.so.*"
    rf"|({'|'.join(QT_MODULES)})\.abi3\.so"
    rf"|Qt/lib/lib({'|'.join(_QT_LIBRARIES)})\.so.*"
    rf"|Qt/plugins/({'|'.join(_QT_PLUGINS)})\.so"
    r")"
)


def is_kept(path: str) -> bool:
    """Whether a file of a package belongs into the program; `path` as in its wheel."""
    if path.startswith("PySide6/"):
        return _QT_KEPT.fullmatch(path) is not None
    return not is_left_out(path)
