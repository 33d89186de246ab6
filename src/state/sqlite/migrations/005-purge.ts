import type { Migration } from '../migrate.js'

/** Lets old runs go without losing count of them. */
export const purge: Migration = {
  number: 5,
  name: 'purge',
  sql: `
-- Syncs that ended and were removed since. Their number goes on counting: it decides how many bank accounts a run looks at.
ALTER TABLE connection ADD COLUMN purged_syncs INTEGER NOT NULL DEFAULT 0;
`,
}
