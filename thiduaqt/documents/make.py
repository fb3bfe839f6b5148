"""Facts in, files out: the door of this package. Office libraries load only when one is made."""

# ruff: noqa: PLC0415 - the point of this module is to import late

from __future__ import annotations

from thiduaqt.domain.papers import (
    BallotPaper,
    DecisionPaper,
    MinutesPaper,
    PaymentPaper,
    RegisterPaper,
    SheetPaper,
    SubmissionPaper,
    TallyPaper,
)
from thiduaqt.domain.plan_text import ComposedPlan
from thiduaqt.domain.registration_papers import RegistrationForms, RegistrationListPaper
from thiduaqt.domain.score_papers import ScoreSheetPaper


def make_ballots(facts: BallotPaper) -> bytes:
    """Return the ballots of a session as ``.docx``, one page or more for each copy."""
    from thiduaqt.documents import ballots

    return ballots.build(facts)


def make_tally(facts: TallyPaper) -> bytes:
    """Return the minutes of the tally as ``.docx``."""
    from thiduaqt.documents import council

    return council.build_tally(facts)


def make_minutes(facts: MinutesPaper) -> bytes:
    """Return the minutes of the session as ``.docx``."""
    from thiduaqt.documents import council

    return council.build_minutes(facts)


def make_submission(facts: SubmissionPaper) -> bytes:
    """Return the submission as ``.docx``."""
    from thiduaqt.documents import submission

    return submission.build(facts)


def make_decision(facts: DecisionPaper) -> bytes:
    """Return the decision with its annex as ``.docx``."""
    from thiduaqt.documents import decision

    return decision.build(facts)


def make_sheet(facts: SheetPaper) -> bytes:
    """Return a list as it is seen, as ``.xlsx``."""
    from thiduaqt.documents import lists

    return lists.build_sheet(facts)


def make_register(facts: RegisterPaper) -> bytes:
    """Return the award register as ``.xlsx``."""
    from thiduaqt.documents import lists

    return lists.build_register(facts)


def make_payment(facts: PaymentPaper) -> bytes:
    """Return the payment list as ``.xlsx``."""
    from thiduaqt.documents import lists

    return lists.build_payment(facts)


def make_plan(facts: ComposedPlan, mark: str = "") -> bytes:
    """Return a plan as ``.docx``; ``mark`` is printed over every page ("DỰ THẢO")."""
    from thiduaqt.documents import plan

    return plan.build(facts, mark)


def make_registrations(facts: RegistrationForms) -> bytes:
    """Return the sheets registrants sign as ``.docx``, one page or more for each."""
    from thiduaqt.documents import registrations

    return registrations.build_forms(facts)


def make_registration_list(facts: RegistrationListPaper) -> bytes:
    """Return the list of those who registered as ``.docx``."""
    from thiduaqt.documents import registrations

    return registrations.build_list(facts)


def make_score_sheet(facts: ScoreSheetPaper) -> bytes:
    """Return the blank score sheet of a group as ``.docx``."""
    from thiduaqt.documents import score_sheet

    return score_sheet.build(facts)
