"""Plans as documents of their own, criteria editions, scores, measurements, registrations, blocks.

What a movement's definition held of the document (number, bases, chapters, who signs) becomes the
plan record; the movement keeps its rules. The new plan takes the id of its movement, so that the
step gives the same result wherever it is run.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

_ENVELOPE = """
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),"""
_FOOT = """
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT"""
_TO = "DEFERRABLE INITIALLY DEFERRED"

TABLES = (
    f"""CREATE TABLE plan ({_ENVELOPE}
    pack_code TEXT NOT NULL,
    document TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'replaced')),
    supersedes_id TEXT REFERENCES plan(id) {_TO},
    guidance TEXT NOT NULL,
    edits TEXT NOT NULL,{_FOOT}""",
    f"""CREATE TABLE criteria_edition ({_ENVELOPE}
    movement_id TEXT NOT NULL REFERENCES movement(id) {_TO},
    subject_group TEXT NOT NULL,
    version INTEGER NOT NULL,
    retired_on TEXT NOT NULL,
    content TEXT,{_FOOT}""",
    f"""CREATE TABLE score_sheet ({_ENVELOPE}
    movement_id TEXT NOT NULL REFERENCES movement(id) {_TO},
    round_id TEXT REFERENCES round(id) {_TO},
    nomination_id TEXT REFERENCES nomination(id) {_TO},
    unit_id TEXT REFERENCES unit(id) {_TO},
    subject_group TEXT NOT NULL,
    version INTEGER NOT NULL,
    scorer TEXT NOT NULL
        CHECK (scorer IN ('self', 'cluster', 'officer', 'council', 'outside')),
    scorer_name TEXT NOT NULL,
    scored_on TEXT NOT NULL,
    entries TEXT NOT NULL,
    note TEXT NOT NULL,{_FOOT}""",
    f"""CREATE TABLE measurement ({_ENVELOPE}
    movement_id TEXT NOT NULL REFERENCES movement(id) {_TO},
    target TEXT NOT NULL,
    unit_id TEXT REFERENCES unit(id) {_TO},
    period TEXT NOT NULL,
    value TEXT NOT NULL,
    numerator TEXT NOT NULL,
    denominator TEXT NOT NULL,
    na INTEGER NOT NULL CHECK (na IN (0, 1)),
    source TEXT NOT NULL,
    entered_on TEXT NOT NULL,{_FOOT}""",
    f"""CREATE TABLE registration ({_ENVELOPE}
    movement_id TEXT NOT NULL REFERENCES movement(id) {_TO},
    round_id TEXT REFERENCES round(id) {_TO},
    year INTEGER NOT NULL,
    unit_id TEXT REFERENCES unit(id) {_TO},
    person_id TEXT REFERENCES person(id) {_TO},
    team_id TEXT REFERENCES team(id) {_TO},
    household_id TEXT REFERENCES household(id) {_TO},
    content TEXT NOT NULL,
    commitments TEXT NOT NULL,
    registered_on TEXT NOT NULL,
    signed_by_registrant INTEGER NOT NULL CHECK (signed_by_registrant IN (0, 1)),
    signed_by_office INTEGER NOT NULL CHECK (signed_by_office IN (0, 1)),
    note TEXT NOT NULL,{_FOOT}""",
    f"""CREATE TABLE block ({_ENVELOPE}
    kind TEXT NOT NULL CHECK (kind IN ('block', 'cluster')),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    years TEXT NOT NULL,{_FOOT}""",
    f"""CREATE TABLE seen_finding ({_ENVELOPE}
    plan_id TEXT NOT NULL REFERENCES plan(id) {_TO},
    fingerprint TEXT NOT NULL,
    finding TEXT NOT NULL,
    note TEXT NOT NULL,
    seen_on TEXT NOT NULL,{_FOOT}""",
    f"ALTER TABLE movement ADD COLUMN plan_id TEXT REFERENCES plan(id) {_TO}",
    f"ALTER TABLE movement ADD COLUMN parent_id TEXT REFERENCES movement(id) {_TO}",
    "ALTER TABLE movement ADD COLUMN earlier TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE round ADD COLUMN occasion TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX movement_plan ON movement(plan_id)",
    "CREATE INDEX criteria_edition_movement ON criteria_edition(movement_id)",
    "CREATE INDEX score_sheet_nomination ON score_sheet(nomination_id)",
    "CREATE INDEX score_sheet_movement ON score_sheet(movement_id)",
    "CREATE INDEX measurement_movement ON measurement(movement_id)",
    "CREATE INDEX registration_movement ON registration(movement_id)",
    "CREATE INDEX seen_finding_plan ON seen_finding(plan_id)",
)
_MOVED = ("number", "symbol", "date", "place", "commune", "province", "legal_bases",
          "responsibilities", "distribution", "signer_form", "signer_name", "remarks")  # fmt: skip
# The chapters plans have had so far; each part prints the data of its kind.
_CHAPTERS = (
    ("aims", "MỤC ĐÍCH, YÊU CẦU", (
        ("purposes", "Mục đích", "text"), ("requirements", "Yêu cầu", "text"))),
    ("content", "NỘI DUNG PHONG TRÀO THI ĐUA", (
        ("subjects", "Đối tượng thi đua", "subjects"), ("period", "Thời gian thi đua", "period"),
        ("targets", "Chỉ tiêu thi đua", "targets"), ("contents", "Nội dung thi đua", "text"))),
    ("criteria", "TIÊU CHÍ THI ĐUA", (("criteria", "", "criteria"),)),
    ("quotas", "SỐ LƯỢNG KHEN THƯỞNG", (("quotas", "", "quotas"),)),
    ("solutions", "GIẢI PHÁP THỰC HIỆN", (("solutions", "", "text"),)),
    ("duties", "THỜI GIAN VÀ TRÁCH NHIỆM THỰC HIỆN", (
        ("phases", "Thời gian thực hiện", "phases"),
        ("responsibilities", "Trách nhiệm thực hiện", "responsibilities"))),
)  # fmt: skip


def apply(db: Any) -> None:  # noqa: ANN401 - sqlite-utils hands over its untyped Database
    """Create the tables and part every definition into plan and rules."""
    for statement in TABLES:
        db.execute(statement)
    for row in _rows(db, "movement"):
        if row["definition"] is not None:
            _part(db, row)
        _rewrite(db, "movement", row)
    for row in _rows(db, "round"):
        _rewrite(db, "round", row)


def _part(db: Any, row: dict[str, Any]) -> None:  # noqa: ANN401
    rules = json.loads(row["definition"])
    document = {key: rules.pop(key) for key in _MOVED if key in rules}
    document["kind"] = rules.pop("kind", "KH")
    issuer = rules.pop("issuer", "")
    document["issuers"] = [issuer] if issuer else []
    document["abstract"] = rules.get("title", "")
    texts = {
        key: rules.pop(key, []) for key in ("purposes", "requirements", "contents", "solutions")
    }
    document["chapters"] = [
        {"code": code, "title": title, "parts": [
            {"code": part, "title": head, "kind": kind, "lines": texts.get(part, []),
             "numbering": "number" if code == "solutions" else "letter"}
            for part, head, kind in parts
        ]}
        for code, title, parts in _CHAPTERS
    ]  # fmt: skip
    row["definition"] = _text(rules)
    row["plan_id"] = row["id"]
    plan = {
        **{name: row[name] for name in ("id", "origin", "epoch", "deleted", "pack_code")},
        "rev": 1, "document": _text(document), "supersedes_id": None,
        "state": "issued" if document.get("number") else "draft",
        "guidance": "[]", "edits": "[]", "key": "",
    }  # fmt: skip
    plan["h"] = _hash(plan)
    names = sorted(plan)
    marks = ", ".join("?" for _ in names)
    db.execute(
        f"INSERT INTO plan ({', '.join(names)}) VALUES ({marks})", [plan[name] for name in names]
    )


def _rewrite(db: Any, table: str, row: dict[str, Any]) -> None:  # noqa: ANN401
    """Store a row with the hash of its wider content."""
    row["h"] = _hash(row)
    names = [name for name in row if name != "id"]
    sets = ", ".join(f'"{name}" = ?' for name in names)
    db.execute(
        f"UPDATE {table} SET {sets} WHERE id = ?", [*(row[name] for name in names), row["id"]]
    )


def _rows(db: Any, table: str) -> list[dict[str, Any]]:  # noqa: ANN401
    cursor = db.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(row: dict[str, Any]) -> str:
    content = {name: value for name, value in row.items() if name != "h"}
    return hashlib.sha256(_text(content).encode()).hexdigest()
