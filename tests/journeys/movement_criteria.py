"""Setting the invented movement up, part two: groups, trees, thresholds, ties, who scores."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.movement_steps import PlanHands
from tests.plans_invented import (
    GATES,
    PEOPLE,
    SCHOOLS,
    VILLAGE_CRITERIA,
    VILLAGE_SECTIONS,
    VILLAGES,
)
from thiduaqt.domain.plan import Criterion, Section
from thiduaqt.ui.forms.reading import show_number
from thiduaqt.ui.screens.movements.criteria.fields import combine_words, kind_words

CRITERIA = "movements.criteria"
EDITOR = f"{CRITERIA}.editor"
_NUMBERS = ("points", "per_item", "target", "fatal_below")
_WORDS = ("unit", "numerator", "denominator", "issued_by")


def criteria(hands: PlanHands) -> None:
    """Fill the tab *Tiêu chí*: the villages by hand, gates of the others copied from there."""
    hands.tab("Tiêu chí")
    villages(hands)
    schools(hands)
    people(hands)


def villages(hands: PlanHands) -> None:
    hands.choose_group("Tập thể, hộ gia đình")
    as_a_group(
        hands,
        {
            "name": VILLAGES.name,
            "household": False,
            "unit_kinds": "Thôn",
            "league": "Bảng A",
            "total": "115",
        },
    )
    the_gates(hands)
    for section in VILLAGE_SECTIONS:
        a_section(hands, section)
    for section in VILLAGE_SECTIONS:
        hands.node(section.title)
        for item in VILLAGE_CRITERIA:
            if item.section == section.code:
                a_criterion(hands, item)
    slips(hands)
    hands.part(CRITERIA, "group")
    hands.paste_list(
        f"{CRITERIA}.thresholds",
        [
            ["Giấy khen", "85", "x"],
            ["Bằng khen", "trên 95%", "", f"{title('A1')}; {title('B11')}",
             f"{title('C1')}; {title('C2')}"],
        ],
    )  # fmt: skip
    hands.paste_list(
        f"{CRITERIA}.scorers",
        [["Tự chấm", "Thôn"], ["Cán bộ xã chấm", "Phòng Văn hóa - Xã hội"], ["Hội đồng chấm"]],
    )
    hands.set_cell(f"{CRITERIA}.scorers.grid", 2, "counts", "x")
    hands.paste_list(
        f"{CRITERIA}.ties",
        [
            ["Điểm nhóm tiêu chí", "Kết quả thực hiện"],
            ["Điểm tiêu chí", title("B11")],
            ["Số lần đã khen trước đây", "", "ít hơn"],
            ["Hội đồng bỏ phiếu"],
        ],
    )
    grid = hands.grid(f"{CRITERIA}.ties.grid")
    hands.reach(f"{CRITERIA}.ties")
    hands.click_cell(grid, 1, "kind")
    hands.click(hands.reach(f"{CRITERIA}.ties.up"))
    hands.settle()


def title(code: str) -> str:
    """Return what a criterion of the villages is called."""
    return next(item.title for item in VILLAGE_CRITERIA if item.code == code)


def as_a_group(hands: PlanHands, values: dict[str, str | bool]) -> None:
    hands.part(CRITERIA, "group")
    hands.fill(f"{CRITERIA}.group", values)


def the_gates(hands: PlanHands) -> None:
    """Two gates of those that came along are worded anew, the third goes."""
    hands.part(CRITERIA, "node")
    model = hands.tree.model()
    shown = [str(model.index(row, 0).data()).split(" ", 1)[1] for row in range(3)]
    for old, gate in zip(shown, GATES, strict=False):
        hands.node(old)
        hands.fill(f"{CRITERIA}.words", {"title": gate.title})
        hands.fill(f"{CRITERIA}.criterion", {"detail": "", "source": gate.source.text})
    hands.node(shown[2])
    hands.press("Ctrl+Delete")
    hands.settle()


def a_section(hands: PlanHands, section: Section) -> None:
    """Add a section; one that stands in another goes there with Alt and the arrow."""
    hands.new_node("add_section", section.title)
    if section.parent:
        hands.press("Alt+Right")
        hands.settle()
    values: dict[str, str | bool] = {}
    if section.combine != "sum":
        values["combine"] = dict(combine_words())[section.combine]
    if section.most is not None:
        values["most"] = show_number(section.most)
    if section.least is not None:
        values["least"] = show_number(abs(section.least))
    hands.fill(f"{CRITERIA}.section", values)


def a_criterion(hands: PlanHands, item: Criterion) -> None:
    """Add a criterion behind the chosen node, and fill what its kind asks for."""
    hands.new_node("add", item.title)
    hands.fill(f"{CRITERIA}.words", {"kind": dict(kind_words())[item.kind]})
    values: dict[str, str | bool] = {}
    banded = item.kind in ("steps", "letter")
    for key in _NUMBERS:
        number: Decimal | None = getattr(item, key)
        if number is not None and not (banded and key == "points"):
            values[key] = show_number(number)
    values |= {key: getattr(item, key) for key in _WORDS if getattr(item, key)}
    if item.scorer:
        values["scorer"] = "Hội đồng chấm"
    if item.not_applicable:
        values["not_applicable"] = True
    if item.evidence or item.evidence_wanted:
        values["evidence"] = True
    hands.fill(f"{CRITERIA}.criterion", values)
    if item.evidence_wanted:
        hands.fill(f"{CRITERIA}.criterion", {"evidence_wanted": item.evidence_wanted})
    if item.steps:
        hands.type_line(f"{CRITERIA}.steps", ["trên 50 đến dưới 70", "8"])
        hands.paste_list(f"{CRITERIA}.steps", [["từ 90 trở lên", "20"], ["70 đến dưới 90", "14"]])
    if item.letters:
        rows = [[letter.name, show_number(letter.points)] for letter in item.letters]
        hands.paste_list(f"{CRITERIA}.letters", rows)


def slips(hands: PlanHands) -> None:
    """What goes wrong by the way: a wrong number, a criterion moved and one removed by mistake."""
    hands.node(title("A4"))
    hands.press("Alt+Up")
    hands.settle()
    hands.press("Ctrl+Z")
    hands.settle()
    hands.node(title("B13"))
    hands.press("Ctrl+Delete")
    hands.settle()
    hands.press("Ctrl+Z")
    hands.settle()
    hands.node(title("C2"))
    hands.press("F2")
    hands.type("Được tỉnh nêu gương")
    hands.press("Return")
    hands.settle()


def schools(hands: PlanHands) -> None:
    hands.choose_group("Cá nhân")
    as_a_group(
        hands,
        {
            "name": SCHOOLS.name,
            "collective": True,
            "individual": False,
            "unit_kinds": "Trường học; Đơn vị sự nghiệp",
            "league": "Bảng B",
            "total": "115",
        },
    )
    for _gate in range(3):
        hands.tree.setFocus()
        hands.press("Home", "Ctrl+Delete")
        hands.settle()
    hands.choose_group(VILLAGES.name)
    for gate in GATES:
        copy_to(hands, gate.title, SCHOOLS.name)
    hands.choose_group(SCHOOLS.name)
    hands.node(GATES[-1].title)
    for item in SCHOOLS.criteria[2:]:
        a_criterion(hands, item)
    hands.part(CRITERIA, "group")
    wording = SCHOOLS.thresholds[0].wording
    hands.paste_list(f"{CRITERIA}.thresholds", [["Giấy khen", "", "", "", "", wording]])
    hands.paste_list(f"{CRITERIA}.ties", [["Điểm tiêu chí", SCHOOLS.criteria[-1].title]])


def copy_to(hands: PlanHands, what: str, group: str) -> None:
    """Copy a criterion to another group with the menu of the tree (Shift+F10)."""
    hands.node(what)

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        inner = next(one for one in menu.actions() if one.menu() is not None)
        below = inner.menu()
        assert isinstance(below, QMenu)
        menu.setActiveAction(inner)
        hands.press("Right")
        hands.until(below.isVisible)
        hands.take(below, group)

    QTimer.singleShot(0, choose)
    hands.menu_of(hands.tree)
    hands.settle()


def people(hands: PlanHands) -> None:
    """The third group starts with the gates that all others share."""
    hands.click(f"{CRITERIA}.groups.add")
    hands.settle()
    hands.fill(
        f"{CRITERIA}.group",
        {
            "name": PEOPLE.name,
            "household": True,
            "collective": False,
            "required_checks": "2",
        },
    )
    if not any(item.kind == "gate" for item in hands.stored()[0].groups[2].criteria):
        hands.choose_group(VILLAGES.name)
        for gate in GATES:
            copy_to(hands, gate.title, PEOPLE.name)
        hands.choose_group(PEOPLE.name)
    hands.node(GATES[-1].title)
    for item in PEOPLE.criteria[2:4]:
        a_criterion(hands, item)
    a_section(hands, PEOPLE.sections[0])
    for item in PEOPLE.criteria[4:]:
        a_criterion(hands, item)
