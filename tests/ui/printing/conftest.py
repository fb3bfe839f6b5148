"""Facts, layout and long names for the tests of printing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from thiduaqt import paths
from thiduaqt.documents.certificate import CertificateFacts, certificate_page
from thiduaqt.documents.layouts import Layout, load
from thiduaqt.domain.fitting import FittedPage
from thiduaqt.domain.page import Mode
from thiduaqt.ui.printing.fonts import ensure_application, width_mm

FACTS = CertificateFacts(
    recipient="Bà Nguyễn Thị Thu Hà",
    detail="Tổ trưởng Tổ công nghệ số cộng đồng Thôn 3, xã Minh Họa",
    achievement="Đã có thành tích xuất sắc trong phong trào thi đua “Đột phá phát triển khoa học, "
    "công nghệ, đổi mới sáng tạo và chuyển đổi số” năm 2026",
    short_achievement="Hướng dẫn 120 hộ",
    movement="Đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    award_title="GIẤY KHEN",
    given="TẶNG",
    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA",
    decision_number="131/QĐ-UBND",
    decision_date=date(2026, 12, 10),
    register_ordinal=3,
    place="Minh Họa",
    signing=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer_name="Trần Văn Hậu",
)

# Name to print and the number of lines it takes (0: must be reported as too long).
NAMES = (
    ("Bà Ma Thị Ẻn", 1),
    ("Ông Lường Đình Ân", 1),
    ("Thượng tọa Thích Quảng Nghĩa (thế danh Nguyễn Ngưỡng)", 1),
    ("Bà H’Hen Niê Kđăm Byă và gia đình, buôn Ea Ktur", 1),
    ("Bà Công Tằng Tôn Nữ Huyền Trân Quỳnh Như Ngọc", 1),
    ("Hộ ông Nguyễn Phước Bảo Quỳnh và bà Trần Lê Ngọc Khuê Tú", 1),
    ("Tập thể Tổ công nghệ số cộng đồng thôn Đồng Lạc Thượng", 1),
    ("Trường Phổ thông Dân tộc bán trú Tiểu học và Trung học cơ sở Minh Họa", 2),
    ("Chi hội Cựu chiến binh tổ dân phố số 12, phường Nguyễn Nghiêm - Phố Mới", 2),
    ("Cán bộ, đảng viên và Nhân dân khu dân cư kiểu mẫu thôn Đông Trữ Thượng Hạ", 2),
    ("Hợp tác xã Sản xuất, chế biến và tiêu thụ nông sản sạch Nguyễn Ngọc Uyển", 2),
    (
        (
            "Tập thể Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số "
            "và Đề án 06 của Đảng ủy, Hội đồng nhân dân, Ủy ban nhân dân xã Minh Họa"
        ),
        0,
    ),
)


@pytest.fixture(scope="session")
def layout() -> Layout:
    """Return the shipped layout."""
    return load(paths.resources() / "certificates" / "a4_ngang")


@pytest.fixture(scope="session")
def fitted(layout: Layout) -> Callable[..., FittedPage]:
    """Return a maker of sheets, measured in the bundled faces."""
    ensure_application()

    def make(mode: Mode = "full", **changed: object) -> FittedPage:
        return certificate_page(replace(FACTS, **changed), layout, mode, width_mm)

    return make
