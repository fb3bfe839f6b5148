"""The registers, the movement, the journal, and what the file knows of itself."""

from __future__ import annotations

from typing import Any

SQL = """
CREATE TABLE office (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    kind TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    commune_name TEXT NOT NULL,
    province TEXT NOT NULL,
    province_kind TEXT NOT NULL,
    superior TEXT NOT NULL,
    place TEXT NOT NULL,
    village_word TEXT NOT NULL,
    standing_body TEXT NOT NULL,
    standing_symbol TEXT NOT NULL,
    signers TEXT NOT NULL,
    distribution TEXT NOT NULL,
    rounding TEXT NOT NULL CHECK (rounding IN ('nearest', 'up')),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE unit (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    kind TEXT NOT NULL
        CHECK (kind IN ('department', 'public_service', 'association', 'school',
             'village', 'company', 'cooperative', 'police_military', 'upper', 'commune',
             'other')),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    parent_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    head TEXT NOT NULL,
    phone TEXT NOT NULL,
    households INTEGER,
    workforce INTEGER,
    former_names TEXT NOT NULL,
    successor_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    note TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    full_name TEXT NOT NULL,
    honorific TEXT NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('', 'male', 'female')),
    birth TEXT NOT NULL,
    post TEXT NOT NULL,
    unit_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    leader INTEGER CHECK (leader IN (0, 1)),
    id_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    note TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE household (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    head TEXT NOT NULL,
    members TEXT NOT NULL,
    unit_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    address TEXT NOT NULL,
    note TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE team (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('commune', 'village')),
    unit_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    founding_number TEXT NOT NULL,
    founding_date TEXT NOT NULL,
    head TEXT NOT NULL,
    phone TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    note TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE team_member (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    team_id TEXT NOT NULL REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE movement (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    pack_code TEXT NOT NULL,
    title TEXT NOT NULL,
    short_name TEXT NOT NULL,
    definition TEXT,
    definition_rev INTEGER NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE round (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    movement_id TEXT NOT NULL REFERENCES movement(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('yearly', 'interim', 'final', 'ad_hoc')),
    name TEXT NOT NULL,
    year INTEGER NOT NULL,
    deadline TEXT NOT NULL,
    award_day TEXT NOT NULL,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE standing_flag (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    person_id TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    unit_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('discipline', 'inspection', 'complaint')),
    document TEXT NOT NULL,
    opened TEXT NOT NULL,
    closed TEXT NOT NULL,
    cleared_by TEXT NOT NULL,
    note TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE INDEX unit_key ON unit(key);
CREATE INDEX person_key ON person(key);
CREATE INDEX person_unit ON person(unit_id);
CREATE INDEX team_unit ON team(unit_id);
CREATE INDEX round_movement ON round(movement_id);
CREATE TABLE meta (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE journal (
    n INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    place TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    ref INTEGER,
    undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    changes TEXT NOT NULL,
    prev TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
"""


def apply(db: Any) -> None:  # noqa: ANN401 - sqlite-utils hands over its untyped Database
    """Create the base schema."""
    for statement in SQL.split(";\n"):
        if statement.strip():
            db.execute(statement)
