"""First set-up: the office, its letterhead and signers, the movement and its rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from thiduaqt.catalog import communes, packs
from thiduaqt.catalog.communes import Commune
from thiduaqt.catalog.packs import PackInfo
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import NotAllowed
from thiduaqt.domain.places import Province
from thiduaqt.domain.plan import ROUND_WORDS, MovementPlan, PlanPack, Quota
from thiduaqt.domain.plan_edits import with_office
from thiduaqt.domain.records import Movement, Office, Plan, Round, Signer, Unit
from thiduaqt.domain.text import clean
from thiduaqt.services.editing import BadValue, changed
from thiduaqt.services.session import Session
from thiduaqt.storage.transaction import Transaction

EMPTY_PACK = "trong"
CHAIR = "chair"
DEPUTY = "deputy"
SIGNING_FORMS: dict[str, tuple[str, ...]] = {
    CHAIR: ("CHỦ TỊCH",),
    DEPUTY: ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
}
SAMPLE_COMMUNE = Commune(
    code="99999",
    kind="xã",
    name="Minh Họa",
    province_code="99",
    province_kind="tỉnh",
    province="Bắc Ninh",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the first-run pages ask. All but the commune may be changed later."""

    commune: Commune
    place: str
    village_word: str
    signers: tuple[Signer, ...]
    pack: str
    year: int
    superior: str = ""
    standing_body: str = "Phòng Văn hóa - Xã hội"
    standing_symbol: str = "VHXH"
    sample: bool = False
    quotas: tuple[Quota, ...] | None = None


def find_communes(query: str, limit: int = 12) -> tuple[communes.Match, ...]:
    """Return the communes that fit what was typed, without marks and in any word order."""
    return tuple(communes.search(query, limit))


def provinces() -> tuple[Province, ...]:
    """Return the provinces and cities, for a unit that is entered by hand."""
    return communes.provinces()


def commune_named(name: str, province: str) -> Commune:
    """Return one commune by name and province. Raises NotFound with a sentence."""
    return communes.find(name, province)


def available_packs() -> tuple[PackInfo, ...]:
    """Return the movement packs that ship, to start from."""
    return packs.list_packs()


def pack(code: str) -> PlanPack:
    """Return what a movement pack says: the plan and its movements. Raises NotFound."""
    return packs.load_pack(code)


def village_word(kind: str) -> str:
    """Return what a commune of this kind calls its smallest parts: a ward has tổ dân phố."""
    return "tổ dân phố" if kind == "phường" else "thôn"


def default_answers(commune: Commune, *, year: int, pack_code: str = "") -> Answers:
    """Return the answers the wizard starts with for a commune."""
    return Answers(
        commune=commune,
        place=commune.name,
        village_word=village_word(commune.kind),
        signers=(Signer(code=CHAIR, form=SIGNING_FORMS[CHAIR], name=""),),
        pack=pack_code or available_packs()[0].code,
        year=year,
    )


def set_up(session: Session, answers: Answers) -> Changes:
    """Write office, movement and rounds as one step. Raises NotAllowed for a file in use."""
    if session.store.find(Office, session.store.owner) is not None:
        raise NotAllowed(
            "Tệp dữ liệu này đã thiết lập đơn vị.", todo="Sửa trong phần Cài đặt, hoặc tạo tệp mới."
        )
    office = _office(session, answers)
    session.store.set_meta("unit_id", office.id)
    with session.store.transaction(
        "Thiết lập lần đầu", actor=session.actor, undoable=False
    ) as writing:
        writing.put(office)
        writing.put(Unit(id=office.id, kind="commune", name=office.committee))
        _start_movement(session, writing, answers.pack, answers.year, answers.quotas)
    return session.store.last_changes()


def _office(session: Session, answers: Answers) -> Office:
    commune = answers.commune
    return Office(
        id=session.new_id(),
        kind=commune.kind,
        commune_code=commune.code,
        commune_name=commune.name,
        province=commune.province,
        province_kind=commune.province_kind,
        superior=clean(answers.superior),
        place=clean(answers.place) or commune.name,
        village_word=clean(answers.village_word),
        standing_body=clean(answers.standing_body),
        standing_symbol=clean(answers.standing_symbol),
        signers=tuple(
            replace(signer, name=clean(signer.name)) for signer in answers.signers if signer.form
        ),
        sample=answers.sample,
    )


