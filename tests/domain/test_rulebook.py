"""Questions to a rulebook made by hand: what holds on a day, what lapsed, what is doubtful."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from thiduaqt.domain.errors import NotFound
from thiduaqt.domain.kinds import (
    AwardKind,
    BaseSalary,
    EligibilityRule,
    LegalBasisRule,
    OutdatedRate,
    PrizeRate,
    StandardRule,
    VoteRule,
)
from thiduaqt.domain.plan import Paper, Source
from thiduaqt.domain.rulebook import Rulebook

LAW = Source(tag="law", text="Luật mẫu, Điều 1")
GUESS = Source(tag="suggestion", text="Thông lệ", confidence="R")
DAY = dt.date(2026, 12, 10)


def _award(code: str, rank: int, **more: object) -> AwardKind:
    values: dict[str, object] = {
        "code": code,
        "name": code,
        "full_name": "Giấy khen của Chủ tịch Ủy ban nhân dân {commune}",
        "level": "commune",
        "decided_by": "Chủ tịch Ủy ban nhân dân {commune}, {province}",
        "recipient_kinds": ("individual",),
        "commendation_types": ("merit",),
        "rank": rank,
        "valid_from": "2024-01-01",
        "source": LAW,
    }
    return AwardKind(**{**values, **more})  # type: ignore[arg-type]


def _salary(amount: int, first: str, last: str = "") -> BaseSalary:
    return BaseSalary(amount=amount, valid_from=first, valid_to=last, source=LAW)


def _basis(code: str, *marks: tuple[str, ...], **more: object) -> LegalBasisRule:
    values: dict[str, object] = {
        "code": code,
        "text": code,
        "marks": marks,
        "valid_from": "2024-01-01",
        "source": LAW,
    }
    return LegalBasisRule(**{**values, **more})  # type: ignore[arg-type]


def _vote(**more: object) -> VoteRule:
    values: dict[str, object] = {
        "code": "council",
        "level": "commune",
        "quorum": "2/3",
        "quorum_source": GUESS,
        "pass_fraction": "1/2",
        "pass_operator": ">",
        "pass_source": LAW,
        "denominator": "total",
        "denominator_source": GUESS,
        "form_source": LAW,
        "valid_from": "2024-01-01",
        "source": LAW,
    }
    return VoteRule(**{**values, **more})  # type: ignore[arg-type]


def _book(**lists: object) -> Rulebook:
    return Rulebook(on=DAY, province="tỉnh Mẫu", has_province_pack=True, **lists)  # type: ignore[arg-type]


def test_both_ends_of_a_span_are_inside_it() -> None:
    book = _book(
        base_salaries=(
            _salary(1, "2025-01-01", "2026-06-30"),
            _salary(2, "2026-07-01"),
        )
    )
    asked = ("2024-12-31", "2025-01-01", "2026-06-30", "2026-07-01", "2030-01-01")
    found = [book.base_salary(dt.date.fromisoformat(day)) for day in asked]
    assert [salary.amount if salary else None for salary in found] == [None, 1, 1, 2, 2]


def test_a_lapsed_rule_still_answers_and_is_reported() -> None:
    rate = PrizeRate(
        award="a",
        recipient_kind="individual",
        multiple=Decimal("0.3"),
        valid_from="2025-01-01",
        valid_to="2026-11-30",
        source=LAW,
    )
    book = _book(rates=(rate,))
    assert book.rate("a", "individual") is rate
    assert [(doubt.code, doubt.reason) for doubt in book.needs_check()] == [
        ("a/individual", "lapsed")
    ]
    assert "01/12/2026" in book.needs_check()[0].text


def test_the_province_goes_before_the_nation() -> None:
    national, own = _vote(), _vote(pass_fraction="4/5", pack="mau")
    assert _book(votes=(national, own)).vote_rule() is own
    assert _book(votes=(own, national)).vote_rule() is own
    later = _vote(pack="mau", valid_from="2027-01-01")
    assert _book(votes=(national, later)).vote_rule() is national
    assert _book(votes=(national,)).vote_rule("province") is None


def test_awards_are_named_and_ordered() -> None:
    paper = Paper(code="p", name="Báo cáo", kinds=("collective",), source=LAW)
    low, high = _award("low", 50, papers=(paper,)), _award("high", 20, level="province")
    book = _book(awards=(low, high))
    assert [kind.code for kind in book.award_kinds()] == ["high", "low"]
    assert [kind.code for kind in book.award_kinds(level="commune")] == ["low"]
    assert low.named("xã Cao Minh", "tỉnh Thái Nguyên") == (
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Cao Minh"
    )
    assert low.authority("xã Cao Minh", "tỉnh Thái Nguyên").endswith(
        "xã Cao Minh, tỉnh Thái Nguyên"
    )
    assert low.papers_for("collective") == (paper,)
    assert low.papers_for("individual") == ()
    with pytest.raises(NotFound, match="không có"):
        book.award("không có")


def test_bases_are_printed_in_order_while_they_hold() -> None:
    book = _book(
        bases=(
            _basis("second", ("b",), order=2),
            _basis("first", ("a",), order=1),
            _basis("ended", ("c",), valid_to="2026-12-09"),
            _basis("known", ("d",), printed=False),
            _basis("titles", ("e",), order=3, awards=("title",)),
        )
    )
    assert [rule.code for rule in book.bases_for("form")] == ["first", "second"]
    assert [rule.code for rule in book.bases_for("title")] == ["first", "second", "titles"]
    assert book.bases_for("form", dt.date(2026, 12, 9))[0].code == "ended"
    assert book.bases_for("form")[0].line == "Căn cứ first"


def test_a_typed_basis_is_recognised_by_its_number_not_by_a_longer_one() -> None:
    old = _basis(
        "old", ("98/2023/nd-cp",), printed=False, valid_from="", valid_to="2025-06-30",
        replaced_by="Nghị định mới",
    )  # fmt: skip
    book = _book(bases=(old,))
    warning = book.expired_basis("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023;")
    assert warning is not None
    assert warning.sentence == (
        "Căn cứ này hết hiệu lực từ 01/07/2025 — kiểm tra lại. Thay bằng: Nghị định mới."
    )
    assert book.expired_basis("Nghị định số 198/2023/NĐ-CP") is None
    assert book.expired_basis("Căn cứ Nghị định số 98/2023/NĐ-CP", dt.date(2025, 6, 30)) is None


def test_a_basis_not_yet_in_force_or_of_unknown_end_is_told() -> None:
    coming = _basis("coming", ("9/2027",), valid_from="2027-01-01")
    gone = _basis("gone", ("1/2000",), valid_from="", expired=True)
    book = _book(bases=(coming, gone))
    soon = book.expired_basis("Luật 9/2027")
    ended = book.expired_basis("Nghị định 1/2000")
    assert soon is not None
    assert "có hiệu lực từ 01/01/2027" in soon.sentence
    assert ended is not None
    assert ended.sentence == "Căn cứ này đã hết hiệu lực — kiểm tra lại."


def test_a_title_that_quotes_another_document_does_not_name_it() -> None:
    decree = _basis("decree", ("152/2025/nd-cp",), order=1)
    circular = _basis("circular", ("15/2025/tt-bnv", "tt-bnv"), order=2)
    law = _basis("law", ("^luat mau",), order=0)
    book = _book(bases=(decree, circular, law))
    quoting = "Căn cứ Thông tư số 15/2025/TT-BNV hướng dẫn Luật mẫu và Nghị định 152/2025/NĐ-CP"
    assert [rule.code for rule in book.missing_bases([quoting], "a")] == ["law", "decree"]
    assert book.missing_bases([quoting, "Luật Mẫu", "Căn cứ NĐ 152/2025/NĐ-CP"], "a") == ()


def test_unconfirmed_parts_are_reported() -> None:
    rule = EligibilityRule(
        code="e", weight="block", sentence="Câu.", valid_from="2024-01-01", source=GUESS
    )
    weak = Paper(code="p", name="Giấy", source=Source(tag="suggestion", text="x", confidence="L"))
    book = _book(votes=(_vote(),), eligibility=(rule,), awards=(_award("a", 1, papers=(weak,)),))
    found = {(doubt.kind, doubt.code) for doubt in book.needs_check()}
    assert found == {
        ("eligibility", "e"),
        ("vote", "commune/quorum"),
        ("vote", "commune/denominator"),
        ("paper", "a/p"),
    }
    assert book.sentence("e") == "Câu."


def test_a_province_without_a_pack_is_reported() -> None:
    book = Rulebook(on=DAY, province="tỉnh Mẫu")
    (doubt,) = book.needs_check()
    assert doubt.reason == "missing"
    assert "tỉnh Mẫu" in doubt.text


def test_own_standards_replace_the_national_ones() -> None:
    def standard(code: str, pack: str, last: str = "") -> StandardRule:
        return StandardRule(
            code=code, award="a", recipient_kind="individual", text=code, pack=pack,
            valid_from="2024-01-01", valid_to=last, source=LAW,
        )  # fmt: skip

    national, own = standard("n", "national"), standard("p", "mau")
    assert _book(standards=(national, own)).standards_for("a", "individual") == (own,)
    assert _book(standards=(national,)).standards_for("a", "individual") == (national,)
    ended = standard("p", "mau", "2026-01-01")
    assert _book(standards=(national, ended)).standards_for("a", "individual") == (national,)


def test_an_old_rate_is_recognised() -> None:
    old = OutdatedRate(
        award="a", recipient_kind="individual", multiple=Decimal("0.15"), valid_from="", source=LAW
    )
    book = _book(outdated_rates=(old,))
    assert book.outdated_multiple("a", "individual", Decimal("0.150")) is old
    assert book.outdated_multiple("a", "individual", Decimal("0.3")) is None
