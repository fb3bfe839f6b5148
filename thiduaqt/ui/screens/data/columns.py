"""Columns of the data screen: bundles sent and received, records of a bundle, backups, the bin."""

from __future__ import annotations

from datetime import datetime

from thiduaqt.domain.merge import OUTCOME_WORDS, OUTCOMES, Outcome
from thiduaqt.domain.records import BundleLog
from thiduaqt.domain.travel import PURPOSE_WORDS
from thiduaqt.services import safety
from thiduaqt.services.recycle import Deleted
from thiduaqt.services.safety import Backup
from thiduaqt.services.sharing import FieldChange, Item
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.tables.columns import Column, QuickFilter

_RANKS: tuple[Outcome, ...] = (
    *("conflict", "waiting", "denied", "invalid", "updated", "new", "older", "same"),
)
# On the buttons, where the words of all eight have to stand side by side.
_SHORT: dict[Outcome, str] = {"conflict": "Hai bản", "denied": "Ngoài quyền"}
OUTCOME_STATES: dict[Outcome, str] = {
    "new": "ok",
    "updated": "edit",
    "same": "plain",
    "older": "skip",
    "conflict": "warn",
    "denied": "revoked",
    "invalid": "error",
    "waiting": "pending",
}


def moment(at: str) -> str:
    """Return an ISO date and time as people read it: "20/11/2026 14:32"."""
    try:
        return f"{datetime.fromisoformat(at):%d/%m/%Y %H:%M}"
    except ValueError:
        return at


