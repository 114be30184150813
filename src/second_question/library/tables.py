"""The tables of the store, and how one of an earlier program gets what it lacks."""

import sqlite3

TABLES = """
create table if not exists documents (
    id integer primary key, key text not null unique, digest text not null, name text not null, title text not null,
    kind text not null, area text, authorities text not null, regions text not null, nation text, published text,
    ages text not null, address text not null, is_record integer not null, pages integer not null, facts text not null,
    text text not null, visibility text not null, text_visibility text not null, status text not null,
    of integer references documents, changed integer not null
);
create index if not exists documents_changed on documents (changed);
create index if not exists documents_digest on documents (digest);
create index if not exists documents_readable on documents (status, visibility, text_visibility, changed);
create index if not exists documents_seen on documents (status, visibility, text_visibility, published);
create table if not exists passages (
    document integer not null references documents on delete cascade, ordinal integer not null, page integer not null,
    start integer not null, end integer not null, headings text not null, themes text not null,
    primary key (document, ordinal)
) without rowid;
create table if not exists recommendations (
    document integer not null references documents on delete cascade, start integer not null, end integer not null,
    page integer not null, number text not null, primary key (document, start, end)
) without rowid;
create table if not exists sketches (
    hash integer not null, document integer not null references documents on delete cascade, primary key (hash, document)
) without rowid;
create index if not exists sketches_document on sketches (document);
create table if not exists places (
    place text primary key, digest text not null, document integer not null references documents on delete cascade
) without rowid;
create index if not exists places_digest on places (digest);
create table if not exists filed (
    field text not null, value text not null, document integer not null references documents on delete cascade,
    primary key (field, value, document)
) without rowid;
create index if not exists filed_document on filed (document);
create table if not exists stamps (
    document integer primary key references documents on delete cascade, at text not null, opened integer not null
);
create index if not exists stamps_at on stamps (at);
create table if not exists cut (
    document integer primary key references documents on delete cascade, form integer not null, stems text not null,
    words text not null
);
create table if not exists state (name text primary key, value text not null) without rowid;
"""

FORM = 2
"""Counts up when a table is to be filled from the others in a store that exists."""


def prepare(database: sqlite3.Connection) -> bool:
    """Make what is missing; whether the documents are still to be filed and stamped."""
    database.executescript(TABLES)
    if int(database.execute("pragma user_version").fetchone()[0]) == FORM:
        return False
    return bool(database.execute("select exists (select * from documents)").fetchone()[0])


def prepared(database: sqlite3.Connection) -> None:
    """Note that everything is there."""
    database.execute(f"pragma user_version = {FORM}")
