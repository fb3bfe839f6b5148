"""Gaps, doubles and restarts in the numbers of chapters, articles, sections and points."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.markers import LETTERS, Marker, MarkerKind, roman
from thiduaqt.domain.lint.outline import Marked, Outline
from thiduaqt.domain.lint.text import Finding, shortened

# Which lists begin anew under a mark of this kind.
_BELOW: dict[MarkerKind, tuple[MarkerKind, ...]] = {
    "annex": ("part", "chapter", "article", "section", "letter"),
    "part": ("chapter", "section", "letter"),
    "chapter": ("section", "letter"),
    "article": ("section", "letter"),
    "section": ("letter",),
    "sub": ("letter",),
    "letter": (),
}
_WORDS: dict[MarkerKind, str] = {
    "part": "phần",
    "chapter": "chương",
    "article": "điều",
    "section": "mục",
    "sub": "mục",
    "letter": "điểm",
}
_CODES: dict[MarkerKind, str] = {
    "part": "CHAPTER",
    "chapter": "CHAPTER",
    "article": "SECTION",
    "section": "SECTION",
    "sub": "SECTION",
    "letter": "LETTER",
}


class _Lists:
    """The numbers seen in each open list."""

    def __init__(self) -> None:
        self.seen: dict[MarkerKind, list[Marked]] = {}
        self.subs: dict[tuple[int, ...], list[Marked]] = {}

    def open_below(self, kind: MarkerKind) -> None:
        for below in _BELOW[kind]:
            self.seen.pop(below, None)
        if kind in ("annex", "part", "chapter", "article", "section"):
            self.subs.clear()

    def list_of(self, marker: Marker) -> list[Marked]:
        if marker.kind == "sub":
            return self.subs.setdefault(marker.values[:-1], [])
        return self.seen.setdefault(marker.kind, [])


def check_numbering(outline: Outline, facts: Facts) -> Iterator[Finding]:
    """Yield every number that is missing, stands twice, or does not belong where it stands."""
    lists = _Lists()
    for item in outline.marked:
        kind = item.marker.kind
        if kind != "annex":
            if kind == "sub":
                yield from _parent(item, lists, facts)
            yield from _step(item, lists.list_of(item.marker), facts)
        lists.open_below(kind)


def _step(item: Marked, before: list[Marked], facts: Facts) -> Iterator[Finding]:
    """Compare a number with those before it in its list, then take it into the list."""
    value = item.marker.value
    earlier = {other.marker.value: other for other in before}
    last = before[-1].marker.value if before else 0
    if value == 1 and before and item.marker.kind in ("section", "letter"):
        yield from _restart(item, before, facts)
        before.clear()
    elif value in earlier:
        yield _twice(item, earlier[value], facts)
    elif value > last + 1:
        yield _gap(item, last, facts)
    elif value < last:
        yield _gap(item, last, facts, late=True)
    before.append(item)


def _restart(item: Marked, before: list[Marked], facts: Facts) -> Iterator[Finding]:
    if item.marker.kind == "letter":
        # Points may begin anew under an unnumbered heading: "Đối với tập thể: a) …".
        between = item.paragraph.number - before[-1].paragraph.number
        if between > 1 or before[-1].marker.value > 1:
            return
        yield _twice(item, before[0], facts)
        return
    yield facts.finding(
        "SECTION_RESTART",
        item.paragraph,
        f"Số thứ tự bắt đầu lại từ “{item.marker.written}” trong cùng một chương, sau mục "
        f"“{before[-1].marker.written}”.",
        "Đánh số theo cấp dưới (ví dụ 2.1, 2.2 hoặc a, b) hoặc đánh số tiếp.",
        span=(0, len(item.marker.written)),
    )


def _twice(item: Marked, first: Marked, facts: Facts) -> Finding:
    word, written = _WORDS[item.marker.kind], item.marker.written
    return facts.finding(
        f"{_CODES[item.marker.kind]}_TWICE",
        item.paragraph,
        f"Trùng số {word}: “{written}” đã dùng cho “{shortened(first.paragraph.text)}”.",
        f"Đánh số lại {word} này và các {word} sau.",
        span=(0, len(item.paragraph.text)),
    )


def _gap(item: Marked, last: int, facts: Facts, *, late: bool = False) -> Finding:
    marker = item.marker
    word = _WORDS[marker.kind]
    show = _shown(marker)
    if late:
        message = f"Số {word} không theo thứ tự: “{marker.written}” đứng sau “{show(last)}”."
    elif last == 0:
        message = (
            f"Danh sách {word} bắt đầu từ “{marker.written}”, thiếu {_missing(show, 0, marker)}."
        )
    else:
        message = (
            f"Thiếu {_missing(show, last, marker)}: sau {word} {show(last)} là “{marker.written}”."
        )
    return facts.finding(
        f"{_CODES[marker.kind]}_GAP",
        item.paragraph,
        message,
        f"Xem có sót {word} nào không; nếu không thì đánh số lại cho liên tục.",
        span=(0, len(item.paragraph.text)),
    )


def _missing(show: Callable[[int], str], last: int, marker: Marker) -> str:
    word = _WORDS[marker.kind]
    first, final = show(last + 1), show(marker.value - 1)
    return f"{word} {first}" if first == final else f"{word} {first} đến {final}"


def _shown(marker: Marker) -> Callable[[int], str]:
    """Return how a number of the same list is written."""
    if marker.kind == "chapter":
        return roman
    if marker.kind == "part" and marker.written[:1] in "ABCDEFGH" and len(marker.written) < 4:
        return lambda value: "ABCDEFGH"[value - 1]
    if marker.kind == "letter":
        return lambda value: LETTERS[value - 1]
    head = ".".join(str(part) for part in marker.values[:-1])
    return lambda value: f"{head}.{value}" if head else str(value)


def _parent(item: Marked, lists: _Lists, facts: Facts) -> Iterator[Finding]:
    """Yield a sub-section that does not carry the number of the section it stands under."""
    sections = lists.seen.get("section")
    if not sections or sections[-1].marker.value == item.marker.values[0]:
        return
    if lists.subs.get(item.marker.values[:-1]):
        return
    own = sections[-1].marker.value
    yield facts.finding(
        "SECTION_PARENT",
        item.paragraph,
        f"Mục “{item.marker.written}” nằm trong mục {own} nhưng mang số của mục "
        f"{item.marker.values[0]}.",
        f"Đánh số lại thành {own}.{item.marker.value}.",
        span=(0, len(item.paragraph.text)),
    )
