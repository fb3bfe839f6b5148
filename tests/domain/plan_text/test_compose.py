"""Whole plans as text: small ones word for word, large ones by what must stand in them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import plans_invented
from tests.plan_numbers import missing_numbers
from tests.plans_invented import MOVEMENT, scored_plan, small_plan, twin_plan
from thiduaqt.domain.plan import (
    Chapter,
    Criterion,
    LegalBasis,
    Milestone,
    MovementPlan,
    Part,
    PlanDocument,
    PlanPack,
    Quota,
    Source,
    SubjectGroup,
    Target,
)
from thiduaqt.domain.plan_text import ComposedPlan, PlanWords, compose, lines_of

AWARDS = {
    "emulation_flag": "Cờ thi đua của Ủy ban nhân dân tỉnh Minh Họa",
    "diploma_of_merit": "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Minh Họa",
    "certificate_of_merit": "Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa",
}
WORDS = PlanWords(awards=AWARDS)
GAP = "\u00a0"

SMALL = """\
ỦY BAN NHÂN DÂN
XÃ MINH HỌA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ·······/KH-UBND
Minh Họa, ngày·····tháng·····năm·····
KẾ HOẠCH
Phát động phong trào thi đua “Sạch nhà, sạch ngõ” năm 2026
Căn cứ Luật Thi đua, khen thưởng.
Ủy ban nhân dân xã Minh Họa ban hành Kế hoạch phát động phong trào thi đua “Sạch nhà, sạch ngõ” năm 2026 với các nội dung như sau:
I. NỘI DUNG PHONG TRÀO THI ĐUA
1. Phạm vi, đối tượng thi đua
Các hộ gia đình trong xã.
2. Thời gian thi đua
Phong trào thi đua được tổ chức từ ngày ký đến ngày 30/11/2026.
II. TIÊU CHÍ THI ĐUA
1. Hộ gia đình
a) Nhà, ngõ sạch.
b) Phân loại rác.
III. KHEN THƯỞNG
1. Hình thức khen thưởng
Hình thức khen thưởng:
- Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa.
2. Số lượng khen thưởng
2.1. Giấy khen của Chủ tịch Ủy ban nhân dân xã Minh Họa
Tối đa 09 hộ gia đình.
IV. THỜI GIAN VÀ TRÁCH NHIỆM THỰC HIỆN
1. Trách nhiệm thực hiện
1.1. Hội Phụ nữ xã
Vận động hội viên.
Trên đây là Kế hoạch phát động phong trào thi đua “Sạch nhà, sạch ngõ” năm 2026, đề nghị các cơ quan, đơn vị và các thôn nghiêm túc triển khai thực hiện./.
Nơi nhận:
- Các thôn;
- Lưu: VT.
CHỦ TỊCH
Hoàng Thị Ngọc Ánh
"""  # noqa: E501 - lines of a document


def composed(pack: PlanPack, words: PlanWords = WORDS) -> ComposedPlan:
    return compose(pack.document, pack.movements, words)


def text_of(plan: ComposedPlan) -> str:
    return "\n".join(line.text for line in lines_of(plan)).replace(GAP, "·")


def under(plan: ComposedPlan, key: str) -> list[str]:
    """Return the printed lines whose keys begin with ``key``."""
    return [block.line for block in plan.printed if block.key.startswith(key)]


def with_part(part: Part, *movements: MovementPlan, **document: object) -> ComposedPlan:
    chapters = (Chapter(code="c", title="CHƯƠNG", parts=(part,)),)
    base = replace(small_plan().document, chapters=chapters)
    return compose(replace(base, **document), movements, WORDS)  # type: ignore[arg-type]


def test_a_small_plan_word_for_word() -> None:
    assert text_of(composed(small_plan())) + "\n" == SMALL


# --- Kinds of documents ------------------------------------------------------------------------


def test_a_decision_has_articles_and_the_chair_decides() -> None:
    plan = composed(plans_invented.decision())
    text = text_of(plan)
    assert plan.abstract.startswith("Về việc phát động")
    assert "Số: 07/QĐ-UBND" in text
    assert "\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HỌA\nCăn cứ Luật" in text
    assert "\nQUYẾT ĐỊNH:\nĐiều 1. Nội dung phong trào thi đua\n1. Phạm vi" in text
    assert "\nĐiều 5. Quyết định này có hiệu lực kể từ ngày ký." in text
    assert "với các nội dung như sau" not in text


def test_a_decision_of_the_committee_is_its_own() -> None:
    pack = plans_invented.decision()
    signed = replace(pack.document, signer_form=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
    assert composed(replace(pack, document=signed)).authority == "ỦY BAN NHÂN DÂN XÃ MINH HỌA"


def test_a_letter_has_no_title_but_those_it_is_for() -> None:
    text = text_of(composed(plans_invented.letter()))
    assert "CÔNG VĂN" not in text
    assert "\nV/v phát động phong trào" in text
    assert "Kính gửi: Các thôn trên địa bàn xã; Các trường học trên địa bàn xã" in text
    assert "\n1. Nội dung phong trào thi đua\n1.1. Phạm vi" in text


def test_a_guide() -> None:
    text = text_of(composed(plans_invented.guide()))
    assert "\nHƯỚNG DẪN\nPhát động" in text
    assert "Số: 15/HD-UBND" in text
    assert "\nI. NỘI DUNG" in text


# --- Head --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2026-03-27", "ngày 27 tháng 3 năm 2026"),
        ("2026-05", "ngày·····tháng 5 năm 2026"),
        ("", "ngày·····tháng·····năm·····"),
    ],
)
def test_what_is_not_known_yet_is_left_for_the_pen(date: str, shown: str) -> None:
    pack = small_plan()
    plan = composed(replace(pack, document=replace(pack.document, date=date)))
    assert plan.number.date_text.replace(GAP, "·") == shown


def test_issuers_are_spelt_out_and_broken_before_their_place() -> None:
    pack = small_plan()
    document = replace(pack.document, issuers=("UBND tỉnh Bắc Ninh",), superior="")
    assert composed(replace(pack, document=document)).letterhead.issuer_lines == (
        "ỦY BAN NHÂN DÂN",
        "TỈNH BẮC NINH",
    )


def test_what_the_plan_does_not_name_is_taken_from_the_office() -> None:
    words = replace(
        WORDS,
        committee="Ủy ban nhân dân xã Minh Họa",
        place="Minh Họa",
        signer_form=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer_name="Hoàng Văn Ơn",
    )
    plan = compose(PlanDocument(abstract="Phát động"), small_plan().movements, words)
    assert plan.letterhead.issuer_lines == ("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA")
    assert plan.letterhead.place == "Minh Họa"
    assert plan.signing.form == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert plan.signing.name == "Hoàng Văn Ơn"
    decision = compose(PlanDocument(abstract="Phát động", kind="QĐ"), (), words)
    assert decision.signing.form == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_a_plan_names_the_one_it_replaces() -> None:
    old = replace(small_plan().document, number="17", date="2025-02-03", issuers=("UBND xã A",))
    pack = small_plan()
    plan = compose(pack.document, pack.movements, WORDS, replaces=old)
    assert [block.line for block in plan.printed if block.key == "replaces"] == [
        (
            "Kế hoạch này thay thế Kế hoạch số 17/KH-UBND ngày 03 tháng 02 năm 2025 của Ủy ban "
            "nhân dân xã A kể từ ngày ký ban hành."
        )
    ]
    told = replace(pack.document, closing=("Kế hoạch này thay thế Kế hoạch số 17/KH-UBND.",))
    assert compose(told, pack.movements, WORDS, replaces=old).block("replaces") is None


def test_nothing_at_all_is_still_a_document() -> None:
    plan = compose(PlanDocument(), (), PlanWords())
    assert plan.letterhead.issuer_lines == ("ỦY BAN NHÂN DÂN",)
    assert [block.key for block in plan.printed] == ["preamble", "closing/0"]


def test_bases_open_as_the_plan_has_them_and_never_twice() -> None:
    bases = (
        LegalBasis(number="1", issued="01/4/2025", issuer="Chính phủ", subject="về A"),
        LegalBasis(number="2", issued="", issuer="", subject="", text="Căn cứ Kế hoạch B;"),
        LegalBasis(
            number="3", issued="", issuer="", subject="", text="Công văn C", opening="Thực hiện"
        ),
    )
    pack = small_plan()
    plan = composed(replace(pack, document=replace(pack.document, legal_bases=bases)))
    assert under(plan, "basis/") == [
        "Căn cứ Văn bản số 1 ngày 01/4/2025 của Chính phủ về A;",
        "Căn cứ Kế hoạch B;",
        "Thực hiện Công văn C.",
    ]


def test_a_document_cited_inside_is_named_there_in_full_and_not_at_the_head() -> None:
    plan = composed(scored_plan())
    notes = [block for block in plan.printed if block.kind == "note"]
    assert [block.key for block in notes] == ["quotas/cited/12/HD-SNV"]
    assert "12/HD-SNV" not in " ".join(under(plan, "basis/"))


def test_a_citation_without_its_part_comes_before_the_closing() -> None:
    pack = scored_plan()
    bases = (replace(pack.document.legal_bases[2], cited_in="somewhere"),)
    plan = composed(replace(pack, document=replace(pack.document, legal_bases=bases)))
    keys = [block.key for block in plan.printed]
    assert keys[-2:] == ["end/cited/12/HD-SNV", "closing/0"]


# --- Parts -------------------------------------------------------------------------------------


def test_what_a_part_says_itself_is_not_said_again() -> None:
    line = "Phong trào thi đua được tổ chức từ ngày ký đến ngày 30/11/2026."
    part = Part(code="p", title="Thời gian", kind="period", lines=(line,))
    plan = with_part(part, *small_plan().movements)
    assert under(plan, "p/") == [line]


def test_parts_without_content_are_left_out_and_told() -> None:
    part = Part(code="p", title="Chỉ tiêu", kind="targets")
    plan = with_part(part, *small_plan().movements)
    assert plan.empty == ("Chỉ tiêu",)
    assert "CHƯƠNG" not in text_of(plan)


def test_data_that_no_part_prints_is_told() -> None:
    plan = with_part(Part(code="p", title="Mục", lines=("Một",)), MOVEMENT)
    assert plan.unprinted == (
        "giai đoạn, đợt cao điểm",
        "chỉ tiêu",
        "tiêu chí",
        "số lượng khen thưởng",
        "đăng ký thi đua",
        "mốc thời gian",
        "phân công trách nhiệm",
    )
    assert composed(scored_plan()).unprinted == ()


def test_a_part_may_print_one_movement_only() -> None:
    first, second = twin_plan().movements
    part = Part(code="p", title="Phạm vi", kind="subjects", movement=second.code)
    plan = with_part(part, first, second)
    assert under(plan, "p/") == [
        "a) Phạm vi: các tổ dân phố.",
        "b) Đối tượng: các tổ dân phố, trường học, cá nhân, hộ gia đình.",
    ]


def test_targets_of_a_group_stand_under_its_criteria() -> None:
    group = SubjectGroup(
        code="g",
        name="Các phòng",
        kinds=("collective",),
        criteria=(Criterion(code="1", title="A"),),
    )
    target = Target(code="t", statement="80% trở lên hồ sơ trực tuyến", value="80", group="g")
    movement = MovementPlan(code="m", title="T", short_name="T", groups=(group,), targets=(target,))
    plan = with_part(Part(code="p", kind="criteria"), movement)
    assert under(plan, "p/") == [
        "1. Các phòng",
        "a) A.",
        "b) Đạt các chỉ tiêu sau:",
        "- 80% trở lên hồ sơ trực tuyến.",
    ]
    assert "chỉ tiêu" not in plan.unprinted


def test_few_targets_are_a_list_and_each_says_its_level_once() -> None:
    targets = (
        Target(code="1", statement="100% cán bộ biết dùng", operator="=", value="100", unit="%"),
        Target(code="2", statement="Hồ sơ trực tuyến", operator=">", value="90", unit="%"),
        Target(code="3", statement="Chỉ số chuyển đổi số", operator=">=", value="0.75"),
        Target(
            code="3a", statement="Riêng hạ tầng", operator="<=", value="5", unit="vụ", parent="3"
        ),
    )
    movement = MovementPlan(code="m", title="T", short_name="T", targets=targets)
    plan = with_part(Part(code="p", kind="targets"), movement)
    assert under(plan, "p/") == [
        "1. 100% cán bộ biết dùng.",
        "2. Hồ sơ trực tuyến: trên 90%.",
        "3. Chỉ số chuyển đổi số: ≥ 0,75.",
        "- Riêng hạ tầng: không quá 5 vụ.",
    ]


def test_many_targets_are_a_table() -> None:
    targets = tuple(
        Target(code=str(n), statement=f"Việc {n}", operator=">=", value=str(n), unit="%")
        for n in range(50, 60)
    )
    movement = MovementPlan(code="m", title="T", short_name="T", targets=targets)
    plan = with_part(Part(code="p", title="Chỉ tiêu", kind="targets"), movement)
    (table,) = (block.table for block in plan.printed if block.table)
    assert table.rows[0].cells == ("1", "Việc 50", "%", "≥ 50%")
    assert len(table.rows) == 10


def test_conditions_of_all_groups_are_printed_once_with_their_law() -> None:
    found = [line for line in text_of(composed(scored_plan())).splitlines() if "kỷ luật" in line]
    assert found == [
        (
            "b) Không trong thời gian bị xem xét kỷ luật, điều tra, thanh tra, kiểm tra "
            "(theo khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP)."
        )
    ]


def test_a_group_with_nothing_of_its_own_is_told_to_meet_what_all_meet() -> None:
    shared = Criterion(code="law", title="Chấp hành pháp luật", kind="gate")
    own = Criterion(code="clean", title="Ngõ sạch", kind="check")
    groups = (
        SubjectGroup(code="a", name="Tập thể", kinds=("collective",), criteria=(shared, own)),
        SubjectGroup(code="b", name="Cá nhân", kinds=("individual",), criteria=(shared,)),
    )
    plan = with_part(
        Part(code="who", title="Tiêu chí", kind="criteria"), replace(MOVEMENT, groups=groups)
    )
    lines = text_of(plan).splitlines()
    told = next(number for number, line in enumerate(lines) if line.endswith("Cá nhân"))
    assert lines[told + 1] == "Đạt các điều kiện chung quy định tại Kế hoạch này."
    assert lines[told + 2].endswith("Điều kiện chung")


def test_conditions_of_a_single_scored_group_stand_before_its_table() -> None:
    movement = replace(MOVEMENT, groups=(MOVEMENT.groups[0],), leagues=())
    plan = with_part(Part(code="p", kind="criteria"), movement)
    lines = under(plan, "p/")
    assert lines[:3] == [
        "1. Các thôn",
        "a) Điều kiện bắt buộc:",
        "- Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước.",
    ]
    assert lines[4] == "b) Bảng chấm điểm, tổng điểm 115 điểm:"


def test_suggestions_are_marked_for_the_officer() -> None:
    source = Source(tag="suggestion", text="cần kiểm tra", confidence="R")
    group = SubjectGroup(
        code="g",
        name="Nhóm",
        kinds=("collective",),
        criteria=(Criterion(code="1", title="A", source=source),),
    )
    movement = MovementPlan(code="m", title="T", short_name="T", groups=(group,))
    plan = with_part(Part(code="p", kind="criteria"), movement)
    assert [block.key for block in plan.printed if block.to_check] == ["p/m/g/1"]


def test_milestones_say_who_sends_what_to_whom_until_when() -> None:
    lines = under(composed(scored_plan()), "milestones/")
    assert lines == [
        (
            "a) Báo cáo kết quả thực hiện phong trào: các thôn, đơn vị gửi Ủy ban nhân dân xã "
            "(qua Phòng Văn hóa - Xã hội) trước ngày 15/11 hằng năm."
        ),
        "b) Gửi hồ sơ đề nghị khen thưởng: chậm nhất 20 ngày làm việc trước ngày trao thưởng.",
        "c) Cập nhật số liệu chỉ tiêu: chậm nhất ngày 25 hằng tháng.",
        "d) Kiểm tra, đôn đốc: Quý I/2027.",
    ]
    bare = MovementPlan(
        code="m",
        title="T",
        short_name="T",
        milestones=(Milestone(code="1", name="Sơ kết", who="Các thôn"),),
    )
    plan = with_part(Part(code="p", kind="milestones"), bare)
    assert under(plan, "p/") == ["Sơ kết: Các thôn thực hiện."]


def test_what_two_movements_share_is_printed_once() -> None:
    plan = composed(twin_plan(), PlanWords(awards=AWARDS, village="tổ dân phố"))
    text = text_of(plan)
    assert text.count("Hướng dẫn được ít nhất 30 người") == 1
    assert text.count("tối đa 15% số cá nhân được đề nghị") == 1
    assert text.count("chia thành 02 giai đoạn") == 1
    assert text.count("Phong trào thi đua được tổ chức từ ngày 03/02/2026") == 1
    for title in ("Đổi mới sáng tạo, chuyển đổi số", "Bình dân học vụ số"):
        assert f"Phong trào thi đua “{title}”" in text
    own = under(plan, "quotas/")
    assert (
        own.index("2.2. Phong trào thi đua “Đổi mới sáng tạo, chuyển đổi số”")
        < own.index("Khen thưởng hằng năm: tối đa 05 tập thể hoặc hộ gia đình.")
        < own.index("Khen thưởng hằng năm: tối đa 08 tập thể hoặc hộ gia đình.")
    )


# --- Keys and numbers --------------------------------------------------------------------------


@pytest.mark.parametrize("make", [scored_plan, twin_plan, small_plan])
def test_keys_are_unique_and_come_from_the_data(make: object) -> None:
    plan = composed(make())  # type: ignore[operator]
    keys = [block.key for block in plan.blocks]
    assert len(keys) == len(set(keys))
    assert composed(make()).blocks == plan.blocks  # type: ignore[operator]


def test_a_new_group_changes_no_other_key_or_hash() -> None:
    pack = scored_plan()
    (movement,) = pack.movements
    movement = replace(movement, quotas=(), leagues=())  # those name groups
    fewer = replace(movement, groups=movement.groups[1:])
    before = {b.key: b.hash for b in composed(replace(pack, movements=(fewer,))).blocks}
    after = {b.key: b.hash for b in composed(replace(pack, movements=(movement,))).blocks}
    assert {key: after.get(key) for key in before} == before


@pytest.mark.parametrize("make", [scored_plan, twin_plan, small_plan])
def test_every_number_of_the_data_is_printed(make: object) -> None:
    pack = make()  # type: ignore[operator]
    assert not missing_numbers(composed(pack), pack.document, *pack.movements)


QUOTAS = st.builds(
    Quota,
    award=st.sampled_from(sorted(AWARDS)),
    round_kind=st.sampled_from(["yearly", "interim", "final", "ad_hoc", "any"]),
    recipient_kind=st.sampled_from(["collective", "household", "individual"]),
    maximum=st.integers(1, 999),
    year=st.none() | st.integers(2026, 2035),
    form=st.sampled_from(["number", "percent", "shared"]),
    percent=st.decimals("0.5", "100", places=1),
    base=st.sampled_from(["typed", "nominated", "registered", "units", "workforce", "households"]),
    rounding=st.sampled_from(["down", "nearest", "up"]),
    shared_kinds=st.just(("collective", "individual")),
    per=st.sampled_from(["", "block", "unit", "source"]),
    block=st.sampled_from(["", "Cụm 7"]),
)


@given(quotas=st.lists(QUOTAS, max_size=8).map(tuple))
@settings(deadline=None, max_examples=150)
def test_no_number_of_any_quota_is_lost(quotas: tuple[Quota, ...]) -> None:
    movement = MovementPlan(code="m", title="T", short_name="T", quotas=quotas)
    plan = with_part(Part(code="p", title="Số lượng", kind="quotas"), movement)
    said = [replace(q, percent=q.percent if q.form == "percent" else None) for q in quotas]
    assert not missing_numbers(plan, *said)
    years = {str(q.year) for q in quotas if q.year}
    assert years <= set(re.findall(r"\d+", text_of(plan)))


CRITERIA = st.builds(
    Criterion,
    code=st.uuids().map(str),
    title=st.just("Tiêu chí"),
    kind=st.sampled_from(
        ["check", "points", "bonus", "penalty", "ratio", "inverse", "count", "sample", "index"]
    ),
    points=st.decimals("0.5", "60", places=1),
    section=st.sampled_from(["", "A", "B", "B1", "gone"]),
    per_item=st.just(None),
    fatal_below=st.none() | st.decimals("1", "9", places=1),
)


@given(criteria=st.lists(CRITERIA, min_size=1, max_size=12).map(tuple))
@settings(deadline=None, max_examples=100)
def test_no_criterion_and_no_point_is_lost(criteria: tuple[Criterion, ...]) -> None:
    group = SubjectGroup(
        code="g",
        name="Nhóm",
        kinds=("collective",),
        criteria=criteria,
        sections=plans_invented.VILLAGE_SECTIONS[:3],
    )
    movement = MovementPlan(code="m", title="T", short_name="T", groups=(group,))
    plan = with_part(Part(code="p", title="Tiêu chí", kind="criteria"), movement)
    (table,) = (block.table for block in plan.printed if block.table)
    assert sum(row.kind == "row" for row in table.rows) == len(criteria)
    assert not missing_numbers(plan, *criteria)


def test_items_of_a_section_that_is_gone_are_still_asked_for() -> None:
    group = SubjectGroup(
        code="g",
        name="Nhóm",
        kinds=("individual",),
        criteria=(Criterion(code="1", title="Còn"), Criterion(code="2", title="Lạc", section="x")),
    )
    movement = MovementPlan(code="m", title="T", short_name="T", groups=(group,))
    plan = with_part(Part(code="p", kind="criteria"), movement)
    assert under(plan, "p/") == ["1. Nhóm", "a) Còn.", "b) Lạc."]
