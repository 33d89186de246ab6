import type { Migration } from '../migrate.js'

/**
 * The consents that employers gave for REST. Tokens are sealed with a key that is made from the state key and
 * are in no backup. The connection is a name here: a consent is no run.
 */
export const consents: Migration = {
  number: 22,
  name: 'consents',
  sql: `
-- sealed: both tokens, NULL when the consent is gone. Moments in milliseconds since 1970. generation: goes up with every change of the tokens.
-- refresher: who may use the refresh token now, until when.
CREATE TABLE consent (
  connection TEXT PRIMARY KEY,
  app TEXT NOT NULL,
  scopes TEXT NOT NULL,
  sealed BLOB,
  consented_at INTEGER NOT NULL,
  access_since INTEGER NOT NULL,
  access_ends_at INTEGER NOT NULL,
  refresh_ends_at INTEGER,
  generation INTEGER NOT NULL,
  refresher TEXT,
  refresher_until INTEGER,
  CHECK ((refresher IS NULL) = (refresher_until IS NULL))
) STRICT, WITHOUT ROWID;
`,
}
