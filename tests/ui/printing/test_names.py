"""Twelve difficult names against the fit rule, and the golden page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.printing.conftest import NAMES
from thiduaqt.domain.fitting import FittedPage
from thiduaqt.domain.page import from_plain, to_plain
from thiduaqt.ui.printing.fonts import missing_letters
from thiduaqt.ui.printing.painter import text_width_mm

Make = Callable[..., FittedPage]
GOLDEN = Path(__file__).resolve().parents[2] / "golden"


@pytest.mark.parametrize(("name", "lines"), NAMES)
def test_each_name_follows_the_fit_rule(fitted: Make, name: str, lines: int) -> None:
    sheet = fitted(recipient=name)
    texts = [text for text in sheet.page.texts() if text.role == "recipient"]
    assert " ".join(text.text for text in texts) == name
    assert bool(sheet.problems) == (lines == 0)
    if not lines:
        return
    assert len(texts) == lines
    size = texts[0].font.size_pt
    assert (20 if lines == 1 else 18) <= size <= (28 if lines == 1 else 20)
    widths = [text_width_mm(text) for text in texts]
    assert max(widths) <= texts[0].width_mm
    assert min(widths) > 0.6 * max(widths)


@pytest.mark.parametrize("name", [name for name, _ in NAMES])
def test_our_faces_have_every_letter_of_them(fitted: Make, name: str) -> None:
    for text in fitted(recipient=name).page.texts():
        assert missing_letters(text.text, text.font) == ()


def test_a_letter_no_face_has_is_named(fitted: Make) -> None:
    text = fitted().page.texts()[0]
    assert missing_letters("Bà 王", text.font) == ("王",)


@pytest.mark.parametrize("mode", ["full", "overlay"])
def test_the_page_is_the_golden_one(
    fitted: Make, mode: str, request: pytest.FixtureRequest
) -> None:
    page = fitted(mode).page
    path = GOLDEN / f"certificate-{mode}.json"
    found = json.dumps(to_plain(page), ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--accept", default=False):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
    assert to_plain(from_plain(json.loads(found))) == to_plain(page)
