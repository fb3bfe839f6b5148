"""Taking in a bundle: shown first, then applied in one transaction, undone in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from thiduaqt.domain import merge
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import BadFile, NotAllowed
from thiduaqt.domain.records import BundleLog, HeldRecord
from thiduaqt.domain.travel import PURPOSE_WORDS, Bundle, BundleInfo
from thiduaqt.services import safety
from thiduaqt.services.desk import Desk, Item
from thiduaqt.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class BundlePreview:
    """What taking in a bundle would do. ``already`` tells when the same file was taken in."""

    info: BundleInfo
    counts: dict[str, int]
    items: tuple[Item, ...]
    remarks: tuple[str, ...]
    already: str
    accept_deletions: bool
    bundle: Bundle = field(repr=False)

    @property
    def writes(self) -> int:
        """How many records would be written."""
        return sum(item.outcome in ("new", "updated", "conflict") for item in self.items)

    @property
    def deletions(self) -> tuple[Item, ...]:
        """The withdrawals that need the officer's word."""
        return tuple(item for item in self.items if item.deletion)


def inspect(path: Path) -> BundleInfo:
    """Read what a bundle says of itself; every check is made, no data file is needed.

    Raises BadFile with a sentence.
    """
    from thiduaqt.exchange import reader  # noqa: PLC0415 - loads msgspec

    return reader.read(path).info


def preview(session: Session, path: Path, *, accept_deletions: bool = False) -> BundlePreview:
    """Read a bundle and tell what would happen to each of its records; writes nothing.

    Raises BadFile for a file that must not be read or is for somebody else.
    """
    from thiduaqt.exchange import reader  # noqa: PLC0415 - loads msgspec

    return _preview(session, reader.read(path), accept_deletions=accept_deletions)


def with_deletions(session: Session, shown: BundlePreview, *, accept: bool) -> BundlePreview:
    """Return the preview with the withdrawals agreed to, or not."""
    return _preview(session, shown.bundle, accept_deletions=accept)


def apply(session: Session, shown: BundlePreview) -> Changes:
    """Take in a bundle as it was shown: all of it in one step, or nothing.

    A file that was taken in before changes nothing; its label says so. Raises NotAllowed where
    the data changed since the preview, and StoreError where nothing can be written.
    """
    if shown.already:
        return Changes(label=_already(shown.already))
    safety.backup(session, "truoc-nhap")
    info = shown.info
    label = f"Nhập gói số {info.seq} của {info.sender_name}"
    with session.store.transaction(label, actor=session.actor) as writing:
        desk = Desk(session, shown.bundle, accept_deletions=shown.accept_deletions)
        if [step.outcome for step in desk.steps] != [item.outcome for item in shown.items]:
            raise NotAllowed(
                "Dữ liệu trong máy đã thay đổi sau khi xem trước gói này.",
                todo="Xem trước lại rồi nhập.",
            )
        desk.write(writing)
        writing.put(_log(session, info, shown.counts))
    return session.store.last_changes()


def received(session: Session) -> tuple[BundleLog, ...]:
    """Return the bundles taken in so far, newest first."""
    return tuple(reversed(session.store.all(BundleLog, direction="in")))


def waiting(session: Session) -> tuple[HeldRecord, ...]:
    """Return the records of bundles that still wait, or of which there are two branches."""
    shown = ("waiting", "fork", "invalid")
    return tuple(item for item in session.store.all(HeldRecord) if item.reason in shown)


def _preview(session: Session, bundle: Bundle, *, accept_deletions: bool) -> BundlePreview:
    office = session.office()
    info = bundle.info
    if info.purpose not in PURPOSE_WORDS:
        raise BadFile(
            "Bản ThiDuaQt này chưa nhận loại gói dữ liệu đó.",
            todo="Cập nhật phần mềm rồi mở lại; gói không sao cả.",
            code="E_PURPOSE",
        )
    if info.recipient_id and info.recipient_id != office.id:
        raise BadFile(
            f"Gói này gửi cho {info.recipient_name}.",
            todo="Chuyển gói cho đúng đơn vị nhận.",
            code="E_NOT_FOR_ME",
        )
    desk = Desk(session, bundle, accept_deletions=accept_deletions)
    counts = merge.count(desk.steps)
    if sum(counts.values()) != info.total:
        raise BadFile(
            f"Gói ghi {info.total} mục nhưng đọc được {sum(counts.values())}. Không nhập gì cả.",
            todo="Nhờ bên gửi xuất lại gói.",
            code="E_COUNT",
        )
    logs = session.store.all(BundleLog, direction="in")
    same = [log for log in logs if log.manifest_sha256 == info.manifest_sha256]
    return BundlePreview(
        info=info,
        counts=counts,
        items=tuple(desk.item(step) for step in desk.steps),
        remarks=_remarks(info, [log for log in logs if log.stream == info.stream], counts),
        already=same[-1].at if same else "",
        accept_deletions=accept_deletions,
        bundle=bundle,
    )


def _log(session: Session, info: BundleInfo, counts: dict[str, int]) -> BundleLog:
    return BundleLog(
        id=session.new_id(),
        direction="in",
        bundle_id=info.bundle_id,
        manifest_sha256=info.manifest_sha256,
        purpose=info.purpose,
        sender_id=info.sender_id,
        sender_name=info.sender_name,
        recipient_name=info.recipient_name,
        stream=info.stream,
        stream_epoch=info.stream_epoch,
        seq=info.seq,
        at=session.now(),
        file_name=info.file_name,
        outcomes=counts,
    )


def _already(at: str) -> str:
    moment = datetime.fromisoformat(at)
    return f"Tệp này đã nhập ngày {moment:%d/%m/%Y} lúc {moment:%H:%M}. Không có gì thay đổi."


def _remarks(
    info: BundleInfo, earlier: Sequence[BundleLog], counts: dict[str, int]
) -> tuple[str, ...]:
    """Return what the officer should know before agreeing; none of it stops the import."""
    said = []
    same_epoch = [log for log in earlier if log.stream_epoch == info.stream_epoch]
    others = [log for log in same_epoch if log.manifest_sha256 != info.manifest_sha256]
    newest = max((log.seq for log in others), default=0)
    if newest > info.seq:
        said.append(
            f"Máy đã nhận gói số {newest}. Gói số {info.seq} là bản cũ hơn: "
            "không ghi đè mục nào mới hơn."
        )
    if any(log.seq == info.seq for log in others) or counts["conflict"]:
        said.append(
            f"{info.sender_name} có vẻ làm trên hai máy: có mục gửi hai bản khác nhau. "
            "Cả hai bản được giữ lại."
        )
    missing = sorted(set(range(1, info.seq)) - {log.seq for log in same_epoch})
    if missing:
        numbers = ", ".join(str(number) for number in missing[:10])
        said.append(f"Chưa thấy gói số {numbers} của {info.sender_name}. Vẫn nhập được.")
    if any(log.stream_epoch < info.stream_epoch for log in earlier):
        said.append(f"{info.sender_name} đã khôi phục dữ liệu hoặc chuyển sang máy khác.")
    if counts["denied"]:
        said.append(f"{counts['denied']} mục không thuộc quyền của đơn vị gửi, sẽ bỏ qua.")
    if info.clock_suspect:
        said.append("Đồng hồ máy gửi có vẻ sai. Không ảnh hưởng đến dữ liệu.")
    if info.attachments:
        said.append(
            f"Gói kèm {info.attachments} tệp minh chứng; bản ThiDuaQt này chưa lưu tệp kèm gói."
        )
    return tuple(said)
