"""Words that tell what a name is: family names, honorifics, ranks, kinds of unit.

Everything is in lower case. Tables of marked words are compared with marked text; text typed
without marks is compared with the folded tables, which leave out words that are also family names.
"""

from __future__ import annotations

from thiduaqt.domain.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FAMILY_NAMES = _words(
    """
    a adrong an ayun bach ban be bo bui ca cam cao cham chao chau chu co cong cu cung dam dang dao
    dau diem dien dieu dinh do doan doi dong du duc dung duong eban gian giang giap h ha han hau
    hieu hinh ho hoa hoang hua hung huu huynh k kbuor kha khang khieu khong khuat khuc kieu kim kpa
    ksor la lai lam lang lau le leng lieu linh lo loc loi long lu lua luc luong luu ly ma mac mach
    mai man mau mlo mo mong mua nay nga ngac ngan nghe nghiem ngo ngoc ngu nguyen nham nhan nhu nie
    niem ninh nong ong pha pham phan phi pho phu phun phung quach quan quang que quyen ra rahlan
    rcom rlan rmah ro sai sam san si sin siu song sung ta tan tang tao tay thach thai than thang
    thao then thi thiem thieu tho thuan tien tieu to toan ton tong tra tran trang trieu trinh trung
    truong tu tuan tuong ty ung van vang vay vi viem vien vo vong vu vuong vuu xa xin y
    """
)

# Written form → as documents write it. Compared with the marks on; the folded form only serves
# texts typed without any mark.
HONORIFICS = {
    "ông": "Ông",
    "bà": "Bà",
    "anh": "Anh",
    "chị": "Chị",
    "em": "Em",
    "cháu": "Cháu",
    "cụ": "Cụ",
    "cô": "Cô",
    "chú": "Chú",
    "bác": "Bác",
    "thầy": "Thầy",
    "cô giáo": "Cô giáo",
    "thầy giáo": "Thầy giáo",
    "đồng chí": "Đồng chí",
    "đ/c": "Đồng chí",
    "đc": "Đồng chí",
}
SEX_OF_HONORIFIC = {
    "Ông": "male",
    "Anh": "male",
    "Chú": "male",
    "Thầy": "male",
    "Thầy giáo": "male",
    "Bà": "female",
    "Chị": "female",
    "Cô": "female",
    "Cô giáo": "female",
}
# Honorifics that are also words of names: a name must still have two words after them.
WEAK_HONORIFICS = frozenset({"Anh", "Em", "Chú", "Bác", "Cô", "Cháu"})

RANKS = {
    fold(rank): rank
    for rank in (
        "Thiếu úy", "Trung úy", "Thượng úy", "Đại úy", "Chuẩn úy",
        "Thiếu tá", "Trung tá", "Thượng tá", "Đại tá", "Thiếu tướng", "Trung tướng",
        "Hạ sĩ", "Trung sĩ", "Thượng sĩ", "Binh nhất", "Binh nhì",
        "Bác sĩ", "Dược sĩ", "Y sĩ", "Kỹ sư", "Cử nhân", "Thạc sĩ", "Tiến sĩ", "Giáo sư",
        "Phó giáo sư", "Luật sư", "Nhà giáo ưu tú", "Nghệ nhân ưu tú", "Nghệ nhân", "Già làng",
        "Linh mục", "Mục sư", "Đại đức", "Thượng tọa", "Hòa thượng", "Ni sư", "Sư cô",
    )
}  # fmt: skip
# Short forms stand in capitals or with a full stop, so that no name is taken for one.
SHORT_RANKS = {
    "bs": "Bác sĩ",
    "bscki": "Bác sĩ chuyên khoa I",
    "bsckii": "Bác sĩ chuyên khoa II",
    "ds": "Dược sĩ",
    "ys": "Y sĩ",
    "ks": "Kỹ sư",
    "cn": "Cử nhân",
    "ths": "Thạc sĩ",
    "ts": "Tiến sĩ",
    "pgs": "Phó giáo sư",
    "gs": "Giáo sư",
    "ls": "Luật sư",
}

# Posts and occupations; several begin like a family name without its marks (Trưởng, Tổ, Công).
POST_STARTS = (
    "trưởng", "phó", "quyền trưởng", "bí thư", "chủ tịch", "chủ nhiệm", "giám đốc", "tổng giám đốc",
    "hiệu trưởng", "hiệu phó", "giáo viên", "cán bộ", "công chức", "viên chức", "công an viên",
    "công nhân", "hội viên", "đoàn viên", "đảng viên", "người dân", "nông dân", "học sinh",
    "sinh viên", "kế toán", "văn thư", "thủ quỹ", "thủ thư", "thành viên", "tổ trưởng", "tổ phó",
    "tổ viên", "đội trưởng", "đội phó", "đội viên", "nhóm trưởng", "chi hội trưởng",
    "chi hội phó", "ủy viên", "uỷ viên", "thư ký", "nhân viên", "bảo vệ", "chánh", "y tế thôn",
    "cộng tác viên", "chỉ huy trưởng", "chỉ huy phó", "dân quân", "chủ hộ", "chủ cơ sở",
    "chủ cửa hàng", "hưu trí", "buôn bán", "nội trợ", "lao động", "chuyên viên", "tình nguyện viên",
)  # fmt: skip
_SAME_AS_NAMES_BARE = ("phó", "trưởng", "chánh")
POST_STARTS_BARE = (
    *(fold(post) for post in POST_STARTS if post not in _SAME_AS_NAMES_BARE),
    *("truong thon", "truong ban", "truong phong", "truong xom", "pho chu tich", "pho bi thu"),
)

