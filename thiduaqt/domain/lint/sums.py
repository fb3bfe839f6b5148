"""Totals that are not the sum of their parts: in sentences, in points of criteria, in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.markers import roman_value
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.text import Finding, Paragraph, Table
from thiduaqt.domain.text import fold

_UNITS = (
    "tập thể|cá nhân|hộ gia đình|hộ|thôn|tổ dân phố|đơn vị|giấy khen|bằng khen|trường hợp|suất|"
    "chỉ tiêu|người"
)
_TOTAL = re.compile(
    rf"(?:tổng(?:\s+(?:số|cộng))?|tối đa|không quá)[^.;:(\d]{{0,40}}?"
    rf"(?P<n>\d{{1,4}})\s+(?P<unit>{_UNITS})"
    r"(?P<between>[^.;()\d]{0,60}?)"
    r"(?P<link>\(\s*(?:gồm|trong đó)?\s*:?|,?\s*(?:bao gồm|gồm có|gồm|trong đó|cụ thể)\s*:?)"
    r"\s*(?P<parts>[^.;)]+)",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?<![\d/.,-])(?P<n>\d{{1,4}})\s+(?P<unit>{_UNITS})(?!\w)", re.IGNORECASE)
_NOT_ALL = re.compile(r"trong đó\s*:?\s*có|ít nhất|tối thiểu|ưu tiên", re.IGNORECASE)
# Recipients of one kind of award add up whatever their kind is.
_ANY_UNIT = ("giay khen", "bang khen", "truong hop", "suat", "chi tieu", "don vi")
_RECIPIENTS = ("tap the", "ca nhan", "ho gia dinh", "ho")

_POINTS = re.compile(
    r"[(:]\s*(?:tối đa\s+|tổng\s+(?:số\s+)?)?(?P<n>\d{1,4})\s*điểm\s*\)?\s*[.;:]?$", re.IGNORECASE
)
# Points that are given or taken on top are no part of a sum.
_NO_PART = re.compile(r"điểm\s+(?:cộng|thưởng|trừ)|cộng thêm|thưởng thêm|xếp loại", re.IGNORECASE)
_POINTS_TOTAL = re.compile(
    r"(?:tổng\s+(?:số\s+)?điểm|thang điểm|điểm tối đa|tổng cộng)[^.;\d]{0,50}?"
    r"(?P<n>\d{2,4})\s*điểm",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")
_TOTAL_ROW = ("tong", "tong cong", "cong", "tong so", "tong diem", "tong so diem")
_TALLIES = ("diem", "so luong", "tap the", "ca nhan", "so giay khen", "chi tieu", "ho gia dinh")


def check_sums(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield every stated total that its parts do not add up to."""
    for paragraph in outline.body:
        yield from _sentences(paragraph, facts)
    yield from _points(outline, facts)
    for table in outline.plan.tables:
        yield from _table(table, outline, facts)


def _sentences(at: Paragraph, facts: Facts) -> Iterator[Finding]:
    for found in _TOTAL.finditer(at.text):
        if _NOT_ALL.search(found["link"] + " " + found["parts"]) or "%" in found["parts"]:
            continue
        unit = fold(found["unit"])
        parts = [
            int(part["n"])
            for part in _PART.finditer(found["parts"])
            if fold(part["unit"]) == unit
            or (unit in _ANY_UNIT and fold(part["unit"]) in _RECIPIENTS)
        ]
        total = int(found["n"])
        # "trong đó" may name shares only; they cannot be more than the whole, though.
        shares = "trong đó" in found["link"].lower() and unit not in _ANY_UNIT
        wrong = sum(parts) > total if shares else sum(parts) != total
        if len(parts) > 1 and wrong:
            added = " + ".join(str(part) for part in parts)
            yield facts.finding(
                "SUM_DIFFERS",
                at,
                f"Tổng ghi {total} {found['unit']} nhưng các phần cộng lại là {sum(parts)} "
                f"({added}).",
                "Sửa tổng hoặc sửa từng phần.",
                span=found.span(),
            )


@dataclass(slots=True)
class _Node:
    """A numbered heading with its points (None: it names none) and the headings below it."""

    paragraph: Paragraph
    depth: int
    points: int | None
    below: list[_Node] = field(default_factory=list)

    @property
    def parts(self) -> list[int]:
        """The points of the headings right below."""
        return [child.points for child in self.below if child.points is not None]


_DEPTHS = {"part": 0, "chapter": 1, "article": 2, "section": 2, "sub": 3, "letter": 6}


