"""The council, whole: members, sessions, the gate, votes, the choice, the locked result.

One door to the modules behind it: ``council_members``, ``council_sittings``, ``council_gate``,
``council_votes``, ``council_lock``, ``council_reading`` and its ``council_results``.
"""

from __future__ import annotations

from thiduaqt.services.council_gate import Gate, GateItem, send_to_session, take_out
from thiduaqt.services.council_lock import NotReady, lock, problems, reopen, tie_sentence
from thiduaqt.services.council_members import (
    ROLE_WORDS,
    ROLES,
    MemberRow,
    add_members,
    edit_members,
    member_name,
    member_rows,
    members,
    read_role,
    remove_members,
)
from thiduaqt.services.council_reading import held_day, results
from thiduaqt.services.council_results import GroupResult, ResultRow, Results, SeatRow
from thiduaqt.services.council_sittings import (
    Opened,
    Presence,
    all_present,
    change_seats,
    edit_session,
    open_session,
    sessions,
    set_attendance,
    set_rule,
)
from thiduaqt.services.council_votes import (
    Typed,
    break_tie,
    choose_highest,
    choose_own,
    enter_ballots,
    enter_many,
    enter_votes,
    set_ballots,
    set_over_quota_reason,
)

__all__ = [
    "ROLES",
    "ROLE_WORDS",
    "Gate",
    "GateItem",
    "GroupResult",
    "MemberRow",
    "NotReady",
    "Opened",
    "Presence",
    "ResultRow",
    "Results",
    "SeatRow",
    "Typed",
    "add_members",
    "all_present",
    "break_tie",
    "change_seats",
    "choose_highest",
    "choose_own",
    "edit_members",
    "edit_session",
    "enter_ballots",
    "enter_many",
    "enter_votes",
    "held_day",
    "lock",
    "member_name",
    "member_rows",
    "members",
    "open_session",
    "problems",
    "read_role",
    "remove_members",
    "reopen",
    "results",
    "send_to_session",
    "sessions",
    "set_attendance",
    "set_ballots",
    "set_over_quota_reason",
    "set_rule",
    "take_out",
    "tie_sentence",
]
