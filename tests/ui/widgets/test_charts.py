"""The bars of targets: on the screen, without colours, and on paper."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from thiduaqt.domain.target_papers import Bar, BarChart
from thiduaqt.domain.targets import STATE_WORDS, TargetState
from thiduaqt.ui import tokens
from thiduaqt.ui.printing.charts import A4, pages_of, write_chart_pdf
from thiduaqt.ui.widgets.charts import (
    Sheet,
    TargetChart,
    chart_height,
    paint_bars,
    row_height,
    state_look,
    wrapped,
)

LONG = "Hồ sơ thủ tục hành chính được tiếp nhận, giải quyết trực tuyến toàn trình trên tổng số"


def bar(
    state: TargetState, value: str | None, wanted: str | None = "0.9", label: str = "Chỉ tiêu"
) -> Bar:
    return Bar(
        label=label,
        value=Decimal(value) if value is not None else None,
        wanted=Decimal(wanted) if wanted is not None else None,
        value_words=f"{value}" if value is not None else "",
        wanted_words="≥ 90%",
        state=state,
        state_words=STATE_WORDS[state],
    )


def painted(bars: tuple[Bar, ...], *, mono: bool = False) -> QImage:
    sheet = Sheet(width=600, mono=mono)
    height = chart_height(BarChart(title="", bars=bars), sheet)
    image = QImage(600, round(height) + 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    end = paint_bars(painter, QPointF(0, 0), bars, sheet)
    painter.end()
    assert end == pytest.approx(height)
    return image


def lane(image: QImage) -> list[QColor]:
    """Return the colours across the bar of the first row, where the lane of bars runs."""
    y = image.height() // 2
    first, last = round(600 * 0.38), round(600 * 0.72)
    return [image.pixelColor(x, y) for x in range(first + 2, last - 2)]


def near(one: QColor, other: str) -> bool:
    wanted = QColor(other)
    gaps = (one.red() - wanted.red(), one.green() - wanted.green(), one.blue() - wanted.blue())
    return all(abs(gap) < 24 for gap in gaps)


def test_a_bar_is_as_long_as_its_figure(qtbot: QtBot) -> None:
    colours = lane(painted((bar("met", "0.5", "0.9"),)))
    filled = [place for place, colour in enumerate(colours) if near(colour, tokens.PRIMARY)]
    assert max(filled) / len(colours) == pytest.approx(0.5, abs=0.03)
    ticks = [place for place, colour in enumerate(colours) if near(colour, tokens.TEXT)]
    assert sum(ticks) / len(ticks) / len(colours) == pytest.approx(0.9, abs=0.03)


def test_nothing_measured_paints_no_bar_but_the_goal(qtbot: QtBot) -> None:
    colours = lane(painted((bar("no_figure", None),)))
    assert not any(near(colour, tokens.PRIMARY) for colour in colours)
    assert any(near(colour, tokens.TEXT) for colour in colours)
    bare = lane(painted((bar("no_figure", None, None),)))
    assert not any(near(colour, tokens.TEXT) for colour in bare)


def test_states_differ_without_colours(qtbot: QtBot) -> None:
    pictures = []
    for state in ("met", "at_risk", "not_met", "open"):
        one = bar(state, "0.6")
        image = painted((replace(one, state_words="x"),), mono=True)
        pictures.append([colour.lightness() for colour in lane(image)])
        assert all(colour.saturation() < 60 for colour in lane(image))
    assert len({tuple(picture) for picture in pictures}) == 4
    icons = {state_look(state).icon for state in STATE_WORDS}
    assert len(icons) == len(STATE_WORDS)


def test_long_words_are_cut_not_spilled(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(Sheet(width=600).font())
    lines = wrapped(f"{LONG} {LONG} {LONG}", metrics, 200)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 201 for line in lines)
    assert wrapped("Ngắn", metrics, 200) == ["Ngắn"]


def test_the_widget_is_as_high_as_its_bars_and_speaks(qtbot: QtBot) -> None:
    chart = BarChart(title="Kết quả", bars=(bar("met", "1", label=LONG), bar("not_met", "0.2")))
    widget = TargetChart(chart)
    qtbot.addWidget(widget)
    widget.resize(500, 100)
    widget.show()
    narrow = widget.minimumHeight()
    assert narrow > 60
    widget.resize(1200, 100)
    assert widget.minimumHeight() < narrow
    assert widget.accessibleName().startswith(f"Kết quả. {LONG}: 1, ≥ 90%, đạt.")
    assert not widget.grab().isNull()
    widget.set_chart(BarChart(title="", bars=()))
    assert widget.minimumHeight() < 40


def test_the_chart_goes_to_paper_page_by_page(qtbot: QtBot, tmp_path: Path) -> None:
    bars = tuple(bar("at_risk", "0.5", label=f"{number}. {LONG}") for number in range(1, 61))
    chart = BarChart(title="Kết quả thực hiện chỉ tiêu, năm 2026", bars=bars, note="Tháng 9")
    sheet = Sheet(width=640)
    pages = pages_of(chart, sheet, 900, 40)
    assert [one for page in pages for one in page] == list(bars)
    assert all(sum(row_height(one, sheet) for one in page) <= 900 for page in pages)
    path = tmp_path / "bieu-do.pdf"
    write_chart_pdf(chart, path)
    told = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Kết quả thực hiện chỉ tiêu, năm 2026" in told
    assert "Có nguy cơ không đạt" in told
    assert told.count("≥ 90%") == 60
    size = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
    assert "595" in size.stdout
    assert A4.height_mm == 297
