"""Facts of an invented season in the invented xã Minh Họa, for all documents."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from thiduaqt.domain.papers import (
    Attendee,
    BallotPaper,
    Candidate,
    DecisionPaper,
    DocumentNumber,
    Letterhead,
    ListColumn,
    MinutesPaper,
    PaymentPaper,
    Recipient,
    RegisterEntry,
    RegisterPaper,
    SheetPaper,
    SigningBlock,
    SubmissionPaper,
    TallyPaper,
    TallyResult,
    TallyRow,
)

MOVEMENT = (
    "Phong trào “Thi đua đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số”"
)
ACHIEVEMENT = f"đã có thành tích xuất sắc trong {MOVEMENT}"
AWARD = "Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa"
OFFICE = Letterhead(issuer_lines=("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"), place="Minh Họa")
COUNCIL = Letterhead(
    superior_line="ỦY BAN NHÂN DÂN XÃ MINH HỌA",
    issuer_lines=("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"),
    place="Minh Họa",
)
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    (
        "Căn cứ Luật Thi đua, khen thưởng; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, "
        "khen thưởng"
    ),
    (
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về "
        "phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn "
        "thi hành một số điều của Luật Thi đua, khen thưởng"
    ),
    "Căn cứ Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ",
    (
        f"Căn cứ Kế hoạch số 18/KH-UBND ngày 27 tháng 3 năm 2026 của Ủy ban nhân dân xã Minh Họa "
        f"tổ chức thực hiện {MOVEMENT} giai đoạn 2026 - 2030"
    ),
    "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng xã ngày 04 tháng 12 năm 2026",
)
PEOPLE = (
    ("Tổ công nghệ số cộng đồng thôn Bình Minh", "collective", "", "thôn Bình Minh"),
    ("Trường Tiểu học Minh Họa", "collective", "", "xã Minh Họa"),
    ("Hộ gia đình ông Lục Văn Quyền", "household", "", "thôn Đồng Tâm"),
    ("Bà Nguyễn Thị Thu Hà", "individual", "Tổ trưởng Tổ công nghệ số cộng đồng", "thôn Suối Ngọc"),
    ("Ông Đỗ Văn Dũng", "individual", "Trưởng thôn", "thôn Đồng Tâm"),
    ("Bà Ma Thị Ánh", "individual", "Công chức Văn phòng HĐND và UBND xã", ""),
    ("Ông Y Thuỵ Niê Kdăm", "individual", "Giáo viên", "Trường Tiểu học Minh Họa"),
    ("Bà Phạm Thị Hồng Thắm", "individual", "Chủ tịch Hội Liên hiệp Phụ nữ xã", ""),
)
MONEY = {"collective": 1_520_000, "household": 1_140_000, "individual": 760_000}
DEED = "Hướng dẫn người dân nộp hồ sơ trực tuyến, thanh toán không dùng tiền mặt"


def at(hour: int, minute: int = 0) -> datetime:
    """A moment of the session's day."""
    return datetime(2026, 12, 4, hour, minute, tzinfo=UTC)


def candidates() -> tuple[Candidate, ...]:
    """Everybody on the ballot."""
    return tuple(
        Candidate(ordinal=place, name=name, kind=kind, post=post, unit=unit, achievement=DEED)
        for place, (name, kind, post, unit) in enumerate(PEOPLE, start=1)
    )


def recipients(*, money: bool = True) -> tuple[Recipient, ...]:
    """Everybody awarded."""
    return tuple(
        Recipient(
            ordinal=place,
            name=name,
            kind=kind,
            post=post,
            unit=unit,
            achievement=DEED,
            money=MONEY[kind] if money else 0,
            register=f"{place:02d}",
        )
        for place, (name, kind, post, unit) in enumerate(PEOPLE, start=1)
    )


