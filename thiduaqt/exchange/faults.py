"""What the officer reads when a bundle cannot be taken in: one sentence set per code."""

from __future__ import annotations

from thiduaqt.domain.errors import BadFile

_UNCHANGED = "Dữ liệu trong máy không thay đổi."
_AGAIN = "Nhờ bên gửi chép lại rồi gửi lại."
_STRANGE = (
    "Tệp có cấu trúc bất thường (có thể do vi-rút). Không mở.",
    "Xóa tệp này và báo bên gửi.",
)

_SENTENCES: dict[str, tuple[str, str]] = {
    "E_MISSING": (
        "Không thấy tệp {name}.",
        "Kiểm tra lại tên và thư mục, hoặc cắm lại USB.",
    ),
    "E_UNREADABLE": (
        "Không đọc được tệp {name}.",
        "Kiểm tra USB và quyền đọc tệp, hoặc chép tệp vào máy rồi thử lại.",
    ),
    "E_EMPTY": (
        "Tệp rỗng (0 byte). Có thể USB bị rút sớm.",
        "Nhờ bên gửi chép lại rồi bấm “Rút an toàn”.",
    ),
    "E_NOT_BUNDLE": (
        "Đây không phải gói dữ liệu của ThiDuaQt{hint}.",
        "Chọn tệp có đuôi .tdq do đơn vị gửi.",
    ),
    "E_TRUNCATED": ("Tệp bị thiếu phần cuối hoặc hỏng khi chép.", _AGAIN),
    "E_HASH": (
        "Nội dung không khớp với lúc gửi. Không nhập được.",
        "Nhờ gửi lại; nếu vẫn vậy, quét vi-rút USB.",
    ),
    "E_SIGNATURE": (
        "Gói có chữ ký của {sender}; bản ThiDuaQt này chưa kiểm tra được nên không nhập.",
        "Cập nhật phần mềm, hoặc nhờ bên gửi xuất lại gói chưa ký.",
    ),
    "E_STRIPPED": (
        "Gói này ghi là đã ký nhưng không còn chữ ký. Có thể đã bị sửa. Không nhập.",
        "Gọi {sender} để kiểm tra và nhờ gửi lại.",
    ),
    "E_SEALED": (
        "Gói này được khóa cho {recipient}; máy này không mở được.",
        "Cập nhật phần mềm, hoặc nhờ bên gửi xuất lại gói không khóa.",
    ),
    "E_NOT_FOR_ME": ("Gói này gửi cho {recipient}.", "Chuyển gói cho đúng đơn vị nhận."),
    "E_PURPOSE": (
        "Gói này thuộc loại “{purpose}”, bản ThiDuaQt này chưa nhận loại đó.",
        "Cập nhật phần mềm rồi mở lại; gói không sao cả.",
    ),
    "E_TOO_NEW": (
        "Gói này tạo bằng phiên bản ThiDuaQt mới hơn ({theirs}). Máy này đọc được đến dạng {ours}.",
        "Cập nhật phần mềm rồi nhập lại; gói không sao cả.",
    ),
    "E_TOO_BIG": (
        f"{_STRANGE[0]} Tệp hoặc phần bên trong lớn hơn mức {{limit}}.",
        _STRANGE[1],
    ),
    "E_BOMB": (f"{_STRANGE[0]} Phần nén phình to quá mức cho phép.", _STRANGE[1]),
    "E_TOO_MANY": (f"{_STRANGE[0]} Có nhiều hơn {{limit}} mục bên trong.", _STRANGE[1]),
    "E_NAME": (f"{_STRANGE[0]} Bên trong có mục lạ hoặc trùng tên.", _STRANGE[1]),
    "E_PROFILE": (f"{_STRANGE[0]} Cách nén không đúng quy cách gói.", _STRANGE[1]),
    "E_SCHEMA": ("Gói ghi dữ liệu sai dạng. Không nhập gì cả.", "Nhờ bên gửi xuất lại gói."),
    "E_COUNT": (
        "Gói ghi {stated} mục nhưng đọc được {found}. Không nhập gì cả.",
        "Nhờ bên gửi xuất lại gói.",
    ),
    "E_MIXED": (
        "Phần trong và phần ngoài của gói không phải của cùng một lần gửi. Không nhập.",
        "Gọi {sender} để kiểm tra và nhờ gửi lại.",
    ),
}


def bad(code: str, **facts: object) -> BadFile:
    """Return the fault of ``code``; ``facts`` fill its sentence (name, sender, limit …)."""
    what, todo = _SENTENCES[code]
    return BadFile(what.format(**facts), todo=todo.format(**facts), data=_UNCHANGED, code=code)


def codes() -> tuple[str, ...]:
    """Return all codes (tests check that each has its sentences)."""
    return tuple(_SENTENCES)
