"""The look: Fusion, one palette, one short style sheet and a thin proxy style, from the tokens."""

from __future__ import annotations

from string import Template
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from thiduaqt import paths
from thiduaqt.ui import tokens
from thiduaqt.ui.style import FlatStyle, PrimaryFocus

_ROLES = {
    QPalette.ColorRole.Window: tokens.BG,
    QPalette.ColorRole.WindowText: tokens.TEXT,
    QPalette.ColorRole.Base: tokens.SURFACE,
    QPalette.ColorRole.AlternateBase: tokens.SURFACE_ALT,
    QPalette.ColorRole.Text: tokens.TEXT,
    QPalette.ColorRole.Button: tokens.SURFACE,
    QPalette.ColorRole.ButtonText: tokens.TEXT,
    QPalette.ColorRole.Highlight: tokens.SELECTION,
    QPalette.ColorRole.HighlightedText: tokens.SELECTION_TEXT,
    QPalette.ColorRole.ToolTipBase: tokens.SURFACE,
    QPalette.ColorRole.ToolTipText: tokens.TEXT,
    QPalette.ColorRole.PlaceholderText: tokens.TEXT_MUTED,
    QPalette.ColorRole.Link: tokens.PRIMARY,
    QPalette.ColorRole.LinkVisited: tokens.PRIMARY,
    QPalette.ColorRole.Light: tokens.SURFACE,
    QPalette.ColorRole.Midlight: tokens.HEADER,
    QPalette.ColorRole.Mid: tokens.BORDER,
    QPalette.ColorRole.Dark: tokens.BORDER_INPUT,
    QPalette.ColorRole.Accent: tokens.PRIMARY,
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)

_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit { border: 1px solid $BORDER_INPUT; border-radius: 4px;
  background: $SURFACE; selection-background-color: $SELECTION;
  selection-color: $SELECTION_TEXT; }
QLineEdit { padding: 2px 7px; min-height: 24px; }
QPlainTextEdit, QTextEdit { padding: 2px 3px; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $TEXT_MUTED; }
QLineEdit:focus { border: 2px solid $FOCUS; padding: 1px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $FOCUS; padding: 1px 2px; }
QLineEdit:disabled, QLineEdit:read-only, QPlainTextEdit:read-only, QPlainTextEdit:disabled {
  background: $HEADER; border-color: $BORDER; color: $TEXT_MUTED; }
QLineEdit[state="error"], QPlainTextEdit[state="error"] { border: 1px solid $ERROR;
  border-left: 3px solid $ERROR; padding-left: 5px; }
QLineEdit[state="review"], QPlainTextEdit[state="review"] { border-left: 3px solid $AMBER;
  padding-left: 5px; }
QLineEdit[state="error"]:focus, QLineEdit[state="review"]:focus { border: 2px solid $FOCUS;
  padding: 1px 6px; }
QLineEdit[cell="true"] { border: 2px solid $FOCUS; border-radius: 0; padding: 0 5px;
  min-height: 0; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; background: transparent;
  padding: 0 0 0 1px; min-height: 0; }
QComboBox QAbstractItemView { border: 1px solid $BORDER_INPUT; background: $SURFACE;
  selection-background-color: $SELECTION; selection-color: $SELECTION_TEXT; outline: 0; }
QComboBox QAbstractItemView::item, QListView[kind="popup"]::item { min-height: 28px;
  padding: 0 8px; }
QListView[kind="popup"] { border: 1px solid $BORDER_INPUT; background: $SURFACE; }

QMenuBar { background: $SURFACE; border-bottom: 1px solid $BORDER; padding: 0 6px; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $SELECTION; color: $SELECTION_TEXT; }
QMenu { background: $SURFACE; border: 1px solid $BORDER_INPUT; padding: 4px 0; }
QMenu::item { padding: 5px 24px 5px 12px; min-height: 18px; }
QMenu::item:selected { background: $SELECTION; color: $SELECTION_TEXT; }
QMenu::item:disabled { color: $TEXT_MUTED; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $GRIDLINE; margin: 4px 0; }
QToolTip { background: $SURFACE; color: $TEXT; border: 1px solid $BORDER_INPUT; padding: 6px 8px; }

