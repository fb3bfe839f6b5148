"""Certificates of a decision: what each says, which texts are too long, what was printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from thiduaqt import paths
from thiduaqt.documents.certificate import CertificateFacts, certificate_page
from thiduaqt.documents.layouts import Layout, available, find
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.decisions import Line
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.fitting import FittedPage, Measure
from thiduaqt.domain.kinds import AwardKind
from thiduaqt.domain.page import Mode
from thiduaqt.domain.records import (
    Award,
    Decision,
    Movement,
    Office,
    PrintLog,
    Round,
)
from thiduaqt.domain.text import clean, fold
from thiduaqt.services.decisions import lines, listing
from thiduaqt.services.papers import as_movement
from thiduaqt.services.session import Session

OWN_FOLDER = "giay-khen"
"""Folder of the office's own layouts and emblem inside the data folder."""
EMBLEM_NAMES = ("quoc-huy.svg", "quoc-huy.png", "quoc-huy.jpg")
SAMPLE_MARK = "BẢN MẪU"
DRAFT_MARK = "DỰ THẢO"
# How a sentence fit for a certificate begins.
_CITATIONS = ("đã ", "có thành tích", "có nhiều thành tích", "vì ")

SheetState = Literal["waiting", "printed", "spoilt", "too_long"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChoice:
    """A decision to print for. ``awards`` counts its certificates that are in force.

    A ``draft`` can only be tried out: its sheets carry no number and a mark across.
    """

    id: str
    number: str
    date: str
    awards: int
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutChoice:
    """A layout to print on; ``note`` says what about it has to be checked."""

    code: str
    title: str
    width_mm: float
    height_mm: float
    source: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One certificate in the queue: its page and what has happened to it so far.

    ``printed_at`` is the moment of the last good print; ``spoilt`` counts spoilt sheets.
    """

    award_id: str
    ordinal: int
    name: str
    fitted: FittedPage
    state: SheetState
    printed_at: datetime | None
    spoilt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One sheet that came out of the printer, good or spoilt, and why it was printed again."""

    award_id: str
    outcome: Literal["printed", "spoilt"] = "printed"
    reason: str = ""


def decisions(session: Session) -> tuple[DecisionChoice, ...]:
    """Return the decisions that have certificates to print: the newest first, drafts last."""
    found = []
    for decision in listing(session):
        if decision.state == "revoked":
            continue
        draft = decision.state == "draft"
        count = len(lines(session, decision.id)) if draft else len(_awards(session, decision.id))
        if count:
            choice = DecisionChoice(
                id=decision.id,
                number=decision.number,
                date=decision.date,
                awards=count,
                draft=draft,
            )
            found.append(choice)
    return tuple(sorted(found, key=lambda choice: choice.draft))


def layouts(session: Session, decision_id: str) -> tuple[LayoutChoice, ...]:
    """Return the layouts for the award of a decision, the one the rule pack names first.

    The office's own layouts stand beside those that ship. Raises BadFile for a broken one.
    """
    decision = session.store.get(Decision, decision_id)
    wanted = _kind(session, decision).certificate_layout
    fitting = [layout for layout in available(_roots()) if layout.award == decision.award]
    fitting.sort(key=lambda layout: layout.code != wanted)
    return tuple(
        LayoutChoice(
            code=layout.code,
            title=layout.title,
            width_mm=layout.width_mm,
            height_mm=layout.height_mm,
            source=layout.source.text,
            note=layout.source.note if layout.source.confidence in ("L", "R") else "",
        )
        for layout in fitting
    )


def sheets(
    session: Session,
    decision_id: str,
    *,
    mode: Mode,
    measure: Measure,
    layout: str = "",
    trial: bool = False,
) -> tuple[Sheet, ...]:
    """Return the certificates of a decision in the order of the register.

    ``measure`` knows the widths of the faces. A draft is only given for a ``trial``, with
    "DỰ THẢO" across. Raises NotAllowed for a decision that is not in force, NotFound or BadFile
    for the layout.
    """
    decision = session.store.get(Decision, decision_id)
    _require_state(decision, trial=trial)
    chosen = _layout(session, decision, layout)
    common = _Common.of(session, decision)

    def made(entry: Award | Line, logs: tuple[PrintLog, ...] = ()) -> Sheet:
        facts = common.facts(entry)
        fitted = certificate_page(facts, chosen, mode, measure)
        return _sheet(entry, facts.recipient, fitted, logs)

    if decision.state == "draft":
        return tuple(made(line) for line in lines(session, decision_id))
    awards = _awards(session, decision_id)
    logs = _logs(session, {award.id for award in awards})
    return tuple(made(award, logs.get(award.id, ())) for award in awards)


def too_long(found: Iterable[Sheet]) -> tuple[str, ...]:
    """Return one sentence for each certificate whose text does not fit."""
    return tuple(
        f"{sheet.ordinal}. {sheet.name}: {problem}"
        for sheet in found
        for problem in sheet.fitted.problems
    )


def require_fitting(found: Sequence[Sheet]) -> None:
    """Raise NotAllowed naming the certificates that must be shortened before printing."""
    faults = too_long(found)
    if faults:
        raise NotAllowed(
            f"{len(faults)} giấy khen có chữ quá dài: " + " ".join(faults),
            todo="Sửa “Tên in trên giấy khen” rồi in lại.",
            data="Chưa in tờ nào.",
        )


def log_prints(
    session: Session, printed: Sequence[Printed], *, printer: str, mode: Mode
) -> Changes:
    """Note sheets that came out of a printer, good or spoilt, as one step.

    It stays in the history even when later steps are taken back: paper cannot be unprinted.
    """
    good = sum(entry.outcome == "printed" for entry in printed)
    spoilt = len(printed) - good
    words = f"In {good} giấy khen" if not spoilt else f"Ghi {spoilt} tờ giấy khen hỏng"
    now = session.now()
    with session.store.transaction(words, actor=session.actor, undoable=False) as writing:
        for entry in printed:
            writing.put(
                PrintLog(
                    id=session.new_id(),
                    award_id=entry.award_id,
                    at=now,
                    printer=clean(printer),
                    mode=mode,
                    outcome=entry.outcome,
                    reason=clean(entry.reason),
                )
            )
    return session.store.last_changes()


def set_print_name(session: Session, award_id: str, name: str) -> Changes:
    """Change the name printed on one certificate; the register keeps its own. Empty: as there."""
    with session.store.transaction("Sửa tên in trên giấy khen", actor=session.actor) as writing:
        award = writing.get(Award, award_id)
        wanted = clean(name)
        writing.put(replace(award, certificate_name="" if wanted == award.name else wanted))
    return session.store.last_changes()


def emblem_file() -> Path | None:
    """Return the office's own picture of the national emblem, or None: the program ships none."""
    folder = own_folder()
    return next((folder / name for name in EMBLEM_NAMES if (folder / name).is_file()), None)


def own_folder() -> Path:
    """Return where the office puts its own layouts and its picture of the emblem."""
    return paths.data() / OWN_FOLDER


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What all certificates of one decision share."""

    office: Office
    decision: Decision
    kind: AwardKind
    movement: Movement | None
    year: int

    @classmethod
    def of(cls, session: Session, decision: Decision) -> _Common:
        around = session.store.find(Round, decision.round_id)
        movement = session.store.find(Movement, around.movement_id) if around else None
        return cls(
            office=session.office(),
            decision=decision,
            kind=_kind(session, decision),
            movement=movement,
            year=around.year if around else 0,
        )

    def facts(self, entry: Award | Line) -> CertificateFacts:
        """Return what one certificate says: as the register froze it, or as the draft has it."""
        office, signer, decision = self.office, self.decision.signer, self.decision
        frozen = entry if isinstance(entry, Award) else None
        province = f"{office.province_kind} {office.province}"
        authority = frozen.authority if frozen else ""
        day = frozen.decision_date if frozen else ""
        mark = SAMPLE_MARK if office.sample else ""
        return CertificateFacts(
            recipient=(frozen.certificate_name if frozen else "") or entry.name,
            detail=_with_commune(entry, office),
            achievement=self._citation(entry.achievement),
            short_achievement=entry.achievement,
            movement=self.movement.title if self.movement else "",
            award_title=self.kind.name.upper(),
            given="TẶNG DANH HIỆU" if self.kind.award_class == "title" else "TẶNG",
            authority=(authority or self.kind.authority(office.commune, province)).upper(),
            decision_number=(frozen.decision_number if frozen else "") or decision.number,
            decision_date=_day(day or decision.date),
            register_ordinal=entry.ordinal,
            place=office.place,
            signing=signer.form if signer else (),
            signer_name=signer.name if signer else "",
            mark=mark if frozen else DRAFT_MARK,
        )

    def _citation(self, achievement: str) -> str:
        """Return what the award is for, as a sentence fit for a certificate.

        Lists hold keywords ("hướng dẫn 120 hộ …"); only words that already read as a citation are
        printed as they are. The rest get the decision's own wording.
        """
        if self.movement is None or achievement.lower().startswith(_CITATIONS):
            return _capital(achievement)
        movement = as_movement(self.movement)
        return f"Đã có thành tích xuất sắc trong {movement}, năm {self.year}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with_commune(entry: Award | Line, office: Office) -> str:
    """Return post and unit (address) of a recipient, with our commune where it is not named."""
    parts = [part for part in (entry.post, entry.unit) if part and fold(part) != fold(entry.name)]
    said = fold(" ".join([entry.name, *parts]))
    if fold(office.commune) not in said:
        parts.append(office.commune)
    return _capital(", ".join(parts))


def _require_state(decision: Decision, *, trial: bool) -> None:
    if decision.state == "revoked":
        raise NotAllowed("Quyết định đã bị thu hồi nên không in giấy khen.")
    if decision.state == "draft" and not trial:
        raise NotAllowed(
            "Quyết định chưa ban hành nên giấy khen chưa có số.",
            todo="Có thể in thử với chữ “DỰ THẢO”.",
        )


def _awards(session: Session, decision_id: str) -> list[Award]:
    """Return the awards of a decision that are in force, in the order of the register."""
    found = session.store.all(Award, decision_id=decision_id)
    kept = [award for award in found if award.state != "revoked"]
    return sorted(kept, key=lambda award: award.ordinal)


def _kind(session: Session, decision: Decision) -> AwardKind:
    return session.rulebook(_day(decision.date)).award(decision.award)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == 10 else None


def _roots() -> tuple[Path, ...]:
    return own_folder(), paths.resources() / "certificates"


def _layout(session: Session, decision: Decision, code: str) -> Layout:
    if code:
        return find(code, _roots())
    choices = layouts(session, decision.id)
    if not choices:
        kind = _kind(session, decision)
        raise NotAllowed(
            f"Chưa có mẫu để in {kind.name}.",
            todo=f"Đặt thư mục mẫu vào {own_folder()}.",
        )
    return find(choices[0].code, _roots())


def _logs(session: Session, awards: set[str]) -> dict[str, tuple[PrintLog, ...]]:
    found: dict[str, tuple[PrintLog, ...]] = {}
    for log in session.store.all(PrintLog):
        if log.award_id in awards:
            found[log.award_id] = (*found.get(log.award_id, ()), log)
    return found


def _sheet(entry: Award | Line, name: str, fitted: FittedPage, logs: tuple[PrintLog, ...]) -> Sheet:
    printed = [log for log in logs if log.outcome == "printed"]
    state: SheetState = "waiting"
    if fitted.problems:
        state = "too_long"
    elif logs:
        state = logs[-1].outcome
    return Sheet(
        award_id=entry.id if isinstance(entry, Award) else "",
        ordinal=entry.ordinal,
        name=name,
        fitted=fitted,
        state=state,
        printed_at=datetime.fromisoformat(printed[-1].at) if printed else None,
        spoilt=len(logs) - len(printed),
    )
