"""Time and work in a plan: period, phases, occasions, milestones, registration, who does what."""

from __future__ import annotations

from collections.abc import Sequence

from thiduaqt.domain.plan import (
    LegalBasis,
    Milestone,
    MovementPlan,
    Phase,
    PlannedRound,
    RegistrationRule,
    Responsibility,
    Route,
)
from thiduaqt.domain.plan_text.blocks import (
    Node,
    closed,
    dash,
    heading,
    lower_first,
    point,
    text_node,
    upper_first,
)
from thiduaqt.domain.plan_text.words import (
    PlanWords,
    deadline_words,
    how_many,
    kinds_in_words,
    period_words,
    says,
)

_ROUTES_TITLE = "Nơi tiếp nhận đề nghị khen thưởng"


def subject_nodes(key: str, movement: MovementPlan) -> tuple[Node, ...]:
    """Return scope and subjects; a lone text stands without a letter."""
    hosts = "; ".join(movement.hosts)
    slogan = f"“{movement.slogan.strip('“”')}”" if movement.slogan else ""
    parts = [
        ("scope", "Phạm vi", movement.scope),
        ("subjects", "Đối tượng", movement.subjects),
        ("hosts", "Đơn vị phối hợp tổ chức", hosts),
        ("slogan", "Khẩu hiệu", slogan),
    ]
    told = [(code, title, text) for code, title, text in parts if text.strip()]
    if len(told) == 1:
        return (text_node(f"{key}/{told[0][0]}", upper_first(told[0][2])),)
    return tuple(_lines(f"{key}/{code}", title, text) for code, title, text in told)


def _lines(key: str, title: str, text: str) -> Node:
    first, *others = [line.strip(" -") for line in text.splitlines() if line.strip()]
    if not others:
        return point(key, f"{title}: {first}")
    children = tuple(dash(f"{key}/{number}", line) for number, line in enumerate((first, *others)))
    return point(key, title, children)


def period_nodes(key: str, movement: MovementPlan) -> tuple[Node, ...]:
    """Return the sentence that says from when to when the movement runs."""
    words = movement.period_wording or period_words(
        movement.period_start, movement.period_end, movement.period_event
    )
    if not words:
        return ()
    whole = words[:1].isupper() or says(words, "phong trào")
    text = words if whole else f"Phong trào thi đua được tổ chức {words}"
    return (text_node(f"{key}/period", upper_first(text)),)


def phase_nodes(key: str, phases: Sequence[Phase], movement: MovementPlan) -> tuple[Node, ...]:
    """Return the phases with what is done in each; an opening counts them."""
    if not phases:
        return ()
    opening = _opening(phases, movement)
    first = (Node(key=f"{key}/phases", kind="text", text=opening),) if opening else ()
    return (*first, *(_phase(f"{key}/phase/{phase.code}", phase) for phase in phases))


def _opening(phases: Sequence[Phase], movement: MovementPlan) -> str:
    counted = [phase for phase in phases if phase.kind == "phase"]
    if len(counted) < 2:
        return ""
    start, end = movement.period_start or counted[0].start, movement.period_end or counted[-1].end
    span = f" {period_words(start[:4], end[:4])}," if start and end else ""
    count = how_many(len(counted), "giai đoạn")
    return f"Phong trào thi đua được triển khai thực hiện{span} chia thành {count}:"


def _phase(key: str, phase: Phase) -> Node:
    when = period_words(phase.start, phase.end)
    name = phase.name
    if phase.kind == "sprint" and "đợt" not in name.lower():
        name = f"Đợt cao điểm {name}"
    title = f"{name} ({when})" if when and not says(name, when) else name
    text = f"{title}: {phase.content}" if phase.content else title
    return point(key, text, source=phase.source)


def round_nodes(key: str, rounds: Sequence[PlannedRound]) -> tuple[Node, ...]:
    """Return the occasions on which awards are given, with their days."""
    return tuple(
        dash(f"{key}/round/{planned.kind}/{number}", round_words(planned), source=planned.source)
        for number, planned in enumerate(rounds)
    )


def round_words(planned: PlannedRound) -> str:
    """Return one occasion: "Khen thưởng tổng kết năm 2026: vào dịp …"."""
    when = deadline_words(planned.when, occasion=True)
    if says(planned.name, when):
        when = ""
    occasion = "" if says(f"{planned.name} {when}", planned.occasion) else planned.occasion
    told = ", ".join(part for part in (when, f"vào dịp {occasion}" if occasion else "") if part)
    return f"{planned.name}: {told}" if told else planned.name


