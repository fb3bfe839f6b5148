"""Every form of a quota in words, typed by hand as plans have them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.plans_invented import MOVEMENT
from thiduaqt.domain.plan import Quota, RecipientKind
from thiduaqt.domain.plan_text import PlanWords
from thiduaqt.domain.plan_text.quota_words import occasion_words, quota_words, sentences

WORDS = PlanWords(
    awards={"emulation_flag": "Cờ thi đua của Ủy ban nhân dân tỉnh", "certificate": "Giấy khen"},
    village="tổ dân phố",
)


def quota(kind: RecipientKind = "individual", maximum: int | None = None, **other: object) -> Quota:
    plain = Quota(award="certificate", round_kind="yearly", recipient_kind=kind, maximum=maximum)
    return replace(plain, **other)  # type: ignore[arg-type]  # fields of a quota


FORMS = [
    (quota(maximum=5), "tối đa 05 cá nhân"),
    (quota("collective", 15), "tối đa 15 tập thể"),
    (quota("household", 0), "tối đa 00 hộ gia đình"),
    (quota("collective", 2, award="emulation_flag"), "tối đa 02 cờ"),
    (quota("collective"), "không ấn định số lượng tập thể"),
    (quota(wording="Do cấp trên xét."), "do cấp trên xét."),
    (quota("collective", 5, form="range", minimum=3), "từ 03 đến 05 tập thể"),
    (quota("collective", form="range", minimum=3), "từ 03 tập thể trở lên"),
    (
        quota(form="percent", percent=Decimal(15), base="nominated"),
        "tối đa 15% số cá nhân được đề nghị, làm tròn xuống",
    ),
    (
        quota(form="percent", percent=Decimal("7.50"), base="registered", rounding="up"),
        "tối đa 7,5% số cá nhân đã đăng ký thi đua, làm tròn lên",
    ),
    (
        quota(
            "collective",
            form="percent",
            percent=Decimal(20),
            base="units",
            per_kinds=("village",),
            rounding="nearest",
            at_least_one=True,
        ),
        "tối đa 20% số tổ dân phố, làm tròn đến số gần nhất, ít nhất 01 tập thể",
    ),
    (
        quota(form="percent", percent=Decimal(10), base="typed", base_count=120),
        "tối đa 10% số cá nhân (120 người), làm tròn xuống",
    ),
    (
        quota("household", 9, form="percent", percent=Decimal(1), base="households"),
        "tối đa 1% tổng số hộ gia đình, làm tròn xuống, nhưng không quá 09 hộ gia đình",
    ),
    (
        quota(form="percent", percent=Decimal(5), base="workforce", base_count=8),
        "tối đa 5% tổng số cán bộ, công chức, viên chức, người lao động (08 người), làm tròn xuống",
    ),
    (
        quota("collective", 5, form="shared", shared_kinds=("collective", "individual")),
        "tối đa 05 tập thể hoặc cá nhân",
    ),
    (quota("collective", form="unlimited"), "không giới hạn số lượng tập thể"),
    (quota(form="own"), "số lượng cá nhân do cơ quan, đơn vị quy định"),
    (quota("collective", 1, per="block"), "mỗi khối, cụm thi đua tối đa 01 tập thể"),
    (
        quota("collective", 1, per="block", block="Cụm Đông"),
        "mỗi khối, cụm thi đua (Cụm Đông) tối đa 01 tập thể",
    ),
    (quota(maximum=2, per="unit", per_kinds=("school",)), "mỗi trường học tối đa 02 cá nhân"),
    (quota(maximum=2, per="unit", block="Cụm Đông"), "mỗi đơn vị thuộc Cụm Đông tối đa 02 cá nhân"),
    (quota(maximum=3, per="source"), "mỗi cơ quan, đơn vị đề nghị tối đa 03 cá nhân"),
    (quota(maximum=3, league="A"), "Bảng A: tối đa 03 cá nhân"),
    (quota(maximum=3, group="truong"), "nhóm “Các trường học và Trạm Y tế”: tối đa 03 cá nhân"),
    (quota(maximum=3, block="Cụm Tây"), "Cụm Tây: tối đa 03 cá nhân"),
    (
        quota(maximum=3, added_by="Hướng dẫn 12/HD-SNV", on_top=True),
        "tối đa 03 cá nhân (bổ sung ngoài số trên theo Hướng dẫn 12/HD-SNV)",
    ),
    (
        quota(maximum=3, added_by="Hướng dẫn 12/HD-SNV", valid_from="2026-06-01"),
        "tối đa 03 cá nhân (theo Hướng dẫn 12/HD-SNV, áp dụng từ ngày 01/6/2026)",
    ),
]


@pytest.mark.parametrize(("given", "words"), FORMS, ids=[words for _, words in FORMS])
def test_every_form(given: Quota, words: str) -> None:
    assert quota_words(given, MOVEMENT, WORDS) == words


def test_plain_numbers_of_one_occasion_share_a_phrase() -> None:
    found = sentences(
        (quota("collective", 2), quota(form="own"), quota("household", 3)), MOVEMENT, WORDS
    )
    assert found == (
        "tối đa 02 tập thể, 03 hộ gia đình",
        "số lượng cá nhân do cơ quan, đơn vị quy định",
    )


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"form": "own"}, "số lượng tập thể, cá nhân do cơ quan, đơn vị quy định"),
        ({"form": "unlimited"}, "không giới hạn số lượng tập thể, cá nhân"),
        ({}, "không ấn định số lượng tập thể, cá nhân"),
    ],
)
def test_kinds_without_a_number_share_a_phrase(other: dict[str, object], words: str) -> None:
    both = (quota("collective", **other), quota("individual", **other))  # type: ignore[arg-type]
    assert sentences(both, MOVEMENT, WORDS) == (words,)


def test_the_same_words_for_two_kinds_are_said_once() -> None:
    both = (quota("collective", wording="Tỉnh lựa chọn"), quota(wording="Tỉnh lựa chọn"))
    assert sentences(both, MOVEMENT, WORDS) == ("tỉnh lựa chọn",)


@pytest.mark.parametrize(
    ("round_kind", "year", "words"),
    [
        ("yearly", None, "Khen thưởng hằng năm"),
        ("interim", 2027, "Khen thưởng sơ kết năm 2027"),
        ("ad_hoc", None, "Khen thưởng đột xuất"),
        ("any", None, ""),
        ("any", 2030, "Năm 2030"),
    ],
)
def test_occasions(round_kind: str, year: int | None, words: str) -> None:
    assert occasion_words(quota(round_kind=round_kind, year=year)) == words
