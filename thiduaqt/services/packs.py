"""Movement packs: looked through, taken in, given away; a movement of our own as a new start."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from thiduaqt.catalog import pack_writer, packs
from thiduaqt.catalog.faults import BadMovementPack, Fault
from thiduaqt.catalog.packs import Examined, PackInfo
from thiduaqt.domain import plan_shift
from thiduaqt.domain.changes import Changes
from thiduaqt.domain.errors import BadFile, NotAllowed, StoreError
from thiduaqt.domain.plan import MovementPlan, PlanPack
from thiduaqt.domain.plan_edits import with_office
from thiduaqt.domain.records import Movement, Plan, Round
from thiduaqt.domain.text import clean
from thiduaqt.services import files, setup
from thiduaqt.services.editing import BadValue
from thiduaqt.services.session import Session

__all__ = [
    "Exported",
    "Fault",
    "Imported",
    "PackInfo",
    "PackReport",
    "as_pack",
    "copy_movement",
    "export",
    "import_pack",
    "validate",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackReport:
    """What a look through a pack found. ``errors`` keep it out, ``notes`` are worth a look.

    ``info`` and ``pack`` are None where there are errors.
    """

    file: str
    errors: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()
    info: PackInfo | None = None
    pack: PlanPack | None = None

    @property
    def ok(self) -> bool:
        """Tell whether the pack can be taken in."""
        return not self.errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What taking a pack in, or copying a movement, has made."""

    plan_id: str
    movement_ids: tuple[str, ...]
    changes: Changes
    notes: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files of a pack. ``errors`` are what another machine will refuse until it is mended."""

    path: Path
    files: tuple[Path, ...]
    errors: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def validate(path: Path) -> PackReport:
    """Return all that is wrong or odd in a pack file or folder; needs no data file."""
    return _report(packs.examine(path, known_awards=packs.award_codes()))


def _report(found: Examined) -> PackReport:
    return PackReport(
        file=found.file,
        errors=found.errors,
        notes=found.notes,
        info=found.info,
        pack=found.pack,
    )


def import_pack(
    session: Session,
    path: Path,
    year: int,
    *,
    as_copy: bool = False,
    own_letterhead: bool = False,
) -> Imported:
    """Take a pack in: its plan, movements and first rounds, as one step that can be undone.

    ``year`` is that of the yearly round. ``own_letterhead`` puts our office, its place and signer
    into the document, without number and date. Raises BadMovementPack for a pack with errors and
    NotAllowed where one of its movements is here already; with ``as_copy`` it is then added under
    a new code and a title that says so.
    """
    report = validate(path)
    if report.pack is None or report.info is None:
        raise BadMovementPack.of(report.errors)
    made = report.pack
    taken = _codes(session)
    if not taken.isdisjoint(plan.code for plan in made.movements):
        if not as_copy:
            raise _here_already(session, made)
        made = plan_shift.as_copy(made, taken)
    if own_letterhead:
        made = replace(made, document=with_office(made.document, session.office()))
    name = made.movements[0].short_name
    return _started(
        session,
        made,
        year,
        label=f"Nhập gói {name}",
        pack_code=report.info.code,
        notes=report.notes,
    )


def _started(
    session: Session,
    made: PlanPack,
    year: int,
    *,
    label: str,
    pack_code: str = "",
    notes: tuple[Fault, ...] = (),
) -> Imported:
    with session.store.transaction(label, actor=session.actor) as writing:
        ids = setup.start_plan(session, writing, made, year, pack_code=pack_code)
        plan_id = writing.get(Movement, ids[0]).plan_id or ""
    return Imported(
        plan_id=plan_id,
        movement_ids=tuple(ids),
        changes=session.store.last_changes(),
        notes=notes,
    )


def _codes(session: Session) -> frozenset[str]:
    found = session.store.all(Movement)
    return frozenset(item.definition.code for item in found if item.definition is not None)


def _here_already(session: Session, made: PlanPack) -> NotAllowed:
    codes = {plan.code for plan in made.movements}
    name = next(
        item.short_name or item.title
        for item in session.store.all(Movement)
        if item.definition is not None and item.definition.code in codes
    )
    return NotAllowed(
        f"Đã có phong trào “{name}” trong dữ liệu.",
        todo="Nếu vẫn muốn thêm, hãy nhập gói này thành một bản sao.",
        code="PACK_HERE",
    )


def as_pack(session: Session, plan_id: str) -> PlanPack:
    """Return a plan of the data with all its movements, as a pack carries it.

    Raises NotFound for a plan that is gone, NotAllowed for one without any rules.
    """
    plan = session.store.get(Plan, plan_id)
    movements = tuple(
        item.definition
        for item in session.store.all(Movement, plan_id=plan_id)
        if item.definition is not None
    )
    if not movements:
        raise _no_rules()
    return PlanPack(document=plan.document, movements=movements)


def _no_rules() -> NotAllowed:
    return NotAllowed(
        "Phong trào này không kèm nội dung kế hoạch.",
        todo="Chọn phong trào khác.",
    )


def _one_movement(session: Session, movement_id: str) -> PlanPack:
    movement = session.store.get(Movement, movement_id)
    if movement.definition is None:
        raise _no_rules()
    plan = session.store.find(Plan, movement.plan_id)
    document = (plan or Plan(id="")).document
    own = plan_shift.alone(document, movement.definition.code)
    return PlanPack(document=own, movements=(movement.definition,))


def export(session: Session, path: Path, *, movement_id: str = "", plan_id: str = "") -> Exported:
    """Write a plan, or one movement of it, as a pack, and read it back.

    A path that ends in ``.toml`` becomes one file and holds one movement; any other path becomes a
    folder, which must not hold anything yet. A file with the name is replaced. Raises NotAllowed
    for several movements in one file, StoreError where the place cannot be written.
    """
    made = as_pack(session, plan_id) if plan_id else _one_movement(session, movement_id)
    head = packs.head_of(made, description=_description(made), checked=session.today().isoformat())
    single = path.suffix.lower() == ".toml"
    if single and len(made.movements) > 1:
        raise NotAllowed(
            "Kế hoạch này có nhiều phong trào nên không ghi vào một tệp được.",
            todo="Ghi vào một thư mục, hoặc chọn từng phong trào.",
        )
    written = _write_file(path, head, made) if single else _write_folder(path, head, made)
    found = validate(path)
    if found.pack is not None and found.pack != made:
        raise StoreError(
            f"Gói vừa ghi vào {path.name} đọc lại không giống dữ liệu.",
            todo="Đừng dùng gói này; gửi tệp nhật ký cho người hỗ trợ.",
            code="E_PACK_DIFFERS",
        )
    return Exported(path=path, files=written, errors=found.errors, notes=found.notes)


def _description(made: PlanPack) -> str:
    document = made.document
    issuer = document.issuers[0] if document.issuers else ""
    return " của ".join(part for part in (made.movements[0].title, issuer) if part)


def _write_file(path: Path, head: packs.PackHead, made: PlanPack) -> tuple[Path, ...]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise files.as_store_error(fault, path) from fault
    _write(path, pack_writer.as_file(head, made))
    return (path,)


def _write_folder(path: Path, head: packs.PackHead, made: PlanPack) -> tuple[Path, ...]:
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise BadFile(
                f"“{path.name or path}” đã có và không phải một thư mục trống.",
                todo="Chọn một thư mục mới, hoặc ghi tên tệp có đuôi .toml.",
            )
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise files.as_store_error(fault, path) from fault
    written = []
    for name, text in pack_writer.as_folder(head, made).items():
        _write(path / name, text)
        written.append(path / name)
    return tuple(written)


def _write(path: Path, text: str) -> None:
    files.write_checked(path, text.encode("utf-8"), lambda _half_made: None)


def copy_movement(
    session: Session, movement_id: str, *, title: str, years: int, year: int | None = None
) -> Imported:
    """Start a new movement from one of our own, as a draft plan of its own.

    Periods, rounds, deadlines and figures by year move ``years`` on; number, date and remarks of
    the plan are cleared; criteria stay. ``year`` is that of the yearly round: where it is not
    given, the last one of the old movement moved on. Raises BadValue for an empty title.
    """
    name = clean(title)
    if not name:
        raise BadValue("title", "Chưa có tên phong trào.", todo="Gõ tên phong trào.")
    old = _one_movement(session, movement_id)
    rules = old.movements[0]
    code = plan_shift.free_code(plan_shift.moved_words(rules.code, years), _codes(session))
    document = plan_shift.not_issued(plan_shift.renamed(old.document, {rules.code: code}))
    abstract = document.abstract.replace(rules.title, name) if rules.title else document.abstract
    new = _named(replace(plan_shift.moved(rules, years), code=code), name, years)
    made = PlanPack(document=replace(document, abstract=abstract), movements=(new,))
    due = year if year is not None else _next_year(session, movement_id, years)
    return _started(session, made, due, label=f"Thêm phong trào {new.short_name}")


def _named(rules: MovementPlan, title: str, years: int) -> MovementPlan:
    short = plan_shift.moved_words(rules.short_name, years)
    if short == rules.short_name:
        short = title[: plan_shift.SHORT_NAME_LENGTH].rstrip()
    return replace(rules, title=title, short_name=short)


def _next_year(session: Session, movement_id: str, years: int) -> int:
    rounds = session.store.all(Round, movement_id=movement_id, kind="yearly")
    last = max((item.year for item in rounds), default=0)
    return last + years if last else session.today().year
