"""Word files put together by hand, part by part."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def document(body: str) -> str:
    """Return ``word/document.xml`` with this body."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def part(name: str, content: str) -> str:
    """Return another part of the Word namespace."""
    return f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of one run."""
    own = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p>{own}<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word(body: str, **others: str) -> bytes:
    """Return a .docx with this body; ``others`` are parts by their name (numbering, styles)."""
    entries = {"[Content_Types].xml": TYPES, "word/document.xml": document(body)}
    entries |= {f"word/{name}.xml": content for name, content in others.items()}
    return packed(entries)


def packed(entries: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file with these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def level(index: int, form: str, text: str, start: int = 1) -> str:
    """Return one level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def in_list(name: int, index: int) -> str:
    """Return the paragraph property that puts it into a list."""
    return f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{name}"/></w:numPr>'
