"""Setting the invented movement up, part one: a movement from nothing, and *Thông tin chung*."""

from __future__ import annotations

from tests.journeys.movement_steps import PlanHands
from tests.plans_invented import DOCUMENT, MOVEMENT
from thiduaqt.domain.plan import RECIPIENT_KINDS

GENERAL = "movements.general"


def begin(hands: PlanHands) -> None:
    """Start an empty movement from the list."""
    hands.press("Ctrl+2")
    hands.settle()
    if not hands.sees("movements.add"):
        hands.click("movements.to_list")
        hands.settle()
    hands.click("movements.add")
    hands.settle()
    hands.part("movements.new", "blank")
    hands.write("movements.new.form.title", MOVEMENT.title)
    hands.write("movements.new.form.short_name", MOVEMENT.short_name)
    hands.write("movements.new.year", "2026")
    hands.click("movements.new.create")
    hands.settle()


def the_movement(hands: PlanHands) -> None:
    hands.fill(
        f"{GENERAL}.movement.form",
        {
            "slogan": MOVEMENT.slogan,
            "scope": MOVEMENT.scope,
            "hosts": "\n".join(MOVEMENT.hosts),
            "period_start": "3/2/2026",
            "period_end": "11/2028",
            "subjects": MOVEMENT.subjects,
        },
    )


def the_document(hands: PlanHands) -> None:
    hands.unfold("document")
    hands.fill(
        f"{GENERAL}.document.form",
        {
            "symbol": DOCUMENT.symbol,
            "date": "2/2026",
            "abstract": DOCUMENT.abstract,
            "signer_form": " – ".join(DOCUMENT.signer_form),
            "signer_name": DOCUMENT.signer_name,
            "distribution": "\n".join(DOCUMENT.distribution),
        },
    )


def the_lists(hands: PlanHands) -> None:
    """Bases, duties, routes and papers: pasted from Excel, mended by keys."""
    hands.unfold("bases")
    hands.paste_list(
        f"{GENERAL}.bases.list",
        [
            [one.opening or "Căn cứ", one.text, one.number, one.issued, one.issuer]
            for one in DOCUMENT.legal_bases
        ],
    )
    hands.unfold("duties")
    hands.paste_list(
        f"{GENERAL}.duties.list",
        [[one.unit, one.duty] for one in DOCUMENT.responsibilities],
    )
    hands.choose_cell(f"{GENERAL}.duties.list.grid", 1, "receives_nominations", "Có")
    hands.unfold("routes")
    route = MOVEMENT.routes[0]
    hands.type_line(
        f"{GENERAL}.routes.list", [route.proposer, route.nominates, route.through, route.receiver]
    )
    hands.unfold("papers")
    hands.paste_list(f"{GENERAL}.papers.list", [[one.name] for one in MOVEMENT.papers])
    hands.set_cell(f"{GENERAL}.papers.list.grid", 1, "awards", "Bằng khen")


def the_registration(hands: PlanHands) -> None:
    rule = MOVEMENT.registration
    assert rule is not None
    hands.unfold("registration")
    form = f"{GENERAL}.registration.form"
    hands.fill(form, {"asked": True})
    hands.fill(
        form,
        {
            "required": rule.required,
            "both_sign": rule.both_sign,
            **{f"kind_{kind}": kind in rule.kinds for kind in RECIPIENT_KINDS},
            "deadline": "28/02/2026",
            "content": rule.content,
        },
    )


def the_leagues(hands: PlanHands) -> None:
    """Blocks first, since a league names them; one league is taken back and made again."""
    hands.unfold("blocks")
    for name in MOVEMENT.leagues[0].blocks:
        hands.click(hands.reach("movements.blocks.add"))
        hands.type(name)
        hands.press("Return")
        hands.settle()
    hands.unfold("leagues")
    hands.type_line(f"{GENERAL}.leagues.list", ["Bảng A", "Thôn", "Cụm Đông; Cụm Tây"])
    hands.press("Ctrl+Z")
    hands.settle()
    hands.press("Ctrl+Y")
    hands.settle()
    hands.paste_list(f"{GENERAL}.leagues.list", [["Bảng B", "Trường học; Đơn vị sự nghiệp"]])


def general(hands: PlanHands) -> None:
    """Fill the whole tab."""
    the_movement(hands)
    the_document(hands)
    the_lists(hands)
    the_registration(hands)
    the_leagues(hands)