def _points(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Compare the points of each criterion with those of the criteria right below it."""
    root = _tree(outline)
    nodes = list(_walk(root))
    for node in nodes:
        total = sum(node.parts)
        if node.points is None or len(node.parts) < 2:
            continue
        # Where some heading below names no points, the rest can only be too much.
        whole = len(node.parts) == sum(not _NO_PART.search(c.paragraph.text) for c in node.below)
        if total > node.points or (whole and total != node.points):
            yield _differ(node.paragraph, node.points, total, facts)
    for paragraph in outline.body:
        found = _POINTS_TOTAL.search(paragraph.text)
        if found is None:
            continue
        said = int(found["n"])
        groups = _groups(nodes, paragraph)
        if groups and not any(_makes(parts, said) for parts in groups):
            yield _differ(paragraph, said, sum(groups[-1]), facts, span=found.span())


def _differ(
    at: Paragraph, said: int, added: int, facts: Facts, span: tuple[int, int] | None = None
) -> Finding:
    return facts.finding(
        "POINTS_DIFFER",
        at,
        f"Ghi {said} điểm nhưng các nội dung bên dưới cộng lại là {added} điểm.",
        "Sửa tổng điểm hoặc điểm từng nội dung.",
        span=span,
    )


def _tree(outline: Outline) -> _Node:
    root = _Node(Paragraph(text=""), -1, None)
    path = [root]
    for item in outline.marked:
        depth = _DEPTHS.get(item.marker.kind, 0) + (
            len(item.marker.values) if item.marker.kind == "sub" else 0
        )
        path = [node for node in path if node.depth < depth]
        text = item.paragraph.text
        found = _POINTS.search(text)
        skipped = _POINTS_TOTAL.search(text) or _NO_PART.search(text)
        points = int(found["n"]) if found and not skipped else None
        node = _Node(item.paragraph, depth, points)
        path[-1].below.append(node)
        path.append(node)
    return root


def _walk(node: _Node) -> Iterator[_Node]:
    yield node
    for child in node.below:
        yield from _walk(child)


def _groups(nodes: list[_Node], total: Paragraph) -> list[list[int]]:
    """Return the lists of points in the chapter of a stated total: each may be what it sums."""
    chapter = total.chapter
    return [
        node.parts
        for node in nodes
        if len(node.parts) > 1
        and node.below[0].paragraph.chapter == chapter
        and node.paragraph is not total
    ]


def _makes(parts: list[int], said: int) -> bool:
    """Tell whether a total fits: it is the sum, or each group has just as many points."""
    return sum(parts) == said or all(points == said for points in parts)


def _table(table: Table, outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Compare the row of totals of a table with the rows above it, column by column."""
    head = next((row for row in table.rows if any(_is_tally(cell) for cell in row)), None)
    place = next((n for n, row in enumerate(table.rows) if _is_total(row)), 0)
    if head is None or place < 2 or not outline.plan.paragraphs:
        return
    start = table.rows.index(head) + 1
    for column, title in enumerate(head):
        if not _is_tally(title):
            continue
        said = _value(table.rows[place], column)
        rows = [row for row in table.rows[start:place] if _value(row, column) is not None]
        sums = {_sum(rows, column), _sum(_top_rows(rows), column)}
        if said is None or len(rows) < 2 or said in sums:
            continue
        number = table.paragraph
        total_row = " | ".join(cell for cell in table.rows[place] if cell)
        at = next(
            (
                p
                for p in outline.plan.paragraphs
                if p.number >= number and p.part == "table" and p.text in table.rows[place]
            ),
            outline.plan.paragraphs[-1],
        )
        yield facts.finding(
            "SUM_DIFFERS",
            at,
            f"Bảng, cột “{title}”: dòng “{total_row}” không bằng tổng các dòng trên "
            f"({_plain(_sum(rows, column))}).",
            "Sửa dòng tổng hoặc sửa từng dòng.",
        )


def _is_tally(cell: str) -> bool:
    key = fold(cell)
    return any(key.startswith(word) for word in _TALLIES)


def _is_total(row: tuple[str, ...]) -> bool:
    return any(fold(cell).strip(" :.") in _TOTAL_ROW for cell in row)


def _value(row: tuple[str, ...], column: int) -> float | None:
    text = row[column].strip() if column < len(row) else ""
    found = _NUMBER.fullmatch(text)
    return float(text.replace(".", "").replace(",", ".")) if found else None


def _top_rows(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the rows numbered with Roman numbers or plain ones where others stand below them."""
    roman_rows = [row for row in rows if _is_roman(row[0])]
    return roman_rows or [row for row in rows if row[0].strip().rstrip(".").isdigit()]


def _is_roman(cell: str) -> bool:
    text = cell.strip().rstrip(".")
    return bool(text) and set(text) <= set("IVX") and roman_value(text) > 0


def _sum(rows: list[tuple[str, ...]], column: int) -> float:
    return sum(_value(row, column) or 0 for row in rows)


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value).replace(".", ",")