TEAM_STARTS = (
    "tổ công nghệ số",
    "tổ cnscđ",
    "tổ cns cđ",
    "tổ cns",
    "tổ cn số",
    "đội công nghệ số",
    "nhóm công nghệ số",
)
HOUSEHOLD_STARTS = ("hộ ", "gia đình", "gđ ông", "gđ bà", "gđ anh", "gđ chị", "gđ:", "gđ.")
# A household that trades is a business, not a household.
NOT_HOUSEHOLD_STARTS = ("hộ kinh doanh", "hộ kd")

# The first word alone says that a unit follows.
UNIT_WORDS = _words(
    """
    trường thôn xóm bản buôn làng ấp khu tổ đội nhóm phòng trạm ban hội sở quỹ cụm khối lớp xã
    phường tdp htx clb cty dntn dn ubnd hđnd hđnd-ubnd ubmttq mttq bch thcs thpt th&thcs bhxh vnpt
    viettel agribank mobifone nhcsxh chùa đài tcn kdc plei làng/bản sóc bon
    """
)
UNIT_PHRASES = (
    "chi hội", "chi đoàn", "chi bộ", "chi cục", "chi nhánh", "công ty", "công an", "công đoàn",
    "công đoàn cơ sở", "hợp tác xã", "doanh nghiệp", "trung tâm", "câu lạc bộ", "ủy ban", "uỷ ban",
    "mặt trận", "đảng ủy", "đảng uỷ", "đảng bộ", "đoàn thanh niên", "đoàn tncs", "đoàn tn",
    "đoàn xã", "đoàn phường", "đoàn trường", "đoàn thể", "đoàn cơ sở", "đoàn kinh tế",
    "quân sự", "văn phòng", "bưu điện", "bưu cục", "ngân hàng", "cơ sở", "cửa hàng", "tập thể",
    "cán bộ", "nhân dân", "liên đội", "hội đồng", "tổng công ty", "xí nghiệp", "nhà máy",
    "nhà trường", "nhà văn hóa", "nhà văn hoá", "điện lực", "bệnh viện", "thư viện", "giáo xứ",
    "giáo họ", "hộ kinh doanh", "hộ kd", "tiểu học", "mầm non", "hạt kiểm lâm", "kho bạc",
    "liên đoàn", "liên hiệp", "phân hiệu", "phân trường", "điểm trường", "kiểm lâm", "dân quân",
    "lực lượng", "bảo hiểm xã hội", "thi hành án", "trang trại", "siêu thị", "tạp chí",
)  # fmt: skip
# What a family name may be followed by in a unit typed without marks ("to dan pho 5").
ASCII_UNIT_PHRASES = (
    "truong tieu hoc", "truong mam non", "truong thcs", "truong thpt", "truong th", "truong mn",
    "truong trung hoc", "to dan pho", "to cong nghe", "to hoa giai", "to tu quan", "to lien gia",
    "ban cong tac", "ban chi huy", "ban chi dao", "ban quan ly", "ban giam hieu", "ban nhan dan",
    "ban mat tran", "ban chap hanh",
)  # fmt: skip
HEADLESS_ASCII = frozenset(
    word for word in map(fold, UNIT_WORDS) if word not in FAMILY_NAMES and word not in {"ban", "to"}
)

# Parts of the names of units, as Decree 30/2020 (Appendix II) writes them inside a name.
UNIT_CASING = {
    fold(phrase): phrase
    for phrase in (
        "thôn", "xóm", "bản", "buôn", "làng", "ấp", "xã", "phường", "tỉnh", "thành phố", "đặc khu",
        "khu phố", "khu dân cư", "tổ dân phố", "số", "và", "của", "các", "cấp", "huyện", "cụm",
        "Tiểu học", "Mầm non", "Mẫu giáo", "Trung học cơ sở", "Trung học phổ thông",
        "Trung học", "Chi hội", "Chi bộ", "Chi đoàn", "Hội", "Phụ nữ", "Nông dân",
        "Cựu chiến binh", "Người cao tuổi", "Chữ thập đỏ", "Khuyến học", "Làm vườn",
        "Thanh niên", "Cộng sản", "Liên hiệp", "Mặt trận Tổ quốc", "Việt Nam", "Ủy ban",
        "nhân dân", "Ủy ban nhân dân", "Hội đồng nhân dân", "Công an", "Quân sự", "Chỉ huy",
        "Ban Chỉ huy Quân sự", "Ban Công tác Mặt trận", "Ban công tác", "Mặt trận", "Công đoàn",
        "Công ty", "Trách nhiệm hữu hạn", "Cổ phần", "Hợp tác xã", "Dịch vụ", "Nông nghiệp",
        "Trạm Y tế", "Y tế", "Văn phòng", "Văn hóa", "Xã hội", "Kinh tế", "Trung tâm",
        "Phục vụ hành chính công", "Tổ Công nghệ số cộng đồng", "Tổ hợp tác", "Câu lạc bộ",
        "Doanh nghiệp", "tư nhân", "Trường", "Bưu điện", "Quỹ", "tín dụng", "Ngân hàng",
        "cán bộ", "giáo viên", "học sinh", "công chức", "viên chức", "người lao động", "tập thể",
        "Đoàn", "Đảng ủy", "Đảng bộ", "Liên đội", "Hội đồng", "Phòng", "Ban", "Tổ", "Đội", "Nhóm",
    )
}  # fmt: skip
UNIT_ABBREVIATIONS = _words(
    """
    UBND HĐND MTTQ UBMTTQ TH THCS THPT MN HTX TNHH TNCS CNSCĐ CNS CĐ TDP CLB CTMT CCB PN ND NCT
    HCM BCH BCHQS CHQS KH&CN VNPT BHXH DNTN CP TMDV XD SX TM DV II III IV VI VII VIII IX XI XII
    """
)