def milestone_nodes(key: str, milestones: Sequence[Milestone]) -> tuple[Node, ...]:
    """Return what is wanted by a date: who does it, for whom, until when."""
    return tuple(
        point(f"{key}/milestone/{item.code}", _milestone(item), source=item.source)
        for item in milestones
    )


def _milestone(item: Milestone) -> str:
    """Return "Báo cáo kết quả: các thôn gửi Ủy ban nhân dân xã trước ngày 15/11 hằng năm"."""
    name = item.name.rstrip(" .;")
    who = "" if says(name, item.who) else item.who
    receiver = "" if says(name, item.receiver) else item.receiver
    words = deadline_words(item.when)
    when = "" if says(name, words) else words
    does = f"gửi {receiver}" if receiver else "thực hiện" if who else ""
    told = " ".join(part for part in (who, does, when) if part)
    return f"{name}: {told}" if told else name


def registration_nodes(key: str, rule: RegistrationRule | None) -> tuple[Node, ...]:
    """Return who registers, for what, until when, and what follows where nobody does."""
    if rule is None:
        return ()
    kinds = kinds_in_words(rule.kinds)
    who = (
        f"Các cơ quan, đơn vị đăng ký thi đua cho {kinds} thuộc đơn vị"
        if rule.for_units
        else (f"{upper_first(kinds)} tự đăng ký thi đua")
    )
    when = deadline_words(rule.deadline)
    yearly = " hằng năm" if rule.every_year and "hằng năm" not in when else ""
    texts = [("who", f"{who}{yearly}" + (f"; thời hạn đăng ký: {when}" if when else ""))]
    if rule.content:
        texts.append(("content", f"Nội dung đăng ký: {rule.content}"))
    if rule.both_sign:
        signed = (
            "Bản đăng ký, giao ước thi đua có chữ ký của người đăng ký và đại diện Ủy ban nhân dân"
        )
        texts.append(("both_sign", signed))
    if rule.required:
        condition = "Chỉ xét khen thưởng đối với trường hợp đã đăng ký thi đua đúng thời hạn"
        texts.append(("required", condition))
    return tuple(
        point(f"{key}/registration/{code}", text, source=rule.source) for code, text in texts
    )


def duty_nodes(key: str, duties: Sequence[Responsibility]) -> tuple[Node, ...]:
    """Return one heading for each unit with its duties; a lone duty stands without a letter."""
    nodes = []
    for unit in dict.fromkeys(duty.unit for duty in duties):
        own = [duty for duty in duties if duty.unit == unit]
        place = f"{key}/{unit}"
        children: tuple[Node, ...]
        if len(own) == 1:
            children = (text_node(f"{place}/0", own[0].duty, source=own[0].source),)
        else:
            children = tuple(
                point(f"{place}/{number}", duty.duty, source=duty.source)
                for number, duty in enumerate(own)
            )
        nodes.append(heading(place, unit, children, source=own[0].source))
    return tuple(nodes)


def route_nodes(key: str, routes: Sequence[Route], words: PlanWords) -> tuple[Node, ...]:
    """Return by which way proposals come, as points under a heading of their own."""
    if not routes:
        return ()
    points = tuple(
        point(f"{key}/route/{route.code}", _route(route, words), source=route.source)
        for route in routes
    )
    return (heading(f"{key}/routes", _ROUTES_TITLE, points),)


def _route(route: Route, words: PlanWords) -> str:
    through = f" (qua {route.through})" if route.through else ""
    asked = f" để {words.giving(*route.awards)}" if route.awards else ""
    whom = lower_first(route.nominates)
    return f"{route.proposer}: đề nghị khen thưởng {whom}, gửi {route.receiver}{through}{asked}"


def cited_nodes(key: str, bases: Sequence[LegalBasis]) -> tuple[Node, ...]:
    """Return documents that are named inside a part, each in full, as notes under it."""
    return tuple(
        Node(
            key=f"{key}/cited/{basis.number}",
            kind="note",
            text=closed(basis_words(basis)),
            source=basis.source,
        )
        for basis in bases
    )


def basis_words(basis: LegalBasis) -> str:
    """Return a document in full: as the plan words it, else from number, day, issuer, subject."""
    if basis.text:
        return basis.text.rstrip(" ;.")
    day = f"ngày {basis.issued}" if basis.issued else ""
    by = f"của {basis.issuer}" if basis.issuer else ""
    number = f"Văn bản số {basis.number}" if basis.number else ""
    return " ".join(part for part in (number, day, by, basis.subject) if part).rstrip(" ;.")
