import type { Migration } from '../migrate.js'

/** What the first people of a run showed. */
export const canaries: Migration = {
  number: 26,
  name: 'canaries',
  sql: `
-- A kind of write that was read back and was right. circumstances: the version of the program and the transport.
CREATE TABLE canary_proof (
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  kind TEXT NOT NULL,
  circumstances TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (connection_id, kind)
) STRICT, WITHOUT ROWID;

-- What was not right, until the kinds are tried again or somebody goes on without.
CREATE TABLE canary_flaw (
  id INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  circumstances TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  section TEXT NOT NULL,
  field TEXT,
  at TEXT NOT NULL
) STRICT;
`,
}
