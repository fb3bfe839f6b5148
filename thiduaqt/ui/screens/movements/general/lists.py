"""The lists of the tab *Thông tin chung*: bases, guidance, leagues, routes, duties, papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from thiduaqt.domain import plan_lists
from thiduaqt.domain.plan import (
    Guidance,
    League,
    LegalBasis,
    Paper,
    Responsibility,
    Route,
)
from thiduaqt.domain.plan_edits import fresh_code
from thiduaqt.domain.plan_lists import OWN_SOURCE
from thiduaqt.domain.text import clean
from thiduaqt.ui.i18n import translate
from thiduaqt.ui.screens.movements.list_editor import Cell, ListSpec, source_cell, text_cell

Names = Mapping[str, str]


def _code(items: Sequence[Any], name: object, prefix: str) -> str:
    return fresh_code(str(name or ""), (item.code for item in items), prefix=prefix)


def _kinds_cell() -> Cell:
    return Cell(
        key="kinds",
        title=translate("movements", "Đối tượng"),
        show=lambda item: plan_lists.kinds_text(item.kinds),
        read=lambda text: {"kinds": plan_lists.read_kinds(text)},
        width=116,
        editor="choice",
        choices=("mọi đối tượng", "tập thể", "hộ gia đình", "cá nhân", "tập thể, cá nhân"),
    )


def _names_cell(field: str, title: str, names: Names, what: str) -> Cell:
    every = translate("movements", "tất cả")
    return Cell(
        key=field,
        title=title,
        show=lambda item: plan_lists.names_text(getattr(item, field), names) or every,
        read=lambda text: {
            field: () if clean(text) == every else plan_lists.read_names(text, names, what)
        },
        width=130,
        editor="choice",
        choices=lambda: (every, *names.values()),
    )


def bases() -> ListSpec:
    """Return the legal bases, as they are printed."""
    return ListSpec(
        part="legal_bases",
        one=translate("movements", "căn cứ"),
        prompt=translate("movements", "Gõ hoặc dán căn cứ mới, ví dụ Luật Thi đua, khen thưởng …"),
        cells=(
            Cell(
                key="opening",
                title=translate("movements", "Mở đầu"),
                show=lambda item: item.opening or "Căn cứ",
                read=lambda text: {"opening": "" if clean(text) == "Căn cứ" else clean(text)},
                width=90,
                editor="choice",
                choices=("Căn cứ", "Thực hiện", "Theo"),
            ),
            text_cell("text", translate("movements", "Văn bản, in nguyên văn"), stretch=True),
            text_cell("number", translate("movements", "Số, ký hiệu"), width=110),
            text_cell("issued", translate("movements", "Ngày"), width=88),
            text_cell("issuer", translate("movements", "Cơ quan ban hành"), width=140),
        ),
        fresh=lambda _items, values: LegalBasis(
            number="",
            issued="",
            issuer="",
            subject=str(values.get("text", "")),
            source=OWN_SOURCE,
        ),
    )


def responsibilities() -> ListSpec:
    """Return who has to do what."""
    return ListSpec(
        part="responsibilities",
        one=translate("movements", "phân công"),
        prompt=translate("movements", "Gõ tên đơn vị được phân công"),
        cells=(
            text_cell("unit", translate("movements", "Đơn vị"), width=220),
            text_cell("duty", translate("movements", "Nhiệm vụ"), stretch=True),
            Cell(
                key="receives_nominations",
                title=translate("movements", "Nhận hồ sơ"),
                show=lambda item: plan_lists.yes_text(item.receives_nominations),
                read=lambda text: {"receives_nominations": plan_lists.read_yes(text)},
                width=92,
                editor="choice",
                choices=("Có", "Không"),
                free=False,
            ),
            source_cell(),
        ),
        fresh=lambda _items, _values: Responsibility(unit="", duty="", source=OWN_SOURCE),
    )


def guidance() -> ListSpec:
    """Return the documents that came later."""
    return ListSpec(
        part="guidance",
        one=translate("movements", "văn bản hướng dẫn"),
        prompt=translate("movements", "Gõ số, ký hiệu văn bản đến sau kế hoạch"),
        cells=(
            text_cell("number", translate("movements", "Số, ký hiệu"), width=130),
            Cell(
                key="date",
                title=translate("movements", "Ngày"),
                show=lambda item: plan_lists.period_text(item.date),
                read=lambda text: {"date": plan_lists.read_period(text)},
                width=92,
            ),
            text_cell("issuer", translate("movements", "Cơ quan ban hành"), width=150),
            text_cell("subject", translate("movements", "Về việc"), stretch=True),
            text_cell("settles", translate("movements", "Quy định gì"), width=200),
        ),
        fresh=lambda _items, _values: Guidance(number=""),
    )


def leagues(unit_kinds: Names, blocks: Names) -> ListSpec:
    """Return who competes among themselves; kinds of units and blocks are named by code."""
    return ListSpec(
        part="leagues",
        one=translate("movements", "bảng thi đua"),
        prompt=translate("movements", "Gõ tên bảng thi đua xếp hạng riêng"),
        cells=(
            text_cell("name", translate("movements", "Bảng thi đua"), stretch=True),
            _names_cell(
                "unit_kinds",
                translate("movements", "Loại đơn vị"),
                unit_kinds,
                translate("movements", "loại đơn vị"),
            ),
            _names_cell(
                "blocks",
                translate("movements", "Khối, cụm"),
                blocks,
                translate("movements", "khối, cụm thi đua"),
            ),
            source_cell(),
        ),
        fresh=lambda items, values: League(
            code=_code(items, values.get("name"), "bang"), name="", source=OWN_SOURCE
        ),
    )


def routes(awards: Names) -> ListSpec:
    """Return who proposes whom, through whom, to which receiver."""
    return ListSpec(
        part="routes",
        one=translate("movements", "đường gửi hồ sơ"),
        prompt=translate("movements", "Gõ nơi đề nghị, ví dụ Thôn, Trường học"),
        cells=(
            text_cell("proposer", translate("movements", "Nơi đề nghị"), width=150),
            text_cell("nominates", translate("movements", "Đề nghị khen ai"), stretch=True),
            text_cell("through", translate("movements", "Qua"), width=96),
            text_cell("receiver", translate("movements", "Nơi nhận"), width=140),
            _kinds_cell(),
            _names_cell(
                "awards",
                translate("movements", "Hình thức khen"),
                awards,
                translate("movements", "hình thức khen"),
            ),
        ),
        fresh=lambda items, values: Route(
            code=_code(items, values.get("proposer"), "duong"),
            proposer="",
            nominates="",
            receiver="",
            source=OWN_SOURCE,
        ),
    )


def papers(awards: Names, groups: Names) -> ListSpec:
    """Return what a dossier has to hold, by award and group."""
    return ListSpec(
        part="papers",
        one=translate("movements", "giấy tờ"),
        prompt=translate("movements", "Gõ tên giấy tờ trong hồ sơ"),
        cells=(
            text_cell("name", translate("movements", "Giấy tờ trong hồ sơ"), stretch=True),
            Cell(
                key="required",
                title=translate("movements", "Bắt buộc"),
                show=lambda item: plan_lists.yes_text(item.required),
                read=lambda text: {"required": plan_lists.read_yes(text)},
                width=84,
                editor="choice",
                choices=("Có", "Không"),
                free=False,
            ),
            _kinds_cell(),
            _names_cell(
                "awards",
                translate("movements", "Hình thức khen"),
                awards,
                translate("movements", "hình thức khen"),
            ),
            _names_cell(
                "groups",
                translate("movements", "Nhóm đối tượng"),
                groups,
                translate("movements", "nhóm đối tượng"),
            ),
            source_cell(),
        ),
        fresh=lambda items, values: Paper(
            code=_code(items, values.get("name"), "giay_to"), name="", source=OWN_SOURCE
        ),
    )
