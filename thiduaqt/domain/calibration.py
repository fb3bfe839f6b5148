"""How far a printer misses, told as the eye sees it, and the transform that makes up for it.

A machine's fault is a shift, a scale and a rotation about the middle of the sheet. Officers type
the fault they measured with a ruler; the correction is its exact inverse: nobody handles signs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.page import Font, Item, Line, Page, Text

Sideways = Literal["left", "right"]
Upright = Literal["up", "down"]

MARK_MM = 10.0
"""Distance of the corner marks of the test sheet from the edges of the paper."""
ACROSS_MM = 200.0
DOWN_MM = 150.0

# Beyond these the cause is a wrong paper size or a driver that scales, not the machine.
MOST_SHIFT_MM = 20.0
MOST_SCALE_OFF = 3.0
MOST_ROTATION = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Affine:
    """x' = a·x + c·y + e, y' = b·x + d·y + f, in millimetres."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Return where a point lands."""
        return self.a * x_mm + self.c * y_mm + self.e, self.b * x_mm + self.d * y_mm + self.f

    def inverse(self) -> Affine:
        """Return the transform that undoes this one. Raises ZeroDivisionError if there is none."""
        area = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / area, -self.b / area, -self.c / area, self.a / area
        return Affine(
            a=a, b=b, c=c, d=d, e=-(a * self.e + c * self.f), f=-(b * self.e + d * self.f)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What the sheet shows: shifted right and down (mm), enlarged (percent), turned clockwise.

    Negative values mean left, up and anticlockwise; 100 percent is the true size.
    """

    right_mm: float = 0.0
    down_mm: float = 0.0
    scale_percent: float = 100.0
    turn_degrees: float = 0.0

    @property
    def none(self) -> bool:
        """Tell whether the machine needs no correction."""
        return self == Fault()

    def machine(self, width_mm: float, height_mm: float) -> Affine:
        """Return where the machine puts a point of the page on a sheet of this size."""
        scale = self.scale_percent / 100
        turn = math.radians(self.turn_degrees)
        a, b = scale * math.cos(turn), scale * math.sin(turn)
        middle_x, middle_y = width_mm / 2, height_mm / 2
        return Affine(
            a=a,
            b=b,
            c=-b,
            d=a,
            e=middle_x - (a * middle_x - b * middle_y) + self.right_mm,
            f=middle_y - (b * middle_x + a * middle_y) + self.down_mm,
        )

    def correction(self, width_mm: float, height_mm: float) -> Affine:
        """Return the transform that makes the machine put every point where the page has it."""
        return Affine() if self.none else self.machine(width_mm, height_mm).inverse()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The five lengths measured on a test sheet, in millimetres (see :func:`calibration_sheet`)."""

    left: float = MARK_MM
    top_left: float = MARK_MM
    top_right: float = MARK_MM
    across: float = ACROSS_MM
    down: float = DOWN_MM

    def fault(self, width_mm: float, height_mm: float) -> Fault:
        """Return the fault of the machine that printed the measured sheet."""
        scale = (self.across / ACROSS_MM + self.down / DOWN_MM) / 2
        arm = MARK_MM + MARK_MM / 2
        run = scale * (width_mm - 2 * arm)
        turn = math.degrees(math.asin(max(-1.0, min(1.0, (self.top_right - self.top_left) / run))))
        still = Fault(scale_percent=scale * 100, turn_degrees=turn).machine(width_mm, height_mm)
        return Fault(
            right_mm=round(self.left - still.at(MARK_MM, arm)[0], 3),
            down_mm=round(self.top_left - still.at(arm, MARK_MM)[1], 3),
            scale_percent=round(scale * 100, 3),
            turn_degrees=round(turn, 4),
        )


def observed(
    sideways_mm: float, sideways: Sideways, upright_mm: float, upright: Upright
) -> tuple[float, float]:
    """Return (right, down) for a fault told in words: 2,0 mm to the right, 1,5 mm up."""
    right = sideways_mm if sideways == "right" else -sideways_mm
    down = upright_mm if upright == "down" else -upright_mm
    return right + 0.0, down + 0.0


def in_words(fault: Fault) -> str:
    """Return the fault as a Vietnamese phrase for the officer."""
    parts = []
    if fault.right_mm:
        side = "phải" if fault.right_mm > 0 else "trái"
        parts.append(f"lệch sang {side} {decimal(abs(fault.right_mm))} mm")
    if fault.down_mm:
        side = "xuống dưới" if fault.down_mm > 0 else "lên trên"
        parts.append(f"lệch {side} {decimal(abs(fault.down_mm))} mm")
    if fault.scale_percent != 100:
        parts.append(f"co giãn {decimal(fault.scale_percent)} %")
    if fault.turn_degrees:
        side = "thuận" if fault.turn_degrees > 0 else "ngược"
        parts.append(f"xoay {side} chiều kim đồng hồ {decimal(abs(fault.turn_degrees))} độ")
    return "; ".join(parts) or "không lệch"


def decimal(value: float) -> str:
    """Return a length as officers write it: one or two decimals after a comma."""
    text = f"{value:.2f}".replace(".", ",")
    return text[:-1] if text.endswith("0") else text


def check(fault: Fault) -> tuple[Issue, ...]:
    """Return what is implausible about a fault: then the driver is set wrongly, not the machine."""
    found = []
    if max(abs(fault.right_mm), abs(fault.down_mm)) > MOST_SHIFT_MM:
        found.append(
            Issue(
                code="CALIBRATION_SHIFT",
                severity="error",
                field="shift",
                message="Lệch hơn 20 mm thường do chọn sai khổ giấy hoặc sai khay. "
                "Kiểm tra khổ giấy trong máy in rồi in lại tờ thử.",
            )
        )
    if abs(fault.scale_percent - 100) > MOST_SCALE_OFF:
        found.append(
            Issue(
                code="CALIBRATION_SCALE",
                severity="error",
                field="scale",
                message="Co giãn hơn 3 % thường do máy in đang bật “vừa khổ giấy”. "
                "Tắt chế độ đó rồi in lại tờ thử.",
            )
        )
    if abs(fault.turn_degrees) > MOST_ROTATION:
        found.append(
            Issue(
                code="CALIBRATION_TURN",
                severity="error",
                field="turn",
                message="Xoay hơn 1 độ thường do giấy nạp bị xiên. Chỉnh lại thanh chặn giấy "
                "rồi in lại tờ thử.",
            )
        )
    return tuple(found)


_SANS = Font(family="Liberation Sans", size_pt=11)
_MARK_WEIGHT = 0.2


def calibration_sheet(width_mm: float = 297.0, height_mm: float = 210.0) -> Page:
    """Return the sheet an officer prints on plain paper and measures with a ruler.

    Corner marks 10 mm from each edge, a bar of 200 mm across and one of 150 mm down with ticks each
    millimetre about the middle, and the sentences that say what to measure.
    """
    items = (
        *_corners(width_mm, height_mm),
        *_bars(width_mm, height_mm),
        *_words(width_mm, height_mm),
    )
    return Page(width_mm=width_mm, height_mm=height_mm, title="Tờ thử căn chỉnh", items=items)


def _line(x1: float, y1: float, x2: float, y2: float, role: str) -> Line:
    return Line(x1_mm=x1, y1_mm=y1, x2_mm=x2, y2_mm=y2, weight_mm=_MARK_WEIGHT, role=role)


def _corners(width: float, height: float) -> list[Item]:
    items: list[Item] = []
    for name, x, y in (
        ("top_left", MARK_MM, MARK_MM),
        ("top_right", width - MARK_MM, MARK_MM),
        ("bottom_left", MARK_MM, height - MARK_MM),
        ("bottom_right", width - MARK_MM, height - MARK_MM),
    ):
        inward_x = MARK_MM if x < width / 2 else -MARK_MM
        inward_y = MARK_MM if y < height / 2 else -MARK_MM
        items.append(_line(x, y, x + inward_x, y, f"{name}_across"))
        items.append(_line(x, y, x, y + inward_y, f"{name}_down"))
    return items


def _bars(width: float, height: float) -> list[Item]:
    middle_x, middle_y = width / 2, height / 2
    left, top = middle_x - ACROSS_MM / 2, middle_y - DOWN_MM / 2
    items: list[Item] = [
        _line(left, middle_y, left + ACROSS_MM, middle_y, "across"),
        _line(middle_x, top, middle_x, top + DOWN_MM, "down"),
    ]
    for step in range(int(ACROSS_MM) + 1):
        near = abs(step - ACROSS_MM / 2) <= 20
        if near or step % 10 == 0:
            reach = 2.5 if step % 10 == 0 else 1.6 if step % 5 == 0 else 0.9
            items.append(
                _line(left + step, middle_y - reach, left + step, middle_y + reach, "tick")
            )
    for step in range(int(DOWN_MM) + 1):
        near = abs(step - DOWN_MM / 2) <= 20
        if near or step % 10 == 0:
            reach = 2.5 if step % 10 == 0 else 1.6 if step % 5 == 0 else 0.9
            items.append(_line(middle_x - reach, top + step, middle_x + reach, top + step, "tick"))
    return items


def _words(width: float, height: float) -> list[Item]:
    x = width / 2 - ACROSS_MM / 2
    items: list[Item] = []
    for name, at_x, baseline in (
        ("A", MARK_MM + 1.5, MARK_MM + 13.5),
        ("B", MARK_MM + 12.0, MARK_MM + 1.5),
        ("C", width - MARK_MM - 15.0, MARK_MM + 1.5),
        ("D", x - 6.0, height / 2 + 1.4),
        ("E", width / 2 - 1.4, height / 2 - DOWN_MM / 2 - 2.0),
    ):
        items.append(_words_line(name, at_x, baseline, 10.0, _bold(12), f"mark_{name}"))
    half = ACROSS_MM / 2 - 4
    items.append(_words_line("Tờ thử căn chỉnh máy in", x, 44.0, half, _bold(14), "title"))
    for number, sentence in enumerate(
        (
            "In trên giấy trắng, đúng khổ, không thu phóng.",
            "Dùng thước đo rồi gõ các số đo vào phần mềm.",
        )
    ):
        items.append(
            _words_line(sentence, x, 52.0 + number * 6, half, _SANS.sized(10), f"how_{number}")
        )
    questions = (
        f"Đo từ mép trái giấy đến vạch A: ______ mm (đúng là {decimal(MARK_MM)})",
        f"Đo từ mép trên giấy đến vạch B: ______ mm (đúng là {decimal(MARK_MM)})",
        f"Đo từ mép trên giấy đến vạch C: ______ mm (đúng là {decimal(MARK_MM)})",
        f"Chiều dài thanh ngang D: ______ mm (đúng là {decimal(ACROSS_MM)})",
        f"Chiều dài thanh dọc E: ______ mm (đúng là {decimal(DOWN_MM)})",
    )
    for number, sentence in enumerate(questions):
        y = height / 2 + 14 + number * 9
        items.append(_words_line(sentence, x, y, half, _SANS.sized(9.5), f"question_{number}"))
    items.extend(_arrow(width))
    return items


def _bold(size_pt: float) -> Font:
    return Font(family=_SANS.family, size_pt=size_pt, bold=True)


def _words_line(text: str, x: float, baseline: float, width: float, font: Font, role: str) -> Text:  # noqa: PLR0917
    return Text(text=text, x_mm=x, width_mm=width, baseline_mm=baseline, font=font, role=role)


def _arrow(width: float) -> list[Item]:
    """Return the arrow to the edge that goes into the machine first: the left one."""
    y, x = 24.0, 44.0
    return [
        _line(x, y, x + 22, y, "feed"),
        _line(x, y, x + 3, y - 1.5, "feed"),
        _line(x, y, x + 3, y + 1.5, "feed"),
        _words_line("Mép vào máy", x + 24, y + 1.3, width / 2 - x - 40, _SANS, "feed_words"),
    ]
