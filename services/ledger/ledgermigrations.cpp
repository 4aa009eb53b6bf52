// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgermigrations.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

QStringList entriesSchema()
{
    return {
        u"CREATE TABLE photos (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL, width INTEGER NOT NULL, "
        "height INTEGER NOT NULL)"_s,
        u"CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
        "organisation TEXT NOT NULL, person_key TEXT NOT NULL, person_name TEXT NOT NULL, "
        "workload TEXT NOT NULL, instance TEXT NOT NULL, store_title TEXT NOT NULL, action TEXT NOT NULL, "
        "outcome TEXT NOT NULL, operator TEXT NOT NULL, before_sha256 TEXT REFERENCES photos (sha256), "
        "after_sha256 TEXT REFERENCES photos (sha256), error_detail TEXT NOT NULL, writer TEXT NOT NULL)"_s,
        u"CREATE INDEX entries_by_person ON entries (organisation, person_key, id)"_s,
        u"CREATE INDEX entries_started ON entries (id) WHERE outcome = 'started'"_s,
    };
}

QStringList sightingsSchema()
{
    return {
        u"CREATE TABLE sightings (id INTEGER PRIMARY KEY AUTOINCREMENT, organisation TEXT NOT NULL, "
        "person_key TEXT NOT NULL, node TEXT NOT NULL, at INTEGER NOT NULL, last_seen INTEGER NOT NULL, "
        "changed_at INTEGER, tag TEXT NOT NULL, signs TEXT NOT NULL, evidence TEXT NOT NULL)"_s,
        u"CREATE INDEX sightings_by_person ON sightings (organisation, person_key, node, id)"_s,
        u"CREATE TABLE sighted_photos (sighting INTEGER NOT NULL REFERENCES sightings (id), "
        "place INTEGER NOT NULL, asked INTEGER NOT NULL, "
        "sha256 TEXT NOT NULL REFERENCES photos (sha256), fingerprint BLOB, "
        "PRIMARY KEY (sighting, place)) WITHOUT ROWID"_s,
    };
}

QStringList importsSchema()
{
    return {
        u"CREATE TABLE import_runs (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
        "organisation TEXT NOT NULL, operator TEXT NOT NULL, source TEXT NOT NULL, pattern TEXT NOT NULL, "
        "stores TEXT NOT NULL, only_if_none INTEGER NOT NULL, state TEXT NOT NULL, writer TEXT NOT NULL)"_s,
        u"CREATE INDEX import_runs_by_organisation ON import_runs (organisation, id)"_s,
        u"CREATE TABLE import_rows (run INTEGER NOT NULL REFERENCES import_runs (id), "
        "number INTEGER NOT NULL, file TEXT NOT NULL, person_key TEXT NOT NULL, verdict TEXT NOT NULL, "
        "included INTEGER NOT NULL, recipe TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (run, number))"_s,
        u"CREATE TABLE import_writes (run INTEGER NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, "
        "workload TEXT NOT NULL, instance TEXT NOT NULL, state TEXT NOT NULL, looked INTEGER NOT NULL, "
        "found_sha256 TEXT NOT NULL, entry INTEGER NOT NULL, now_sha256 TEXT NOT NULL, "
        "error_code TEXT NOT NULL, error_detail TEXT NOT NULL, error_trace TEXT NOT NULL, "
        "PRIMARY KEY (run, number, place), "
        "FOREIGN KEY (run, number) REFERENCES import_rows (run, number))"_s,
    };
}

/// The indexes are the orders and the counts of the Overview, each readable without the rows themselves.
QStringList standingsSchema()
{
    return {
        u"CREATE TABLE standings (id INTEGER PRIMARY KEY AUTOINCREMENT, organisation TEXT NOT NULL, "
        "person_key TEXT NOT NULL, dn TEXT NOT NULL, upn TEXT NOT NULL, mail TEXT NOT NULL, "
        "object_guid TEXT NOT NULL, name TEXT NOT NULL, given_name TEXT NOT NULL, surname TEXT NOT NULL, "
        "title TEXT NOT NULL, department TEXT NOT NULL, sort_name TEXT NOT NULL, words TEXT NOT NULL, "
        "overall INTEGER NOT NULL, photo_sha256 TEXT NOT NULL, edge INTEGER NOT NULL, "
        "differs INTEGER NOT NULL, changed_at INTEGER NOT NULL, looked_at INTEGER NOT NULL, "
        "failed_write_at INTEGER NOT NULL, UNIQUE (organisation, person_key))"_s,
        u"CREATE INDEX standings_by_name ON standings (organisation, sort_name, id, words, overall)"_s,
        u"CREATE INDEX standings_by_state ON standings (organisation, overall DESC, sort_name, id)"_s,
        u"CREATE INDEX standings_by_change ON standings (organisation, changed_at DESC, sort_name, id)"_s,
        u"CREATE INDEX standings_by_look ON standings (organisation, looked_at DESC, sort_name, id)"_s,
        u"CREATE TABLE standing_nodes (standing INTEGER NOT NULL REFERENCES standings (id) ON DELETE "
        u"CASCADE, "
        "node TEXT NOT NULL, organisation TEXT NOT NULL, sort_name TEXT NOT NULL, state INTEGER NOT NULL, "
        "cause TEXT NOT NULL, derived INTEGER NOT NULL, edge INTEGER NOT NULL, since INTEGER, "
        "expected INTEGER, PRIMARY KEY (standing, node)) WITHOUT ROWID"_s,
        u"CREATE INDEX standing_nodes_by_state ON standing_nodes (organisation, node, state, sort_name, "
        "standing)"_s,
        u"CREATE TABLE standing_days (organisation TEXT NOT NULL, day TEXT NOT NULL, state INTEGER NOT NULL, "
        "people INTEGER NOT NULL, PRIMARY KEY (organisation, day, state)) WITHOUT ROWID"_s,
        u"CREATE TABLE scans (id INTEGER PRIMARY KEY AUTOINCREMENT, organisation TEXT NOT NULL, "
        "started_at INTEGER NOT NULL, since INTEGER, lister TEXT, listed_at INTEGER, ended_at INTEGER)"_s,
        u"CREATE INDEX scans_by_organisation ON scans (organisation, id)"_s,
        u"CREATE TABLE scan_queue (id INTEGER PRIMARY KEY AUTOINCREMENT, "
        "scan INTEGER NOT NULL REFERENCES scans (id), person_key TEXT NOT NULL, person TEXT NOT NULL, "
        "left_out INTEGER NOT NULL, claimed_by TEXT, claimed_until INTEGER NOT NULL DEFAULT 0, "
        "done_at INTEGER, done_by TEXT, UNIQUE (scan, person_key))"_s,
        u"CREATE INDEX scan_queue_left ON scan_queue (scan, id) WHERE done_at IS NULL AND left_out = 0"_s,
    };
}

QStringList marksSchema()
{
    return {u"ALTER TABLE standings ADD COLUMN directory_mark TEXT NOT NULL DEFAULT ''"_s};
}

QStringList refusalsSchema()
{
    return {u"ALTER TABLE import_writes ADD COLUMN error_policy TEXT NOT NULL DEFAULT ''"_s};
}

} // namespace

const QList<QStringList> &ledgerMigrations()
{
    static const QList<QStringList> steps {entriesSchema(), sightingsSchema(), importsSchema(),
        standingsSchema(), marksSchema(), refusalsSchema()};
    return steps;
}

} // namespace likeness