def size_words(size: int) -> str:
    """Return a file size: "14 KB", "1,2 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def counts_words(counts: dict[str, int]) -> str:
    """Return the outcomes that occurred: "40 mới · 2 cập nhật"."""
    found = [
        f"{counts[outcome]} {OUTCOME_WORDS[outcome].lower()}"
        for outcome in OUTCOMES
        if counts.get(outcome)
    ]
    return " · ".join(found)


def changes_words(changes: tuple[FieldChange, ...]) -> str:
    """Return what changes on one line; a new record only says what it is."""
    parts = [
        f"{change.field}: {change.old} → {change.new}"
        if change.old
        else f"{change.field}: {change.new}"
        for change in changes
    ]
    return "; ".join(parts)


def log_columns() -> list[Column[BundleLog]]:
    """Return the columns of bundles sent and received."""
    return [
        Column(
            key="at",
            title=translate("DataScreen", "Lúc"),
            text=lambda log: moment(log.at),
            width=124,
            frozen=True,
            sort_key=lambda log: log.at,
        ),
        Column(
            key="direction",
            title=translate("DataScreen", "Chiều"),
            text=lambda log: (
                translate("DataScreen", "Đã xuất")
                if log.direction == "out"
                else translate("DataScreen", "Đã nhận")
            ),
            width=96,
            state=lambda log: "plain" if log.direction == "out" else "ok",
        ),
        Column(
            key="seq",
            title=translate("DataScreen", "Số"),
            text=lambda log: str(log.seq),
            width=48,
            align="right",
            sort_key=lambda log: log.seq,
        ),
        Column(
            key="purpose",
            title=translate("DataScreen", "Loại gói"),
            text=lambda log: PURPOSE_WORDS.get(log.purpose, log.purpose),
            width=170,
        ),
        Column(
            key="other",
            title=translate("DataScreen", "Đơn vị gửi hoặc nhận"),
            text=lambda log: log.recipient_name if log.direction == "out" else log.sender_name,
            width=200,
            stretch=True,
        ),
        Column(
            key="counts",
            title=translate("DataScreen", "Nội dung"),
            text=_log_counts,
            width=190,
        ),
        Column(
            key="file",
            title=translate("DataScreen", "Tên tệp"),
            text=lambda log: log.file_name,
            width=230,
            hidden=True,
        ),
    ]


def _log_counts(log: BundleLog) -> str:
    counts = log.outcomes or {}
    if log.direction == "in":
        return counts_words(counts)
    return translate("DataScreen", "{n} mục").format(n=sum(counts.values()))


def rank(item: Item) -> int:
    """Return how early an item stands in the preview: what needs a look comes first."""
    return _RANKS.index(item.outcome)


def item_columns() -> list[Column[Item]]:
    """Return the columns of the records of a bundle in its preview."""
    return [
        Column(
            key="label",
            title=translate("DataScreen", "Mục"),
            text=lambda item: item.label,
            width=230,
            frozen=True,
            tooltip=lambda item: item.label,
        ),
        Column(
            key="outcome",
            title=translate("DataScreen", "Kết quả"),
            text=_outcome_text,
            width=176,
            state=lambda item: "warn" if item.deletion else OUTCOME_STATES[item.outcome],
        ),
        Column(
            key="family",
            title=translate("DataScreen", "Loại"),
            text=lambda item: item.family_word,
            width=110,
        ),
        Column(
            key="changes",
            title=translate("DataScreen", "Thay đổi hoặc lý do"),
            text=lambda item: item.reason or changes_words(item.changes),
            width=300,
            stretch=True,
            filterable=False,
            tooltip=lambda item: changes_words(item.changes).replace("; ", "\n"),
        ),
    ]


def _outcome_text(item: Item) -> str:
    if item.deletion:
        return translate("DataScreen", "Xin rút")
    if item.held:
        return translate("DataScreen", "Chờ từ trước: {word}").format(
            word=OUTCOME_WORDS[item.outcome].lower()
        )
    return OUTCOME_WORDS[item.outcome]


def outcome_filters(counts: dict[str, int]) -> list[QuickFilter[Item]]:
    """Return one button per outcome that occurs."""

    def of(outcome: Outcome) -> QuickFilter[Item]:
        return QuickFilter(
            key=outcome,
            text=_SHORT.get(outcome, OUTCOME_WORDS[outcome]),
            test=lambda item: item.outcome == outcome and not item.held,
            state=OUTCOME_STATES[outcome],
        )

    return [of(outcome) for outcome in OUTCOMES if counts.get(outcome)]


def backup_columns() -> list[Column[Backup]]:
    """Return the columns of backups."""
    return [
        Column(
            key="at",
            title=translate("DataScreen", "Lúc"),
            text=lambda backup: f"{backup.at:%d/%m/%Y %H:%M:%S}",
            width=150,
            frozen=True,
            sort_key=lambda backup: backup.at,
        ),
        Column(
            key="reason",
            title=translate("DataScreen", "Lý do"),
            text=safety.reason_words,
            width=190,
            state=lambda backup: "warn" if backup.reason == "hong" else "plain",
        ),
        Column(
            key="size",
            title=translate("DataScreen", "Cỡ"),
            text=lambda backup: size_words(backup.size),
            width=80,
            align="right",
            sort_key=lambda backup: backup.size,
        ),
        Column(
            key="name",
            title=translate("DataScreen", "Tên tệp"),
            text=lambda backup: backup.name,
            width=320,
            stretch=True,
        ),
    ]


def bin_columns() -> list[Column[Deleted]]:
    """Return the columns of the recycle bin."""
    return [
        Column(
            key="label",
            title=translate("DataScreen", "Mục"),
            text=lambda item: item.label,
            width=300,
            frozen=True,
            stretch=True,
        ),
        Column(
            key="word",
            title=translate("DataScreen", "Loại"),
            text=lambda item: item.word,
            width=190,
        ),
        Column(
            key="at",
            title=translate("DataScreen", "Xóa lúc"),
            text=lambda item: moment(item.at),
            width=140,
            sort_key=lambda item: item.at,
        ),
        Column(
            key="actor",
            title=translate("DataScreen", "Người xóa"),
            text=lambda item: item.actor,
            width=140,
        ),
    ]
