"""Who is ranked among whom, what opens an award, and what decides between equals."""

from __future__ import annotations

from thiduaqt.domain.plan import League, MovementPlan, SubjectGroup, Threshold, TieBreaker
from thiduaqt.domain.plan_text.words import PlanWords, figure

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def league_words(league: League, movement: MovementPlan, words: PlanWords) -> str:
    """Return a league with those that compete in it."""
    who = []
    if league.unit_kinds:
        who.append(f"gồm các {words.unit_kinds(league.unit_kinds)}")
    if league.blocks:
        who.append(f"thuộc {', '.join(map(words.block, league.blocks))}")
    groups = [group.name for group in movement.groups if group.league == league.code]
    if groups:
        who.append(f"áp dụng tiêu chí: {'; '.join(groups)}")
    return f"{league.name}: {', '.join(who)}" if who else league.name


def threshold_words(threshold: Threshold, group: SubjectGroup, words: PlanWords) -> str:
    """Return what a nominee must reach for one award."""
    opening = f"Điều kiện {words.giving(threshold.award)}"
    if threshold.wording:
        return f"{opening}: {threshold.wording}"
    parts = []
    if threshold.points is not None:
        parts.append(_points(threshold))
    if threshold.no_fatal:
        parts.append("không có tiêu chí liệt")
    if threshold.all_of:
        parts.append(f"đạt tất cả các điều kiện: {_titles(threshold.all_of, group)}")
    if threshold.any_of:
        parts.append(f"đạt ít nhất một trong các điều kiện: {_titles(threshold.any_of, group)}")
    return f"{opening}: {', '.join(parts)}" if parts else opening


def _points(threshold: Threshold) -> str:
    points = figure(threshold.points) if threshold.points is not None else ""
    measure = (
        f"{points}% tổng điểm của các tiêu chí áp dụng" if threshold.percent else f"{points} điểm"
    )
    return f"đạt từ {measure} trở lên" if threshold.inclusive else f"đạt trên {measure}"


def _titles(codes: tuple[str, ...], group: SubjectGroup) -> str:
    return "; ".join(f"“{title_of(code, group)}”" for code in codes)


def title_of(code: str, group: SubjectGroup) -> str:
    """Return the title of a criterion or section of the group, or the code itself."""
    titles = {item.code: item.title for item in group.sections}
    titles.update((item.code, item.title) for item in group.criteria)
    return titles.get(code, code)


def tie_words(tie: TieBreaker, group: SubjectGroup, number: int) -> str:
    """Return one rule for equal points with its place in the order (from 1)."""
    place = _ORDINALS[number - 1] if number <= len(_ORDINALS) else str(number)
    return f"thứ {place}: {tie.wording or _tie(tie, group)}"


def _tie(tie: TieBreaker, group: SubjectGroup) -> str:
    more = "cao hơn" if tie.order == "more" else "thấp hơn"
    count = "nhiều hơn" if tie.order == "more" else "ít hơn"
    named = f" “{title_of(tie.code, group)}”" if tie.code else ""
    rules = {
        "criterion": f"có điểm tiêu chí{named} {more}",
        "section": f"có tổng điểm mục{named} {more}",
        "measure": f"có kết quả{named} {more}",
        "earlier_awards": f"có số lần được khen thưởng trước đây {count}",
        "size": f"có quy mô, số người tham gia {count}",
        "vote": "Hội đồng Thi đua - Khen thưởng bỏ phiếu quyết định",
    }
    return rules[tie.kind]