QTableView, QTreeView, QListView[kind="list"] { background: $SURFACE;
  alternate-background-color: $SURFACE_ALT; border: 1px solid $BORDER; gridline-color: $GRIDLINE;
  selection-background-color: $SELECTION; selection-color: $SELECTION_TEXT; outline: 0; }
QTreeView::item { min-height: 28px; border-bottom: 1px solid $GRIDLINE; }
QListView[kind="list"]::item { min-height: 30px; padding: 0 8px;
  border-bottom: 1px solid $GRIDLINE; }
QTreeView::item:selected, QListView[kind="list"]::item:selected { background: $SELECTION;
  color: $SELECTION_TEXT; }
QTableView:focus, QTreeView:focus, QListView[kind="list"]:focus { border-color: $FOCUS; }
QHeaderView { background: $HEADER; border: 0; }
QHeaderView::section { background: $HEADER; border: 0; border-right: 1px solid $HEADER_LINE;
  border-bottom: 1px solid $BORDER; padding: 4px 8px; font-weight: 600; color: $TEXT; }
QTableCornerButton::section { background: $HEADER; border: 0; }

QTabWidget::pane { border: 0; border-top: 1px solid $BORDER; }
QTabBar { background: transparent; outline: 0; }
QTabBar::tab { background: transparent; border: 0; border-bottom: 3px solid transparent;
  padding: 6px 12px; min-height: 21px; color: $TEXT_2; }
QTabBar::tab:selected { color: $TEXT; font-weight: 600; border-bottom: 3px solid $PRIMARY; }
QTabBar::tab:hover { color: $TEXT; background: $HOVER; }
QTabBar::tab:focus { color: $SELECTION_TEXT; background: $SELECTION; }

QAbstractScrollArea::corner { background: $SURFACE_ALT; border: 0; }
QScrollBar:vertical { background: $SURFACE_ALT; width: 12px; margin: 0; }
QScrollBar:horizontal { background: $SURFACE_ALT; height: 12px; margin: 0; }
QScrollBar::handle { background: #B9C2CE; border-radius: 4px; margin: 2px; min-height: 28px;
  min-width: 28px; }
QScrollBar::handle:hover { background: $BORDER_INPUT; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea, QScrollArea > #qt_scrollarea_viewport, QScrollArea > QWidget > QWidget[bare="true"] {
  background: transparent; border: 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $SELECTION; }
QProgressBar { border: 1px solid $METER_EXTRA_LINE; border-radius: 3px; background: $SURFACE;
  max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $PRIMARY; border-radius: 2px; }

QFrame[kind="card"] { background: $SURFACE; border: 1px solid $BORDER; border-radius: 6px; }
QFrame[kind="card-focus"] { background: $SURFACE; border: 2px solid $FOCUS; border-radius: 6px; }
QFrame[kind="card-head"] { background: $SURFACE_ALT; border: 0;
  border-bottom: 1px solid $GRIDLINE; border-top-left-radius: 6px; border-top-right-radius: 6px; }
QFrame[kind="rule"] { background: $GRIDLINE; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="strip-info"] { background: $INFO_BG; border: 1px solid $INFO_LINE;
  border-radius: 4px; }
QFrame[kind="strip-warn"] { background: $WARN_BG; border: 1px solid $WARN_LINE;
  border-radius: 4px; }
QFrame[kind="strip-error"] { background: $ERROR_BG; border: 1px solid $ERROR_LINE;
  border-radius: 4px; }
