"""Whatever the style sheet and the painters put on each other can be read, in every look."""

import pytest

from app.paths import resources
from app.ui.importing.outcomes import OUTCOME_LOOKS
from app.ui.theme.sheet import style_sheet
from app.ui.theme.theme import LOOKS
from app.ui.verdicts import VERDICT_LOOKS
from tests.ui.theme.contrast import contrast
from tests.ui.theme.qss import colour, dressed

_KINDS = frozenset(
    (
        *("QToolTip", "QLabel", "QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QMenu"),
        *("QAbstractSpinBox", "QPlainTextEdit", "QTextEdit", "QCheckBox", "QRadioButton"),
    )
)
_FIELDS = ("QLineEdit", "QComboBox", "QAbstractSpinBox", "QPlainTextEdit", "QTextEdit")
_AROUND = ("window", "surface", "surface_2")
"""What stands behind a part without a ground of its own."""

PAINTED = (
    *(("text", f"coverage_{least}") for least in (1, 10, 50)),
    *((words, tint) for words in ("text", "text_2") for tint in ("stale_tint", "accent_tint")),
    *((words, "warning_tint") for words in ("text", "text_2", "accent", "warning_text")),
    *((words, "error_tint") for words in ("text", "text_2", "accent", "error_text")),
    *((words, "not_yet_tint") for words in ("text", "text_2")),
    *((words, "sidebar") for words in ("text", "text_2", "accent")),
    *((words, "surface_2") for words in ("qualifies_text", "warning_text", "error_text", "accent")),
    *((words, "window") for words in ("qualifies_text", "not_yet_text", "stale_text")),
    *((words, "window") for words in ("warning_text", "error_text")),
    *((words, "zebra") for words in ("text", "text_2", "text_3")),
    ("accent", "selection"),
    ("surface", "text"),
)
"""Words on what is painted under them: cells, strips, notes, the foot, charts, letters of Alt."""

EVERY_LOOK = pytest.mark.parametrize("look", LOOKS)


def _sheet(look: str) -> str:
    return style_sheet(LOOKS[look], look, resources() / "icons")


def _around(look: str) -> list[str]:
    return [getattr(LOOKS[look], ground) for ground in _AROUND]


@EVERY_LOOK
def test_the_words_of_every_control_are_readable_in_every_state(look: str) -> None:
    """But for what is disabled: its tooltip says why it is, and no meaning hangs on its words."""
    seen, pale = 0, []
    for name, says in dressed(_sheet(look), _KINDS):
        ink = colour(says.get("color", "")) or LOOKS[look].text
        if ":disabled" in name:
            continue
        own = colour(says.get("background", ""))
        for ground in [own] if own else _around(look):
            seen += 1
            if contrast(ink, ground) < 4.5:
                pale.append(f"{name}: {ink} on {ground}")
        marked = colour(says.get("selection-background-color", ""))
        if marked and contrast(colour(says["selection-color"]), marked) < 4.5:
            pale.append(f"{name}: what is selected in it")
    assert seen > 100
    assert pale == []


@EVERY_LOOK
def test_the_focus_stands_out_from_what_is_around_it(look: str) -> None:
    seen, unseen = 0, []
    for name, says in dressed(_sheet(look), _KINDS):
        ring = colour(says.get("border", ""))
        if ":focus" not in name or ":disabled" in name or "QLineEdit QToolButton" in name:
            continue
        seen += 1
        if not ring or any(contrast(ring, ground) < 3 for ground in _around(look)):
            unseen.append(f"{name}: {ring or 'no border'}")
    assert seen > 10
    assert unseen == []


@EVERY_LOOK
def test_the_edge_of_every_field_and_button_stands_out_from_its_ground(look: str) -> None:
    """But for buttons that their words make known; a toggle that is on has an edge in the accent."""
    seen, faint = 0, []
    for name, says in dressed(_sheet(look), frozenset((*_FIELDS, "QPushButton", "QToolButton"))):
        plain = name.startswith(_FIELDS) or '"' not in name or "primary" in name
        checked = '"toggle"' in name and ":checked" in name
        if ":disabled" in name or not (plain or checked):
            continue
        edge = colour(says.get("border-color", "")) or colour(says["border"])
        seen += 1
        if contrast(edge, LOOKS[look].surface) < 3:
            faint.append(f"{name}: {edge}")
    assert seen > 10
    assert faint == []


@EVERY_LOOK
@pytest.mark.parametrize(("words", "ground"), PAINTED)
def test_painted_words_are_readable_on_their_ground(look: str, words: str, ground: str) -> None:
    tokens = LOOKS[look]
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@EVERY_LOOK
def test_verdicts_and_outcomes_are_readable_on_their_chips_and_on_tables(look: str) -> None:
    tokens = LOOKS[look]
    pairs = [(one.text, one.tint) for one in VERDICT_LOOKS.values()]
    pairs += [(one.tone, one.tint) for one in OUTCOME_LOOKS.values()]
    pairs += [(one.text, "surface") for one in VERDICT_LOOKS.values()]
    pairs += [(one.tone, "surface") for one in OUTCOME_LOOKS.values()]
    assert [
        pair for pair in pairs if contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 4.5
    ] == []


def test_no_verdict_and_no_outcome_is_told_by_its_colour_alone() -> None:
    for looks in (VERDICT_LOOKS, OUTCOME_LOOKS):
        icons = [one.icon for one in looks.values()]
        assert all(icons)
        assert len(set(icons)) == len(icons)
