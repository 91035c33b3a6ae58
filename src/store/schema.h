#pragma once

#include <array>

namespace gainsay::store {

/// "GNSY": tells our files from those of other programs that use SQLite.
inline constexpr int kApplicationId = 0x474E5359;

/// The database as it is created. Made to be browsed (`datasette file.db`, `sqlite3 file.db`):
/// words for enumerations, hexadecimal claim ids as in the JSON report, times in seconds since 1970
/// UTC with ISO text in the views.
inline constexpr const char* kSchema = R"sql(
-- What the file says about itself. The version that counts is PRAGMA user_version; this copy is for
-- readers.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO meta VALUES ('schema_version', '1'), ('format', 'gainsay database');

-- One report. `id` is a row number and changes when a report is replaced; `name` is what names it.
CREATE TABLE documents (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,  -- path as given
  source    TEXT NOT NULL,         -- outlet, '' unknown
  title     TEXT NOT NULL,
  url       TEXT NOT NULL,
  dateline  TEXT NOT NULL,         -- place named in the dateline
  published INTEGER,               -- seconds since 1970 UTC, NULL unknown
  sha256    TEXT NOT NULL,         -- of `bytes`
  recipe    TEXT NOT NULL,         -- rules and model it was read with
  dimension INTEGER NOT NULL,      -- floats in each sentence_rows.floats, 0: not embedded
  bytes     BLOB NOT NULL          -- the original file; all offsets count into it
);

-- Sentences, headlines, list items and table cells, in order.
CREATE TABLE sentences (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,     -- in the document, from 0
  span_begin INTEGER NOT NULL,     -- bytes of documents.bytes, half-open
  span_end   INTEGER NOT NULL,
  zone       TEXT NOT NULL,        -- headline body caption table related furniture
  text       TEXT NOT NULL,        -- without markup
  UNIQUE (document, position)
);

-- Sentence embeddings: little-endian float32, documents.dimension of them.
CREATE TABLE sentence_rows (
  sentence INTEGER PRIMARY KEY REFERENCES sentences(id) ON DELETE CASCADE,
  floats   BLOB NOT NULL
);

-- One checkable statement. NULL in the value_ columns: the claim has no quantity. Infinite bounds are
-- stored as such (Inf). '' is unknown.
CREATE TABLE claims (
  row               INTEGER PRIMARY KEY,
  document          INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  id                TEXT NOT NULL,     -- content hash, 16 hexadecimal digits
  sentence          INTEGER NOT NULL,  -- sentences.position
  span_begin        INTEGER NOT NULL,
  span_end          INTEGER NOT NULL,
  text              TEXT NOT NULL,     -- what stands at the span
  kind              TEXT NOT NULL,     -- quantity fact statement quote
  attribute         TEXT NOT NULL,     -- what is measured or stated
  label             TEXT NOT NULL,     -- normalised value of a fact, statement or quote
  value_lo          REAL,              -- as the text says it, in base units
  value_hi          REAL,
  lo_open           INTEGER,           -- 1: the bound itself is excluded
  hi_open           INTEGER,
  approximate       INTEGER,           -- "about"
  vague             INTEGER,           -- "dozens"
  increment         INTEGER,           -- "another five"
  subset            INTEGER,           -- "including three children"
  hard_lo           REAL,              -- values under which the statement is true
  hard_hi           REAL,
  hard_lo_open      INTEGER,
  hard_hi_open      INTEGER,
  pragmatic_lo      REAL,              -- values a reader expects
  pragmatic_hi      REAL,
  pragmatic_lo_open INTEGER,
  pragmatic_hi_open INTEGER,
  dimension         TEXT,              -- count duration money percent ...
  unit              TEXT,              -- base unit
  noun              TEXT,              -- counted head noun
  modifiers         TEXT,              -- of the noun
  as_written        TEXT,              -- unit as printed
  event             TEXT NOT NULL,     -- type of event
  subject           TEXT NOT NULL,
  place             TEXT NOT NULL,
  event_from        INTEGER,           -- first and last second of the event, NULL unknown
  event_to          INTEGER,
  event_weekday     INTEGER NOT NULL,  -- 0 Monday ... 6 Sunday, -1 none
  population        TEXT NOT NULL,
  period            TEXT NOT NULL,
  ordinal           TEXT NOT NULL,
  as_of_from        INTEGER,           -- when the figure held
  as_of_to          INTEGER,
  as_of_weekday     INTEGER NOT NULL,
  voice             TEXT NOT NULL,     -- outlet attributed
  speaker           TEXT NOT NULL,
  cue               TEXT NOT NULL,     -- attribution verb
  polarity          TEXT NOT NULL,     -- affirmed denied
  modality          TEXT NOT NULL,     -- fact estimate plan order forecast hypothetical feared alleged
  quoted            INTEGER NOT NULL,
  zone              TEXT NOT NULL,
  rule              TEXT NOT NULL,
  confidence        REAL NOT NULL,
  denies            TEXT,              -- id of the claim that this one denies
  fingerprint       TEXT NOT NULL      -- 16 hexadecimal digits
);
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_by_attribute ON claims (attribute);
CREATE INDEX claims_by_id ON claims (id);

-- Who takes part in the event of a claim: canonical names in order.
CREATE TABLE participants (
  claim    INTEGER NOT NULL REFERENCES claims(row) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;

-- Full text of the sentences: SELECT ... WHERE sentences_fts MATCH 'ceasefire talks'. The triggers
-- keep it in step, cascading deletes included.
CREATE VIRTUAL TABLE sentences_fts USING fts5 (
  text, content = 'sentences', content_rowid = 'id', tokenize = 'porter unicode61'
);
CREATE TRIGGER sentences_inserted AFTER INSERT ON sentences BEGIN
  INSERT INTO sentences_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER sentences_deleted AFTER DELETE ON sentences BEGIN
  INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER sentences_updated AFTER UPDATE ON sentences BEGIN
  INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO sentences_fts (rowid, text) VALUES (new.id, new.text);
END;

-- Claims as a reader wants them.
CREATE VIEW claims_readable AS
SELECT d.name AS report, d.source,
       strftime('%Y-%m-%dT%H:%M:%SZ', d.published, 'unixepoch') AS published,
       c.attribute, c.text, c.value_lo AS lo, c.value_hi AS hi, c.unit, c.label, c.event,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM participants p
         WHERE p.claim = c.row ORDER BY p.position)) AS participants,
       c.subject, c.place, c.population, c.period,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.event_from, 'unixepoch') AS event_from,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.as_of_from, 'unixepoch') AS as_of_from,
       CASE c.voice WHEN 'outlet' THEN d.source ELSE c.speaker END AS said_by,
       c.polarity, c.modality, s.text AS sentence, c.rule, c.confidence, c.id
