"""The one style sheet, written from the tokens. Widgets choose by their `role` property."""

from dataclasses import fields
from pathlib import Path
from string import Template

from app.ui.theme.tokens import Tokens

_SHEET = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px 6px; }

QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[role="chosen_card"] { background: $surface; border: 1px solid $accent; border-radius: 6px; }
QFrame[role="drop_area"] {
    background: transparent; border: 1px dashed $border_strong; border-radius: 6px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="stroke"] { background: $border; border: none; max-width: 1px; min-width: 1px; }
QFrame[role="panel"] { background: $surface_2; border: none; border-radius: 4px; }
QFrame[role="popup"] { background: $surface; border: 1px solid $border_strong; border-radius: 4px; }
QWidget[role="page"], QScrollArea[role="page"] { background: $window; border: none; }
QWidget[role="surface"], QScrollArea[role="surface"] { background: $surface; border: none; }
QScrollArea[role="paper"] { background: transparent; border: 2px solid transparent; }
QScrollArea[role="dialog"] { background: $window; border: 2px solid transparent; }
QScrollArea[role="paper"]:focus, QScrollArea[role="surface"]:focus,
QScrollArea[role="dialog"]:focus { border: 2px solid $focus; }
QFrame[role="sidebar"] {
    background: $sidebar; border: none; border-right: 1px solid $border; }
QFrame[role="status"] {
    background: $surface_2; border: none; border-top: 1px solid $border; }
QFrame[role="sample"] {
    background: $accent_tint; border: none; border-bottom: 1px solid $border; }
QFrame[role="strip"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[role="strip"][mood="warning"] {
    background: $warning_tint; border: 1px solid $warning_line; }
QFrame[role="strip"][mood="error"] { background: $error_tint; border: 1px solid $error_text; }
QFrame[role="note"] {
    background: $surface_2; border: none; border-left: 3px solid $border_strong; border-radius: 4px; }
QFrame[role="note"][mood="qualifies"] {
    background: $qualifies_tint; border-left: 3px solid $qualifies_fill; }
QFrame[role="note"][mood="not_yet"] {
    background: $not_yet_tint; border-left: 3px solid $not_yet_fill; }
QFrame[role="note"][mood="stale"] { background: $stale_tint; border-left: 3px solid $stale_fill; }
QFrame[role="note"][mood="warning"] {
    background: $warning_tint; border-left: 3px solid $warning_line; }
QFrame[role="note"][mood="error"] { background: $error_tint; border-left: 3px solid $error_text; }

QLabel { background: transparent; }
$label_tones

QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 4px;
    padding: 0 12px; }
QDialogButtonBox QPushButton { min-height: 30px; min-width: 64px; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QPushButton:hover, QToolButton:hover { background: $surface_2; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; }
QPushButton:disabled, QToolButton:disabled {
    background: $surface_2; color: $disabled; border-color: $border; }
QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; outline: none; }
QPushButton[role="primary"]:disabled { background: $surface_2; border: 1px solid $border; }
QPushButton[role="quiet"] { background: transparent; color: $accent; border: 1px solid transparent; }
QPushButton[role="quiet"]:hover { background: $accent_tint; }
QPushButton[role="quiet"]:focus { border: 2px solid $focus; }
QPushButton[role="quiet"]:disabled { color: $disabled; background: transparent; }
QPushButton[role="bare"] { background: transparent; border: 1px solid transparent; padding: 0; }
QPushButton[role="bare"]:hover { background: $surface_2; }
QPushButton[role="bare"]:focus { border: 2px solid $focus; }
QPushButton[role="toggle"] { background: $surface; border: 1px solid $border; }
QPushButton[role="toggle"]:hover { background: $surface_2; }
QPushButton[role="toggle"]:checked { background: $accent_tint; border: 1px solid $accent; }
QPushButton[role="toggle"]:focus { border: 2px solid $focus; }
QPushButton[role="filter_chip"] { background: $accent_tint; border: 1px solid $accent; }
QPushButton[role="filter_chip"]:focus { border: 2px solid $focus; }
QPushButton[role="navigation"] {
    background: transparent; color: $text_2; border: 1px solid transparent; border-radius: 6px; }
QPushButton[role="navigation"]:hover { background: $surface_2; }
QPushButton[role="navigation"]:checked {
    background: $surface; color: $text; border: 1px solid $border; }
QPushButton[role="navigation"]:focus { border: 2px solid $focus; }
QPushButton[role="list_row"] {
    background: $surface; border: none; border-bottom: 1px solid $border; border-radius: 0; }
QPushButton[role="list_row"]:hover { background: $surface_2; }
QPushButton[role="list_row"]:checked {
    background: $selection; border-left: 3px solid $accent; border-radius: 0; }
QPushButton[role="list_row"]:focus { border: 2px solid $focus; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 4px;
    padding: 0 9px; min-height: 30px;
    selection-background-color: $selection; selection-color: $text; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $focus; padding: 0 8px; min-height: 28px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $surface_2; color: $disabled; border-color: $border; }
QLineEdit:read-only { background: $surface_2; }
QLineEdit[mood="error"] { border: 2px solid $error_text; padding: 0 8px; min-height: 28px; }
QLineEdit[role="cell_editor"] {
    border: 2px solid $focus; border-radius: 0; padding: 0 6px; min-height: 0; }
