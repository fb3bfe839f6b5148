"""A composed plan as plain lines, as a reader of the printed paper has it before him."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thiduaqt.domain.plan_text.blocks import Block
from thiduaqt.domain.plan_text.compose import ComposedPlan

LinePart = Literal["body", "table", "note"]
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
COPIES = "Nơi nhận:"
DECIDES = "QUYẾT ĐỊNH:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: ``part`` tells cells and notes from paragraphs, ``key`` names the block, if any."""

    text: str
    key: str = ""
    part: LinePart = "body"


def lines_of(plan: ComposedPlan) -> tuple[Line, ...]:
    """Return everything that is printed, from the letterhead to the name of the signer."""
    return tuple(_all(plan))


def _all(plan: ComposedPlan) -> Iterator[Line]:
    head = plan.letterhead
    for text in (head.superior_line, *head.issuer_lines, STATE, MOTTO):
        if text:
            yield Line(text=text)
    yield Line(text=f"Số: {plan.number.text}")
    yield Line(text=f"{head.place}, {plan.number.date_text}")
    if plan.kind != "CV":
        yield Line(text=plan.title)
    yield Line(text=plan.abstract)
    if plan.authority:
        yield Line(text=plan.authority)
    if plan.kind == "CV" and plan.addressees:
        yield Line(text="Kính gửi: " + "; ".join(plan.addressees))
    yield from _blocks(plan)
    yield from _foot(plan)


def _blocks(plan: ComposedPlan) -> Iterator[Line]:
    decided = not plan.authority
    for block in plan.printed:
        if not decided and block.kind != "basis":
            yield Line(text=DECIDES)
            decided = True
        yield from _block(block)


def _block(block: Block) -> Iterator[Line]:
    if block.table is None:
        part: LinePart = "note" if block.kind == "note" else "body"
        yield Line(text=block.line, key=block.key, part=part)
        return
    for text in block.table.lines:
        yield Line(text=text, key=block.key, part="table")


def _foot(plan: ComposedPlan) -> Iterator[Line]:
    if plan.distribution:
        yield Line(text=COPIES)
    last = len(plan.distribution) - 1
    for place, copy in enumerate(plan.distribution):
        sign = "." if place == last else ";"
        yield Line(text=f"- {copy.rstrip(' ;.')}{sign}")
    for text in (*plan.signing.form, plan.signing.name):
        if text:
            yield Line(text=text)
