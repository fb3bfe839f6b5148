"""All parts on one sheet, to be laid beside the drawn one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from tests.ui.tables.gridcase import WORDS, Person, a_grid, people
from thiduaqt.domain.issues import Issue
from thiduaqt.ui import tokens
from thiduaqt.ui.forms.fields import FieldSpec
from thiduaqt.ui.forms.form import Form
from thiduaqt.ui.tables.columns import Group, QuickFilter
from thiduaqt.ui.widgets.buttons import JoinedButtons, Segment, button, menu_button
from thiduaqt.ui.widgets.cards import Card, Foldable
from thiduaqt.ui.widgets.labels import Badge, Chip, SourceTag, meta, section, strong, title
from thiduaqt.ui.widgets.meters import Quota, QuotaMeter, RatioBar
from thiduaqt.ui.widgets.steps import StepsHeader
from thiduaqt.ui.widgets.strips import ErrorSummary, MessageStrip, SummaryLine, Toast
from thiduaqt.ui.widgets.timeline import Node, Timeline

_SWATCHES = (
    *("BG", "SURFACE", "TEXT", "TEXT_2", "TEXT_MUTED", "PRIMARY", "RAIL", "RAIL_SELECTED"),
    *("SELECTION", "FOCUS", "OK", "WARN", "ERROR", "BORDER_INPUT"),
)


def row(*parts: QWidget) -> QHBoxLayout:
    """Lay parts side by side."""
    made = QHBoxLayout()
    made.setSpacing(8)
    for part in parts:
        made.addWidget(part)
    made.addStretch()
    return made


def card(heading: str, *layouts: QLayout | QWidget) -> Card:
    """Return a card with a heading and parts below each other."""
    made = Card(heading)
    for layout in layouts:
        if isinstance(layout, QWidget):
            made.body.addWidget(layout)
        else:
            made.body.addLayout(layout)
    made.body.addStretch()
    return made


class Swatches(QWidget):
    """The colours."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.width() // len(_SWATCHES)
        for number, name in enumerate(_SWATCHES):
            painter.fillRect(number * wide, 0, wide - 8, 28, QColor(getattr(tokens, name)))
            painter.setPen(QColor(tokens.TEXT_2))
            painter.drawText(number * wide, 44, name.lower())


def _buttons() -> Card:
    off = button("Chuẩn bị…")
    off.setEnabled(False)
    filters = JoinedButtons(
        [
            Segment(key="all", text="Tất cả", count=14),
            Segment(key="e", text="Thiếu", icon="circle-x", colour=tokens.ERROR, count=4),
            Segment(
                key="w", text="Cần xem lại", icon="alert-triangle", colour=tokens.WARN, count=1
            ),
        ]
    )
    steps = StepsHeader(["Chọn tệp", "Ghép cột", "Sửa dòng", "Nhập"])
    steps.set_current(1)
    tabs = QTabWidget()
    for name in ("Tiêu chí", "Số lượng khen", "Văn bản"):
        tabs.addTab(QWidget(), name)
    tabs.setFixedHeight(44)
    tabs.setCurrentIndex(1)
    return card(
        "Nút, bước, thẻ",
        row(button("Thêm hồ sơ", kind="primary", icon="plus"), button("Chuẩn bị…"), off),
        row(
            button("Xóa…", kind="danger"),
            menu_button("Lọc thêm", QMenu(), icon="filter"),
            button("Xem biên bản", kind="link"),
            button("Quay lại", icon="chevron-left"),
        ),
        row(filters),
        tabs,
        row(steps),
    )


def _inputs() -> Card:
    form = Form(
        [
            FieldSpec(key="name", label="Họ và tên"),
            FieldSpec(key="id", label="Số CCCD"),
            FieldSpec(key="birth", label="Năm sinh", kind="date", width=100),
            FieldSpec(key="day", label="Ngày", kind="date", width=130, beside=True),
            FieldSpec(key="unit", label="Đơn vị", kind="choice", choices=["Thôn 1", "Thôn 3"]),
            FieldSpec(
                key="points",
                label="Điểm",
                kind="number",
                width=70,
                unit="điểm",
                source=("plan", "mục IV.4a"),
            ),
            FieldSpec(key="locked", label="Tệp", read_only=True),
        ]
    )
    form.set_values({"name": "Nguyễn Thị Thu Hà", "id": "99908800123", "unit": "Thôn 3"})
    form.set_values({"locked": "không sửa"})
    form.show_issues(
        [
            Issue(
                code="id",
                severity="error",
                field="id",
                message="Cần đủ 12 chữ số, hiện có 11. Hồ sơ vẫn được lưu.",
            ),
            Issue(code="birth", severity="review", field="birth", message="“05” hiểu là 2005"),
        ],
        focus=False,
    )
    ticked, radio = QCheckBox("Chọn"), QRadioButton("Có")
    ticked.setChecked(True)
    radio.setChecked(True)
    return card("Ô nhập", form, row(ticked, QCheckBox("Không chọn"), radio, QRadioButton("Không")))


