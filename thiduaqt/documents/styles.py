"""The look of each part of a document, in one table (Decree 30/2020, Appendix I).

Sizes are points, distances on the page millimetres, distances between paragraphs points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FONT = "Times New Roman"
LANGUAGE = "vi-VN"

Alignment = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A4 upright. The decree allows 20-25 above and below, 30-35 left, 15-20 right."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    header: float = 10

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right


PAGE = Page()
# The left column holds the issuer, the right one the name of the state.
HEAD_COLUMNS = (73.0, PAGE.text_width - 73.0)
SIGN_COLUMNS = (75.0, PAGE.text_width - 75.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one part is set. ``before`` and ``after`` in points, ``indent`` (first line) in mm.

    ``outline`` is the level at which Word lists it in its table of headings, 0 for none.
    """

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Alignment = "left"
    before: float = 0
    after: float = 0
    line: float = 1.0
    indent: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    outline: int = 0


_FIRST_LINE = 12.7
_LINE = 1.15

# fmt: off
LOOKS: dict[str, Look] = {
    "state": Look(name="Quốc hiệu", size=12, bold=True, align="center"),
    "motto": Look(name="Tiêu ngữ", size=13, bold=True, align="center"),
    "superior": Look(name="Cơ quan chủ quản", size=12, align="center"),
    "issuer": Look(name="Cơ quan ban hành", size=12, bold=True, align="center"),
    "number": Look(name="Số, ký hiệu", size=13, align="center"),
    "place": Look(name="Địa danh, thời gian", size=13, italic=True, align="center"),
    "kind": Look(name="Tên loại", size=14, bold=True, align="center", before=14, keep_next=True),
    "abstract": Look(name="Trích yếu", size=14, bold=True, align="center", keep_next=True),
    "authority": Look(name="Thẩm quyền", size=14, bold=True, align="center", before=10, after=6,
                      keep_next=True),
    "basis": Look(name="Căn cứ", italic=True, align="justify", after=6, line=_LINE,
                  indent=_FIRST_LINE),
    "body": Look(name="Nội dung", align="justify", after=6, line=_LINE, indent=_FIRST_LINE),
    "item": Look(name="Mục", bold=True, align="justify", before=2, after=6, line=_LINE,
                 indent=_FIRST_LINE, keep_next=True),
    "chapter": Look(name="Chương", bold=True, align="justify", before=6, after=6, line=_LINE,
                    indent=_FIRST_LINE, keep_next=True, outline=1),
    "section": Look(name="Đề mục", bold=True, align="justify", before=2, after=6, line=_LINE,
                    indent=_FIRST_LINE, keep_next=True, outline=2),
    "subsection": Look(name="Tiểu mục", bold=True, italic=True, align="justify", before=2, after=6,
                       line=_LINE, indent=_FIRST_LINE, keep_next=True, outline=3),
    "lead": Look(name="Dẫn vào danh mục", align="justify", after=6, line=_LINE,
                 indent=_FIRST_LINE, keep_next=True),
    "cited": Look(name="Văn bản được dẫn", size=13, italic=True, align="justify", after=6,
                  line=_LINE, indent=_FIRST_LINE),
    "about": Look(name="Trích yếu công văn", size=12, align="center", before=6),
    "to": Look(name="Kính gửi", align="center", before=4, after=10, line=_LINE),
    "to_line": Look(name="Kính gửi (nơi nhận)", align="left", line=_LINE),
    "annex": Look(name="Phụ lục", size=14, bold=True, align="center", keep_next=True),
    "annex_title": Look(name="Tên phụ lục", size=14, bold=True, align="center", keep_next=True),
    "annex_note": Look(name="Kèm theo", size=14, italic=True, align="center", keep_next=True),
    "power": Look(name="Quyền hạn, chức vụ", size=14, bold=True, align="center", keep_next=True),
    "sign_hint": Look(name="Ghi chú ký", size=13, italic=True, align="center", keep_next=True),
    "signer": Look(name="Họ tên người ký", size=14, bold=True, align="center"),
    "copies": Look(name="Nơi nhận", size=12, bold=True, italic=True),
    "copies_line": Look(name="Nơi nhận (danh sách)", size=11),
    "cell": Look(name="Ô bảng", size=12),
    "cell_center": Look(name="Ô bảng (giữa)", size=12, align="center"),
    "cell_right": Look(name="Ô bảng (số)", size=12, align="right"),
    "cell_note": Look(name="Ô bảng (ghi chú)", size=11, italic=True),
    "cell_sum": Look(name="Ô bảng (tổng)", size=12, bold=True, align="right"),
    "cell_head": Look(name="Đầu bảng", size=12, bold=True, align="center", keep_next=True),
    "cell_group": Look(name="Nhóm trong bảng", size=12, bold=True, keep_next=True),
    "cell_total": Look(name="Ô bảng (tổng, giữa)", size=12, bold=True, align="center"),
    "page_number": Look(name="Số trang", size=13, align="center"),
    "mark": Look(name="Dấu dự thảo", size=13, bold=True, align="left"),
    "note": Look(name="Ghi chú", size=12, italic=True, align="justify", before=6),
    "rule": Look(name="Đường kẻ", size=2, align="center"),
}
# fmt: on
