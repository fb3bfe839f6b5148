"""A plan as numbered text: composed from its data, edited by hand, ready to be laid out."""

from __future__ import annotations

from thiduaqt.domain.plan_text.blocks import (
    Block,
    BlockState,
    Node,
    NodeKind,
    PlanTable,
    TableColumn,
    TableRow,
)
from thiduaqt.domain.plan_text.compose import ComposedPlan, compose, usual_outline
from thiduaqt.domain.plan_text.edits import added_key, anchor_of
from thiduaqt.domain.plan_text.lines import Line, lines_of
from thiduaqt.domain.plan_text.words import PlanWords

__all__ = [
    "Block",
    "BlockState",
    "ComposedPlan",
    "Line",
    "Node",
    "NodeKind",
    "PlanTable",
    "PlanWords",
    "TableColumn",
    "TableRow",
    "added_key",
    "anchor_of",
    "compose",
    "lines_of",
    "usual_outline",
]
