"""Setting the invented movement up, part three: dates, numbers of awards, chapters."""

from __future__ import annotations

from tests.journeys.movement_steps import PlanHands
from tests.plans_invented import DOCUMENT, MOVEMENT
from thiduaqt.ui.screens.movements.text.outline_page import kind_words, numbering_words

DATES = "movements.dates"
QUOTAS = "movements.quotas"
CELL = f"{QUOTAS}.cell"
TEXT = "movements.text"
WHENS = {
    "m1": "trước 15/11 hằng năm",
    "m2": "20 ngày làm việc trước ngày trao",
    "m3": "ngày 25 hằng tháng",
    "m4": "quý I/2027",
}
MERIT, DIPLOMA, FLAG = "Giấy khen", "Bằng khen", "Cờ thi đua"


def dates(hands: PlanHands) -> None:
    """Fill the tab *Mốc thời gian*: milestones, occasions, phases."""
    hands.tab("Mốc thời gian")
    hands.part(DATES, "milestones")
    kinds = {"report": "Báo cáo", "nominate": "Gửi hồ sơ", "measure": "Cập nhật chỉ tiêu",
             "check": "Kiểm tra"}  # fmt: skip
    hands.paste_list(
        f"{DATES}.milestones",
        [
            [one.name, WHENS[one.code], "", kinds[one.kind], one.who, one.receiver]
            for one in MOVEMENT.milestones
        ],
    )
    hands.part(DATES, "rounds")
    hands.set_cell(f"{DATES}.rounds.grid", 0, "when", "tháng 12 hằng năm")
    hands.type_line(
        f"{DATES}.rounds",
        ["Khen thưởng sơ kết", "Khen thưởng sơ kết", "quý II/2027", "",
         MOVEMENT.rounds[1].occasion],
    )  # fmt: skip
    hands.paste_list(
        f"{DATES}.rounds",
        [["Khen thưởng tổng kết", "Khen thưởng tổng kết", "dự kiến tháng 12/2028"]],
    )
    hands.part(DATES, "phases")
    hands.paste_list(
        f"{DATES}.phases",
        [
            ["Giai đoạn 1", "Giai đoạn", "2/2026", "6/2027", MOVEMENT.phases[0].content],
            ["Giai đoạn 2", "", "7/2027", "11/2028", MOVEMENT.phases[1].content],
            ["60 ngày đêm", "Đợt cao điểm", "20/8/2026", "18/10/2026"],
        ],
    )


def quotas(hands: PlanHands) -> None:
    """Fill the tab *Số lượng khen*: every form of a number."""
    hands.tab("Số lượng khen")
    for award in (DIPLOMA, FLAG):
        hands.from_menu(f"{QUOTAS}.award", award)
        hands.settle()
    drop_rows(hands, FLAG, "ằng năm", "Sơ kết")
    drop_rows(hands, DIPLOMA, "ằng năm", "Sơ kết")
    typed(hands, FLAG, "Tổng kết", "collective", "2")
    cell(hands, DIPLOMA, "Tổng kết", "individual", "Theo tỷ lệ %")
    hands.fill(
        CELL,
        {
            "percent": "7,5",
            "base": "số lao động, cán bộ, công chức",
            "rounding": "làm tròn gần nhất",
            "maximum": "12",
        },
    )
    cell(hands, DIPLOMA, "Tổng kết", "collective", "Từ … đến …")
    hands.fill(CELL, {"minimum": "1", "maximum": "4"})
    cell(hands, MERIT, "ằng năm", "individual", "Theo tỷ lệ %")
    hands.fill(CELL, {"percent": "15", "base": "số được đề nghị", "at_least_one": True})
    cell(hands, MERIT, "ằng năm", "collective", "Dùng chung nhiều loại đối tượng")
    hands.fill(CELL, {"maximum": "5", "with_household": True, "with_individual": False})
    typed(hands, MERIT, "Sơ kết", "collective", "1")
    hands.fill(CELL, {"per": "mỗi khối, cụm", "league": "Bảng A"})
    typed(hands, MERIT, "Sơ kết", "individual", "2")
    hands.fill(CELL, {"per": "mỗi đơn vị", "league": "Bảng B"})
    hands.fill(CELL, {"per_kinds": "Trường học"})
    typed(hands, MERIT, "Sơ kết", "household", "3")
    hands.fill(CELL, {"per": "mỗi nơi giới thiệu", "group": "Cá nhân, hộ gia đình"})
    cell(hands, MERIT, "Tổng kết", "collective", "Kế hoạch ghi không giới hạn")
    cell(hands, MERIT, "Tổng kết", "individual", "Do đơn vị quy định")
    hands.from_menu(f"{QUOTAS}.occasion", "Khen thưởng đột xuất")
    hands.settle()
    typed(hands, MERIT, "ột xuất", "individual", "6")
    hands.fill(CELL, {"added_by": "Hướng dẫn số 12/HD-SNV"})


def drop_rows(hands: PlanHands, award: str, *occasions: str) -> None:
    """An award added stands on every occasion; those the plan does not name go."""
    for words in occasions:
        hands.quota_cell(award, words, "collective")
        hands.click(f"{QUOTAS}.remove")
        hands.settle()


def typed(hands: PlanHands, award: str, words: str, kind: str, number: str) -> None:
    """Type a plain number into a cell of the matrix."""
    hands.quota_cell(award, words, kind)
    hands.type(number)
    hands.press("Return")
    hands.settle()
    hands.quota_cell(award, words, kind)


def cell(hands: PlanHands, award: str, words: str, kind: str, form: str) -> None:
    """Choose a form for a cell of the matrix."""
    hands.quota_cell(award, words, kind)
    hands.fill(CELL, {"form": form})


def outline(hands: PlanHands) -> None:
    """Make the chapters: typed, pasted, with the paragraphs of our own."""
    hands.tab("Văn bản")
    hands.part("movements.text", "outline")
    hands.paste_list(f"{TEXT}.chapters", [[one.title] for one in DOCUMENT.chapters])
    kinds, marks = kind_words(), numbering_words()
    for line, chapter in enumerate(DOCUMENT.chapters):
        hands.click_cell(hands.grid(f"{TEXT}.chapters.grid"), line, "title")
        hands.settle()
        hands.paste_list(
            f"{TEXT}.parts",
            [[one.title, kinds[one.kind], marks[one.numbering]] for one in chapter.parts],
        )
        for place, part in enumerate(chapter.parts):
            if part.lines:
                hands.click_cell(hands.grid(f"{TEXT}.parts.grid"), place, "title")
                hands.write(f"{TEXT}.lines", "\n".join(part.lines))
                hands.press("Tab")
                hands.settle()
