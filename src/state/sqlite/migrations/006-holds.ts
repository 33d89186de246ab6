import type { Migration } from '../migrate.js'

/** Changes that wait for a person, and what people decided about them. Digests stand for the values. */
export const holds: Migration = {
  number: 6,
  name: 'holds',
  sql: `
-- A change kept back. sending_at: a run took the release, and it is not known yet how its write ended.
CREATE TABLE hold (
  id TEXT PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  target_id TEXT,
  section TEXT NOT NULL,
  fields INTEGER NOT NULL REFERENCES phrase,
  reason TEXT NOT NULL,
  digest TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  sending_at TEXT,
  closed_how TEXT CHECK (closed_how IN ('used', 'superseded')),
  closed_at TEXT,
  CHECK ((closed_how IS NULL) = (closed_at IS NULL))
) STRICT, WITHOUT ROWID;

-- One record for one change at a time; when the same change comes back after it was written, it waits anew.
CREATE UNIQUE INDEX hold_open ON hold (connection_id, company_id, subject, section, digest) WHERE closed_at IS NULL;
CREATE INDEX hold_digest ON hold (connection_id, digest);

-- What people said about a hold, in order. reason is their own text and is kept as typed.
CREATE TABLE hold_word (
  id INTEGER PRIMARY KEY,
  hold_id TEXT NOT NULL REFERENCES hold,
  word TEXT NOT NULL CHECK (word IN ('release', 'reject')),
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX hold_word_hold ON hold_word (hold_id);

-- The hold whose release a write uses up.
ALTER TABLE intent ADD COLUMN hold_id TEXT REFERENCES hold;
`,
}
