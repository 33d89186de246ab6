import type { Migration } from '../migrate.js'

/** Where companies and connected employees of Nmbrs are found over the other transport. */
export const addresses: Migration = {
  number: 23,
  name: 'addresses',
  sql: `
-- id_key: the id that everything else is stored under, one of the two others. verified_at: when both ids were last seen to be of one.
CREATE TABLE address (
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  kind TEXT NOT NULL CHECK (kind IN ('company', 'employee')),
  id_key TEXT NOT NULL,
  soap_id TEXT NOT NULL,
  rest_id TEXT NOT NULL,
  verified_at TEXT NOT NULL,
  PRIMARY KEY (connection_id, kind, id_key),
  UNIQUE (connection_id, kind, soap_id),
  UNIQUE (connection_id, kind, rest_id),
  CHECK (id_key IN (soap_id, rest_id) AND soap_id <> rest_id)
) STRICT, WITHOUT ROWID;
`,
}