@pytest.fixture
def decision() -> DecisionPaper:
    return DecisionPaper(
        letterhead=OFFICE,
        number=DocumentNumber(symbol="QĐ-UBND", number="131/QĐ-UBND", dated=date(2026, 12, 10)),
        authority="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA",
        issuer_in_words="Chủ tịch Ủy ban nhân dân xã Minh Họa",
        abstract=(
            "Về việc tặng Giấy khen cho các tập thể, hộ gia đình, cá nhân có thành tích xuất sắc "
            "trong phong trào thi đua năm 2026"
        ),
        bases=(*BASES, "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã"),
        award=AWARD,
        achievement=ACHIEVEMENT,
        period="năm 2026",
        recipients=recipients(),
        fund="Quỹ thi đua, khen thưởng của xã Minh Họa",
        money_basis="Điều 54 Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
        executors=(
            "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Văn hóa - Xã "
            "hội, Trưởng phòng Kinh tế"
        ),
        signing=SigningBlock(form=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Hoàng Văn Ơn"),
        distribution=(
            "Như Điều 3",
            "Sở Nội vụ (b/c)",
            "Thường trực Đảng ủy, HĐND xã",
            "Lưu: VT, VHXH",
        ),
    )


@pytest.fixture
def submission() -> SubmissionPaper:
    return SubmissionPaper(
        letterhead=COUNCIL,
        number=DocumentNumber(symbol="TTr-HĐTĐKT", expected=date(2026, 12, 7)),
        abstract="Về việc đề nghị tặng Giấy khen trong phong trào thi đua năm 2026",
        addressees=("Chủ tịch Ủy ban nhân dân xã Minh Họa",),
        bases=BASES,
        process=(
            (
                "Ngày 04 tháng 12 năm 2026, Hội đồng Thi đua - Khen thưởng xã họp xét 10 hồ sơ; "
                "có mặt 08/09 thành viên; bỏ phiếu kín."
            ),
        ),
        award=AWARD,
        achievement=ACHIEVEMENT,
        period="năm 2026",
        recipients=recipients(),
        appraisal="Đối tượng, điều kiện, tiêu chuẩn và hồ sơ của các trường hợp đúng quy định.",
        signing=SigningBlock(
            form=("TM. HỘI ĐỒNG", "CHỦ TỊCH"),
            name="Hoàng Thị Ngọc Ánh",
            agency_post="CHỦ TỊCH UBND XÃ",
        ),
        distribution=("Như trên", "Các thành viên Hội đồng", "Lưu: VT, VHXH"),
        quota="Kế hoạch cho phép tối đa 02 tập thể, 05 cá nhân; đề nghị 02 tập thể, 05 cá nhân.",
        over_quota_reason="Phong trào lan rộng ở cả 12 thôn",
        fund="Quỹ thi đua, khen thưởng của xã Minh Họa",
        attachments=("Biên bản họp Hội đồng", "Biên bản kiểm phiếu", "Báo cáo thành tích"),
    )


@pytest.fixture
def result() -> TallyResult:
    votes = ((8, 0, 0), (8, 0, 0), (7, 1, 0), (7, 1, 0), (6, 1, 1), (6, 1, 1), (6, 2, 0), (4, 3, 1))
    rows = tuple(
        TallyRow(
            candidate=candidate,
            agree=agree,
            disagree=disagree,
            other=other,
            rate=Decimal(agree * 100) / 8,
            passed=agree * 100 >= 70 * 8,
        )
        for candidate, (agree, disagree, other) in zip(candidates(), votes, strict=True)
    )
    return TallyResult(
        members=9,
        present=8,
        issued=8,
        returned=8,
        valid=8,
        invalid=0,
        base="số thành viên Hội đồng có mặt",
        threshold="từ 70% trở lên",
        rows=rows,
        remarks=("Bà Ma Thị Ánh là thành viên Hội đồng, không bỏ phiếu cho bản thân",),
    )


MEMBERS = (
    Attendee(name="Bà Hoàng Thị Ngọc Ánh", role="Chủ tịch Hội đồng", post="Chủ tịch UBND xã"),
    Attendee(name="Ông Hoàng Văn Ơn", role="Phó Chủ tịch Hội đồng", post="Phó Chủ tịch UBND xã"),
    Attendee(name="Bà Vũ Thị Yến", role="Ủy viên thư ký", post="Công chức Văn hóa - Xã hội"),
    Attendee(name="Bà Ma Thị Ánh", role="Ủy viên", post="Công chức Văn phòng"),
    Attendee(name="Ông Lý Văn Hạnh", role="Ủy viên", present=False, reason="đi công tác"),
)


@pytest.fixture
def tally(result: TallyResult) -> TallyPaper:
    return TallyPaper(
        letterhead=COUNCIL,
        subject="xét tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã năm 2026",
        started=at(9),
        ended=at(9, 40),
        place="Phòng họp số 1, trụ sở Ủy ban nhân dân xã Minh Họa",
        team=(
            Attendee(name="Ông Hoàng Văn Ơn", role="Tổ trưởng"),
            Attendee(name="Bà Vũ Thị Yến", role="Thư ký"),
            Attendee(name="Bà Ma Thị Ánh", role="Tổ viên"),
        ),
        result=result,
    )


@pytest.fixture
def minutes(result: TallyResult) -> MinutesPaper:
    return MinutesPaper(
        letterhead=COUNCIL,
        number=DocumentNumber(symbol="BB-HĐTĐKT", number="2"),
        subject="Họp Hội đồng Thi đua - Khen thưởng xã xét, đề nghị khen thưởng năm 2026",
        started=at(8),
        ended=at(10, 15),
        place="Phòng họp số 1, trụ sở Ủy ban nhân dân xã Minh Họa",
        members=MEMBERS,
        chair=MEMBERS[0],
        secretary=MEMBERS[2],
        course=(
            (
                "Chủ tọa nêu mục đích cuộc họp, nhắc lại tiêu chuẩn và số lượng khen thưởng theo "
                "Kế hoạch."
            ),
            "Thư ký trình bày tóm tắt thành tích của từng trường hợp; các thành viên thảo luận.",
        ),
        vote_form="bỏ phiếu kín",
        result=result,
        award=AWARD,
        achievement=ACHIEVEMENT,
        period="năm 2026",
        proposed=recipients(money=False)[:7],
        distribution=("Các thành viên Hội đồng", "Lưu: VT, hồ sơ khen thưởng"),
    )


@pytest.fixture
def ballots() -> BallotPaper:
    return BallotPaper(
        letterhead=COUNCIL,
        subject="Xét tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa năm 2026",
        session_date=date(2026, 12, 4),
        candidates=candidates(),
        copies=3,
    )


@pytest.fixture
def register() -> RegisterPaper:
    return RegisterPaper(
        letterhead=OFFICE,
        title="SỔ KHEN THƯỞNG",
        subtitle="Năm 2026",
        entries=tuple(
            RegisterEntry(
                ordinal=row.register,
                name=row.name,
                kind=row.kind,
                unit=row.unit or "xã Minh Họa",
                award=row.award,
                movement="Đột phá phát triển KHCN, ĐMST và CĐS",
                achievement=row.achievement,
                period="năm 2026",
                decision_number="131/QĐ-UBND",
                decision_date=date(2026, 12, 10),
                signer="Hoàng Văn Ơn",
                money=row.money,
                handed_over=date(2026, 12, 20) if row.ordinal == 1 else None,
            )
            for row in recipients()
        ),
    )


@pytest.fixture
def payment() -> PaymentPaper:
    return PaymentPaper(
        letterhead=OFFICE,
        decision=(
            "Quyết định số 131/QĐ-UBND ngày 10/12/2026 của Chủ tịch Ủy ban nhân dân xã Minh Họa"
        ),
        recipients=recipients(),
        fund="Quỹ thi đua, khen thưởng của xã Minh Họa",
        signing=(
            SigningBlock(form=("NGƯỜI LẬP",), name="Vũ Thị Yến"),
            SigningBlock(form=("KẾ TOÁN",), name="Trần Thị Ánh"),
            SigningBlock(form=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Hoàng Văn Ơn"),
        ),
    )


@pytest.fixture
def sheet() -> SheetPaper:
    return SheetPaper(
        letterhead=OFFICE,
        number=DocumentNumber(symbol="DS-UBND", expected=date(2026, 12, 1)),
        title="DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026",
        subtitle="Chế độ xem: Đủ điều kiện",
        columns=(
            ListColumn(title="TT", kind="center", width=6),
            ListColumn(title="Họ và tên", width=30),
            ListColumn(title="Ngày sinh", kind="date", width=13),
            ListColumn(title="Điểm", kind="number", width=10),
            ListColumn(title="Ghi chú", width=40),
        ),
        rows=(
            (1, "Bà Nguyễn Thị Thu Hà", date(1985, 3, 12), Decimal("87.5"), ""),
            (2, "Ông Đỗ Văn Dũng", "1990", 90, "Thiếu báo cáo thành tích"),
            (3, "Bà Ma Thị Ánh", None, None, "x"),
        ),
        mark="MẪU - DỮ LIỆU MINH HỌA",
    )
