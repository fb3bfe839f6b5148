"""Tasks from the decision on: papers, prints, handing over, sending, safety, what comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thiduaqt.domain.due import Due, due_of
from thiduaqt.domain.moments import next_due
from thiduaqt.domain.plan import ROUND_WORDS
from thiduaqt.services.season_facts import DecisionFacts, Facts
from thiduaqt.services.season_line import OWN
from thiduaqt.services.task import Task
from thiduaqt.services.tasks_of_plan import anchors_of, coming, plan_milestones

OLD_BACKUP_DAYS = 7


def from_decision(facts: Facts) -> list[Task]:
    """Return the tasks from the draft of the decision to the bundle, and the backup."""
    return [
        *_decision(facts),
        *(task for item in facts.decisions for task in _papers_of(item)),
        *_print(facts),
        *_hand_over(facts),
        *_send(facts),
        *_backup(facts),
    ]


def what_comes(facts: Facts) -> list[Task]:
    """Return what lies ahead: limits of law, milestones and later rounds of the plan."""
    found = [*_limits(facts), *plan_milestones(facts), *_planned_rounds(facts)]
    return sorted(found, key=lambda task: task.due.first_day if task.due else date.max)


def _decision(facts: Facts) -> list[Task]:
    found: list[Task] = []
    task = Task(key="decision", title="Trình ký, ban hành quyết định", screen="decisions")
    if facts.undrafted:
        detail = f"{facts.undrafted} trường hợp được Hội đồng chọn"
        found.append(
            replace(task, title="Lập dự thảo quyết định", detail=detail, button="Lập dự thảo")
        )
    for item in facts.drafts:
        decision = item.decision
        filters = {"decision_id": decision.id}
        if decision.number and decision.date:
            title = f"Ban hành quyết định {decision.number}"
            draft = replace(task, title=title, state="doing", look="pending", button="Ban hành")
        else:
            draft = replace(
                task,
                state="doing",
                look="pending",
                detail="chờ văn thư cấp số và ngày",
                button="Ghi số, ngày",
            )
        found.append(replace(draft, filters=filters))
    if facts.issued and not found:
        numbers = ", ".join(item.decision.number for item in facts.issued)
        found.append(replace(task, state="done", detail=numbers, screen=""))
    if not found:
        waits = "chờ kết quả họp Hội đồng"
        found.append(replace(task, state="waiting", waits_for=waits, screen=""))
    return found


def _papers_of(item: DecisionFacts) -> list[Task]:
    old = [paper.title for paper in item.papers if paper.state == "outdated"]
    lacking = [paper.title for paper in item.papers if paper.state == "missing"]
    task = Task(
        key="papers",
        title=f"{len(old)} văn bản cũ hơn dữ liệu",
        detail=f"{', '.join(old)}: dữ liệu đã đổi sau khi tạo văn bản",
        look="warn",
        button="Tạo lại",
        screen="decisions",
        filters={"decision_id": item.decision.id},
    )
    if old:
        return [task]
    if item.issued and lacking:
        title = f"{len(lacking)} văn bản chưa tạo"
        return [
            replace(task, title=title, detail=", ".join(lacking), look="open", button="Mở văn bản")
        ]
    return []


def _print(facts: Facts) -> list[Task]:
    task = Task(key="print", title="In giấy khen", screen="certificates")
    left = [item for item in facts.issued if item.printed < item.awards]
    if not facts.issued:
        waits = "chờ số quyết định" if facts.drafts else "chờ ban hành quyết định"
        return [replace(task, state="waiting", waits_for=waits, screen="")]
    if not left:
        return [replace(task, state="done", detail=f"{facts.awards} giấy khen", screen="")]
    count = facts.awards - facts.printed
    return [
        replace(
            task,
            title=f"{count} giấy khen chưa in",
            detail=f"đã in {facts.printed}/{facts.awards}",
            state="doing" if facts.printed else "todo",
            look="pending" if facts.printed else "open",
            button="In giấy khen",
            filters={"decision": left[0].decision.id},
        )
    ]


def _hand_over(facts: Facts) -> list[Task]:
    task = Task(key="hand_over", title="Trao giấy khen", screen="decisions")
    if not facts.issued:
        return [replace(task, state="waiting", waits_for="chờ ban hành quyết định", screen="")]
    left = facts.awards - facts.handed_over
    if not left:
        return [replace(task, state="done", detail=f"{facts.awards} giấy khen", screen="")]
    made = replace(
        task,
        title=f"{left} giấy khen chưa ghi việc trao",
        detail=f"đã trao {facts.handed_over}/{facts.awards}",
        state="doing" if facts.handed_over else "todo",
        button="Ghi việc trao",
        filters={"part": "register"},
    )
    if not facts.printed and not facts.handed_over:
        return [replace(made, state="waiting", detail="", waits_for="chờ in giấy khen")]
    return [made]


def _send(facts: Facts) -> list[Task]:
    task = Task(key="send", title="Gửi gói kết quả lên cấp trên", screen="data")
    if not facts.issued:
        return [replace(task, state="waiting", waits_for="chờ ban hành quyết định", screen="")]
    if facts.sent:
        return [replace(task, state="done", screen="")]
    return [replace(task, button="Xuất gói", filters={"tab": "bundles", "purpose": "results"})]


def _backup(facts: Facts) -> list[Task]:
    days = facts.backup_days
    if days is None and facts.rows:
        title = "Chưa có bản sao lưu nào"
    elif days is not None and days > OLD_BACKUP_DAYS:
        title = f"{days} ngày chưa sao lưu"
    else:
        return []
    return [
        Task(
            key="backup",
            title=title,
            detail="Chép dữ liệu sang nơi khác để không mất khi máy hỏng.",
            look="warn",
            button="Sao lưu",
            screen="data",
            filters={"tab": "backups"},
        )
    ]


def _limits(facts: Facts) -> list[Task]:
    found = []
    for limit in facts.limits:
        if not limit.month_day:
            continue
        due = Due(
            value=f"{facts.around.year}-{limit.month_day}",
            exclusive=limit.exclusive,
            source=limit.source,
        )
        if not due.passed(facts.today):
            found.append(coming(f"limit/{limit.code}", limit.name, due, limit.source))
    return found


def _planned_rounds(facts: Facts) -> list[Task]:
    plan = facts.movement.definition
    found = []
    for planned in plan.rounds if plan else ():
        due = next_due(planned.when, facts.today, anchors_of(facts), source=planned.source)
        mine = planned.kind == facts.around.kind and planned.kind == "yearly"
        if due is not None and not mine and not due.passed(facts.today):
            found.append(coming(f"round/{planned.kind}", planned.name, due, planned.source))
    known = {task.key for task in found}
    for later in facts.later_rounds:
        key = f"round/{later.kind}"
        due = due_of(later.award_day, OWN)
        if due is not None and key not in known and not due.passed(facts.today):
            found.append(coming(key, later.name or ROUND_WORDS[later.kind], due, due.source))
    return found
