"""Targets out: the table that is printed and the bars of its chart."""

from __future__ import annotations

from pathlib import Path

from thiduaqt.domain.dates import PartialDate
from thiduaqt.domain.due import Due
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.papers import SAMPLE_MARK
from thiduaqt.domain.records import Unit
from thiduaqt.domain.target_papers import BarChart, TargetLine, TargetPaper, bar_of, summary_of
from thiduaqt.domain.targets import STATE_ORDER, STATE_WORDS
from thiduaqt.services.papers import as_movement, letterhead
from thiduaqt.services.session import Session
from thiduaqt.services.target_files import written
from thiduaqt.services.targets import Overview, TargetRow, overview


def when_words(shown: Overview) -> str:
    """Return the time of a table in words: "năm 2026", "Quý III/2026"."""
    return Due(value=shown.period or str(shown.year)).words


def table_paper(
    session: Session,
    movement_id: str,
    *,
    year: int | None = None,
    period: str = "",
    unit_id: str | None = None,
) -> TargetPaper:
    """Return the facts of the printed table of targets. Raises NotFound."""
    shown = overview(session, movement_id, year=year, period=period, unit_id=unit_id)
    office = session.office()
    unit = f", {session.store.get(Unit, unit_id).name}" if unit_id else ""
    return TargetPaper(
        letterhead=letterhead(office),
        title="KẾT QUẢ THỰC HIỆN CHỈ TIÊU",
        subtitle=f"{as_movement(shown.movement)}, {when_words(shown)}{unit}",
        lines=tuple(_line(row) for row in shown.rows),
        summary=summary_of((STATE_WORDS[state], shown.count(state)) for state in STATE_ORDER),
        footer=_footer(shown),
        mark=SAMPLE_MARK if office.sample else "",
    )


def _line(row: TargetRow) -> TargetLine:
    notes = [row.reach_words, f"Kỳ {row.period}" if row.period else "", row.source]
    return TargetLine(
        number=row.number,
        depth=row.depth,
        statement=row.statement,
        wanted=row.wanted_words,
        figure=row.figure_words,
        state=row.state_words,
        note="; ".join(part for part in notes if part),
    )


def _footer(shown: Overview) -> tuple[str, ...]:
    if shown.risk_share is None or not shown.count("at_risk"):
        return ()
    share = f"{(shown.risk_share * 100).normalize():f}".replace(".", ",")
    source = f"{shown.risk_source[:1].lower()}{shown.risk_source[1:]}"
    begins = f"chưa đạt nhưng đã từ {share}% mức phải đạt trở lên"
    return (f"“{STATE_WORDS['at_risk']}”: {begins} ({source}).",)


def export_table(
    session: Session,
    path: Path,
    movement_id: str,
    *,
    year: int | None = None,
    period: str = "",
    unit_id: str | None = None,
    replace: bool = True,
) -> Path:
    """Write the table as ``.docx`` or ``.xlsx``, by the ending of ``path``.

    Without ``replace`` a file that is there stays and the table gets a name beside it. Raises
    NotAllowed for another ending, WriteFailed, StoreError.
    """
    from thiduaqt.documents import targets as papers  # noqa: PLC0415 - heavy, only when used

    kinds = {".docx": papers.build_document, ".xlsx": papers.build_sheet}
    build = kinds.get(path.suffix.lower())
    if build is None:
        raise NotAllowed(
            f"Không xuất được tệp kiểu “{path.suffix or path.name}”.",
            todo="Đặt tên tệp kết thúc bằng .docx hoặc .xlsx.",
        )
    facts = table_paper(session, movement_id, year=year, period=period, unit_id=unit_id)
    return written(path, build(facts), replace=replace)


def chart_of(shown: Overview) -> BarChart:
    """Return the bars of a table of targets; headings without figure or goal have none."""
    bars = tuple(
        bar_of(
            row.target,
            row.figure,
            row.wanted,
            label=f"{row.number}. {row.statement}",
            value_words=row.figure_words,
            wanted_words=row.wanted_words,
            state=row.state,
            state_words=row.state_words,
        )
        for row in shown.rows
    )
    when = when_words(shown)
    return BarChart(
        title=f"Kết quả thực hiện chỉ tiêu, {when}",
        bars=bars,
        note="" if shown.period else _last_period(shown),
    )


def _last_period(shown: Overview) -> str:
    """Return until when the figures of a chart reach."""
    periods = [row.figure.period for row in shown.rows if row.figure.period]
    last = max(periods, key=lambda period: Due(value=period).last_day, default="")
    return f"Số liệu mới nhất: {PartialDate.from_value(last).display()}" if last else ""
