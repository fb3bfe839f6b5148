"""Small plans around one sentence, for tests of single checks."""

from __future__ import annotations

import datetime as dt

from thiduaqt.catalog import communes
from thiduaqt.domain.lint.facts import Owner
from thiduaqt.domain.lint.text import Finding, Paragraph, PlanText, Table
from thiduaqt.services.linting import lint_text

TODAY = dt.date(2026, 11, 20)
CAO_MINH = Owner.of(communes.find("Cao Minh", "Thái Nguyên"))
NAM_DONG = Owner.of(communes.find("Nam Đồng", "Hải Phòng"))
HEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ CAO MINH",
    "Số: 24/KH-UBND",
    "Cao Minh, ngày 05 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Phát động phong trào thi đua chuyển đổi số giai đoạn 2026-2030",
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương;",
    "Căn cứ Luật Thi đua, khen thưởng;",
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;",
    "Căn cứ Thông tư số 15/2025/TT-BNV ngày 04/8/2025 của Bộ trưởng Bộ Nội vụ;",
)
END = ("Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Ma Văn Tuấn")


def found(*lines: str | Paragraph, owner: Owner = CAO_MINH, bases: bool = True) -> list[Finding]:
    """Return what is found in a plan that is right but for these lines of its body."""
    head = (
        HEAD
        if owner is CAO_MINH
        else tuple(
            line.replace("XÃ CAO MINH", "PHƯỜNG NAM ĐỒNG").replace("Cao Minh", "Nam Đồng")
            for line in HEAD
        )
    )
    text = PlanText.of([*head, *(BASES if bases else ()), *lines, *END])
    return list(lint_text(text, owner=owner, today=TODAY).findings)


def codes(*lines: str | Paragraph, owner: Owner = CAO_MINH) -> list[str]:
    """Return the codes of what is found around these lines."""
    return [finding.code for finding in found(*lines, owner=owner)]


def in_table(*rows: tuple[str, ...]) -> list[Finding]:
    """Return what is found in a plan with one table."""
    cells = [Paragraph(text=cell, part="table") for row in rows for cell in row if cell]
    body = [*HEAD, *BASES, *cells, *END]
    table = Table(rows=rows, paragraph=len(HEAD) + len(BASES) + 1)
    text = PlanText.of(body, tables=[table])
    return list(lint_text(text, owner=CAO_MINH, today=TODAY).findings)
