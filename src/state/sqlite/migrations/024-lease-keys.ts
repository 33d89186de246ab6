import type { Migration } from '../migrate.js'

/**
 * A lease is of one connection and its accounts. One of a former version is of the whole file, and keeps
 * every run away as it did.
 */
export const leaseKeys: Migration = {
  number: 24,
  name: 'lease-keys',
  sql: `
ALTER TABLE lease RENAME TO former_lease;

-- What only one run at a time may work with: a connection, an account (as a keyed digest), or the whole file. The rows of one lease have one token.
CREATE TABLE lease (
  key TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  run_id TEXT NOT NULL,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  process_space TEXT NOT NULL,
  process_start TEXT NOT NULL,
  since TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  clock TEXT NOT NULL,
  expires_tick INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO lease
  SELECT 'whole-file', token, run_id, pid, host, process_space, process_start, since, expires_at, clock, expires_tick
  FROM former_lease;

DROP TABLE former_lease;
`,
}
