"""Making a bundle: what belongs to it, its place in the row of bundles, the file itself."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import thiduaqt
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.records import (
    Award,
    BundleLog,
    Decision,
    Movement,
    Nomination,
    Record,
    Round,
    Unit,
)
from thiduaqt.domain.text import clean, fold
from thiduaqt.domain.travel import (
    FAMILIES,
    Claim,
    Key,
    Outgoing,
    Purpose,
    Withdrawn,
    parents_of,
    stream_id,
)
from thiduaqt.services import files
from thiduaqt.services.session import Session
from thiduaqt.storage import journal

_PURPOSE_CODES: dict[str, str] = {
    "nominations": "DeNghi",
    "results": "KetQua",
    "movement": "PhongTrao",
}
_LEVELS = {"xã": "xa", "phường": "phuong", "đặc khu": "dac_khu"}
_NAME_CHARACTERS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A bundle that was written, read back and found whole.

    ``left_out`` names records of other offices that this version cannot pass on.
    """

    path: Path
    counts: dict[str, int]
    manifest_sha256: str
    bundle_id: str
    seq: int
    size: int
    left_out: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be sent to whom. ``recipient`` is a name; its unit id need not be known."""

    purpose: Purpose
    movement_id: str
    round_id: str
    recipient: str

    def stream(self, owner: str) -> str:
        """Return what bundles of the same row have in common."""
        return stream_id(owner, fold(self.recipient), self.movement_id, self.round_id, self.purpose)


@dataclass(slots=True)
class _Load:
    """What goes into a bundle: records by family and id, and what is withdrawn."""

    session: Session
    records: dict[Key, Record] = field(default_factory=dict)
    withdrawn: list[Withdrawn] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def take(self, family: str, record: Record) -> bool:
        """Take a record with everything it names; False where something of it is not ours."""
        found: dict[Key, Record] = {}
        queue: list[tuple[str, Record]] = [(family, record)]
        while queue:
            name, item = queue.pop()
            key = (name, item.id)
            if key in found or key in self.records:
                continue
            if not self.is_ours(item):
                # An upper level's movement and its rounds are there already.
                if name in ("plan", "movement", "round"):
                    continue
                return False
            found[key] = item
            for parent, parent_id in parents_of(name, item):
                queue.append((parent, self.session.store.get(FAMILIES[parent].kind, parent_id)))
        self.records.update(found)
        return True

    def is_ours(self, record: Record) -> bool:
        return record.origin in ("", self.session.store.owner)

    def withdraw(self, family: str, records: Iterable[Record]) -> None:
        """Tell the receiver that these are gone, unless something in the bundle needs them."""
        self.withdrawn += [
            Withdrawn(
                family=family,
                id=record.id,
                owner=self.session.store.owner,
                epoch=record.epoch,
                rev=record.rev,
            )
            for record in records
            if self.is_ours(record) and (family, record.id) not in self.records
        ]


def export(session: Session, order: Order, path: Path) -> Exported:
    """Write a bundle of one round for one recipient; the file appears only once proven whole.

    Raises NotAllowed where there is nothing to send or the recipient has no name, and StoreError
    where the place cannot be written.
    """
    from thiduaqt.exchange import writer  # noqa: PLC0415 - loads msgspec

    order = replace(order, recipient=clean(order.recipient))
    if not order.recipient:
        raise NotAllowed("Chưa ghi tên đơn vị nhận gói.", todo="Gõ tên đơn vị nhận rồi xuất lại.")
    load = _load(session, order)
    outgoing = _outgoing(session, order, load)
    packed = writer.pack(outgoing)
    label = f"Xuất gói dữ liệu số {outgoing.seq} gửi {order.recipient}"
    with session.store.transaction(label, actor=session.actor, undoable=False) as writing:
        writing.put(_log(session, outgoing, packed.manifest_sha256, packed.counts, path))
        files.write_checked(
            path, packed.data, lambda written: _prove(written, packed.manifest_sha256)
        )
    changes = session.store.last_changes()
    session.store.set_meta("last_sent_entry", str(changes.entry))
    return Exported(
        path=path,
        counts=packed.counts,
        manifest_sha256=packed.manifest_sha256,
        bundle_id=outgoing.bundle_id,
        seq=outgoing.seq,
        size=len(packed.data),
        left_out=tuple(load.left_out),
        changes=changes,
    )


def _log(
    session: Session, outgoing: Outgoing, manifest_sha256: str, counts: dict[str, int], path: Path
) -> BundleLog:
    return BundleLog(
        id=session.new_id(),
        direction="out",
        bundle_id=outgoing.bundle_id,
        manifest_sha256=manifest_sha256,
        purpose=outgoing.purpose,
        sender_id=outgoing.sender_id,
        sender_name=outgoing.sender_name,
        recipient_name=outgoing.recipient_name,
        stream=outgoing.stream,
        stream_epoch=outgoing.stream_epoch,
        seq=outgoing.seq,
        at=outgoing.created_at,
        file_name=path.name,
        outcomes=dict(counts),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a bundle would hold, by family, before it is made."""

    counts: dict[str, int]
    withdrawn: int
    left_out: tuple[str, ...]


