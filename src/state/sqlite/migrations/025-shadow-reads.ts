import type { Migration } from '../migrate.js'

/** What syncs over SOAP saw when they read along over REST. */
export const shadowReads: Migration = {
  number: 25,
  name: 'shadow reads',
  sql: `
-- problem: why the read did not come to its end; NULL when it did. The counts are 0 then.
CREATE TABLE shadow_read (
  id INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  run_id TEXT NOT NULL,
  read_at TEXT NOT NULL,
  problem TEXT,
  people INTEGER NOT NULL,
  differences INTEGER NOT NULL,
  not_compared INTEGER NOT NULL,
  UNIQUE (connection_id, run_id)
) STRICT;

-- Of the last read that came to its end.
CREATE TABLE shadow_difference (
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  source_id TEXT NOT NULL,
  section TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (connection_id, source_id, section, field)
) STRICT, WITHOUT ROWID;
`,
}
