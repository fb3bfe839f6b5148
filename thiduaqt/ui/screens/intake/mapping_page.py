"""Step 2: which column is what, decided by the examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thiduaqt.domain.drafts import FIELD_WORDS, ColumnMatch, Reading
from thiduaqt.domain.text import fold
from thiduaqt.services.intake import Preview
from thiduaqt.ui import icons, strokes, theme, tokens
from thiduaqt.ui.i18n import QT_TRANSLATE_NOOP, translate
from thiduaqt.ui.screens.intake.rows import ListRow
from thiduaqt.ui.tables.columns import CellEdit, Column, Group
from thiduaqt.ui.tables.grid import Grid
from thiduaqt.ui.widgets.cards import Card
from thiduaqt.ui.widgets.editors import fill_box, pick_box
from thiduaqt.ui.widgets.labels import meta, section, strong, text_label

_PREVIEW_FROM = 520
_SHOWN_FIRST = 3
_HEADINGS = 40
_SKIP = ""
_USUAL_ENCODINGS = frozenset({"", "unicode", "utf-8", "utf-8-sig"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRow:
    """One column of the file. ``id`` is what the mapping calls it ("B", "2:B")."""

    id: str
    table: str
    match: ColumnMatch
    effect: str


def field_words(field: str) -> str:
    """Return a field in the words of the list."""
    return FIELD_WORDS[field] if field else translate("IntakeScreen", "Bỏ qua cột này")


def field_of(words: str) -> str | None:
    """Return the field of some words, None where there is none."""
    known = {fold(field_words(field)): field for field in (_SKIP, *FIELD_WORDS)}
    return known.get(fold(words))


def map_rows(shown: Preview) -> tuple[MapRow, ...]:
    """Return all columns of all tables of a preview."""
    tables = shown.reading.tables
    effects = _effects(shown.reading)
    several = len(tables) > 1
    return tuple(
        MapRow(
            id=f"{number}:{match.letters}" if several else match.letters,
            table=table.sheet,
            match=match,
            effect=effects.get(match.field, "") if match.field else "",
        )
        for number, table in enumerate(tables, start=1)
        for match in table.columns
    )


def _effects(reading: Reading) -> dict[str, str]:
    """Return by field what is repaired on the way in, with how often."""
    found: Counter[tuple[str, str]] = Counter(
        (issue.field, issue.code) for draft in reading.drafts for issue in draft.issues
    )
    told: dict[str, list[str]] = {}
    for (field, code), count in found.items():
        words = _EFFECTS.get(code)
        if words:
            told.setdefault(field, []).append(translate("IntakeScreen", words).format(count=count))
    return {field: "; ".join(parts) for field, parts in told.items()}


_EFFECTS = {
    "NAME_CASE": QT_TRANSLATE_NOOP("IntakeScreen", "{count} tên sửa cách viết hoa"),
    "NAME_REMARK": QT_TRANSLATE_NOOP("IntakeScreen", "{count} phần trong ngoặc đưa sang ghi chú"),
    "DATE_SERIAL": QT_TRANSLATE_NOOP("IntakeScreen", "{count} ô kiểu số đổi thành ngày"),
    "DATE_CENTURY": QT_TRANSLATE_NOOP("IntakeScreen", "{count} năm hai chữ số hiểu là 19xx"),
    "DATE_IMPOSSIBLE": QT_TRANSLATE_NOOP("IntakeScreen", "{count} ngày không có thật"),
    "DATE_UNREADABLE": QT_TRANSLATE_NOOP("IntakeScreen", "{count} ô không đọc được"),
    "PHONE_ZERO": QT_TRANSLATE_NOOP("IntakeScreen", "{count} số được thêm số 0 ở đầu"),
    "ID_ZEROS_LOST": QT_TRANSLATE_NOOP("IntakeScreen", "{count} số có thể mất số 0 đầu"),
    "UNIT_CASE": QT_TRANSLATE_NOOP("IntakeScreen", "{count} tên sửa cách viết hoa"),
    "UNIT_FROM_GROUP": QT_TRANSLATE_NOOP("IntakeScreen", "{count} dòng lấy theo dòng nhóm"),
    "POST_UNIT_UNSURE": QT_TRANSLATE_NOOP("IntakeScreen", "{count} dòng chưa tách được"),
    "TEXT_REPAIRED": QT_TRANSLATE_NOOP("IntakeScreen", "{count} ô đọc từ phông cũ"),
    "TEXT_UNSURE": QT_TRANSLATE_NOOP("IntakeScreen", "{count} ô chưa chắc phông"),
    "TEXT_KEPT": QT_TRANSLATE_NOOP("IntakeScreen", "{count} ô giữ nguyên chữ"),
    "TEXT_MOJIBAKE": QT_TRANSLATE_NOOP("IntakeScreen", "{count} ô sửa chữ bị vỡ"),
}


def _state(row: MapRow) -> str:
    if row.match.twice:
        return "warn"
    if not row.match.field:
        return "skip"
    return "ok" if row.match.sure else "warn"


def _state_words(row: MapRow) -> str:
    if row.match.twice:
        return translate("IntakeScreen", "Trùng cột")
    return {
        "skip": translate("IntakeScreen", "Bỏ qua"),
        "ok": translate("IntakeScreen", "Chắc chắn"),
        "warn": translate("IntakeScreen", "Xem lại"),
    }[_state(row)]


def _paint_choice(painter: QPainter, area: QRect, row: MapRow) -> None:
    """Draw the cell as the list that it opens."""
    box = area.adjusted(-4, 2, 4, -2)
    strokes.frame(painter, box, tokens.BORDER_INPUT, 1, tokens.SURFACE)
    side = tokens.ICON
    spot = QRect(box.right() - side - 6, box.center().y() - side // 2 + 1, side, side)
    icons.paint(painter, spot, "chevron-down", tokens.TEXT_2)
    painter.setPen(QColor(tokens.TEXT if row.match.field else tokens.TEXT_2))
    words = box.adjusted(8, 0, -side - 10, 0)
    text = painter.fontMetrics().elidedText(
        field_words(row.match.field), Qt.TextElideMode.ElideRight, words.width()
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


def map_columns() -> list[Column[MapRow]]:
    """Return the columns of the mapping."""
    offered = tuple(field_words(field) for field in (_SKIP, *FIELD_WORDS))
    return [
        Column(
            key="letters",
            title=translate("IntakeScreen", "Cột"),
            width=44,
            align="center",
            filterable=False,
            text=lambda row: row.match.letters,
            muted=lambda row: not row.match.field,
        ),
        Column(
            key="header",
            title=translate("IntakeScreen", "Tiêu đề trong tệp"),
            width=150,
            filterable=False,
            text=lambda row: row.match.header or translate("IntakeScreen", "(không có tiêu đề)"),
            strong=lambda row: bool(row.match.field),
            muted=lambda row: not row.match.field,
            tooltip=lambda row: (
                translate("IntakeScreen", "Cột đang bị ẩn trong Excel") if row.match.hidden else ""
            ),
        ),
        Column(
            key="sample",
            title=translate("IntakeScreen", "Ví dụ trong tệp"),
            width=180,
            stretch=True,
            filterable=False,
            text=lambda row: " · ".join(row.match.sample),
            muted=lambda _row: True,
            tooltip=lambda row: "\n".join(row.match.sample),
        ),
        Column(
            key="field",
            title=translate("IntakeScreen", "Ghép với"),
            width=206,
            filterable=False,
            editor="choice",
            choices=offered,
            text=lambda row: field_words(row.match.field),
            paint=_paint_choice,
        ),
        Column(
            key="state",
            title=translate("IntakeScreen", "Nhận dạng"),
            width=112,
            filterable=False,
            text=_state_words,
            state=_state,
            mark=lambda row: "warn" if _state(row) == "warn" else None,
        ),
        Column(
            key="effect",
            title=translate("IntakeScreen", "Khi nhập"),
            width=170,
            stretch=True,
            filterable=False,
            text=lambda row: row.effect,
            tooltip=lambda row: row.effect,
        ),
    ]


def preview_columns() -> list[Column[ListRow]]:
    """Return the columns of the first rows as they would be taken in."""

    def column(key: str, title: str, width: int, *, stretch: bool = False) -> Column[ListRow]:
        return Column(
            key=key,
            title=title,
            width=width,
            stretch=stretch,
            filterable=False,
            text=lambda row: row.values.get(key, ""),
        )

    return [
        Column(
            key="number",
            title=translate("IntakeScreen", "Dòng"),
            width=54,
            align="right",
            filterable=False,
            text=lambda row: str(row.number),
            muted=lambda _row: True,
        ),
        column("full_name", translate("IntakeScreen", "Họ và tên"), 180),
        column("birth", translate("IntakeScreen", "Ngày sinh"), 96),
        column("post", translate("IntakeScreen", "Chức vụ"), 150),
        column("unit", translate("IntakeScreen", "Đơn vị"), 130),
        column("phone", translate("IntakeScreen", "Điện thoại"), 100),
        column("achievement", translate("IntakeScreen", "Tóm tắt thành tích"), 140, stretch=True),
    ]


class MappingPage(QWidget):
    """``mapped(mapping)``, ``heading_chosen(row)``, ``sheet_chosen(name or "")``."""

    mapped = Signal(object)
    heading_chosen = Signal(int)
    sheet_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("intake.mapping")
        self._shown: Preview | None = None
        self.grid: Grid[MapRow] = Grid(map_columns(), name="intake.columns")
        self.grid.hide_bar()
        self.grid.hide_foot()
        self.grid.view.setAccessibleName(self.tr("Cột trong tệp và nội dung của cột"))
        self.first: Grid[ListRow] = Grid(preview_columns(), name="intake.first")
        self.first.hide_bar()
        self.first.hide_foot()
        self.first.view.setAccessibleName(self.tr("Các dòng đầu sau khi ghép"))
        self.told = text_label("", "second")
        self.told.setTextFormat(Qt.TextFormat.RichText)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(tokens.GAP)
        page.addWidget(self._make_card())
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(section(self.tr("Cột nào là gì?")))
        head.addWidget(self.told, 1)
        page.addLayout(head)
        page.addWidget(self.grid, 1)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(strong(self.tr("Xem trước")))
        line.addWidget(meta(self.tr("các dòng đầu sau khi ghép")))
        line.addStretch()
        below.addLayout(line)
        below.addWidget(self.first)
        page.addWidget(self._below)
        self.first.setFixedHeight(tokens.ROW * (_SHOWN_FIRST + 1) + 16)
        self.grid.edited.connect(self._on_edited)
        self.grid.view.clicked.connect(self._on_clicked)

    def _make_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(12, 4, 12, 4)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        picture = QLabel()
        picture.setPixmap(icons.icon("file-spreadsheet", tokens.OK).pixmap(18, 18))
        self.name = strong("")
        self.count = meta("")
        self.sheets = pick_box((), "intake.sheet")
        self.sheets.setAccessibleName(self.tr("Trang tính"))
        self.headings = pick_box((), "intake.heading")
        self.headings.setAccessibleName(self.tr("Dòng tiêu đề"))
        sheet_label, heading_label = QLabel(self.tr("Trang tính")), QLabel(self.tr("Dòng tiêu đề"))
        self._sheet_label = sheet_label
        self.encoding = meta("")
        row.addWidget(picture)
        row.addWidget(self.name)
        row.addWidget(self.count, 1)
        row.addWidget(self.encoding)
        row.addWidget(sheet_label)
        row.addWidget(self.sheets)
        row.addWidget(heading_label)
        row.addWidget(self.headings)
        card.body.addLayout(row)
        self.sheets.activated.connect(
            lambda _place: self.sheet_chosen.emit(str(self.sheets.currentData() or ""))
        )
        self.headings.activated.connect(
            lambda _place: self.heading_chosen.emit(int(self.headings.currentData()))
        )
        return card

    def show_preview(
        self, shown: Preview, rows: tuple[ListRow, ...], sheets: tuple[str, ...], chosen: str
    ) -> None:
        """Show how ``shown`` was read."""
        self._shown = shown
        reading = shown.reading
        self.name.setText(reading.file)
        self.count.setText(self.tr("{count} dòng").format(count=len(reading.drafts)))
        unusual = reading.encoding.lower() not in _USUAL_ENCODINGS
        self.encoding.setText(
            self.tr("Bảng mã {name}").format(name=reading.encoding) if unusual else ""
        )
        several = len(sheets) > 1
        options = [("", self.tr("Tất cả {count} trang").format(count=len(sheets)))]
        fill_box(self.sheets, [*options, *((name, name) for name in sheets)], chosen)
        self.sheets.setVisible(several)
        self._sheet_label.setVisible(several)
        self._show_headings(reading)
        found = map_rows(shown)
        tables = {row.table for row in found}
        self.grid.set_groups((lambda row: Group(title=row.table)) if len(tables) > 1 else None)
        self.grid.set_rows(found)
        doubtful = [row for row in found if _state(row) == "warn"]
        if doubtful and self.grid.current_row() is None:
            self.grid.select_row(doubtful[0].id, "field")
        self._tell(found, len(doubtful))
        self.first.set_rows(rows[:_SHOWN_FIRST])

    def _show_headings(self, reading: Reading) -> None:
        table = reading.tables[0]
        current = table.header_rows[-1] if table.header_rows else 0
        last = max(current, _HEADINGS)
        numbers = [(str(number), str(number)) for number in range(1, last + 1)]
        none = ("0", self.tr("không có"))
        fill_box(self.headings, [none, *numbers], str(current))

    def _tell(self, rows: tuple[MapRow, ...], doubtful: int) -> None:
        known = sum(bool(row.match.field) for row in rows)
        words = self.tr("Đã nhận ra {known}/{count} cột").format(known=known, count=len(rows))
        if doubtful:
            look = self.tr("{count} cột cần xem lại").format(count=doubtful)
            words = f"{words}, <b><font color='{tokens.WARN}'>{look}</font></b>"
        self.told.setText(f"{words}. {self.tr('Cách ghép được nhớ cho lần sau.')}")

    def _on_clicked(self, index: object) -> None:
        if index.column() == self.grid.model.column_number("field"):  # type: ignore[attr-defined]
            self.grid.keys.open_list()

    def _on_edited(self, cells: list[CellEdit]) -> None:
        mapping: dict[str, str] = dict(self._mapping())
        for cell in cells:
            field = field_of(cell.new)
            if field is None:
                continue
            if field:
                mapping[cell.row.id] = field
            else:
                mapping.pop(cell.row.id, None)
        if mapping == self._mapping():
            self.grid.discard_pending()
        else:
            self.mapped.emit(mapping)

    def _mapping(self) -> Mapping[str, str]:
        return self._shown.reading.mapping if self._shown else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._below.setVisible(event.size().height() >= theme.em(_PREVIEW_FROM))
