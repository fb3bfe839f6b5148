"""What the page says about text in old fonts, for the file and for a row, with the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thiduaqt.domain.issues import Issue
from thiduaqt.domain.repair import Letters
from thiduaqt.services.intake import Preview
from thiduaqt.services.intake_letters import KEPT, READ, UNSURE
from thiduaqt.ui.i18n import translate


@dataclass(frozen=True, slots=True)
class News:
    """A sentence about the file and what the officer may answer: words, and how to read then.

    An answer of None leaves the doubtful texts as they are and asks no more.
    """

    text: str
    ways: tuple[tuple[str, Letters | None], ...]
    grave: bool = False


def news(shown: Preview, *, ask: bool = True) -> News | None:
    """Return what is to be said about the letters of a file; None where there is nothing.

    ``ask`` is False when the doubtful texts have been decided about.
    """
    told = {"TEXT_UNSURE_FILE": "", "TEXT_REPAIRED_FILE": "", "TEXT_KEPT_FILE": ""}
    for issue in shown.reading.issues:
        if issue.code in told:
            told[issue.code] = f"{told[issue.code]} {issue.message}".strip()
    keep = translate("IntakeScreen", "Giữ nguyên chữ trong tệp")
    unsure, read, kept = told.values()
    if ask and unsure and unsure_rows(shown):
        change = translate("IntakeScreen", "Đổi cả các ô này")
        leave = translate("IntakeScreen", "Để nguyên các ô này")
        return News(f"{read} {unsure}".strip(), ((change, "repair_all"), (leave, None)), grave=True)
    if read:
        return News(read, ((keep, "keep"),))
    if kept:
        return News(kept, ((translate("IntakeScreen", "Đọc theo Unicode"), "repair"),))
    return None


def unsure_rows(shown: Preview) -> tuple[int, ...]:
    """Return the rows with a text that nobody has decided about yet."""
    return tuple(
        index
        for index, row in enumerate(shown.rows)
        if any(issue.code == UNSURE for issue in row.issues)
    )


def of_row(issues: Sequence[Issue]) -> tuple[str, bool] | None:
    """Return what was done to the letters of a row, and whether they were left as they are."""
    found = [issue for issue in issues if issue.code in READ or issue.code == KEPT]
    if not found:
        return None
    return " ".join(issue.message for issue in found), found[0].code == KEPT
