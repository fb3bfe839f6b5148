"""Certificates of a decision: facts, long texts, drafts, the log of sheets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from thiduaqt import paths
from thiduaqt.domain.calibration import Fault
from thiduaqt.domain.errors import BadFile, NotAllowed, NotFound
from thiduaqt.domain.page import Font
from thiduaqt.domain.records import (
    Award,
    CouncilSession,
    Decision,
    Movement,
    Nomination,
    Office,
    Person,
    Round,
    Signer,
    Vote,
)
from thiduaqt.services import certificates, printers
from thiduaqt.services.certificates import Printed, sheets
from thiduaqt.services.session import Session, create_session

MOVEMENT = "Phong trào thi đua “Đột phá phát triển khoa học”"
NOW = datetime(2026, 12, 14, 10, 42, tzinfo=UTC)


def measure(text: str, font: Font) -> float:
    """Measure every letter as half a size wide."""
    return len(text) * font.size_pt * 25.4 / 72 / 2


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Return a data file with one issued decision and three awards, one of them revoked."""
    made = create_session(tmp_path / "xa.tdqdb", actor="can-bo", clock=lambda: NOW)
    office = Office(id="office", commune_name="Cao Minh", province="Thái Nguyên", place="Cao Minh")
    made.store.set_meta("unit_id", "office")
    signer = Signer(code="deputy", form=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Trần Văn Hậu")
    with made.store.transaction("Lập dữ liệu", actor="can-bo") as writing:
        writing.put(office)
        writing.put(Movement(id="movement", title="Đột phá phát triển khoa học"))
        writing.put(Round(id="round", movement_id="movement", year=2026))
        writing.put(
            Decision(
                id="decision",
                round_id="round",
                number="131/QĐ-UBND",
                date="2026-12-10",
                signer=signer,
                state="issued",
            )
        )
        for ordinal, (name, post, unit) in enumerate(
            (
                ("Tổ công nghệ số cộng đồng thôn Bình Minh", "", "Thôn Bình Minh"),
                ("Bà Nguyễn Thị Thu Hà", "Tổ trưởng", "Thôn 3, xã Cao Minh"),
                ("Ông Đỗ Văn Dũng", "", ""),
            ),
            start=1,
        ):
            writing.put(
                Award(
                    id=f"award-{ordinal}",
                    decision_id="decision",
                    ordinal=ordinal,
                    name=name,
                    post=post,
                    unit=unit,
                    achievement="Đã có thành tích xuất sắc năm 2026",
                    decision_number="131/QĐ-UBND",
                    decision_date="2026-12-10",
                    authority="Chủ tịch Ủy ban nhân dân xã Cao Minh",
                    state="revoked" if ordinal == 3 else "awarded",
                )
            )
    yield made
    made.close()


def words(sheet: certificates.Sheet) -> dict[str, str]:
    """Return the text of each role, lines joined."""
    found: dict[str, str] = {}
    for text in sheet.fitted.page.texts():
        found[text.role] = f"{found.get(text.role, '')} {text.text}".strip()
    return found


def test_each_award_in_force_has_its_sheet_in_the_order_of_the_register(session: Session) -> None:
    first, second = sheets(session, "decision", mode="full", measure=measure)
    assert (first.ordinal, first.name) == (1, "Tổ công nghệ số cộng đồng thôn Bình Minh")
    said = words(second)
    assert said["authority"] == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CAO MINH"
    assert said["given"] == "TẶNG"
    assert said["award_title"] == "GIẤY KHEN"
    assert said["recipient"] == "Bà Nguyễn Thị Thu Hà"
    assert said["detail"] == "Tổ trưởng, Thôn 3, xã Cao Minh"
    assert said["decision"] == "Số quyết định: 131/QĐ-UBND, ngày 10 tháng 12 năm 2026"
    assert said["register_ordinal"] == "Số sổ vàng: 02"
    assert said["place_date"] == "Cao Minh, ngày 10 tháng 12 năm 2026"
    assert said["signing"] == "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"
    assert said["signer_name"] == "Trần Văn Hậu"
    assert words(first)["detail"] == "Thôn Bình Minh, xã Cao Minh"
    assert "mark" not in said


@pytest.mark.parametrize(
    ("kept", "printed"),
    [
        ("đã có thành tích xuất sắc năm 2026", "Đã có thành tích xuất sắc năm 2026"),
        (
            "Hướng dẫn 120 hộ cài đặt",
            f"Đã có thành tích xuất sắc trong {MOVEMENT}, năm 2026",
        ),
    ],
)
def test_keywords_of_a_list_become_a_sentence(session: Session, kept: str, printed: str) -> None:
    with session.store.transaction("Thành tích", actor="x") as writing:
        writing.put(replace(writing.get(Award, "award-1"), achievement=kept))
    first = sheets(session, "decision", mode="full", measure=measure)[0]
    assert words(first)["achievement"] == printed


def test_a_collective_without_address_gets_the_commune(session: Session) -> None:
    with session.store.transaction("Địa chỉ", actor="x") as writing:
        writing.put(replace(writing.get(Award, "award-1"), unit=""))
    first = sheets(session, "decision", mode="full", measure=measure)[0]
    assert words(first)["detail"] == "Xã Cao Minh"


def test_only_decisions_with_certificates_are_offered(session: Session) -> None:
    (choice,) = certificates.decisions(session)
    assert (choice.number, choice.awards, choice.draft) == ("131/QĐ-UBND", 2, False)


def test_a_revoked_decision_is_not_printed_and_a_draft_only_tried(session: Session) -> None:
    with session.store.transaction("Mở lại", actor="x") as writing:
        writing.put(replace(writing.get(Decision, "decision"), state="draft"))
    with pytest.raises(NotAllowed, match="chưa ban hành"):
        sheets(session, "decision", mode="full", measure=measure)
    with session.store.transaction("Thu hồi", actor="x") as writing:
        writing.put(replace(writing.get(Decision, "decision"), state="revoked"))
    with pytest.raises(NotAllowed, match="thu hồi"):
        sheets(session, "decision", mode="full", measure=measure, trial=True)
    assert certificates.decisions(session) == ()


def test_a_draft_is_tried_with_its_mark_and_without_numbers(session: Session) -> None:
    with session.store.transaction("Dự thảo", actor="x") as writing:
        writing.put(Person(id="person", full_name="Nguyễn Thị Thu Hà", honorific="Bà"))
        nomination = Nomination(
            id="nomination", round_id="round", person_id="person", achievement="Có thành tích"
        )
        writing.put(nomination)
        writing.put(CouncilSession(id="sitting", round_id="round", state="locked"))
        writing.put(Vote(id="vote", session_id="sitting", nomination_id="nomination", chosen=True))
        writing.put(Decision(id="draft", round_id="round", session_id="sitting"))
    issued, draft = certificates.decisions(session)
    assert (issued.draft, draft.draft, draft.awards) == (False, True, 1)
    with pytest.raises(NotAllowed, match="chưa ban hành"):
        sheets(session, "draft", mode="full", measure=measure)
    (sheet,) = sheets(session, "draft", mode="overlay", measure=measure, trial=True)
    said = words(sheet)
    assert said["mark"] == "DỰ THẢO"
    assert said["recipient"] == "Bà Nguyễn Thị Thu Hà"
    assert said["decision"].startswith("Số quyết định: ……")
    assert sheet.award_id == ""


def test_a_shorter_name_to_print_leaves_the_register_alone(session: Session) -> None:
    certificates.set_print_name(session, "award-1", " Tổ  CNSCĐ Bình Minh ")
    first = sheets(session, "decision", mode="full", measure=measure)[0]
    assert first.name == "Tổ CNSCĐ Bình Minh"
    full = session.store.get(Award, "award-1").name
    assert full.startswith("Tổ công nghệ")
    certificates.set_print_name(session, "award-1", full)
    assert session.store.get(Award, "award-1").certificate_name == ""


def test_long_names_are_listed_before_printing(session: Session) -> None:
    with session.store.transaction("Tên dài", actor="x") as writing:
        award = writing.get(Award, "award-2")
        writing.put(replace(award, name="Tập thể cán bộ và Nhân dân " * 8))
    found = sheets(session, "decision", mode="overlay", measure=measure)
    assert [sheet.state for sheet in found] == ["waiting", "too_long"]
    (sentence,) = certificates.too_long(found)
    assert sentence.startswith("2. Tập thể cán bộ")
    assert "Tên quá dài" in sentence
    with pytest.raises(NotAllowed, match="1 giấy khen có chữ quá dài"):
        certificates.require_fitting(found)
    certificates.require_fitting(found[:1])


def test_the_queue_remembers_what_was_printed_and_spoilt(session: Session) -> None:
    def states() -> list[tuple[str, int]]:
        found = sheets(session, "decision", mode="full", measure=measure)
        return [(sheet.state, sheet.spoilt) for sheet in found]

    printed = [Printed(award_id="award-1"), Printed(award_id="award-2")]
    changes = certificates.log_prints(session, printed, printer="Canon LBP2900", mode="full")
    assert changes.touches("print_log")
    assert states() == [("printed", 0), ("printed", 0)]
    assert sheets(session, "decision", mode="full", measure=measure)[0].printed_at == NOW
    spoilt = [Printed(award_id="award-2", outcome="spoilt", reason="kẹt giấy")]
    certificates.log_prints(session, spoilt, printer="Canon LBP2900", mode="full")
    assert states() == [("printed", 0), ("spoilt", 1)]
    again = [Printed(award_id="award-2", reason="in lại tờ hỏng")]
    certificates.log_prints(session, again, printer="Canon LBP2900", mode="full")
    assert states() == [("printed", 0), ("printed", 1)]


def test_printed_paper_cannot_be_taken_back_by_undo(session: Session) -> None:
    certificates.log_prints(
        session, [Printed(award_id="award-1")], printer="Canon LBP2900", mode="full"
    )
    label = session.store.undo_labels()[0]
    assert label != "In 1 giấy khen"


def test_the_shipped_layout_is_offered_with_what_is_to_be_checked(session: Session) -> None:
    (choice,) = certificates.layouts(session, "decision")
    assert (choice.code, choice.width_mm, choice.height_mm) == ("a4_ngang", 297, 210)
    assert choice.note.startswith("Cần kiểm tra")


def test_the_offices_own_layout_is_used_and_a_broken_one_told(session: Session) -> None:
    folder = paths.data() / certificates.OWN_FOLDER / "phoi_xa"
    folder.mkdir(parents=True)
    shipped = paths.resources() / "certificates" / "a4_ngang" / "layout.toml"
    text = shipped.read_text(encoding="utf-8")
    (folder / "layout.toml").write_text(
        text.replace("Giấy khen A4 ngang", "Phôi của xã"), encoding="utf-8"
    )
    assert "Phôi của xã" in [choice.title for choice in certificates.layouts(session, "decision")]
    assert sheets(session, "decision", mode="full", measure=measure, layout="phoi_xa")
    with pytest.raises(NotFound):
        sheets(session, "decision", mode="full", measure=measure, layout="khong_co")
    (folder / "layout.toml").write_text("title =", encoding="utf-8")
    with pytest.raises(BadFile, match="phoi_xa"):
        sheets(session, "decision", mode="full", measure=measure, layout="phoi_xa")


def test_sample_data_is_marked_across_the_sheet(session: Session) -> None:
    with session.store.transaction("Mẫu", actor="x") as writing:
        writing.put(replace(writing.get(Office, "office"), sample=True))
    assert words(sheets(session, "decision", mode="full", measure=measure)[0])["mark"] == "BẢN MẪU"


def test_the_emblem_is_the_offices_own_file(own_data_folder: Path) -> None:
    assert certificates.emblem_file() is None
    folder = own_data_folder / certificates.OWN_FOLDER
    folder.mkdir(parents=True)
    (folder / "quoc-huy.png").write_bytes(b"x")
    assert certificates.emblem_file() == folder / "quoc-huy.png"


def test_a_printers_fault_is_kept_per_tray_and_blank(session: Session) -> None:
    fault = Fault(right_mm=2.0, down_mm=-1.5, scale_percent=100.2, turn_degrees=0.1)
    assert printers.fault_of(session, "Canon", "khay tay", "a4_ngang") is None
    printers.save_fault(session, "Canon", "khay tay", "a4_ngang", fault)
    assert printers.fault_of(session, "Canon", "khay tay", "a4_ngang") == fault
    assert printers.fault_of(session, "Canon", "khay 1", "a4_ngang") is None
    printers.save_fault(session, "Canon", "khay tay", "a4_ngang", Fault())
    assert printers.fault_of(session, "Canon", "khay tay", "a4_ngang") == Fault()


def test_an_implausible_fault_is_refused(session: Session) -> None:
    with pytest.raises(NotAllowed, match="20 mm"):
        printers.save_fault(session, "Canon", "", "a4_ngang", Fault(right_mm=35))
    assert printers.fault_of(session, "Canon", "", "a4_ngang") is None
