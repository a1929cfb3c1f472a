"""How each kind of line looks in a workbook: one format for each look, used again and again."""

from collections.abc import Mapping

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from app.domain.report import Align, Emphasis
from app.domain.report_letters import LETTERING, LineKind

LETTERS = "Arial"
TEXT, GENERAL, NUMBER, DAY = "@", "General", "#,##0", "dd-mm-yyyy"
SHARE, DIFFERENCE = "0.0%", "+#,##0;-#,##0;0"

_BOXED = frozenset((LineKind.HEAD, LineKind.NUMBERS, LineKind.ROW, LineKind.TOTAL, LineKind.EMPTY))
_FILLS: Mapping[LineKind, str] = {LineKind.HEAD: "#E8EBF0", LineKind.TOTAL: "#F4F6F9"}
_HORIZONTAL: Mapping[Align, str] = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
}
_AT_TOP = frozenset((LineKind.FACT, LineKind.NOTE, LineKind.ANNEX))

_THIN, _THICK = 1, 5
_GREY_HATCH = 14
"""Excel's number of thin diagonal lines: seen on paper without any colour."""

_EMPHASES: Mapping[Emphasis, Mapping[str, object]] = {
    Emphasis.BOLD: {"bold": True},
    Emphasis.ITALIC: {"italic": True},
    Emphasis.HATCHED: {"pattern": _GREY_HATCH, "fg_color": "#7F7F7F", "bg_color": "#FFFFFF"},
}

_Look = tuple[LineKind, Align, str, bool, bool]


class Looks:
    """The formats of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._formats: dict[_Look, Format] = {}
        self._emphases: dict[Emphasis, Format] = {}

    def of(
        self,
        kind: LineKind,
        align: Align = Align.LEFT,
        form: str = NUMBER,
        *,
        wraps: bool = False,
        quoted: bool = False,
    ) -> Format:
        """The format of a cell; `form` is Excel's number format, `quoted` guards a risky text."""
        look = (kind, align, form, wraps, quoted)
        found = self._formats.get(look)
        if found is None:
            found = self._formats[look] = self._workbook.add_format(_properties(look))
        return found

    def emphasis(self, emphasis: Emphasis) -> Format:
        """What a marked cell has beyond its own look."""
        found = self._emphases.get(emphasis)
        if found is None:
            found = self._workbook.add_format(dict(_EMPHASES[emphasis]))
            self._emphases[emphasis] = found
        return found


def _properties(look: _Look) -> dict[str, object]:
    kind, align, form, wraps, quoted = look
    letters = LETTERING[kind]
    found: dict[str, object] = {
        "font_name": LETTERS,
        "font_size": letters.points,
        "bold": letters.bold,
        "underline": int(letters.underlined),
        "align": _HORIZONTAL[align],
        "valign": "top" if kind in _AT_TOP else "vcenter",
        "text_wrap": wraps,
        # What was measured for one line stays on it, whatever letters the program has.
        "shrink": not wraps and (kind in _BOXED or kind is LineKind.DATA),
        "num_format": form,
        "quote_prefix": quoted,
    }
    if kind in _BOXED:
        found["border"] = _THIN
    elif kind is LineKind.RULE:
        found |= {"top": _THICK, "bottom": _THIN}
    if kind in _FILLS:
        found["bg_color"] = _FILLS[kind]
    return found
