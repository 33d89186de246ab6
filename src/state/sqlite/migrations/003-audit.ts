import type { Migration } from '../migrate.js'

/**
 * The audit record, and the settings of the last sync as digests. The free texts are the name of who acted
 * and the reason a person typed.
 */
export const audit: Migration = {
  number: 3,
  name: 'audit',
  sql: `
-- Names of connections and runs are texts here, not references: the record outlives what it names.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  connection TEXT,
  run_id TEXT,
  kind TEXT NOT NULL,
  company_id TEXT,
  subject TEXT,
  target_id TEXT,
  section TEXT,
  operation TEXT,
  fields INTEGER REFERENCES phrase,
  code TEXT,
  detail TEXT,
  reason TEXT,
  reference TEXT,
  hash TEXT NOT NULL
) STRICT;

-- Guards against a slip of this program or of a person with a database browser. Against malice there is the chain.
CREATE TRIGGER audit_next BEFORE INSERT ON audit
WHEN new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM audit)
BEGIN
  SELECT RAISE(ABORT, 'an audit entry can only be added at the end');
END;

CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit entry cannot be changed');
END;

CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit entry cannot be removed');
END;

CREATE TABLE setting (
  connection_id INTEGER NOT NULL REFERENCES connection,
  path TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (connection_id, path)
) STRICT, WITHOUT ROWID;
`,
}