*[small="true"] { min-height: 26px; }
*[small="true"]:focus { min-height: 24px; }
*[low="true"] { min-height: 22px; }
*[low="true"]:focus { min-height: 20px; }
*[mood="guess"] { background: $warning_tint; border: 1px solid $warning_line; }
QLineEdit[role="search"] { padding-left: 3px; }
QLineEdit[role="search"]:focus { padding-left: 2px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: none; padding: 0; min-height: 0; background: transparent; }
QPlainTextEdit, QTextEdit { padding: 6px 9px; }
QAbstractSpinBox { max-height: 30px; }
QAbstractSpinBox:focus { max-height: 28px; }
QComboBox[role="meaning"] { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow {
    image: url("$icons/$look-chevron-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $border_strong; outline: none;
    selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 22px; }
QAbstractSpinBox::up-arrow {
    image: url("$icons/$look-chevron-up.svg"); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow {
    image: url("$icons/$look-chevron-down.svg"); width: 11px; height: 11px; }
QDateEdit::drop-down { border: none; width: 28px; subcontrol-position: center right; }
QDateEdit::down-arrow { image: url("$icons/$look-calendar.svg"); width: 14px; height: 14px; }
QCalendarWidget { border: 1px solid $border_strong; background: $surface; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface_2; }
QCalendarWidget QToolButton { background: transparent; border: 1px solid transparent;
    padding: 0 8px; min-height: 18px; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $accent_tint; }
QCalendarWidget QToolButton:focus { background: $accent_tint; border: 1px solid $focus; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QToolButton#qt_calendar_prevmonth { qproperty-icon: url("$icons/$look-chevron-left.svg"); }
QToolButton#qt_calendar_nextmonth { qproperty-icon: url("$icons/$look-chevron-right.svg"); }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
    selection-color: $on_accent; border: none; }
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }
QFileDialog QToolButton { padding: 0; min-width: 28px; min-height: 28px; }

QCheckBox, QRadioButton { spacing: 9px; color: $text; padding: 2px; border-radius: 4px;
    border: 2px solid transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QTreeView::indicator {
    width: 14px; height: 14px; border: 1px solid $border_strong; border-radius: 3px;
    background: $surface; }
QCheckBox::indicator:checked, QTreeView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/$look-check.svg"); }
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url("$icons/$look-minus.svg"); }
QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $border_strong; border-radius: 8px;
    background: $surface; }
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QCheckBox::indicator:disabled, QTreeView::indicator:disabled, QRadioButton::indicator:disabled {
    background: $surface_2; border-color: $border; }

QListWidget[role="list"] { border: 1px solid $border; border-radius: 4px; }
QListWidget[role="ticks"] { border: 2px solid transparent; border-radius: 4px; }
QListWidget[role="ticks"]::item:disabled { color: $disabled; }
QListWidget[role="list"]:focus, QListWidget[role="ticks"]:focus { border: 2px solid $focus; }
QListWidget::item { min-height: 26px; padding: 0 4px; color: $text; }
QListWidget::item:selected { background: $selection; color: $text; }
QListWidget::indicator {
    width: 14px; height: 14px; border: 1px solid $border_strong; border-radius: 3px;
    background: $surface; }
QListWidget::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/$look-check.svg"); }

QAbstractItemView { outline: none; }
QTableView, QListView, QTreeView { background: $surface; border: none; gridline-color: $grid; }
QTableView[role="frozen"] { border: none; border-right: 1px solid $border_strong; }
QTableView QTableCornerButton::section { background: $surface_2; border: none; }
QHeaderView { background: $surface_2; border: none; }
QTreeView { border: 1px solid $border; border-radius: 4px; }
QTreeView:focus { border: 2px solid $focus; }
QTreeView::item { padding: 0 4px; color: $text; }
QTreeView::item:selected { background: $selection; color: $text; }
QTreeView QHeaderView::section { background: $surface_2; color: $text_2; border: none;
    border-bottom: 1px solid $border; padding: 5px 6px; font-size: 12px; font-weight: 600; }

QScrollBar:vertical { background: $surface_2; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: $surface_2; height: 12px; margin: 0; border: none; }
QScrollBar::handle {
    background: $no_data_fill; border: 1px solid $handle_line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $border_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: $surface_2; border: none; }

QMenu { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 0; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; border: 1px solid $border_strong;
    border-radius: 3px; background: $surface; }
QMenu::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/$look-check.svg"); }

QProgressBar { background: $surface_2; border: none; border-radius: 2px;
    min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 12px; }
QDialog, QMessageBox { background: $window; }
""")


def style_sheet(tokens: Tokens, look: str, icons: Path) -> str:
    """The sheet of one look; `icons` holds `controls/<look>-<name>.svg` in that look's colours."""
    colours = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    tones = "\n".join(
        f'QLabel[tone="{name}"] {{ color: {colours[name]}; }}'
        for name in colours
        if name.startswith("text") or name == "accent" or name.endswith("_text")
    )
    # A black handle on black would vanish: only high contrast draws its outline.
    handle_line = tokens.border if tokens.no_data_fill == tokens.surface else tokens.no_data_fill
    return _SHEET.substitute(
        colours,
        look=look,
        icons=(icons / "controls").as_posix(),
        label_tones=tones,
        handle_line=handle_line,
    )
