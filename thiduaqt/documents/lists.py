"""Lists for printing and for further work: nominees as seen, award register, payment list."""

from __future__ import annotations

from thiduaqt.documents.sheet import Total, write_sheet
from thiduaqt.domain.papers import (
    ListColumn,
    PaymentPaper,
    RegisterPaper,
    SheetPaper,
)
from thiduaqt.domain.plan import RECIPIENT_WORDS
from thiduaqt.domain.wording import money_in_words

_REGISTER_COLUMNS = (
    ListColumn(title="Số sổ", kind="center", width=8),
    ListColumn(title="Họ và tên, tên tập thể", width=21),
    ListColumn(title="Đối tượng", kind="center", width=9),
    ListColumn(title="Đơn vị, địa chỉ", width=18),
    ListColumn(title="Hình thức khen thưởng", width=11),
    ListColumn(title="Phong trào, loại hình", width=20),
    ListColumn(title="Thành tích", width=26),
    ListColumn(title="Thời gian lập thành tích", kind="center", width=10),
    ListColumn(title="Số quyết định", kind="center", width=14),
    ListColumn(title="Ngày quyết định", kind="date", width=12),
    ListColumn(title="Người ký", width=13),
    ListColumn(title="Tiền thưởng (đồng)", kind="money", width=12),
    ListColumn(title="Ngày trao", kind="date", width=12),
    ListColumn(title="Người nhận ký", width=11),
    ListColumn(title="Đính chính, thu hồi", width=11),
)
_PAYMENT_COLUMNS = (
    ListColumn(title="TT", kind="center", width=6),
    ListColumn(title="Họ và tên, tên tập thể", width=32),
    ListColumn(title="Chức vụ, đơn vị", width=38),
    ListColumn(title="Hình thức khen thưởng", width=16),
    ListColumn(title="Tiền thưởng (đồng)", kind="money", width=16),
    ListColumn(title="Ký nhận", width=20),
    ListColumn(title="Ghi chú", width=16),
)
_PAYMENT_MONEY = 4
_ROOM_TO_SIGN = 30


def build_sheet(facts: SheetPaper) -> bytes:
    """Return any list as ``.xlsx``; raises ValueError where a row does not fit the columns."""
    return write_sheet(facts)


def build_register(facts: RegisterPaper) -> bytes:
    """Return the award register as ``.xlsx``."""
    rows = tuple(
        (
            entry.ordinal,
            entry.name,
            RECIPIENT_WORDS[entry.kind],
            entry.unit,
            entry.award,
            entry.movement,
            entry.achievement,
            entry.period,
            entry.decision_number,
            entry.decision_date,
            entry.signer,
            entry.money,
            entry.handed_over,
            entry.receiver,
            entry.revocation,
        )
        for entry in facts.entries
    )
    return write_sheet(
        SheetPaper(
            letterhead=facts.letterhead,
            title=facts.title,
            subtitle=facts.subtitle,
            columns=_REGISTER_COLUMNS,
            rows=rows,
            sheet_name="Sổ khen thưởng",
            mark=facts.mark,
        )
    )


def build_payment(facts: PaymentPaper) -> bytes:
    """Return the payment list as ``.xlsx``, with the total in figures and in words."""
    rows = tuple(
        (
            recipient.ordinal,
            recipient.name,
            recipient.post_and_unit,
            recipient.award,
            recipient.money,
            "",
            recipient.note,
        )
        for recipient in facts.recipients
    )
    total = sum(recipient.money for recipient in facts.recipients)
    return write_sheet(
        SheetPaper(
            letterhead=facts.letterhead,
            number=facts.number,
            title=facts.title,
            subtitle=f"(Kèm theo {facts.decision})",
            columns=_PAYMENT_COLUMNS,
            rows=rows,
            footer=(
                f"Số tiền bằng chữ: {money_in_words(total, facts.style)}.",
                f"Nguồn kinh phí: {facts.fund}.",
            ),
            signing=facts.signing,
            sheet_name="Tiền thưởng",
            mark=facts.mark,
        ),
        row_height=_ROOM_TO_SIGN,
        total=Total(label="Tổng cộng", column=_PAYMENT_MONEY, amount=total),
    )
