"""Registrations on paper: a sheet to sign for each registrant, and the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from thiduaqt.domain.names import split_honorific
from thiduaqt.domain.papers import SAMPLE_MARK, DocumentNumber, SigningBlock
from thiduaqt.domain.records import Movement, Office
from thiduaqt.domain.registration_papers import (
    PromiseLine,
    RegistrationForms,
    RegistrationListLine,
    RegistrationListPaper,
    RegistrationSheet,
)
from thiduaqt.domain.wording import counts, document_date, open_date
from thiduaqt.services import plans
from thiduaqt.services.papers import as_movement, day_of, letterhead, signing
from thiduaqt.services.registration_lists import (
    FAMILY_WORDS,
    Family,
    RegistrationLine,
    RegistrationList,
    listing,
)
from thiduaqt.services.session import Session
from thiduaqt.services.target_files import written

_LABELS: dict[Family, str] = {
    "unit": "Tên đơn vị",
    "team": "Tên tổ",
    "person": "Họ và tên",
    "household": "Hộ gia đình",
}
_FORMS: dict[Family, str] = {
    "unit": "ĐẠI DIỆN ĐƠN VỊ",
    "team": "ĐẠI DIỆN TỔ",
    "person": "NGƯỜI ĐĂNG KÝ",
    "household": "ĐẠI DIỆN HỘ GIA ĐÌNH",
}


def about(session: Session, movement_id: str, year: int) -> str:
    """Return what a list or sheet is about: "Phong trào thi đua “…”, năm 2026"."""
    movement = session.store.get(Movement, movement_id)
    when = f", năm {year}" if year > 0 else ""
    return f"{as_movement(movement)}{when}"


def forms_paper(
    session: Session, movement_id: str, line_ids: Sequence[str], *, year: int = 0
) -> RegistrationForms:
    """Return the sheets of some lines of the list, in its order; those awaited get blank ones.

    Both sign where the plan says so (bản giao ước); elsewhere the registrant alone signs, to the
    committee (bản đăng ký).
    """
    shown = listing(session, movement_id, year=year)
    office = session.office()
    both = shown.rule is not None and shown.rule.both_sign
    wanted = frozenset(line_ids)
    sheets = tuple(
        _sheet(session, movement_id, shown, line) for line in shown.lines if line.id in wanted
    )
    return RegistrationForms(
        title="BẢN GIAO ƯỚC THI ĐUA" if both else "BẢN ĐĂNG KÝ THI ĐUA",
        about=about(session, movement_id, year),
        place=office.place,
        addressee="" if both else f"{office.committee}",
        author=office.committee,
        sheets=sheets,
        office=_office_signs(office) if both else None,
        mark=SAMPLE_MARK if office.sample else "",
    )


def _office_signs(office: Office) -> SigningBlock:
    block = signing(office.signers[0] if office.signers else None)
    first = block.form[0] if block.form else ""
    if first.startswith(("TM.", "KT.")):
        return block
    return SigningBlock(form=("TM. ỦY BAN NHÂN DÂN", *block.form), name=block.name)


def _sheet(
    session: Session, movement_id: str, shown: RegistrationList, line: RegistrationLine
) -> RegistrationSheet:
    day = day_of(line.record.registered_on) if line.record else None
    content = line.content or (shown.rule.content if shown.rule else "")
    own_name = split_honorific(line.name).name if line.who.family == "person" else ""
    return RegistrationSheet(
        label=_LABELS[line.who.family],
        name=line.name,
        belongs=line.unit_name if line.who.family != "unit" else "",
        intro=_intro(session, movement_id),
        content=tuple(part for part in content.split("\n") if part),
        promises=tuple(PromiseLine(text=one.text, value=one.value) for one in line.commitments),
        day=document_date(day) if day else open_date(_month(session)),
        signing=SigningBlock(form=(_FORMS[line.who.family],), name=own_name),
    )


def _month(session: Session) -> date:
    return session.today().replace(day=1)


def _intro(session: Session, movement_id: str) -> str:
    """Return the sentence that names the plan one registers under."""
    movement = session.store.get(Movement, movement_id)
    document = plans.document_of(session, movement)
    title = as_movement(movement)
    if document is None or not document.number:
        return f"Đăng ký tham gia {title} với các nội dung sau:"
    number = DocumentNumber(symbol=document.symbol or "KH-UBND", number=document.number).text
    when = day_of(document.date)
    dated = f" {document_date(when)}" if when else ""
    office = session.office()
    return (
        f"Thực hiện Kế hoạch số {number}{dated} của {office.committee}, đăng ký tham gia {title} "
        "với các nội dung sau:"
    )


def list_paper(session: Session, movement_id: str, *, year: int = 0) -> RegistrationListPaper:
    """Return the list of those who registered; those awaited are counted and named below it."""
    shown = listing(session, movement_id, year=year)
    office = session.office()
    there = [line for line in shown.lines if line.record is not None]
    return RegistrationListPaper(
        letterhead=letterhead(office),
        title="DANH SÁCH ĐĂNG KÝ THI ĐUA",
        about=about(session, movement_id, year),
        lines=tuple(_line(place, line) for place, line in enumerate(there, start=1)),
        summary=_summary(there, [line for line in shown.lines if line.record is None]),
        signing=signing(office.signers[0] if office.signers else None),
        mark=SAMPLE_MARK if office.sample else "",
    )


def _line(ordinal: int, line: RegistrationLine) -> RegistrationListLine:
    notes = ["Trễ hạn"] if line.state == "late" else []
    notes += ["Thiếu chữ ký"] if line.unsigned else []
    notes += [line.record.note] if line.record and line.record.note else []
    promised = "; ".join(part for part in (line.content, line.commitments_text) if part)
    return RegistrationListLine(
        ordinal=ordinal,
        name=", ".join(part for part in (line.name, line.unit_name) if part),
        promised=promised.replace("\n", "; "),
        day=line.registered_on,
        note="; ".join(notes),
    )


def _summary(
    there: Sequence[RegistrationLine], awaited: Sequence[RegistrationLine]
) -> tuple[str, ...]:
    found = counts(
        (sum(line.who.family == family for line in there), words.lower().replace("cnscđ", "CNSCĐ"))
        for family, words in FAMILY_WORDS.items()
    )
    lines = [f"Tổng số đăng ký: {found}." if there else "Chưa có đăng ký nào."]
    if awaited:
        names = "; ".join(line.name for line in awaited)
        lines.append(f"Chưa đăng ký ({len(awaited):02d}): {names}.")
    return tuple(lines)


def write_forms(
    session: Session, path: Path, movement_id: str, line_ids: Sequence[str], *, year: int = 0
) -> Path:
    """Write the sheets as ``.docx``. Raises WriteFailed, StoreError."""
    from thiduaqt.documents import make  # noqa: PLC0415 - as every file: only when one is made

    facts = forms_paper(session, movement_id, line_ids, year=year)
    return written(path, make.make_registrations(facts))


def write_list(session: Session, path: Path, movement_id: str, *, year: int = 0) -> Path:
    """Write the list as ``.docx``. Raises WriteFailed, StoreError."""
    from thiduaqt.documents import make  # noqa: PLC0415 - as every file: only when one is made

    facts = list_paper(session, movement_id, year=year)
    return written(path, make.make_registration_list(facts))