def start_movement(session: Session, pack_code: str, year: int) -> Changes:
    """Add a movement from a pack, with its yearly round of ``year`` and the planned ones."""
    with session.store.transaction("Thêm phong trào", actor=session.actor) as writing:
        _start_movement(session, writing, pack_code, year, None)
    return session.store.last_changes()


def _start_movement(
    session: Session,
    writing: Transaction,
    pack_code: str,
    year: int,
    quotas: tuple[Quota, ...] | None,
) -> None:
    chosen = pack(pack_code)
    if quotas is not None:
        first = replace(chosen.movements[0], quotas=quotas)
        chosen = replace(chosen, movements=(first, *chosen.movements[1:]))
    office = writing.get(Office, session.store.owner)
    if chosen.document.commune not in ("", office.commune):
        # The number, day and signer of another commune's plan are never ours.
        chosen = replace(chosen, document=with_office(chosen.document, office))
    start_plan(session, writing, chosen, year, pack_code=pack_code)


def start_plan(
    session: Session, writing: Transaction, made: PlanPack, year: int, *, pack_code: str = ""
) -> list[str]:
    """Write a plan with its movements and their first rounds; return the movements' ids."""
    plan = writing.put(Plan(id=session.new_id(), pack_code=pack_code, document=made.document))
    ids = []
    for rules in made.movements:
        movement = writing.put(
            Movement(
                id=session.new_id(),
                pack_code=pack_code,
                title=rules.title,
                short_name=rules.short_name,
                plan_id=plan.id,
                definition=rules,
            )
        )
        _open_rounds(session, writing, movement, rules, year)
        ids.append(movement.id)
    return ids


def _open_rounds(
    session: Session, writing: Transaction, movement: Movement, rules: MovementPlan, year: int
) -> None:
    """Open one round of every kind the plan foresees; the yearly one is that of ``year``."""
    kinds = [planned.kind for planned in rules.rounds] or ["yearly"]
    for kind in dict.fromkeys(kinds):
        due = year if kind == "yearly" else _year_of(rules, kind)
        if due:
            writing.put(
                Round(
                    id=session.new_id(),
                    movement_id=movement.id,
                    kind=kind,
                    name=f"{ROUND_WORDS[kind]} {due}",
                    year=due,
                )
            )


def _year_of(plan: MovementPlan, kind: str) -> int:
    for planned in plan.rounds:
        if planned.kind == kind and planned.when.value[:4].isdigit():
            return int(planned.when.value[:4])
    return 0


def add_round(session: Session, movement_id: str, kind: str, year: int) -> Changes:
    """Add a round of awards to a movement. Raises BadValue for one that is there already."""
    session.store.get(Movement, movement_id)  # gone where adding it was undone meanwhile
    if session.store.all(Round, movement_id=movement_id, kind=kind, year=year):
        raise BadValue("year", f"Đã có đợt này cho năm {year}.", todo="Chọn năm khác.")
    values: dict[str, Any] = {"movement_id": movement_id, "kind": kind, "year": year}
    values["name"] = f"{ROUND_WORDS[kind]} {year}"  # type: ignore[index]  # a round kind
    with session.store.transaction(f"Thêm đợt {year}", actor=session.actor) as writing:
        writing.put(changed(Round(id=session.new_id()), values))
    return session.store.last_changes()


def edit_office(session: Session, typed: Mapping[str, Any]) -> Changes:
    """Change what the office is called, how it signs, how it words things."""
    with session.store.transaction("Sửa thông tin đơn vị", actor=session.actor) as writing:
        writing.put(changed(writing.get(Office, session.store.owner), typed))
    return session.store.last_changes()


def set_quotas(session: Session, movement_id: str, quotas: tuple[Quota, ...]) -> Changes:
    """Replace the quotas of a movement."""
    with session.store.transaction("Sửa số lượng khen", actor=session.actor) as writing:
        movement = writing.get(Movement, movement_id)
        if movement.definition is not None:
            plan = replace(movement.definition, quotas=quotas)
            writing.put(
                replace(movement, definition=plan, definition_rev=movement.definition_rev + 1)
            )
    return session.store.last_changes()


def movements(session: Session) -> tuple[Movement, ...]:
    """Return the movements of the office."""
    return session.store.all(Movement)


def rounds(session: Session, movement_id: str) -> tuple[Round, ...]:
    """Return the rounds of a movement by year, the yearly one first."""
    found = session.store.all(Round, movement_id=movement_id)
    return tuple(sorted(found, key=lambda item: (item.year, item.kind != "yearly")))
