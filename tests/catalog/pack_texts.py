"""A small sound pack as text, for tests that break it in one place."""

from __future__ import annotations

from pathlib import Path

from thiduaqt.catalog.packs import Examined, award_codes, examine

HEAD = """
code = "mau"
title = "Phong trào mẫu"
short_name = "Mẫu"
{top}

[pack]
description = "Mẫu"
order = 1
checked = "2026-11-20"
"""
GROUP = '[[groups]]\ncode = "g"\nname = "Nhóm"\nkinds = ["individual"]\nsource = "mục III"\n'
CRITERION = '[[groups.criteria]]\ncode = "{}"\ntitle = "Có sáng kiến"\nsource = "mục III"\n'
SECTION = '[[groups.sections]]\ncode = "{}"\ntitle = "Phần"\nparent = "{}"\nsource = "mục III"\n'
QUOTA = (
    '[[quotas]]\naward = "certificate_of_merit"\nround_kind = "yearly"\n'
    'recipient_kind = "individual"\nsource = "mục IV"\n'
)
TARGET = '[[targets]]\ncode = "{}"\nstatement = "Chỉ tiêu"\nsource = "mục II"\n'
PLAN = 'abstract = "Kế hoạch"\n'


def looked_at(folder: Path, rest: str = "", *, top: str = "") -> Examined:
    """Return what the reader says of the sound pack with ``rest`` after it."""
    path = folder / "mau.toml"
    path.write_text(HEAD.format(top=top) + rest, encoding="utf-8")
    return examine(path, known_awards=award_codes())


def a_folder(folder: Path, files: dict[str, str], *, plan: str = "") -> Path:
    """Return a pack folder with ``plan.toml`` and these movement files."""
    made = folder / "goi"
    made.mkdir()
    head = HEAD.format(top="").partition("[pack]")[2]
    (made / "plan.toml").write_text(f"[pack]{head}\n{plan}", encoding="utf-8")
    for name, text in files.items():
        (made / name).write_text(text, encoding="utf-8")
    return made
