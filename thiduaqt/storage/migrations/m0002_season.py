"""The season: nominations, council, decisions, register, printing, lists and bundles."""

from __future__ import annotations

from typing import Any

SQL = """
CREATE TABLE nomination (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    round_id TEXT NOT NULL REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
    award TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('collective', 'household', 'individual')),
    person_id TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    unit_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    team_id TEXT REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
    household_id TEXT REFERENCES household(id) DEFERRABLE INITIALLY DEFERRED,
    print_name TEXT NOT NULL,
    proposer_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    subject_group TEXT NOT NULL,
    achievement TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    checks TEXT NOT NULL,
    papers TEXT NOT NULL,
    mostly_women INTEGER CHECK (mostly_women IN (0, 1)),
    override_reason TEXT NOT NULL,
    override_by TEXT NOT NULL,
    not_duplicates TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('draft', 'in_session', 'passed', 'failed', 'awarded', 'withdrawn')),
    import_id TEXT REFERENCES import_log(id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE evidence (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    nomination_id TEXT NOT NULL REFERENCES nomination(id) DEFERRABLE INITIALLY DEFERRED,
    for_code TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE council_member (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    full_name TEXT NOT NULL,
    honorific TEXT NOT NULL,
    post TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('chair', 'vice_chair', 'secretary', 'member')),
    person_id TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE council_session (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    round_id TEXT NOT NULL REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
    held_on TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    place TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('secret', 'hands')),
    attendance TEXT NOT NULL,
    issued INTEGER,
    returned INTEGER,
    valid INTEGER,
    invalid INTEGER,
    quorum TEXT NOT NULL,
    pass_fraction TEXT NOT NULL,
    pass_operator TEXT NOT NULL CHECK (pass_operator IN ('>', '>=')),
    denominator TEXT NOT NULL CHECK (denominator IN ('total', 'present', 'valid')),
    own_item_excluded INTEGER NOT NULL CHECK (own_item_excluded IN (0, 1)),
    rule_source TEXT NOT NULL,
    tellers TEXT NOT NULL,
    discussion TEXT NOT NULL,
    over_quota_reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'locked')),
    reopened_reason TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE vote (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    session_id TEXT NOT NULL REFERENCES council_session(id) DEFERRABLE INITIALLY DEFERRED,
    nomination_id TEXT NOT NULL REFERENCES nomination(id) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    agree INTEGER,
    disagree INTEGER,
    other INTEGER,
    own_items INTEGER NOT NULL,
    chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
    chosen_by TEXT NOT NULL,
    note TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    round_id TEXT NOT NULL REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
    session_id TEXT REFERENCES council_session(id) DEFERRABLE INITIALLY DEFERRED,
    award TEXT NOT NULL,
    number TEXT NOT NULL,
    date TEXT NOT NULL,
    abstract TEXT NOT NULL,
    signer TEXT,
    over_quota_reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'revoked')),
    reopened_reason TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE award (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    decision_id TEXT REFERENCES decision(id) DEFERRABLE INITIALLY DEFERRED,
    nomination_id TEXT REFERENCES nomination(id) DEFERRABLE INITIALLY DEFERRED,
    movement_id TEXT REFERENCES movement(id) DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('collective', 'household', 'individual')),
    award TEXT NOT NULL,
    level TEXT NOT NULL,
    person_id TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    unit_id TEXT REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
    team_id TEXT REFERENCES team(id) DEFERRABLE INITIALLY DEFERRED,
    household_id TEXT REFERENCES household(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    unit TEXT NOT NULL,
    certificate_name TEXT NOT NULL,
    achievement TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    decision_number TEXT NOT NULL,
    decision_date TEXT NOT NULL,
    authority TEXT NOT NULL,
    money INTEGER NOT NULL,
    money_note TEXT NOT NULL,
    handed_over TEXT NOT NULL,
    handed_to TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('awarded', 'corrected', 'revoked')),
    correction TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE print_log (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    award_id TEXT NOT NULL REFERENCES award(id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL,
    printer TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('full', 'overlay')),
    outcome TEXT NOT NULL CHECK (outcome IN ('printed', 'spoilt')),
    reason TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE calibration (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    printer TEXT NOT NULL,
    tray TEXT NOT NULL,
    blank TEXT NOT NULL,
    dx TEXT NOT NULL,
    dy TEXT NOT NULL,
    scale TEXT NOT NULL,
    rotation TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE made_document (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    owner_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    facts_sha256 TEXT NOT NULL,
    made_at TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE import_log (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    at TEXT NOT NULL,
    round_id TEXT REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
    layout TEXT NOT NULL,
    mapping TEXT,
    counts TEXT,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE waiting_row (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    import_id TEXT NOT NULL REFERENCES import_log(id) DEFERRABLE INITIALLY DEFERRED,
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL,
    cells TEXT,
    reason TEXT NOT NULL,
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE bundle_log (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    bundle_id TEXT NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    purpose TEXT NOT NULL,
    sender_id TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    stream TEXT NOT NULL,
    stream_epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    outcomes TEXT,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE TABLE held_record (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    bundle_id TEXT NOT NULL,
    family TEXT NOT NULL,
    ref TEXT NOT NULL,
    reason TEXT NOT NULL
        CHECK (reason IN ('waiting', 'fork', 'invalid', 'tombstone', 'extra')),
    body TEXT NOT NULL,
    key TEXT NOT NULL,
    h TEXT NOT NULL
) STRICT;
CREATE INDEX nomination_round ON nomination(round_id);
CREATE INDEX nomination_person ON nomination(person_id);
CREATE INDEX evidence_nomination ON evidence(nomination_id);
CREATE INDEX vote_session ON vote(session_id);
CREATE INDEX award_decision ON award(decision_id);
CREATE INDEX award_person ON award(person_id);
CREATE INDEX award_key ON award(key);
CREATE INDEX waiting_row_import ON waiting_row(import_id);
CREATE UNIQUE INDEX award_ordinal ON award(decision_id, ordinal)
        WHERE deleted = 0 AND decision_id IS NOT NULL;
"""


def apply(db: Any) -> None:  # noqa: ANN401 - sqlite-utils hands over its untyped Database
    """Create the tables of a season."""
    for statement in SQL.split(";\n"):
        if statement.strip():
            db.execute(statement)
