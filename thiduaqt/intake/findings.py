"""What can be doubtful or wrong in a list: one code, one severity, one sentence each."""

from __future__ import annotations

from functools import lru_cache

from thiduaqt.domain.issues import Issue, Severity

# Sentences name the value and, where it helps, the way out. Errors keep a row from being stored.
_SENTENCES: dict[str, tuple[Severity, str]] = {
    # names
    "NAME_MISSING": ("error", "Thiếu họ tên."),
    "NAME_CASE": ("note", "Đã sửa viết hoa: “{before}” thành “{after}”."),
    "NAME_CASE_UNIT": ("review", "Tên viết một kiểu chữ: “{before}”. Xem lại cách viết “{after}”."),
    "NAME_ODD": ("review", "Họ tên có chữ số hoặc dấu lạ: “{value}”."),
    "NAME_SHORT": ("review", "Họ tên chỉ có một chữ: “{value}”."),
    "NAME_LONG": ("review", "Tên rất dài ({length} chữ cái), có thể lẫn nội dung khác."),
    "NAME_SEPARATED": ("note", "Phần sau tên được tách thành chức vụ, đơn vị: “{value}”."),
    "NAME_REMARK": ("note", "Phần trong ngoặc sau tên được đưa sang ghi chú: “{value}”."),
    "HONORIFIC_UNSURE": ("review", "“{value}” ở đầu là danh xưng hay là họ?"),
    "HONORIFIC_UNREAD": ("review", "Không rõ danh xưng “{value}”."),
    # kinds
    "KIND_UNSURE": ("review", "Chưa rõ là cá nhân hay tập thể, tạm coi là {kind}."),
    "KIND_CONFLICT": ("review", "Nằm trong nhóm {group} nhưng tên giống {kind}."),
    "KIND_UNREAD": ("review", "Không rõ loại đối tượng “{value}”."),
    # texts
    "TEXT_INVISIBLE": ("note", "Đã bỏ ký tự ẩn trong “{value}”."),
    "TEXT_LOOKALIKE": ("note", "Đã thay chữ nhìn giống nhưng sai mã: “{before}” thành “{after}”."),
    "TEXT_LOOSE": ("note", "Đã ghép dấu gõ rời (Unicode tổ hợp): “{after}”."),
    "TEXT_WIDE": ("note", "Đã thu chữ rộng gấp đôi: “{before}” thành “{after}”."),
    "TEXT_MOJIBAKE": (
        "note",
        "Ô {cell}: chữ bị vỡ “{before}” đọc thành “{after}”.",
    ),
    "TEXT_REPAIRED": ("note", "Ô {cell}: “{before}” ({font}) đọc thành “{after}”."),
    "TEXT_UNSURE": ("review", "Ô {cell}: “{before}” có thể ở {font}, là “{after}”?"),
    "TEXT_KEPT": ("note", "Ô {cell}: giữ nguyên chữ trong tệp, không đọc thành “{after}”."),
    "TEXT_REPAIRED_FILE": (
        "note",
        "Đã đọc {count} ô {font} sang Unicode, như “{before}” thành “{after}”.",
    ),
    "TEXT_UNSURE_FILE": (
        "review",
        "{count} ô có thể ở {font}, như “{before}” là “{after}”; chưa đổi.",
    ),
    "TEXT_KEPT_FILE": (
        "note",
        "Giữ nguyên chữ của {count} ô như trong tệp, có vẻ ở {font}.",
    ),
    "TEXT_FORMULA_LIKE": ("note", "Ô bắt đầu bằng “{sign}”; giữ nguyên như chữ thường."),
    "FORMULA_EMPTY": (
        "review",
        "Ô {cell} là công thức chưa có kết quả. Mở bằng Excel, lưu lại rồi nhập.",
    ),
    "CELL_ERROR": ("review", "Ô {cell} báo lỗi {value} trong Excel."),
    "DITTO": ("note", "“{value}” được hiểu là giống dòng trên: {meaning}."),
    # dates
    "DATE_IMPOSSIBLE": ("error", "Không có ngày {value}."),
    "DATE_UNREADABLE": ("error", "Không đọc được ngày “{value}”."),
    "DATE_CENTURY": ("note", "Năm sinh “{value}” được hiểu là {meaning}."),
    "DATE_CENTURY_NEW": ("review", "Năm sinh “{value}” được hiểu là {meaning}. Đúng chưa?"),
    "DATE_SERIAL": ("note", "Số {value} là cách Excel ghi ngày {meaning}."),
    "BIRTH_ODD": ("review", "Ngày sinh {value} không hợp với người đang sống."),
    "BIRTH_FUTURE": ("error", "Ngày sinh {value} ở sau hôm nay."),
    # sex, numbers
    "SEX_UNREAD": ("review", "Không rõ giới tính “{value}”."),
    "SEX_CONFLICT": ("review", "Giới tính không khớp với danh xưng hoặc với cột kia."),
    "ID_ZEROS_LOST": ("review", "Số CCCD có {length} chữ số, có thể mất số 0 đầu: {suggestion}."),
    "ID_OLD": ("note", "Số giấy tờ có 9 chữ số, có thể là CMND cũ."),
    "ID_DIGITS_LOST": ("review", "Excel đã đổi số CCCD thành “{value}”, không khôi phục được."),
    "ID_LENGTH": ("review", "Số CCCD có {length} chữ số (thường là 12)."),
    "ID_SIGNS": ("review", "Số CCCD có ký tự không phải chữ số: “{value}”."),
    "ID_SEX": ("review", "Số CCCD cho biết giới tính khác với danh sách."),
    "ID_YEAR": ("review", "Số CCCD cho biết sinh năm {year}, danh sách ghi {birth}."),
    "ID_TWICE": ("review", "Trùng số CCCD với dòng {row}."),
    "PHONE_ZERO": ("note", "Đã thêm số 0 đầu cho số điện thoại."),
    "PHONE_LENGTH": ("review", "Số điện thoại “{value}” không đủ hoặc thừa chữ số."),
    "PHONE_SIGNS": ("review", "Không rõ số điện thoại “{value}”."),
    # units
    "UNIT_CASE": ("note", "Đã sửa viết hoa: “{before}” thành “{after}”."),
    "UNIT_FROM_GROUP": ("note", "Đơn vị lấy theo dòng nhóm “{value}”."),
    "UNIT_COMPLETED": ("note", "Đã ghép tên cột vào đơn vị: “{value}”."),
    "UNIT_MISSING": ("review", "Chưa có đơn vị."),
    "UNIT_VARIANT": ("review", "“{value}” giống “{suggestion}” ở các dòng khác."),
    "POST_UNIT_UNSURE": ("review", "Chưa tách được chức vụ và đơn vị: “{value}”."),
    # rows
    "ROW_HIDDEN": ("review", "Dòng này đang bị ẩn trong Excel."),
    "ROW_TWICE": ("review", "Giống dòng {row}: cùng tên, năm sinh và đơn vị."),
    "ROW_CONTINUED": ("note", "Nội dung gộp từ {count} dòng."),
    "ROW_UNNUMBERED": ("review", "Dòng không có số thứ tự, có thể không phải người được đề nghị."),
    # tables and files
    "COLUMN_HIDDEN": ("review", "Cột {cell} đang bị ẩn trong Excel."),
    "COLUMN_TWICE": ("review", "Cột {cell} cũng giống “{field_words}”; chỉ dùng cột đầu."),
    "SHEET_HIDDEN": ("review", "Trang “{value}” đang bị ẩn nên không đọc."),
    "SHEET_NO_TABLE": ("note", "Trang “{value}” không có bảng danh sách."),
    "SHEET_SPARSE": ("review", "Trang “{value}” có ô nằm rất xa bảng; chỉ đọc {count} cột đầu."),
}


@lru_cache(maxsize=2048)
def finding(code: str, field: str = "", **params: str | int) -> Issue:
    """Return the issue with this code about ``field``; ``params`` fill its sentence.

    ``suggestion`` (one value) or ``suggestions`` (values parted by "|") become suggestions.
    """
    severity, sentence = _SENTENCES[code]
    offered = str(params.get("suggestions", params.get("suggestion", "")))
    return Issue(
        code=code,
        severity=severity,
        message=sentence.format(**params),
        field=field,
        suggestions=tuple(offered.split("|")) if offered else (),
    )


CODES = frozenset(_SENTENCES)
