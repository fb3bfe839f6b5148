"""A certificate as a page in millimetres: facts of an award set into a layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thiduaqt.documents.layouts import Field, Layout
from thiduaqt.domain.calibration import decimal
from thiduaqt.domain.decisions import register_number
from thiduaqt.domain.fitting import Box, Fitted, FittedPage, Measure, fit
from thiduaqt.domain.issues import Issue
from thiduaqt.domain.page import (
    MM_PER_PT,
    Band,
    Font,
    Item,
    Layer,
    Line,
    Mode,
    Page,
    Picture,
    Rect,
    Text,
)
from thiduaqt.domain.text import nfc
from thiduaqt.domain.wording import document_date, open_date

# Height of a capital letter and of a letter with two marks above, as parts of the size.
_CAPITAL = 0.66
_ASCENT = 0.9
_DESCENT = 0.22


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """What one certificate says, as it will be printed.

    ``achievement`` is a whole sentence, ``short_achievement`` the keywords of the register.
    ``detail`` is post and unit of a person, address of a collective or household; ``authority``
    the post of the awarding person ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …"); ``signing`` the lines above
    the signature ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"); ``register_ordinal`` the place in the decision
    (số sổ vàng). ``mark`` is printed large and pale across a sheet that is not valid ("DỰ THẢO").
    """

    recipient: str
    detail: str
    achievement: str
    short_achievement: str
    movement: str
    award_title: str
    given: str
    authority: str
    decision_number: str
    decision_date: date | None
    register_ordinal: int | None
    place: str
    signing: tuple[str, ...]
    signer_name: str
    mark: str = ""

    def words(self) -> dict[str, str]:
        """Return the text for every placeholder a layout may use."""
        day = self.decision_date
        ordinal = self.register_ordinal
        words = {
            "recipient": self.recipient,
            "detail": self.detail,
            "achievement": self.achievement,
            "short_achievement": self.short_achievement,
            "movement": self.movement,
            "award_title": self.award_title,
            "given": self.given,
            "authority": self.authority,
            "decision_number": self.decision_number or "……",
            "decision_date": open_date() if day is None else document_date(day),
            "register_ordinal": "……" if ordinal is None else register_number(ordinal),
            "place": self.place,
            "signing": "\n".join(self.signing),
            "signer_name": self.signer_name,
        }
        return {name: nfc(text) for name, text in words.items()}


def certificate_page(
    facts: CertificateFacts, layout: Layout, mode: Mode, measure: Measure
) -> FittedPage:
    """Return the sheet for ``facts``.

    ``full`` holds everything; ``overlay`` only the text that a pre-printed blank lacks, with the
    rest as ``backdrop``. A text too long for its field is an issue of severity ``error``; one that
    had to be set smaller a ``note``.
    """
    words = facts.words()
    items: list[Item] = _decoration(layout)
    if facts.mark:
        items.append(_mark(facts.mark, layout))
    boxes: list[Box] = []
    issues: list[Issue] = []
    for field in layout.fields:
        text = field.text.format_map(words)
        if not text.strip():
            continue
        made, box, issue = _field(field, text, layout, measure)
        items.extend(made)
        if issue is not None:
            issues.append(issue)
        boxes.append(box)
    whole = Page(
        width_mm=layout.width_mm,
        height_mm=layout.height_mm,
        items=tuple(items),
        title=facts.recipient,
    )
    if mode == "full":
        return FittedPage(page=whole, boxes=tuple(boxes), issues=tuple(issues))
    return FittedPage(
        page=whole.layer("text"),
        backdrop=whole.layer("blank"),
        boxes=tuple(boxes),
        issues=tuple(issues),
    )


def _decoration(layout: Layout) -> list[Item]:
    items: list[Item] = [
        Band(
            x_mm=band.x_mm,
            y_mm=band.y_mm,
            width_mm=band.width_mm,
            height_mm=band.height_mm,
            depth_mm=band.depth_mm,
            tile_mm=band.tile_mm,
            colour=band.colour,
            dot=band.dot,
            ground=band.ground,
            role="band",
            layer="blank",
        )
        for band in layout.bands
    ]
    items.extend(
        Rect(
            x_mm=frame.x_mm,
            y_mm=frame.y_mm,
            width_mm=frame.width_mm,
            height_mm=frame.height_mm,
            weight_mm=frame.weight_mm,
            colour=frame.colour,
            role="frame",
            layer="blank",
        )
        for frame in layout.frames
    )
    if layout.emblem is not None:
        box = layout.emblem
        items.append(
            Picture(
                x_mm=box.x_mm,
                y_mm=box.y_mm,
                width_mm=box.width_mm,
                height_mm=box.height_mm,
                source="emblem",
                caption=box.caption,
                role="emblem",
                layer="blank",
            )
        )
    return items


def _mark(words: str, layout: Layout) -> Text:
    """Return the pale words that tell a trial sheet from a valid one."""
    size_pt = layout.height_mm / 2.1
    return Text(
        text=words,
        x_mm=0.0,
        width_mm=layout.width_mm,
        baseline_mm=layout.height_mm * 0.69,
        font=Font(family=layout.font.family, size_pt=size_pt, bold=True),
        align="center",
        colour="#F1F1F1",
        role="mark",
    )


def _field(
    field: Field, text: str, layout: Layout, measure: Measure
) -> tuple[list[Item], Box, Issue | None]:
    font = Font(family=layout.font.family, bold=field.bold, italic=field.italic)
    fitted = _fitted(field, text, font, measure)
    font = font.sized(fitted.size_pt)
    pitch = fitted.size_pt * MM_PER_PT * layout.leading
    baseline = _first_baseline(field, len(fitted.lines), fitted.size_pt, pitch)
    layer: Layer = "blank" if field.on_blank else "text"
    items: list[Item] = [
        Text(
            text=line,
            x_mm=field.x_mm,
            width_mm=field.width_mm,
            baseline_mm=baseline + number * pitch,
            font=font,
            align=field.align,
            colour=field.colour,
            role=field.role,
            layer=layer,
            tracking_mm=field.tracking_mm,
        )
        for number, line in enumerate(fitted.lines)
    ]
    if field.rule_below_mm is not None:
        items.append(_rule(field, fitted.lines[-1], font, items[-1], measure))
    box = _box(field, fitted, baseline, pitch)
    return items, box, _issue(field, fitted)


def _fitted(field: Field, text: str, font: Font, measure: Measure) -> Fitted:
    """Fit ``text``; lines that the facts give separately (signing form) share the smallest size."""

    def tracked(text: str, font: Font) -> float:
        return measure(text, font) + field.tracking_mm * max(len(text) - 1, 0)

    parts = [
        fit(line, font, field.width_mm, field.fit, tracked)
        for line in text.split("\n")
        if line.strip()
    ]
    if len(parts) == 1:
        return parts[0]
    size = min(part.size_pt for part in parts)
    return Fitted(
        lines=tuple(line for part in parts for line in part.lines),
        size_pt=size,
        fits=all(part.fits for part in parts),
        shrunk=any(part.shrunk for part in parts),
    )


def _first_baseline(field: Field, lines: int, size_pt: float, pitch: float) -> float:
    if field.baseline_mm is not None:
        return field.baseline_mm
    assert field.top_mm is not None
    assert field.height_mm is not None
    middle = field.top_mm + field.height_mm / 2
    return middle + (size_pt * MM_PER_PT * _CAPITAL - (lines - 1) * pitch) / 2


def _rule(field: Field, line: str, font: Font, last: Item, measure: Measure) -> Line:
    """Return the solid rule under a line, of equal length (the motto)."""
    assert isinstance(last, Text)
    assert field.rule_below_mm is not None
    width = measure(line, font)
    slack = field.width_mm - width
    left = field.x_mm + {"left": 0.0, "center": slack / 2, "right": slack}[field.align]
    y = last.baseline_mm + field.rule_below_mm
    return Line(
        x1_mm=left,
        y1_mm=y,
        x2_mm=left + width,
        y2_mm=y,
        weight_mm=0.3,
        colour=field.colour,
        role=field.role,
        layer=last.layer,
    )


def _box(field: Field, fitted: Fitted, baseline: float, pitch: float) -> Box:
    size = fitted.size_pt * MM_PER_PT
    top = baseline - size * _ASCENT if field.top_mm is None else field.top_mm
    below = baseline + (len(fitted.lines) - 1) * pitch + size * _DESCENT
    height = below - top if field.height_mm is None else field.height_mm
    return Box(
        role=field.role,
        label=field.label,
        x_mm=field.x_mm,
        y_mm=top,
        width_mm=field.width_mm,
        height_mm=height,
        size_pt=fitted.size_pt,
        first_pt=field.fit[0].from_pt,
        least_pt=field.fit[-1].to_pt,
    )


def _issue(field: Field, fitted: Fitted) -> Issue | None:
    if not fitted.fits:
        return Issue(
            code="CERTIFICATE_TOO_LONG", severity="error", field=field.role, message=field.too_long
        )
    if fitted.shrunk:
        size = decimal(fitted.size_pt).removesuffix(",0")
        lines = f", xếp {len(fitted.lines)} dòng" if len(fitted.lines) > field.fit[0].lines else ""
        return Issue(
            code="CERTIFICATE_SHRUNK",
            severity="note",
            field=field.role,
            message=f"{field.label} dài, thu còn {size} pt{lines}",
        )
    return None
