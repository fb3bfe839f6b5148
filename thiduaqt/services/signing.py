"""Who signs: the office's signers, the first of them proposed for every decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from thiduaqt.domain.changes import Changes
from thiduaqt.domain.records import Office, Signer
from thiduaqt.domain.text import clean, fold
from thiduaqt.services import setup
from thiduaqt.services.editing import BadValue, Edit
from thiduaqt.services.papers import STANDING_SIGNER
from thiduaqt.services.session import Session

STANDING_FORM = ("TRƯỞNG PHÒNG",)
FORMS: dict[str, tuple[str, ...]] = {**setup.SIGNING_FORMS, STANDING_SIGNER: STANDING_FORM}
_SIGNS = {STANDING_SIGNER: "Tờ trình"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerRow:
    """One signer. ``signs`` says what they sign, ``first`` whether they are proposed first."""

    id: str
    form: str
    name: str
    signs: str
    first: bool


def form_words(form: Sequence[str]) -> str:
    """Return a signing form on one line: "KT. CHỦ TỊCH – PHÓ CHỦ TỊCH"."""
    return " – ".join(form)


def choices() -> tuple[str, ...]:
    """Return the signing forms to choose from."""
    return tuple(form_words(form) for form in FORMS.values())


def listing(session: Session) -> tuple[SignerRow, ...]:
    """Return the signers, who is proposed first at the top."""
    rows = []
    first = True
    for signer in session.office().signers:
        own = kind_of(signer.code) == STANDING_SIGNER
        rows.append(
            SignerRow(
                id=signer.code,
                form=form_words(signer.form),
                name=signer.name,
                signs=_SIGNS.get(kind_of(signer.code), "Quyết định, kế hoạch"),
                first=first and not own,
            )
        )
        first = first and own
    return tuple(rows)


def kind_of(code: str) -> str:
    """Return the form a signer's code stands for: a second deputy has the code "deputy2"."""
    return code.rstrip("0123456789")


def add(session: Session, rows: Sequence[dict[str, str]]) -> Changes:
    """Add signers from typed rows (name, form) as one step. Raises BadValue."""

    def change(signers: tuple[Signer, ...]) -> tuple[Signer, ...]:
        made = list(signers)
        for row in rows:
            if not clean(row.get("name", "")) and not clean(row.get("form", "")):
                continue
            kind = _kind(row.get("form", "")) if clean(row.get("form", "")) else setup.DEPUTY
            code = _free_code(made, kind)
            made.append(Signer(code=code, form=FORMS[kind], name=clean(row.get("name", ""))))
        return tuple(made)

    return _store(session, "Thêm người ký", change)


def change(session: Session, edits: Sequence[Edit]) -> Changes:
    """Change name or form of signers as one step. Raises BadValue for a form that is none."""

    def apply(signers: tuple[Signer, ...]) -> tuple[Signer, ...]:
        made = list(signers)
        for edit in edits:
            place = _place(made, edit.id)
            if edit.field == "name":
                made[place] = replace(made[place], name=clean(edit.value))
                continue
            kind = _kind(edit.value)
            others = [one for one in made if one.code != edit.id]
            code = edit.id if kind_of(edit.id) == kind else _free_code(others, kind)
            made[place] = replace(made[place], code=code, form=FORMS[kind])
        return tuple(made)

    return _store(session, "Sửa người ký", apply)


def remove(session: Session, codes: Sequence[str]) -> Changes:
    """Take signers away; decisions they signed keep their names."""
    return _store(
        session,
        "Bỏ người ký",
        lambda signers: tuple(one for one in signers if one.code not in codes),
    )


def put_first(session: Session, code: str) -> Changes:
    """Propose this signer first from now on."""

    def change(signers: tuple[Signer, ...]) -> tuple[Signer, ...]:
        chosen = signers[_place(signers, code)]
        return (chosen, *(one for one in signers if one.code != code))

    return _store(session, "Đổi người ký mặc định", change)


def _store(
    session: Session, label: str, apply: Callable[[tuple[Signer, ...]], tuple[Signer, ...]]
) -> Changes:
    with session.store.transaction(label, actor=session.actor) as writing:
        office = writing.get(Office, session.store.owner)
        writing.put(replace(office, signers=apply(office.signers)))
    return session.store.last_changes()


def _kind(words: str) -> str:
    key = fold(words)
    for kind, form in FORMS.items():
        if key in (fold(form_words(form)), fold(form[-1]), fold(" ".join(form))):
            return kind
    raise BadValue(
        "form", f"Không có thể thức ký “{clean(words)}”.", todo="Chọn một dòng trong danh sách."
    )


def _free_code(signers: Sequence[Signer], kind: str) -> str:
    taken = {one.code for one in signers}
    if kind not in taken:
        return kind
    number = 2
    while f"{kind}{number}" in taken:
        number += 1
    return f"{kind}{number}"


def _place(signers: Sequence[Signer], code: str) -> int:
    return next(place for place, one in enumerate(signers) if one.code == code)