def contents(session: Session, order: Order) -> Contents:
    """Tell what a bundle would hold; writes nothing. Raises NotAllowed where there is nothing."""
    load = _load(session, order)
    return Contents(
        counts=dict(Counter(family for family, _ in load.records)),
        withdrawn=len(load.withdrawn),
        left_out=tuple(load.left_out),
    )


def suggested_name(session: Session, order: Order) -> str:
    """Return a file name without marks, such as ``XaCaoMinh_CaoMinh2026_DeNghi_003.tdq``."""
    office = session.office()
    movement = session.store.get(Movement, order.movement_id)
    seq = _last(session, order)[0] + 1
    tail = f"_{_PURPOSE_CODES[order.purpose]}_{seq:03d}.tdq"
    head = f"{_camel(office.commune)}_{_camel(movement.pack_code.replace('_', ' '))}"
    return head[: _NAME_CHARACTERS - len(tail)].rstrip("_") + tail


def sent(session: Session) -> tuple[BundleLog, ...]:
    """Return the bundles written so far, newest first."""
    return tuple(reversed(session.store.all(BundleLog, direction="out")))


def _load(session: Session, order: Order) -> _Load:
    movement = session.store.get(Movement, order.movement_id)
    round_ = session.store.get(Round, order.round_id)
    if round_.movement_id != movement.id:
        raise NotAllowed("Đợt này không thuộc phong trào đã chọn.", todo="Chọn lại đợt.")
    load = _Load(session)
    again = _last(session, order)[0] > 0
    load.take("movement", movement)
    load.take("round", round_)
    us = session.store.find(Unit, session.store.owner)
    if us is not None:
        load.take("unit", us)
    if not _FILL[order.purpose](load, order.round_id, again=again) and not load.withdrawn:
        raise NotAllowed(_nothing(order.purpose), todo="Chọn đợt khác hoặc làm xong bước trước.")
    return load


def _nothing(purpose: Purpose) -> str:
    if purpose == "movement":
        return "Phong trào này của đơn vị khác; đơn vị đó gửi đi."
    if purpose == "nominations":
        return "Đợt này chưa có hồ sơ nào để gửi."
    return "Đợt này chưa có quyết định khen thưởng nào đã ban hành để gửi."


def _load_nominations(load: _Load, round_id: str, *, again: bool) -> bool:
    store = load.session.store
    every = [
        *store.all(Nomination, round_id=round_id),
        *store.all(Nomination, deleted=True, round_id=round_id),
    ]
    proposed = [item for item in every if not item.deleted and _is_proposed(item)]
    for nomination in proposed:
        if not load.take("nomination", nomination):
            load.left_out.append(f"Hồ sơ {nomination.print_name or nomination.id}")
    if again:
        load.withdraw(
            "nomination", (item for item in every if item.deleted or not _is_proposed(item))
        )
    return bool(proposed)


def _is_proposed(nomination: Nomination) -> bool:
    """What the council did not pass stays at home, and so does the fact that it did not."""
    return nomination.state not in ("failed", "withdrawn")


