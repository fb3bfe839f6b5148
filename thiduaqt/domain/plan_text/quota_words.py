"""How many awards a plan allows, every form in words, by award and occasion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from thiduaqt.domain.plan import (
    RECIPIENT_WORDS,
    ROUND_WORDS,
    MovementPlan,
    Quota,
    QuotaBase,
    Rounding,
)
from thiduaqt.domain.plan_text.blocks import (
    PLAIN,
    Node,
    heading,
    lower_first,
    point,
    text_node,
    upper_first,
)
from thiduaqt.domain.plan_text.words import (
    PlanWords,
    day_words,
    figure,
    how_many,
    kinds_in_words,
)

_ROUNDING: dict[Rounding, str] = {
    "down": "làm tròn xuống",
    "nearest": "làm tròn đến số gần nhất",
    "up": "làm tròn lên",
}
_FLAG = "Cờ"


def quota_nodes(
    key: str, quotas: Sequence[Quota], movement: MovementPlan, words: PlanWords
) -> tuple[Node, ...]:
    """Return one heading for each award, and under it what the plan allows on each occasion."""
    nodes = []
    for award in dict.fromkeys(quota.award for quota in quotas):
        own = [quota for quota in quotas if quota.award == award]
        place = f"{key}/{award}"
        nodes.append(heading(place, words.award(award), _occasions(place, own, movement, words)))
    return tuple(nodes)


def _occasions(
    key: str, quotas: Sequence[Quota], movement: MovementPlan, words: PlanWords
) -> tuple[Node, ...]:
    occasions = dict.fromkeys((quota.round_kind, quota.year) for quota in quotas)
    nodes = []
    for kind, year in occasions:
        own = [quota for quota in quotas if (quota.round_kind, quota.year) == (kind, year)]
        when = occasion_words(own[0])
        place = f"{key}/{kind}{year or ''}"
        parts = sentences(own, movement, words)
        source = own[0].source
        if not when:
            nodes += [
                text_node(
                    f"{place}/{number}" if number else place, upper_first(part), source=source
                )
                for number, part in enumerate(parts)
            ]
        else:
            nodes.append(point(place, f"{when}: {'; '.join(parts)}", source=source))
    return tuple(nodes)


def occasion_words(quota: Quota) -> str:
    """Return the occasion a quota belongs to: "Khen thưởng sơ kết năm 2027", or nothing."""
    if quota.round_kind == "any":
        return f"Năm {quota.year}" if quota.year else ""
    year = f" năm {quota.year}" if quota.year else ""
    return ROUND_WORDS[quota.round_kind] + year


def sentences(quotas: Sequence[Quota], movement: MovementPlan, words: PlanWords) -> tuple[str, ...]:
    """Return what the quotas of one award and occasion allow; like ones share one phrase."""
    plain = [quota for quota in quotas if _plain(quota)]
    phrases = []
    if plain:
        counted = [how_many(q.maximum or 0, _thing(q, words)) for q in plain]
        phrases.append("tối đa " + ", ".join(counted))
    alike: dict[Quota, list[Quota]] = {}
    for quota in quotas:
        if not _plain(quota):
            alike.setdefault(_but_for_kind(quota), []).append(quota)
    for same in alike.values():
        things = ", ".join(dict.fromkeys(_thing(quota, words) for quota in same))
        phrases.append(quota_words(same[0], movement, words, things))
    return tuple(dict.fromkeys(phrases))


def _but_for_kind(quota: Quota) -> Quota:
    """Return what a quota without a number shares with those for other kinds of recipients."""
    bare = quota.form in ("own", "unlimited") or (quota.form == "number" and quota.maximum is None)
    if not bare or quota.wording:
        return quota
    return replace(quota, recipient_kind="individual", source=PLAIN)


def _plain(quota: Quota) -> bool:
    narrowed = (quota.per, quota.group, quota.league, quota.block, quota.added_by)
    return quota.form == "number" and quota.maximum is not None and not any(narrowed)


def quota_words(quota: Quota, movement: MovementPlan, words: PlanWords, things: str = "") -> str:
    """Return one quota in words: "15% số cá nhân được đề nghị, làm tròn xuống".

    ``things`` are what is counted where it is more than the quota's own kind.
    """
    who = "".join((_whom(quota, movement), _per(quota, words)))
    said = _form(quota, words, things or _thing(quota, words))
    later = ""
    if quota.added_by:
        joined = "bổ sung ngoài số trên theo" if quota.on_top else "theo"
        since = f", áp dụng từ {day_words(quota.valid_from)}" if quota.valid_from else ""
        later = f" ({joined} {quota.added_by}{since})"
    return f"{who}{said}{later}"


def _form(quota: Quota, words: PlanWords, thing: str) -> str:
    most = quota.maximum
    if quota.form == "percent":
        return _share(quota, words)
    if quota.form == "unlimited":
        return f"không giới hạn số lượng {thing}"
    if quota.form == "own":
        return f"số lượng {thing} do cơ quan, đơn vị quy định"
    if quota.form == "shared" and most is not None:
        return "tối đa " + how_many(most, kinds_in_words(quota.shared_kinds, " hoặc "))
    if quota.form == "range" and quota.minimum is not None and most is not None:
        return f"từ {quota.minimum:02d} đến {how_many(most, thing)}"
    if quota.form == "range" and quota.minimum is not None:
        return f"từ {how_many(quota.minimum, thing)} trở lên"
    if most is None:
        return lower_first(quota.wording) or f"không ấn định số lượng {thing}"
    return "tối đa " + how_many(most, thing)


def _thing(quota: Quota, words: PlanWords) -> str:
    """Return what is counted: flags are counted as such, other awards by who gets them."""
    if words.award(quota.award).startswith(_FLAG):
        return "cờ"
    return RECIPIENT_WORDS[quota.recipient_kind]


def _share(quota: Quota, words: PlanWords) -> str:
    share = f"{figure(quota.percent)}%" if quota.percent is not None else "một tỷ lệ"
    base = _base(quota, words)
    counted = "" if quota.base_count is None else f" ({_counted(quota, quota.base_count)})"
    parts = [f"tối đa {share} {base}{counted}", _ROUNDING[quota.rounding]]
    if quota.maximum is not None:
        parts.append(f"nhưng không quá {how_many(quota.maximum, _thing(quota, words))}")
    if quota.at_least_one:
        parts.append(f"ít nhất {how_many(1, _thing(quota, words))}")
    return ", ".join(parts)


def _counted(quota: Quota, base: int) -> str:
    people = quota.recipient_kind == "individual" or quota.base == "workforce"
    households = quota.base == "households"
    word = "hộ" if households else "người" if people else RECIPIENT_WORDS[quota.recipient_kind]
    return how_many(base, word)


def _base(quota: Quota, words: PlanWords) -> str:
    kind = RECIPIENT_WORDS[quota.recipient_kind]
    units = words.unit_kinds(quota.per_kinds) if quota.per_kinds else "đơn vị"
    bases: dict[QuotaBase, str] = {
        "": f"số {kind}",
        "typed": f"số {kind}",
        "nominated": f"số {kind} được đề nghị",
        "registered": f"số {kind} đã đăng ký thi đua",
        "units": f"số {units}",
        "workforce": "tổng số cán bộ, công chức, viên chức, người lao động",
        "households": "tổng số hộ gia đình",
    }
    return bases[quota.base]


def _whom(quota: Quota, movement: MovementPlan) -> str:
    parts = []
    if quota.league:
        league = _name_of(movement.leagues, quota.league)
        parts.append(league if league.startswith("Bảng") else f"bảng “{league}”")
    if quota.group:
        parts.append(f"nhóm “{_name_of(movement.groups, quota.group)}”")
    return f"{', '.join(parts)}: " if parts else ""


def _name_of(items: Iterable[object], code: str) -> str:
    found = (item for item in items if getattr(item, "code", "") == code)
    return str(getattr(next(found, None), "name", "") or code)


def _per(quota: Quota, words: PlanWords) -> str:
    block = words.block(quota.block)
    inside = f" thuộc {block}" if block else ""
    if quota.per == "block":
        return f"mỗi khối, cụm thi đua{f' ({block})' if block else ''} "
    if quota.per == "unit":
        units = words.unit_kinds(quota.per_kinds) if quota.per_kinds else "đơn vị"
        return f"mỗi {units}{inside} "
    if quota.per == "source":
        return f"mỗi cơ quan, đơn vị đề nghị{inside} "
    return f"{block}: " if block else ""
