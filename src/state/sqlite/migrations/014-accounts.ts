import type { Migration } from '../migrate.js'

/**
 * Which bank accounts the employees of the target were known to hold, as digests that are the same for the
 * same account within a connection: a second record of a person is recognised by the account.
 */
export const accounts: Migration = {
  number: 14,
  name: 'accounts',
  sql: `
CREATE TABLE account (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id, target_id, digest)
) STRICT, WITHOUT ROWID;
`,
}
