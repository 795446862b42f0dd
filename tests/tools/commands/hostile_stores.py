# SPDX-License-Identifier: MIT
"""Stores made to do harm, and files beside them that SQLite would obey."""
import os
import sqlite3
import struct

from hostile_checkout import write


def sql(store, *statements):
    with sqlite3.connect(store) as database:
        for statement in statements:
            database.execute(statement)
    database.close()


def journal(store, victim=None, page=8192):
    """A rollback journal that SQLite plays back; one that names a victim makes it delete that file."""
    magic = bytes.fromhex("d9d505f920a163d7")
    head = magic + struct.pack(">IIIII", 0, 0, os.path.getsize(store) // page, 512, page)
    head = head.ljust(512, b"\0")
    if victim is None:
        return head
    name = victim.encode()
    return head + struct.pack(">I", 0x40000000 // page + 1) + name + struct.pack(">II", len(name), sum(name)) + magic


def super_journal(checkout):
    write(checkout.path("quotes.db-journal"), journal(checkout.store, "../private/letters.md"))


def super_journal_absolute(checkout):
    write(checkout.path("quotes.db-journal"), journal(checkout.store, checkout.victim))


def hot_journal(checkout):
    write(checkout.path("quotes.db-journal"), journal(checkout.store))


def journal_as_link(checkout):
    checkout.link("quotes.db-journal", checkout.victim)


def write_ahead_log(checkout):
    write(checkout.path("quotes.db-wal"), b"\x37\x7f\x06\x82" + bytes(28))


def store_in_wal_mode(checkout):
    sql(checkout.store, "PRAGMA journal_mode = WAL")
    for suffix in ("-wal", "-shm"):
        if os.path.exists(checkout.store + suffix):
            os.remove(checkout.store + suffix)


def store_as_link(checkout):
    checkout.link("quotes.db", checkout.outside + "/private.db")


def folder_of_store_as_link(checkout):
    checkout.link("stores", checkout.outside)
    checkout.config('store = "stores/private.db"\n')


def store_above(checkout):
    checkout.config('store = "../private/private.db"\n')


def store_absolute(checkout):
    checkout.config(f'store = "{checkout.outside}/private.db"\n')


def trigger(checkout):
    sql(checkout.store, "CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM source; END")


def view(checkout):
    sql(checkout.store, "ALTER TABLE segment RENAME TO kept",
        "CREATE VIEW segment AS SELECT number, first_chunk, last_chunk, words, dead_words FROM kept "
        "WHERE load_extension('/tmp/x.so') IS NULL")


def foreign_schema(checkout):
    os.remove(checkout.store)
    sql(checkout.store, "PRAGMA application_id = 1903521652", "PRAGMA user_version = 7", "CREATE TABLE t (x)")


def not_utf8(checkout):
    sql(checkout.store, "UPDATE passage SET text = CAST(x'ff' AS TEXT) || text")


def extents(checkout):
    sql(checkout.store, "UPDATE source SET first_chunk = 9223372036854775807, chunks = 1")


KINDS = [super_journal, super_journal_absolute, hot_journal, journal_as_link, write_ahead_log, store_in_wal_mode,
         store_as_link, folder_of_store_as_link, store_above, store_absolute, trigger, view, foreign_schema,
         not_utf8, extents]
