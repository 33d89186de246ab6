import type { Migration } from '../migrate.js'

/**
 * The first tables. Ids, digests, codes and times only: no names, numbers, amounts, addresses or account
 * numbers. The one free text is the reason a user types when he leaves somebody out; it is kept as typed.
 */
export const firstTables: Migration = {
  number: 1,
  name: 'first-tables',
  sql: `
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE connection (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Texts that many rows share: lists of field names, messages and remedies of findings. A row keeps the number instead.
CREATE TABLE phrase (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- The pairing of one source person with one target company. target_id is the former one in a tombstone.
CREATE TABLE link (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('connected', 'disconnected', 'ignored', 'create-wanted')),
  target_id TEXT,
  origin TEXT,
  reason TEXT,
  until TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id, source_id),
  CHECK ((target_id IS NOT NULL) = (status IN ('connected', 'disconnected'))),
  CHECK ((origin IS NOT NULL) = (status = 'connected')),
  CHECK ((reason IS NOT NULL) = (status = 'ignored')),
  CHECK (until IS NULL OR status = 'ignored')
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX link_target ON link (connection_id, company_id, target_id) WHERE status = 'connected';

-- Every link that ever was, in order. status 'deleted' says that the mark was taken away.
CREATE TABLE link_history (
  id INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  source_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('connected', 'disconnected', 'ignored', 'create-wanted', 'deleted')),
  target_id TEXT,
  origin TEXT,
  reason TEXT,
  until TEXT,
  at TEXT NOT NULL
) STRICT;

-- What was last settled. fields names the fields and how many digests each has: one when source and target agreed, else sent and seen.
CREATE TABLE baseline (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  section TEXT NOT NULL,
  seal TEXT,
  fields INTEGER NOT NULL REFERENCES phrase,
  digests TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id, subject, section)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_look (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id, subject)
) STRICT, WITHOUT ROWID;

-- Baselines describe one target record. When a link turns to another record, or is forgotten, they say nothing any more.
CREATE TRIGGER link_turned AFTER UPDATE OF target_id ON link WHEN old.target_id IS NOT new.target_id
BEGIN
  DELETE FROM baseline
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
  DELETE FROM bank_look
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;

CREATE TRIGGER link_forgotten AFTER DELETE ON link
BEGIN
  DELETE FROM baseline
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
  DELETE FROM bank_look
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;

CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  connection_id INTEGER NOT NULL REFERENCES connection,
  mode TEXT NOT NULL CHECK (mode IN ('plan', 'sync')),
  trigger TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  result TEXT CHECK (result IN ('ok', 'held', 'failed', 'aborted')),
  people TEXT,
  calls TEXT,
  error TEXT,
  CHECK ((finished_at IS NULL) = (result IS NULL))
) STRICT;

CREATE INDEX run_connection ON run (connection_id, mode);

-- A write, recorded before its call goes out. settled stays empty until it is known how it ended.
CREATE TABLE intent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_number INTEGER NOT NULL REFERENCES run,
  subject TEXT NOT NULL,
  company_id TEXT NOT NULL,
  target_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'end')),
  section TEXT NOT NULL,
  fields INTEGER NOT NULL REFERENCES phrase,
  replaces TEXT,
  opened_at TEXT NOT NULL,
  settled TEXT CHECK (settled IN ('answered', 'found-applied', 'found-not-applied', 'superseded')),
  settled_at TEXT,
  CHECK ((settled IS NULL) = (settled_at IS NULL))
) STRICT;

CREATE INDEX intent_run ON intent (run_number);
CREATE INDEX intent_open ON intent (id) WHERE settled IS NULL;

CREATE TABLE outcome (
  id INTEGER PRIMARY KEY,
  run_number INTEGER NOT NULL REFERENCES run,
  intent_id INTEGER UNIQUE REFERENCES intent,
  subject TEXT NOT NULL,
  target_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'end')),
  section TEXT NOT NULL,
  fields INTEGER NOT NULL REFERENCES phrase,
  outcome TEXT NOT NULL,
  reason TEXT
) STRICT;

CREATE INDEX outcome_run ON outcome (run_number);

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  run_number INTEGER NOT NULL REFERENCES run,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  subject TEXT NOT NULL,
  section TEXT,
  field TEXT,
  message INTEGER NOT NULL REFERENCES phrase,
  remedy INTEGER NOT NULL REFERENCES phrase
) STRICT;

CREATE INDEX finding_run ON finding (run_number);

-- The one run that may go on. expires_at is in milliseconds since 1970.
CREATE TABLE lease (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  token TEXT NOT NULL,
  run_id TEXT NOT NULL,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  process_space TEXT NOT NULL,
  process_start TEXT NOT NULL,
  since TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
`,
}