def _load_results(load: _Load, round_id: str, *, again: bool) -> bool:
    store = load.session.store
    every = [
        *store.all(Decision, round_id=round_id),
        *store.all(Decision, deleted=True, round_id=round_id),
    ]
    given = [item for item in every if not item.deleted and item.state != "draft"]
    for decision in given:
        if not load.take("decision", decision):
            load.left_out.append(f"Quyết định {decision.number}")
        for award in store.all(Award, decision_id=decision.id):
            if not load.take("award", award):
                load.left_out.append(f"Khen thưởng {award.name}")
    if again:
        gone = [item for item in every if item not in given]
        load.withdraw("decision", gone)
        for decision in every:
            load.withdraw("award", store.all(Award, deleted=True, decision_id=decision.id))
        for decision in gone:
            load.withdraw("award", store.all(Award, decision_id=decision.id))
    return bool(given)


def _load_movement(load: _Load, round_id: str, *, again: bool) -> bool:
    """Take every movement of the plan with its rounds; tell which rounds are gone."""
    store = load.session.store
    movement = store.get(Movement, store.get(Round, round_id).movement_id)
    together = store.all(Movement, plan_id=movement.plan_id) if movement.plan_id else (movement,)
    for one in together:
        load.take("movement", one)
        for around in store.all(Round, movement_id=one.id):
            load.take("round", around)
        if again:
            load.withdraw("round", store.all(Round, deleted=True, movement_id=one.id))
    return ("movement", movement.id) in load.records


_FILL: dict[Purpose, Callable[..., bool]] = {
    "nominations": _load_nominations,
    "results": _load_results,
    "movement": _load_movement,
}


def _outgoing(session: Session, order: Order, load: _Load) -> Outgoing:
    store, office = session.store, session.office()
    seq, previous = _last(session, order)
    head_n, head_hash = journal.head(store.connection)
    now = store.clock()
    return Outgoing(
        bundle_id=session.new_id(),
        purpose=order.purpose,
        created_at=now.isoformat(timespec="seconds"),
        clock_suspect=_clock_suspect(journal.last_at(store.connection), now),
        app_version=thiduaqt.__version__,
        sender_id=store.owner,
        sender_name=office.committee,
        sender_code=office.commune_code,
        sender_level=_LEVELS.get(office.kind, "xa"),
        install_id=store.meta("install_id"),
        recipient_name=order.recipient,
        movement=store.get(Movement, order.movement_id),
        round=store.get(Round, order.round_id),
        stream=order.stream(store.owner),
        stream_epoch=int(store.meta("epoch") or 1),
        epoch_id=store.meta("epoch_id"),
        seq=seq + 1,
        prev_sha256=previous,
        audit_n=head_n,
        audit_sha256=head_hash,
        nonce=secrets.token_bytes(32),
        records=tuple((family, record) for (family, _), record in load.records.items()),
        withdrawn=tuple(load.withdrawn),
    )


def _clock_suspect(newest: str, now: datetime) -> bool:
    """Tell whether the computer's clock stands before something already written."""
    try:
        return bool(newest) and now < datetime.fromisoformat(newest)
    except (ValueError, TypeError):
        return False


def _last(session: Session, order: Order) -> tuple[int, str]:
    """Return number and manifest hash of the newest bundle of a row, (0, "") before the first."""
    stream = order.stream(session.store.owner)
    logs = session.store.all(BundleLog, direction="out", stream=stream)
    newest = max(logs, key=lambda log: log.seq, default=None)
    return (newest.seq, newest.manifest_sha256) if newest else (0, "")


def _prove(written: Path, manifest_sha256: str) -> None:
    """Read the written file as a stranger would."""
    from thiduaqt.exchange import reader  # noqa: PLC0415 - loads msgspec

    bundle = reader.read(written)
    if bundle.info.manifest_sha256 != manifest_sha256:
        raise OSError("the bundle reads back differently")
    unfit = [claim for claim in bundle.claims if claim.problem]
    if unfit:
        raise NotAllowed(
            f"{_called(unfit[0])} có ô dài quá mức hoặc sai dạng nên chưa gửi được.",
            todo="Sửa lại mục đó rồi xuất lại gói.",
            data="Chưa xuất gói; dữ liệu không thay đổi.",
        )


def _called(claim: Claim) -> str:
    family = FAMILIES.get(claim.family)
    return f"{family.word if family else claim.family} {claim.id}"


def _camel(text: str) -> str:
    words = fold(text).split()
    return "".join(
        "".join(sign for sign in word if sign.isascii() and sign.isalnum()).capitalize()
        for word in words
    )
