"""Says what of a package no program needs, wherever it is installed."""

import re

# Of SQLAlchemy the Core alone is used, with SQLite; Alembic asks for what stands in its PostgreSQL too.
# Of cffi the compiled part is loaded, by cryptography. The wheel of rapidfuzz holds everything twice,
# for processors old and new; the old form runs on both. Of Pillow those kinds of pictures stay that
# prove counts or stand in workbooks.
_LEFT_OUT = re.compile(
    r"""
    .*\.(pyi|pyx|pxd|pxi|c|h|hpp|lib|po|tmpl|typed|exe)
    | .*\.dist-info/(RECORD|WHEEL|INSTALLER|top_level\.txt|sboms/.*|.*Qt-Commercial.*)
    | .*/(tests?|testing|__pyinstaller)/.*
    | [A-Z]+\.txt
    | (cffi|pycparser)/.*
    | alembic/templates/.*
    | PIL/(?!Bmp|Gif|Ico|Jpeg|Mpo|Pcx|Png|Ppm|Tiff|WebP|Wmf)\w+ImagePlugin\.py
    | PIL/_(avif|imagingcms|imagingft|imagingtk)\..*
    | sqlalchemy/dialects/((mssql|mysql|oracle)/.*|.*\.txt)
    | sqlalchemy/orm/.*
    | sqlalchemy/ext/(?!__init__|compiler).*
    | rapidfuzz/.*_avx2\..*
    | olefile/doc/.*
    | olefile/olefile2\.py
    | shiboken6/(msvc|vcruntime|concrt|vcamp|vccorlib|vcomp).*
    """,
    re.VERBOSE,
)


def is_left_out(path: str) -> bool:
    """Whether a file of a package is left behind; `path` as in its wheel."""
    return _LEFT_OUT.fullmatch(path) is not None
