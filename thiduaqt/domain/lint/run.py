"""All checks of a document, one after the other, in the order of its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from thiduaqt.domain.lint.bases import check_bases
from thiduaqt.domain.lint.blanks import check_blanks
from thiduaqt.domain.lint.dates import check_dates
from thiduaqt.domain.lint.facts import Facts
from thiduaqt.domain.lint.layout import check_layout
from thiduaqt.domain.lint.names import check_names
from thiduaqt.domain.lint.numbering import check_numbering
from thiduaqt.domain.lint.outline import Outline
from thiduaqt.domain.lint.quotas import check_quotas
from thiduaqt.domain.lint.signing import check_signing
from thiduaqt.domain.lint.sums import check_sums
from thiduaqt.domain.lint.text import Finding
from thiduaqt.domain.lint.units import check_units
from thiduaqt.domain.lint.words import check_words

MOST_FINDINGS = 1_000
CHECKS: tuple[Callable[[Outline, Facts], Iterator[Finding]], ...] = (
    check_layout,
    check_blanks,
    check_names,
    check_units,
    check_words,
    check_numbering,
    check_bases,
    check_dates,
    check_quotas,
    check_sums,
    check_signing,
)


def run_checks(outline: Outline, facts: Facts) -> tuple[Finding, ...]:
    """Return the findings about a document, those of the whole document first.

    A check that finds more than anybody reads is cut off at ``MOST_FINDINGS``.
    """
    found = [
        finding for check in CHECKS for finding in islice(check(outline, facts), MOST_FINDINGS)
    ]
    found.sort(key=lambda finding: finding.place.paragraph)
    return tuple(_told_apart(found))


def _told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Number findings that are equal in words, so that each has a fingerprint of its own."""
    seen: Counter[str] = Counter()
    for finding in findings:
        key = finding.fingerprint
        yield replace(finding, repeat=seen[key]) if seen[key] else finding
        seen[key] += 1
