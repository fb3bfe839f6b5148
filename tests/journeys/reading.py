"""Reads the texts of papers, certificates and bundles without the program's own libraries."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path

import pypdf


def text_of(path: Path) -> str:
    """Return the text of a .docx, .xlsx, .pdf or .tdq with single spaces."""
    if path.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    elif path.suffix == ".tdq":
        text = _bundle(path)
    else:
        text = _office(path)
    return re.sub(r"\s+", " ", text)


def _office(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        parts = [
            archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if re.search(r"(document|sharedStrings|sheet\d+)\.xml$", name)
        ]
    paragraphs = re.sub(r"</(?:w:p|si|is)>", "\n", "\n".join(parts))
    return html.unescape(re.sub(r"<[^>]+>", "", paragraphs))


def _bundle(path: Path) -> str:
    with zipfile.ZipFile(path) as outer:
        payload = outer.read("payload.zip")
    with zipfile.ZipFile(io.BytesIO(payload)) as inner:
        return inner.read("records.jsonl").decode("utf-8")
