"""Registrations on paper: "Bản đăng ký", "Bản giao ước" to sign, and the list of all."""

from __future__ import annotations

from thiduaqt.documents import oxml
from thiduaqt.documents.nd30 import Nd30Document
from thiduaqt.documents.styles import PAGE
from thiduaqt.domain.papers import SigningBlock
from thiduaqt.domain.registration_papers import (
    PromiseLine,
    RegistrationForms,
    RegistrationListPaper,
    RegistrationSheet,
)

_HINT = "(Ký, ghi rõ họ tên)"
_DOTS = "." * 100
_BLANK_LINES = 3
_BLANK_ROWS = 4
_ROW_HEIGHT = 9.0  # mm, room for a line written by hand
_PROMISE_HEADS = ("TT", "Nội dung cam kết", "Mức phấn đấu")
_PROMISE_WIDTHS = (11.0, 112.0, PAGE.text_width - 123.0)
_PROMISE_LOOKS = ("cell_center", "cell", "cell_center")
_LIST_HEADS = ("TT", "Đơn vị, cá nhân", "Nội dung đăng ký, cam kết", "Ngày đăng ký", "Ghi chú")
_LIST_WIDTHS = (11.0, 42.0, 62.0, 24.0, PAGE.text_width - 139.0)
_LIST_LOOKS = ("cell_center", "cell", "cell", "cell_center", "cell")


def build_forms(facts: RegistrationForms) -> bytes:
    """Return the sheets as ``.docx``, each on a page of its own.

    A promise between a registrant and the office is no document of either alone: it bears the
    name of the state over the whole width instead of an issuer.
    """
    document = Nd30Document(
        title=f"{facts.title.capitalize()}, {facts.about}", author=facts.author, mark=facts.mark
    )
    for place, sheet in enumerate(facts.sheets):
        if place:
            document.new_copy()
        _sheet(document, facts, sheet)
    return document.to_bytes()


def _sheet(document: Nd30Document, facts: RegistrationForms, sheet: RegistrationSheet) -> None:
    document.state_alone(f"{facts.place}, {sheet.day}")
    document.title(facts.title, facts.about)
    if facts.addressee:
        document.addressees([facts.addressee])
    document.text(f"{sheet.label}: {sheet.name}")
    if sheet.belongs:
        document.text(f"Thuộc: {sheet.belongs}")
    document.text(sheet.intro)
    document.text("1. Nội dung đăng ký:", "item")
    document.lines(sheet.content or [_DOTS] * _BLANK_LINES)
    document.text("2. Cam kết thực hiện:", "item")
    _promises(document, sheet.promises)
    document.gap(6)
    both = facts.office is not None
    who = "Hai bên" if both else "Bên đăng ký"
    document.text(f"{who} cam kết thực hiện đúng những nội dung đã ghi ở trên./.")
    nobody = SigningBlock(form=(), name="")
    if facts.office is not None:
        document.signatures(sheet.signing, facts.office, hint=_HINT)
    else:
        document.signatures(nobody, sheet.signing, hint=_HINT)


def _promises(document: Nd30Document, promises: tuple[PromiseLine, ...]) -> None:
    blank = PromiseLine(text="", value="")
    rows = promises or (blank,) * _BLANK_ROWS
    table = document.grid(_PROMISE_HEADS, len(rows), _PROMISE_WIDTHS)
    for ordinal, (row, line) in enumerate(zip(table.rows[1:], rows, strict=True), start=1):
        if not promises:
            oxml.set_height(row, _ROW_HEIGHT)
        document.fill(row.cells, (str(ordinal), line.text, line.value), _PROMISE_LOOKS)


def build_list(facts: RegistrationListPaper) -> bytes:
    """Return the list as ``.docx`` in the layout of Decree 30/2020."""
    document = Nd30Document(
        title=f"{facts.title.capitalize()}, {facts.about}",
        author=" ".join(facts.letterhead.issuer_lines),
        mark=facts.mark,
    )
    document.head(facts.letterhead, None, dated=False)
    document.title(facts.title, facts.about)
    table = document.grid(_LIST_HEADS, len(facts.lines), _LIST_WIDTHS)
    for row, line in zip(table.rows[1:], facts.lines, strict=True):
        texts = (str(line.ordinal), line.name, line.promised, line.day, line.note)
        document.fill(row.cells, texts, _LIST_LOOKS)
    document.gap(6)
    document.lines(facts.summary)
    document.signing(facts.signing, ())
    return document.to_bytes()