def _states() -> Card:
    badges = [
        Badge("Đủ điều kiện", "ok"),
        Badge("Thiếu 2 mục", "error"),
        Badge("Cần xem lại", "warn"),
        Badge("Giấy khen"),
    ]
    more = [
        Badge("Chấp nhận ngoại lệ", "edit"),
        Badge("Chưa kiểm tra", "open"),
        Badge("Đã khóa", "locked"),
    ]
    return card(
        "Trạng thái",
        row(*badges),
        row(*more),
        row(Chip("Đơn vị: Thôn 3"), Chip("Kiểm tra: Thiếu"), button("Xóa lọc", kind="link")),
        row(
            SourceTag("law", "Điều 54"),
            SourceTag("plan", "IV.4a"),
            SourceTag("hint", "30 ngày trước"),
        ),
        title("Tiêu đề màn hình Ế Ộ Ự Ỹ"),
        section("Tiêu đề mục"),
        strong("Nội dung đậm Nguyễn Thị Ửng"),
        meta("Chú thích, ngày giờ, trạng thái"),
        Foldable("Lịch sử khen (2)", open_=True),
    )


def _meters() -> Card:
    ratio = RatioBar()
    ratio.set_ratio(0.72, 0.9, "72% trên 90%")
    return card(
        "Thước đo",
        QuotaMeter(Quota(label="Đang nhận hồ sơ", limit=5, proposed=9, eligible=5)),
        QuotaMeter(Quota(label="Đã chọn", limit=5, chosen=4)),
        QuotaMeter(Quota(label="Vượt", limit=5, chosen=6)),
        QuotaMeter(Quota(label="Không giới hạn", limit=None, chosen=12)),
        ratio,
    )


def _strips() -> Card:
    strips: list[QWidget] = []
    for kind, text, action in (
        ("warn", "Danh sách đã đổi sau khi tạo văn bản.", "Tạo lại"),
        ("error", "Máy in không trả lời. 4 tờ vẫn ở hàng chờ.", "In lại"),
        ("info", "Chưa ghi gì vào dữ liệu cho đến bước 4.", ""),
        ("ok", "3 văn bản khớp với danh sách.", ""),
    ):
        strip = MessageStrip(kind)
        strip.say(text, *([(action, lambda: None)] if action else []))
        strips.append(strip)
    summary = ErrorSummary()
    summary.show_problems(
        "Chưa đưa được vào phiên họp: 2 hồ sơ còn thiếu",
        "10 hồ sơ khác đưa được. Chưa có gì thay đổi.",
        [
            SummaryLine(where="TT 2", who="Ông Đỗ Văn Dũng", what="Chưa có báo cáo.", jump=print),
            SummaryLine(where="TT 7", who="Bà Vũ Thị Yến", what="Chưa ghi sáng kiến.", jump=print),
        ],
        [button("Xem từng hồ sơ")],
        button("Chỉ đưa 10 hồ sơ đưa được"),
    )
    return card("Thông báo", *strips, summary)


def _table() -> Card:
    grid = a_grid(people(7))
    grid.set_quick_filters(
        [
            QuickFilter[Person](
                key=key, text=words, test=lambda one, k=key: one.state == k, state=key
            )
            for key, words in WORDS.items()
        ]
    )
    grid.set_filter("state", list(WORDS.values())[:2])
    grid.set_groups(
        lambda one: (
            Group(title="Cá nhân", detail="kế hoạch cho tối đa 5")
            if one.id > 3
            else Group(title="Tập thể", detail="tối đa 2")
        )
    )
    grid.set_footer("Giấy khen: <b>4</b> đề nghị / tối đa 5")
    grid.view.go_to(grid.model.index(2, 1))
    grid.setMinimumHeight(330)
    return card("Bảng", grid)


def _season() -> Card:
    line = Timeline()
    line.set_nodes(
        [
            Node(key="a", title="Phát động", when="tháng 5/2026", stage="done"),
            Node(key="b", title="Gửi đề nghị", when="16/10/2026", stage="done"),
            Node(key="c", title="Hạn nhận hồ sơ", when="25/11/2026", stage="current"),
            Node(key="d", title="Họp Hội đồng", when="04/12/2026", stage="later"),
            Node(key="e", title="Báo cáo gửi tỉnh", when="trước 31/12/2026", stage="later"),
        ],
        today="Hôm nay 20/11",
        place=1.85,
    )
    return card("Mùa khen", line)


def make_sheet() -> QWidget:
    """Return the sheet."""
    sheet = QWidget()
    sheet.setObjectName("sheet")
    page = QVBoxLayout(sheet)
    page.addWidget(title("ThiDuaQt: các thành phần"))
    page.addWidget(Swatches())
    grid = QGridLayout()
    for number, part in enumerate((_buttons(), _inputs(), _states())):
        grid.addWidget(part, 0, number)
        grid.setColumnStretch(number, 1)
    grid.addWidget(_table(), 1, 0, 1, 2)
    grid.addWidget(_meters(), 1, 2)
    grid.addWidget(_strips(), 2, 0, 1, 2)
    holder = QWidget()
    toast = Toast(holder)
    holder.setFixedHeight(70)
    holder.resize(400, 70)
    toast.show_text("Đã nhập 40 hồ sơ. 3 dòng để lại.", undo=True)
    toast.move(0, 10)
    side = QVBoxLayout()
    side.addWidget(holder)
    side.addStretch()
    grid.addLayout(side, 2, 2)
    grid.addWidget(_season(), 3, 0, 1, 3)
    page.addLayout(grid)
    page.setAlignment(Qt.AlignmentFlag.AlignTop)
    for one in sheet.findChildren(QPushButton):
        one.clearFocus()
    return sheet