FROM claims c
JOIN documents d ON d.id = c.document
LEFT JOIN sentences s ON s.document = c.document AND s.position = c.sentence
ORDER BY d.name, c.span_begin, c.row;

-- The spread of each figure over all reports, before any question of comparability.
CREATE VIEW figures_by_attribute AS
SELECT attribute, unit, min(value_lo) AS lowest, max(value_hi) AS highest, count(*) AS claims,
       count(DISTINCT document) AS reports
FROM claims WHERE value_lo IS NOT NULL
GROUP BY attribute, unit ORDER BY reports DESC, attribute, unit;

-- What each outlet contributed.
CREATE VIEW claims_by_source AS
SELECT d.source, count(DISTINCT d.id) AS reports, count(c.row) AS claims,
       strftime('%Y-%m-%dT%H:%M:%SZ', min(d.published), 'unixepoch') AS first_published,
       strftime('%Y-%m-%dT%H:%M:%SZ', max(d.published), 'unixepoch') AS last_published
FROM documents d LEFT JOIN claims c ON c.document = d.id
GROUP BY d.source ORDER BY d.source;
)sql";

inline constexpr const char* kDecisions = R"sql(
-- What reviewers decided about findings. Findings are no rows: they are judged anew by each run, and
-- keep their id as long as both claims say what they say.
CREATE TABLE decisions (
  finding  TEXT PRIMARY KEY,       -- id of the finding, 16 hexadecimal digits
  ruling   TEXT NOT NULL,          -- confirm dismiss variant update later
  reason   TEXT NOT NULL,          -- of a dismissal: rounding, not-same-event, ...; else ''
  note     TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  at       TEXT NOT NULL,          -- ISO 8601
  claim_a  TEXT NOT NULL,          -- both sentences as they stood when it was decided
  claim_b  TEXT NOT NULL
) WITHOUT ROWID;
)sql";

/// Where the sentences of a report wait to be put; lives in memory and as long as the connection.
inline constexpr const char* kTemporarySchema = R"sql(
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE new_sentences (
  position INTEGER PRIMARY KEY, span_begin INTEGER, span_end INTEGER, zone TEXT, text TEXT, halves BLOB
);
)sql";

/// Sentence embeddings become halves: little-endian IEEE 754 half floats, documents.dimension of
/// them, half the size of a database. Rows of before came from another kind of model: they go, and
/// the reports are read again when they are next given.
inline constexpr const char* kHalves = R"sql(
DELETE FROM sentence_rows;
ALTER TABLE sentence_rows RENAME COLUMN floats TO halves;
UPDATE documents SET dimension = 0, recipe = '';
)sql";

inline constexpr const char* kReportRows = R"sql(
-- Where a report lies among all: the sum of its sentence rows in signed bytes. Written with the report
-- and never apart from it; finds what a draft may be about without reading the archive.
CREATE TABLE report_rows (
  document INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
  bytes    BLOB NOT NULL
);
)sql";

/// Step i takes a database from user_version i to i + 1; step 0 makes an empty file version 1. A
/// released step is never edited: a change of the schema is a new step at the end.
inline constexpr std::array<const char*, 4> kUpgrades = {kSchema, kDecisions, kHalves, kReportRows};
inline constexpr int kSchemaVersion = static_cast<int>(kUpgrades.size());

}  // namespace gainsay::store
