"""Those awarded, proposed or voted on, as documents count, group and list them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from thiduaqt.documents import oxml
from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.styles import PAGE
from thiduaqt.domain.papers import Recipient
from thiduaqt.domain.plan import RECIPIENT_KINDS, RECIPIENT_WORDS, RecipientKind
from thiduaqt.domain.wording import counts, money, roman


class OfKind(Protocol):
    """Anything that is a collective, a household or an individual."""

    @property
    def kind(self) -> RecipientKind:
        """Which of the three it is."""
        ...


Row = TypeVar("Row", bound=OfKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """A column of a table: heading, width in mm before it is fitted to the page, look, content."""

    title: str
    width: float
    text: Callable[[Row], str]
    look: str = "cell"


def groups(rows: Sequence[Row]) -> Iterator[tuple[RecipientKind, list[Row]]]:
    """Yield each kind that occurs with its rows, in the order of the ceremony.

    Collectives come first, then households, then individuals (Decree 152/2025, article 29(5)).
    """
    for kind in RECIPIENT_KINDS:
        found = [row for row in rows if row.kind == kind]
        if found:
            yield kind, found


def counted(rows: Sequence[OfKind]) -> str:
    """Return "02 tập thể, 05 cá nhân"."""
    return counts((len(found), RECIPIENT_WORDS[kind]) for kind, found in groups(rows))


def kinds_in_words(rows: Sequence[OfKind]) -> str:
    """Return "tập thể, hộ gia đình, cá nhân": the kinds that occur."""
    return ", ".join(RECIPIENT_WORDS[kind] for kind, _ in groups(rows))


def rates_in_words(recipients: Sequence[Recipient]) -> str:
    """Return "mỗi tập thể 1.520.000 đồng, mỗi cá nhân 760.000 đồng".

    Empty where one kind has several rates: the list then says who gets what.
    """
    parts: list[str] = []
    for kind, found in groups(recipients):
        amounts = {recipient.money for recipient in found}
        if len(amounts) > 1:
            return ""
        parts.append(f"mỗi {RECIPIENT_WORDS[kind]} {money(amounts.pop())} đồng")
    return ", ".join(parts)


def total_money(recipients: Sequence[Recipient]) -> int:
    """Return the sum of the prizes in đồng."""
    return sum(recipient.money for recipient in recipients)


def list_recipients(document: Nd30Document, recipients: Sequence[Recipient]) -> None:
    """Add the table of recipients; awards are shown where they differ, money where it is known."""
    columns: list[Column[Recipient]] = [
        Column(title="TT", width=11, text=lambda row: str(row.ordinal), look="cell_center"),
        Column(title="Họ và tên, tên tập thể", width=42, text=lambda row: row.name),
        Column(title="Chức vụ, đơn vị", width=42, text=lambda row: row.post_and_unit),
        Column(title="Tóm tắt thành tích", width=48, text=lambda row: row.achievement),
    ]
    if len({recipient.award for recipient in recipients}) > 1:
        columns.append(
            Column(title="Hình thức", width=26, text=lambda row: row.award, look="cell_center")
        )
    total = total_money(recipients)
    if total:
        columns.append(
            Column(
                title="Tiền thưởng (đồng)",
                width=25,
                text=lambda row: money(row.money),
                look="cell_right",
            )
        )
    list_rows(document, columns, recipients, last=("Tổng cộng", money(total)) if total else None)


def list_rows(
    document: Nd30Document,
    columns: Sequence[Column[Row]],
    rows: Sequence[Row],
    *,
    last: tuple[str, str] | None = None,
    row_height: float = 0,
) -> None:
    """Add a ruled table of ``rows`` in parts I, II, III by kind.

    ``last`` is a closing line: words over all columns but the last one, and the sum there.
    ``row_height`` in mm is the least height of a row that is to be written on by hand.
    """
    parts = list(groups(rows))
    scale = PAGE.text_width / sum(column.width for column in columns)
    widths = tuple(column.width * scale for column in columns)
    heads = [column.title for column in columns]
    table = document.grid(heads, len(rows) + len(parts) + (last is not None), widths)
    free = iter(table.rows)
    next(free)
    looks = [column.look for column in columns]
    for place, (kind, found) in enumerate(parts, start=1):
        words = f"{roman(place)}. {RECIPIENT_WORDS[kind].upper()}"
        document.fill([oxml.merge_row(next(free))], [words], ["cell_group"])
        for row in found:
            line = next(free)
            if row_height:
                oxml.set_height(line, row_height)
            document.fill(line.cells, [column.text(row) for column in columns], looks)
    if last is not None:
        cells = next(free).cells
        label = cells[0].merge(cells[-2])
        document.fill([label, cells[-1]], last, ["cell_head", "cell_sum"])
