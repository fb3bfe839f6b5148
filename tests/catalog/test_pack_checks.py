"""Packs whose parts do not fit together: told by entry, key and reason; notes do not refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalog.pack_texts import (
    CRITERION,
    GROUP,
    QUOTA,
    SECTION,
    TARGET,
    a_folder,
    looked_at,
)
from thiduaqt.catalog.packs import award_codes, examine

STEPS = GROUP + CRITERION.format("c") + 'kind = "steps"\n'
LEAGUE = '[[leagues]]\ncode = "{}"\nname = "Khối"\nsource = "mục III"\n'
PERCENT = QUOTA + 'form = "percent"\n'
THRESHOLD = '[[groups.thresholds]]\naward = "{}"\nsource = "mục IV"\n{}\n'
PLAN = '[plan]\nabstract = "Kế hoạch"\n'

ERRORS = [
    # references
    (GROUP + 'league = "x"', "groups thứ 1 (g)", "league", "không có bảng “x”"),
    (GROUP + CRITERION.format("c") + 'section = "x"', "criteria thứ 1", "section", "mục “x”"),
    (GROUP + SECTION.format("a", "x"), "sections thứ 1 (a)", "parent", "không có mục “x”"),
    (GROUP + THRESHOLD.format("giay_khen", ""), "thresholds", "award", "hình thức khen"),
    (
        GROUP + THRESHOLD.format("certificate_of_merit", 'all_of = ["x"]'),
        "thresholds thứ 1",
        "all_of",
        "“x”",
    ),
    (
        GROUP + '[[groups.tie_breakers]]\nkind = "criterion"\ncode = "x"',
        "tie_breakers",
        "code",
        "“x”",
    ),
    (GROUP + '[[groups.tie_breakers]]\nkind = "section"', "tie_breakers", "code", "“”"),
    (TARGET.format("t") + 'parent = "x"', "targets thứ 1 (t)", "parent", "chỉ tiêu “x”"),
    (TARGET.format("t") + 'group = "x"', "targets thứ 1 (t)", "group", "nhóm “x”"),
    (QUOTA + 'maximum = 1\ngroup = "x"', "quotas thứ 1", "group", "nhóm “x”"),
    (QUOTA + 'maximum = 1\nleague = "x"', "quotas thứ 1", "league", "bảng “x”"),
    (
        '[[papers]]\ncode = "p"\nname = "Báo cáo"\ngroups = ["x"]\nsource = "a"',
        "papers thứ 1 (p)",
        "groups",
        "nhóm “x”",
    ),
    (
        '[[papers]]\ncode = "p"\nname = "Báo cáo"\nawards = ["x"]\nsource = "a"',
        "papers thứ 1 (p)",
        "awards",
        "hình thức khen “x”",
    ),
    (
        '[[routes]]\ncode = "r"\nproposer = "A"\nnominates = "B"\nreceiver = "C"\nawards = ["x"]',
        "routes thứ 1 (r)",
        "awards",
        "hình thức khen “x”",
    ),
    (GROUP + 'unit_kinds = ["lang"]', "groups thứ 1 (g)", "unit_kinds", "loại đơn vị “lang”"),
    (
        PLAN + '[[plan.chapters]]\ncode = "a"\ntitle = "A"\n[[plan.chapters.parts]]\ncode = "b"\n'
        'movement = "x"',
        "parts thứ 1 (b)",
        "movement",
        "phong trào “x”",
    ),
    # circles
    (
        GROUP + SECTION.format("a", "b") + SECTION.format("b", "a"),
        "sections thứ 1 (a)",
        "parent",
        "vòng tròn",
    ),
    (GROUP + SECTION.format("a", "a"), "sections thứ 1 (a)", "parent", "vòng tròn"),
    (
        TARGET.format("t") + 'parent = "u"\n' + TARGET.format("u") + 'parent = "t"',
        "targets thứ 1 (t)",
        "parent",
        "vòng tròn",
    ),
    # codes and what is said twice
    (LEAGUE.format("l") * 2, "leagues", "code", "dùng hai lần"),
    (LEAGUE.format(""), "leagues", "code", "không được để trống"),
    (TARGET.format("t") * 3, "targets", "code", "dùng 3 lần"),
    (GROUP + CRITERION.format("a") + SECTION.format("a", ""), "sections", "code", "vừa là"),
    (GROUP + 'version = 2\nvalid_from = "2026"\n' + GROUP, "groups", "code", "dùng hai lần"),
    (GROUP + "version = 0", "groups thứ 1 (g)", "version", "từ 1"),
    (GROUP + 'valid_from = "hôm qua"', "groups thứ 1 (g)", "valid_from", "ngày"),
    ((QUOTA + "maximum = 1\n") * 2, "quotas", "award", "ghi hai lần"),
    (
        QUOTA + "maximum = 1\n" + QUOTA + 'maximum = 3\nform = "shared"\n'
        'shared_kinds = ["individual", "household"]',
        "quotas",
        "award",
        "ghi hai lần",
    ),
    (
        TARGET.format("t") + 'operator = ">="\nby_year = [{year = 2026, value = "1"}, '
        '{year = 2026, value = "2"}]',
        "by_year",
        "year",
        "năm 2026 ghi hai lần",
    ),
    (
        GROUP + '[[groups.scorers]]\nrole = "self"\n[[groups.scorers]]\nrole = "self"',
        "scorers",
        "role",
        "ghi 2 lần",
    ),
    (
        GROUP + 'scorers = [{role = "self", counts = true}, {role = "council", counts = true}]',
        "scorers",
        "counts",
        "chỉ điểm của một bên",
    ),
    # bands
    (STEPS, "criteria thứ 1 (c)", "steps", "phải có các bậc"),
    (STEPS + "steps = [{points = 5, low = 80}, {points = 3, low = 70, high = 90}]",
     "steps", "low", "chồng lên nhau từ 80"),
    (STEPS + "steps = [{points = 5, low = 80}, {points = 3, high = 80, high_inclusive = true}]",
     "steps", "low", "80 thuộc cả hai bậc"),
    (STEPS + "steps = [{points = 5}, {points = 3, low = 70}]", "steps", "low", "chồng lên nhau"),
    (STEPS + "steps = [{points = 5, low = 80, high = 70}]", "steps thứ 1", "high", "không có"),
    (STEPS + "steps = [{points = 5, low = 80, high = 80}]", "steps thứ 1", "high", "không có"),
    (GROUP + CRITERION.format("c") + 'kind = "letter"', "criteria thứ 1", "letters", "phải có"),
    # figures
    (GROUP + CRITERION.format("c") + 'points = "-1"', "criteria thứ 1", "points", "âm"),
    (GROUP + CRITERION.format("c") + "points = 5\nfatal_below = 6",
     "criteria", "fatal_below", "lớn hơn điểm tối đa"),
    (GROUP + SECTION.format("a", "") + "most = -5", "sections thứ 1 (a)", "most", "âm"),
    (GROUP + SECTION.format("a", "") + "least = 5", "sections thứ 1 (a)", "least", "số âm hoặc 0"),
    (GROUP + SECTION.format("a", "") + 'combine = "at_least"', "sections", "at_least", "phải nêu"),
    (GROUP + SECTION.format("a", "") + "at_least = 2", "sections", "at_least", "chỉ dùng với"),
    (GROUP + "total = -1", "groups thứ 1 (g)", "total", "âm"),
    (GROUP + "required_checks = -1", "groups thứ 1 (g)", "required_checks", "âm"),
    (GROUP + THRESHOLD.format("certificate_of_merit", "points = 101\npercent = true"),
     "thresholds", "points", "0 đến 100"),
    (TARGET.format("t") + 'operator = ">="', "targets thứ 1 (t)", "value", "phải có con số"),
    (TARGET.format("t") + 'operator = ">="\nvalue = "75,5"', "targets thứ 1", "value", "thập phân"),
    (TARGET.format("t") + 'operator = ">="\nby_year = [{year = 26, value = "1"}]',
     "by_year", "year", "ngoài khoảng"),
    # forms of quotas
    (QUOTA, "quotas thứ 1", "maximum", "thiếu khóa"),
    (QUOTA + 'form = "range"\nmaximum = 5', "quotas thứ 1", "minimum", "form = range"),
    (QUOTA + 'form = "range"\nminimum = 6\nmaximum = 5', "quotas thứ 1", "minimum", "lớn hơn"),
    (PERCENT + 'base = "units"', "quotas thứ 1", "percent", "form = percent"),
    (PERCENT + "percent = 5", "quotas thứ 1", "base", "tính trên số nào"),
    (PERCENT + 'percent = 101\nbase = "units"', "quotas thứ 1", "percent", "0 đến 100"),
    (PERCENT + 'percent = -1\nbase = "units"', "quotas thứ 1", "percent", "âm"),
    (QUOTA + "maximum = 5\nbase_count = 9", "quotas thứ 1", "base_count", "form = percent"),
    (QUOTA + "maximum = 5\npercent = 5", "quotas thứ 1", "percent", "chỉ dùng với form = percent"),
    (QUOTA + "maximum = 5\nminimum = 2", "quotas thứ 1", "minimum", "chỉ dùng với form = range"),
    (QUOTA + 'maximum = 5\nform = "shared"', "quotas thứ 1", "shared_kinds", "từ hai loại"),
    (QUOTA + 'maximum = 5\nform = "shared"\nshared_kinds = ["collective", "household"]',
     "quotas thứ 1", "recipient_kind", "shared_kinds"),
    (QUOTA + 'form = "unlimited"\nmaximum = 5', "quotas thứ 1", "maximum", "không đi cùng"),
    (QUOTA + 'maximum = 5\nper_kinds = ["village"]', "quotas thứ 1", "per_kinds", "per = unit"),
    (QUOTA + "maximum = 5\nyear = 26", "quotas thứ 1", "year", "ngoài khoảng"),
    (QUOTA + 'maximum = 5\ndecided_by = "xã"', "quotas thứ 1", "decided_by", "commune, province"),
    # dates
    ('[plan]\ndate = "2026-02-30"', "plan", "date", "phải là ngày"),
    ('[[phases]]\ncode = "p"\nname = "P"\nstart = "2027"\nend = "2026"\nsource = "a"',
     "phases thứ 1 (p)", "end", "sớm hơn"),
    ('[[rounds]]\nkind = "yearly"\nname = "Đợt"\nwhen = {value = "20/11/2026"}\nsource = "a"',
     "rounds thứ 1 › when", "value", "phải là ngày"),
    ('[[rounds]]\nkind = "yearly"\nname = "Đợt"\nwhen = {anchor = "event"}\nsource = "a"',
     "rounds thứ 1 › when", "event", "sự kiện"),
    ('[[milestones]]\ncode = "m"\nname = "M"\nwhen = {offset = -10}\nsource = "a"',
     "milestones thứ 1 (m) › when", "anchor", "mốc"),
]  # fmt: skip


@pytest.mark.parametrize(("rest", "place", "key", "reason"), ERRORS)
def test_what_does_not_fit_is_refused_by_entry_key_and_reason(
    tmp_path: Path, rest: str, place: str, key: str, reason: str
) -> None:
    found = looked_at(tmp_path, rest)
    assert found.pack is None
    told = [(fault.place, fault.key, fault.reason) for fault in found.errors]
    fitting = [one for one in told if place in one[0] and one[1] == key and reason in one[2]]
    assert fitting, told
    assert all(fault.file == "mau.toml" for fault in found.errors)


NOTES = [
    (STEPS + "steps = [{points = 5, low = 80}, {points = 3, low = 50, high = 70}]",
     "low", "từ 70 đến 80 không thuộc bậc nào"),
    (STEPS + "steps = [{points = 5, low = 80, low_inclusive = false}, {points = 3, high = 80}]",
     "low", "giá trị 80 không thuộc bậc nào"),
    (GROUP + "total = 100\n" + CRITERION.format("c") + 'kind = "points"\npoints = 90',
     "total", "kế hoạch ghi 100 điểm, các tiêu chí cho tối đa 90"),
    (GROUP + "required_checks = 3\n" + CRITERION.format("c"), "required_checks", "chỉ có 1"),
    (TARGET.format("t") + 'value = "75"\nunit = "%"', "operator", "chưa nêu phép so sánh"),
    (TARGET.format("t") + 'operator = ">="\nvalue = "120"\nunit = "%"', "value", "0 đến 100"),
    ('[[rounds]]\nkind = "final"\nname = "Đợt"\nsource = "a"\n' + QUOTA + "maximum = 1",
     "round_kind", "không nêu đợt"),
    ('[[phases]]\ncode = "p"\nname = "P"', "source", "phải nêu nguồn"),
    (GROUP + SECTION.format("a", ""), "code", "không có gì bên trong"),
    (PERCENT + 'percent = 5\nbase = "units"\nbase_count = 9', "base_count", "đếm theo base"),
]  # fmt: skip


@pytest.mark.parametrize(("rest", "key", "reason"), NOTES)
def test_what_real_plans_do_is_only_pointed_out(
    tmp_path: Path, rest: str, key: str, reason: str
) -> None:
    found = looked_at(tmp_path, rest)
    assert found.errors == ()
    assert found.pack is not None
    told = [(note.key, note.reason) for note in found.notes]
    assert [note for note in told if note[0] == key and reason in note[1]], told


SOUND = [
    STEPS + "steps = [{points = 5, low = 80}, {points = 3, low = 50, high = 80}, "
    "{points = 0, high = 50}]",
    STEPS + "steps = [{points = 5, low = 80, low_inclusive = false}, "
    "{points = 3, high = 80, high_inclusive = true}]",
    GROUP + "total = 110\n" + CRITERION.format("c") + 'kind = "points"\npoints = 100\n'
    + CRITERION.format("d") + 'kind = "bonus"\npoints = 10',
    PERCENT + 'percent = "7.5"\nbase = "typed"\nbase_count = 40\nrounding = "up"',
    QUOTA + 'form = "shared"\nshared_kinds = ["individual", "household"]\nmaximum = 5',
    QUOTA + 'form = "own"', QUOTA + 'form = "unlimited"', QUOTA + 'maximum = "none"',
    QUOTA + "maximum = 1\n" + QUOTA + "maximum = 2\nyear = 2027",
    QUOTA + "maximum = 1\n" + QUOTA + 'maximum = 2\nadded_by = "12/HD-UBND"',
    '[plan]\ndate = ""', '[plan]\ndate = "2025-08"', '[plan]\ndate = "2025"',
    '[[phases]]\ncode = "p"\nname = "P"\nstart = "2026-03"\nend = "2026"\nsource = "a"',
]  # fmt: skip


@pytest.mark.parametrize("rest", SOUND)
def test_what_fits_raises_no_alarm(tmp_path: Path, rest: str) -> None:
    found = looked_at(tmp_path, rest)
    assert (found.errors, found.notes) == ((), ())


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    found = looked_at(
        tmp_path, QUOTA.replace("certificate", "x") + "maximum = -1\nyear = 5\n", top="colour = 1"
    )
    assert {fault.key for fault in found.errors} == {"colour"}
    found = looked_at(tmp_path, QUOTA.replace("certificate", "x") + "maximum = -1\nyear = 5\n")
    assert {fault.key for fault in found.errors} == {"award", "maximum", "year"}


# --- A folder --------------------------------------------------------------------------------

FIRST = 'code = "m1"\ntitle = "Một"\nshort_name = "1"\n'
SECOND = 'code = "m2"\ntitle = "Hai"\nshort_name = "2"\n'


def test_a_folder_in_the_order_it_names(tmp_path: Path) -> None:
    files = {"movement_a.toml": "order = 2\n" + FIRST, "movement_b.toml": "order = 1\n" + SECOND}
    found = examine(a_folder(tmp_path, files), known_awards=award_codes())
    assert found.pack is not None
    assert [plan.code for plan in found.pack.movements] == ["m2", "m1"]


def test_a_movement_takes_what_it_does_not_give_itself(tmp_path: Path) -> None:
    common = '[[common]]\ncode = "gate"\ntitle = "Điều kiện"\nkind = "gate"\nsource = "a"\n'
    files = {
        "movement_1.toml": FIRST + QUOTA + "maximum = 4\n" + GROUP + CRITERION.format("c"),
        "movement_2.toml": SECOND + 'same_as = "m1"\n' + QUOTA + "maximum = 9",
    }
    found = examine(a_folder(tmp_path, files, plan=common), known_awards=award_codes())
    assert found.errors == ()
    assert found.pack is not None
    first, second = found.pack.movements
    assert second.groups == first.groups
    assert [item.code for item in second.groups[0].criteria] == ["gate", "c"]
    assert (first.quotas[0].maximum, second.quotas[0].maximum) == (4, 9)


@pytest.mark.parametrize(
    ("files", "file", "key", "reason"),
    [
        ({}, "goi", "", "không có tệp movement_"),
        ({"movement_1.toml": FIRST + 'same_as = "x"'}, "movement_1.toml", "same_as", "“x”"),
        ({"movement_1.toml": FIRST + "same_as = 3"}, "movement_1.toml", "same_as", "“3”"),
        ({"movement_1.toml": FIRST + 'same_as = "m1"'}, "movement_1.toml", "same_as", "vòng tròn"),
        (
            {
                "movement_1.toml": FIRST + 'same_as = "m2"',
                "movement_2.toml": SECOND + 'same_as = "m1"',
            },
            "movement_1.toml",
            "same_as",
            "vòng tròn",
        ),
        ({"movement_1.toml": FIRST, "movement_2.toml": FIRST}, "plan.toml", "code", "hai lần"),
        ({"movement_1.toml": 'order = "a"\n' + FIRST}, "movement_1.toml", "order", "số nguyên"),
        ({"movement_1.toml": FIRST + "[pack]\norder = 1"}, "movement_1.toml", "pack", "mẫu"),
        ({"movement_1.toml": FIRST, "movement_2.toml": "= 3"}, "movement_2.toml", "", "dòng 1"),
        ({f"movement_{n}.toml": FIRST for n in range(61)}, "goi", "", "hơn 60 tệp"),
    ],
)
def test_a_bad_folder_is_named_by_its_file(
    tmp_path: Path, files: dict[str, str], file: str, key: str, reason: str
) -> None:
    found = examine(a_folder(tmp_path, files), known_awards=award_codes())
    told = [(fault.file, fault.key) for fault in found.errors if reason in fault.reason]
    assert (file, key) in told, found.errors
    assert found.pack is None


def test_a_folder_without_a_plan_or_with_strange_files(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"movement_1.toml": FIRST, "ghi chu.docx": "x"})
    found = examine(folder, known_awards=award_codes())
    assert [(note.file, note.reason) for note in found.notes] == [
        ("ghi chu.docx", "không thuộc gói nên bỏ qua")
    ]
    (folder / "plan.toml").write_text("colour = 1\n[pack]\n", encoding="utf-8")
    found = examine(folder, known_awards=award_codes())
    assert {fault.key for fault in found.errors} == {"colour", "description", "order", "checked"}
    (folder / "plan.toml").unlink()
    found = examine(folder, known_awards=award_codes())
    assert [fault.reason for fault in found.errors] == ["thiếu tệp plan.toml"]


def test_same_as_needs_a_folder(tmp_path: Path) -> None:
    found = looked_at(tmp_path, top='same_as = "x"')
    assert [(fault.key, fault.reason) for fault in found.errors] == [
        ("same_as", "chỉ dùng trong gói là một thư mục")
    ]
