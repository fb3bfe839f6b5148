"""Prints plans the way an office does: to Word, to PDF by LibreOffice, read by pdftotext."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from thiduaqt.documents.make import make_plan
from thiduaqt.domain.plan_text import ComposedPlan, lines_of


def pages_of(plans: Mapping[str, ComposedPlan], folder: Path) -> dict[str, list[str]]:
    """Return the text of each page of each plan, as an outside program reads its PDF."""
    for name, plan in plans.items():
        (folder / f"{name}.docx").write_bytes(make_plan(plan))
    _to_pdf(folder, *(folder / f"{name}.docx" for name in plans))
    return {name: _pages(folder / f"{name}.pdf") for name in plans}


def pages_of_file(path: Path) -> list[str]:
    """Return the text of each page of a Word file, as an outside program reads its PDF."""
    _to_pdf(path.parent, path)
    return _pages(path.with_suffix(".pdf"))


def _to_pdf(folder: Path, *sources: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ("--headless", "--convert-to", "pdf", "--outdir", str(folder))
    _run("soffice", profile, *convert, *map(str, sources))


def _pages(path: Path) -> list[str]:
    return _run("pdftotext", str(path), "-").split("\f")[:-1]


def _run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=250)
    return done.stdout.decode()


def squeezed(text: str) -> str:
    """Return a text without spaces and hyphens.

    Paper breaks lines where it likes, and pdftotext takes a hyphen there for one of its making.
    """
    return re.sub(r"[\s\u00a0-]+", "", text)


def flowing(pages: list[str]) -> str:
    """Return what stands on the pages without the numbers at their heads."""
    return squeezed("\n".join(re.sub(r"^\s*\d+\s*\n", "", page) for page in pages))


def lost_lines(plan: ComposedPlan, pages: list[str]) -> list[str]:
    """Return the lines of a plan that are not found whole on its pages.

    Cells are looked for one by one, and so is what stands on both sides of a gap for the pen.
    """
    text = flowing(pages)
    lost = []
    for line in lines_of(plan):
        parts = line.text.split(" | ") if line.part == "table" else [line.text]
        parts = [piece for part in parts for piece in re.split("\u00a0{3,}", part)]
        lost += [part for part in parts if squeezed(part) not in text]
    return lost
