"""A whole season in the real window, from the first start to the bundle, with mouse and keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from tests.journeys import story
from tests.journeys.before_council import (
    check_dossiers,
    enter_units,
    first_run,
    send_to_council,
    take_lists_in,
)
from tests.journeys.from_council import (
    decide,
    hold_council,
    keep_register,
    make_minutes,
    print_certificates,
    send_bundle,
)
from tests.journeys.hands import Hands
from tests.journeys.reading import text_of
from thiduaqt.services import register
from thiduaqt.services.register import RegisterRow
from thiduaqt.services.session import open_session


def take_bundle_in(hands: Hands, bundle: Path, other: Path) -> None:
    """In another data file: shown first, then taken in; the second time nothing changes."""

    def wizard(shown: QWidget) -> None:
        hands.click("wizard.start")
        hands.type("dong phu bac ninh")
        hands.press("Return")
        hands.click("wizard.next")
        hands.click("wizard.pack.cao_minh_2026")
        hands.click("wizard.next")
        hands.click("wizard.next")

    with hands.dialog(wizard):
        hands.menu("file.new")
    hands.arrive()
    hands.press("Ctrl+8")
    hands.settle()
    with hands.dialog(hands.choose_file(bundle)):
        hands.click("data.take")
    hands.settle()
    told = hands.find("data.preview.sums", QLabel).text()
    count = len(hands.grid("data.preview.grid").rows())
    assert told == f"{count} mục: {count} mới"
    assert not awards_in(other), "shown, not written"
    hands.click("data.preview.go")
    hands.settle()
    assert set(awards_in(other)) == story.AWARDED
    before = other.read_bytes()
    with hands.dialog(hands.choose_file(bundle)):
        hands.click("data.take")
    hands.settle()
    assert hands.find("data.preview.sums", QLabel).text() == f"{count} mục: {count} không đổi"
    assert "Tệp này đã nhập lúc" in hands.find("data.preview.strip").accessibleName()
    assert not hands.sees("data.preview.go")
    assert other.read_bytes() == before, "twice is once"


def awards_in(data: Path) -> list[str]:
    """Return who stands in the register of a data file."""
    session = open_session(data, read_only=True)
    try:
        return [row.name for row in register.listing(session)]
    finally:
        session.close()


def same_names_everywhere(rows: Sequence[RegisterRow], folder: Path) -> None:
    """U13: as in the register, so in ballots, minutes, papers, lists, certificates and bundle."""
    texts = {path.name: text_of(path) for path in folder.iterdir()}
    assert sorted(Path(name).suffix for name in texts) == [
        ".docx", ".docx", ".docx", ".docx", ".docx", ".pdf", ".pdf", ".tdq", ".xlsx", ".xlsx",
    ]  # fmt: skip
    for name, text in texts.items():
        assert unicodedata.is_normalized("NFC", text), name
        for row in rows:
            wanted = re.sub("^(Ông|Bà) ", "", row.name) if name.endswith(".tdq") else row.name
            assert wanted in text, f"{row.name} is not in {name}"


def test_a_whole_season_in_the_window(hands: Hands, tmp_path: Path, own_data_folder: Path) -> None:
    papers = tmp_path / "van-ban"
    papers.mkdir()
    first_run(hands)
    enter_units(hands)
    take_lists_in(hands, tmp_path / "danh-sach")
    check_dossiers(hands)
    send_to_council(hands)
    hold_council(hands)
    make_minutes(hands, papers)
    decide(hands, papers)
    rows = keep_register(hands, papers)
    print_certificates(hands, papers)
    send_bundle(hands, papers / "goi.tdq")
    same_names_everywhere(rows, papers)
    take_bundle_in(hands, papers / "goi.tdq", own_data_folder / "dongphu.tdqdb")
