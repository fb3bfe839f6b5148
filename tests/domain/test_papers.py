from __future__ import annotations

from datetime import date

from thiduaqt.domain.papers import Candidate, DocumentNumber, Recipient


def test_number_and_date_may_be_open() -> None:
    open_number = DocumentNumber(symbol="QĐ-UBND", expected=date(2026, 12, 1))
    assert open_number.text.split() == ["/QĐ-UBND"]
    assert open_number.date_text.split() == ["ngày", "tháng", "12", "năm", "2026"]
    issued = DocumentNumber(symbol="QĐ-UBND", number="7", dated=date(2026, 1, 2))
    assert (issued.text, issued.date_text) == ("07/QĐ-UBND", "ngày 02 tháng 01 năm 2026")


def test_post_and_unit_share_a_cell() -> None:
    whole = Recipient(ordinal=1, name="Bà Ma Thị Ánh", kind="individual", post="Ủy viên", unit="xã")
    assert whole.post_and_unit == "Ủy viên, xã"
    assert Candidate(ordinal=1, name="Tổ", kind="collective", unit="thôn").post_and_unit == "thôn"
