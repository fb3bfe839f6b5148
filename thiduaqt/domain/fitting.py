"""Fit a text into its box: smaller letters, then balanced lines, else say so before printing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Protocol

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.page import Font, Page

STEP_PT = 0.5
"""Sizes go down in half points: finer steps cannot be told apart on paper."""


class Measure(Protocol):
    """Something that knows how wide a text is when set in a font."""

    def __call__(self, text: str, font: Font) -> float:
        """Return the advance width of ``text`` in millimetres."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stage of a fit rule: up to ``lines`` lines between two sizes in points."""

    lines: int
    from_pt: float
    to_pt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A text as it will stand on the paper.

    ``fits`` is False when no stage of the rule was enough; the lines are then those of the
    smallest allowed size and run out of their box.
    """

    lines: tuple[str, ...]
    size_pt: float
    fits: bool
    shrunk: bool
    """Smaller, or broken into more lines, than the rule's first choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a field of the layout stands on the sheet (mm) and the size its text came out in."""

    role: str
    label: str
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    size_pt: float
    first_pt: float
    least_pt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedPage:
    """A sheet ready to be painted, with what there is to say about it before printing.

    ``backdrop`` is what the pre-printed blank already carries: shown dimmed, never printed.
    """

    page: Page
    backdrop: Page | None = None
    boxes: tuple[Box, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """The sentences about texts that do not fit: such a sheet must not be printed."""
        return tuple(issue.message for issue in self.issues if issue.severity == "error")

    @property
    def notes(self) -> tuple[str, ...]:
        """The sentences about texts that were made smaller than the layout's first choice."""
        return tuple(issue.message for issue in self.issues if issue.severity != "error")


# Costs of a break, in squared millimetres of uneven lines. A break inside a name or a fixed phrase
# is worse than lines that differ by half a certificate's width; it happens only as a last resort.
_INSIDE_PHRASE = 120.0**2
_INSIDE_NAME = 100.0**2
_AFTER_DASH = 20.0**2

# Fixed phrases of this field, in lower case; nobody wants to read half of one on a certificate.
PHRASES = (
    "tổ công nghệ số cộng đồng",
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "mặt trận tổ quốc",
    "thi đua - khen thưởng",
    "thi đua",
    "khen thưởng",
    "phong trào",
    "thành tích",
    "xuất sắc",
    "khoa học",
    "công nghệ",
    "khoa học và công nghệ",
    "đổi mới sáng tạo",
    "chuyển đổi số",
    "nông thôn mới",
    "kinh tế - xã hội",
    "văn hóa - xã hội",
    "cựu chiến binh",
    "liên hiệp phụ nữ",
    "khu dân cư",
    "nhân dân",
    "gia đình",
    "hợp tác xã",
    "ban chỉ đạo",
    "hội đồng",
    "cán bộ",
    "công chức",
    "viên chức",
    "đảng viên",
    "đoàn viên",
    "hội viên",
    "nông sản",
    "sản xuất",
    "chế biến",
    "tiêu thụ",
    "dân tộc",
    "giai đoạn",
)
_WORDS_OF_PHRASES = tuple(tuple(phrase.split()) for phrase in PHRASES)

# Words that lean on the name or number after them.
_LEADING_WORDS = (
    "xã phường thôn bản ấp buôn làng tỉnh phố khu ông bà anh chị cô chú em cháu hộ đoạn năm tháng "
    "ngày quý khóa khoá số điều khoản điểm thứ lần tổ trường khối chi hội"
)
_LEADING = frozenset(_LEADING_WORDS.split())
_PUNCTUATION = ".,;:!?”’\"')"


def fit(text: str, font: Font, width_mm: float, steps: Sequence[Step], measure: Measure) -> Fitted:
    """Return lines and size for ``text`` in a box of ``width_mm``, by the first step that holds.

    ``font`` gives the face; its size is replaced. Raises ValueError when there are no steps.
    """
    if not steps:
        raise ValueError("a fit rule needs at least one step")
    first = steps[0]
    for number, step in enumerate(steps):
        for size in _sizes(step):
            lines = _broken(text, font.sized(size), width_mm, step.lines, measure)
            if lines is not None:
                shrunk = number > 0 or size < first.from_pt
                return Fitted(lines=lines, size_pt=size, fits=True, shrunk=shrunk)
    last = steps[-1]
    lines = _least_bad(text, font.sized(last.to_pt), last.lines, measure)
    return Fitted(lines=lines, size_pt=last.to_pt, fits=False, shrunk=True)


def _sizes(step: Step) -> Iterator[float]:
    count = math.floor((step.from_pt - step.to_pt) / STEP_PT + 1e-9)
    for index in range(count + 1):
        yield step.from_pt - index * STEP_PT
    if step.from_pt - count * STEP_PT > step.to_pt + 1e-9:
        yield step.to_pt


def _broken(
    text: str, font: Font, width_mm: float, most: int, measure: Measure
) -> tuple[str, ...] | None:
    """Return the fewest balanced lines within ``width_mm``; None where ``most`` is too few."""
    for count in range(1, most + 1):
        lines = balanced(text, font, count, measure, width_mm)
        if lines is not None:
            return lines
    return None


def _least_bad(text: str, font: Font, count: int, measure: Measure) -> tuple[str, ...]:
    words = len(text.split())
    for lines in range(min(count, max(words, 1)), 0, -1):
        found = balanced(text, font, lines, measure, math.inf)
        if found is not None:
            return found
    return (text,)


def balanced(
    text: str, font: Font, count: int, measure: Measure, width_mm: float
) -> tuple[str, ...] | None:
    """Return ``text`` in exactly ``count`` lines as equal as they can be.

    Words that belong together stay together if any division allows it. None where no division
    keeps every line within ``width_mm``.
    """
    words = text.split()
    if count == 1:
        whole = " ".join(words)
        return (whole,) if measure(whole, font) <= width_mm else None
    if len(words) < count:
        return None
    costs = _break_costs(words)
    offsets = _offsets(words, font, measure)
    best: tuple[float, tuple[int, ...]] | None = None
    for breaks in _candidates(words, offsets, count):
        widths = _widths(offsets, breaks, measure(" ", font))
        if max(widths) > width_mm:
            continue
        mean = sum(widths) / count
        cost = sum((width - mean) ** 2 for width in widths) + sum(costs[at] for at in breaks)
        if best is None or cost < best[0]:
            best = (cost, breaks)
    if best is None:
        return None
    edges = (0, *best[1], len(words))
    lines = tuple(" ".join(words[edges[i] : edges[i + 1]]) for i in range(count))
    # Word widths leave out kerning across spaces: ask once more with whole lines.
    return lines if all(measure(line, font) <= width_mm for line in lines) else None


def _offsets(words: Sequence[str], font: Font, measure: Measure) -> list[float]:
    space = measure(" ", font)
    offsets = [0.0]
    for word in words:
        offsets.append(offsets[-1] + measure(word, font) + space)
    return offsets


def _widths(offsets: Sequence[float], breaks: Sequence[int], space: float) -> list[float]:
    edges = (0, *breaks, len(offsets) - 1)
    return [offsets[b] - offsets[a] - space for a, b in pairwise(edges)]


def _candidates(
    words: Sequence[str], offsets: Sequence[float], count: int
) -> Iterator[tuple[int, ...]]:
    """Yield the divisions worth weighing: breaks within six words of the even places."""
    total = offsets[-1]
    near: list[int] = []
    for part in range(1, count):
        goal = total * part / count
        middle = min(range(1, len(words)), key=lambda at: abs(offsets[at] - goal))
        near.extend(at for at in range(middle - 6, middle + 7) if 0 < at < len(words))
    yield from combinations(sorted(set(near)), count - 1)


def _break_costs(words: Sequence[str]) -> list[float]:
    """Return for each place before a word what breaking there costs."""
    costs = [0.0] * (len(words) + 1)
    for index in range(1, len(words)):
        costs[index] = _pair_cost(words[index - 1], words[index])
    bare = [word.lower().strip(_PUNCTUATION + "“‘(") for word in words]
    for phrase in _WORDS_OF_PHRASES:
        for start in range(len(words) - len(phrase) + 1):
            if tuple(bare[start : start + len(phrase)]) == phrase:
                for inside in range(start + 1, start + len(phrase)):
                    costs[inside] = max(costs[inside], _INSIDE_PHRASE)
    return costs


def _pair_cost(before: str, after: str) -> float:
    """Return what parting two neighbouring words costs, judged by these two alone."""
    if after in ("-", "–"):
        return _INSIDE_NAME
    if before in ("-", "–"):
        return _INSIDE_NAME if after[0].isdigit() else _AFTER_DASH
    if before[-1] in _PUNCTUATION:
        return 0.0
    named = after[0].isupper() or after[0].isdigit()
    if named and before.lower() in _LEADING:
        return _INSIDE_NAME
    if before[0].isupper() and after[0].isupper():
        return _INSIDE_NAME
    if before[0].isdigit() and after[0].islower():
        return _AFTER_DASH
    return 0.0