QFrame[kind="strip-ok"] { background: $OK_BG; border: 1px solid $OK_LINE; border-radius: 4px; }
QFrame[kind="error-head"] { background: $ERROR_BG; border: 0; border-left: 4px solid $ERROR; }
QFrame[kind="toast"] { background: $TOAST; border: 0; border-radius: 4px; }
QFrame[kind="toast"] QLabel { color: white; }
QFrame[kind="sample"] { background: $SAMPLE_BG; border: 0; }
QFrame[kind="sample"] QLabel { color: $SAMPLE_TEXT; font-weight: 600; }
QFrame[kind="bar"] { background: $SURFACE; border: 0; border-bottom: 1px solid $BORDER; }
QFrame[kind="foot"] { background: $SURFACE; border: 0; border-top: 1px solid $BORDER; }
QFrame[kind="status"] { background: $HEADER; border: 0; border-top: 1px solid $BORDER; }
QFrame[kind="status"] QLabel { color: $TEXT_2; }
QFrame[kind="row-error"] { background: $ERROR_BG; border: 0; border-left: 3px solid $ERROR; }
QLabel[role="muted"] { color: $TEXT_MUTED; }
QLabel[role="second"] { color: $TEXT_2; }
QLabel[role="error"] { color: $ERROR; }
QLabel[role="warn"] { color: $WARN; }
QLabel[role="ok"] { color: $OK; }
QLabel[role="info"] { color: $INFO; }
"""


def style_sheet() -> str:
    """Return the style sheet with the tokens filled in."""
    named = {name: value for name, value in vars(tokens).items() if isinstance(value, str)}
    return Template(_SHEET).substitute(named)


def palette() -> QPalette:
    """Return the light palette."""
    made = QPalette()
    for role, colour in _ROLES.items():
        made.setColor(role, QColor(colour))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.TEXT_MUTED))
    # The line inside an editable combo box takes its ground from here, not from the style sheet.
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Base, QColor(tokens.HEADER))
    return made


def load_fonts() -> list[str]:
    """Make the bundled fonts known to Qt; return their families.

    Qt lists the system's fonts when it is first asked for any, and the last listed wins. Asking
    first lets ours win over an old Liberation that lacks many Vietnamese letters.
    """
    QFontDatabase.families()
    families: list[str] = []
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number)
    return sorted(set(families))


def ui_font(points: int = tokens.BODY_PT, *, bundled: bool = False) -> QFont:
    """Return the font of the window: Segoe UI where it is installed, else Liberation Sans."""
    wanted = QFont("Segoe UI", points)
    if bundled or QFontInfo(wanted).family() != "Segoe UI":
        wanted = QFont(tokens.SANS, points)
    return wanted


def text_font(points: int, *, strong: bool = False) -> QFont:
    """Return the window's font in another size, scaled with the chosen *Cỡ chữ*."""
    font = QFont(QApplication.font())
    scale = font.pointSizeF() / tokens.BODY_PT
    font.setPointSizeF(points * scale)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def em(px: int) -> int:
    """Return a length meant for the usual *Cỡ chữ* (10 pt), grown with a larger one.

    For what has to hold words and cannot measure them: widths of columns, fields and side panes,
    and the widths of a window at which a page changes its form.
    """
    return round(px * max(1.0, QApplication.font().pointSizeF() / tokens.BODY_PT))


def wants_contrast() -> bool:
    """Tell whether the user has asked the system for high contrast."""
    hints = QGuiApplication.styleHints()
    preference = hints.accessibility().contrastPreference()
    return preference != Qt.ContrastPreference.NoPreference


def apply(app: QApplication, *, points: int = tokens.BODY_PT, bundled_font: bool = False) -> None:
    """Dress the application. Under high contrast only the fonts are set."""
    load_fonts()
    app.setFont(ui_font(points, bundled=bundled_font))
    if wants_contrast():
        return
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    app.setStyle(FlatStyle())
    app.setPalette(palette())
    app.setStyleSheet(style_sheet())
    if not hasattr(app, "primary_focus"):
        app.primary_focus = PrimaryFocus(app)  # type: ignore[attr-defined]


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let the widget be drawn anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = cast("FlatStyle", widget.style())
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
