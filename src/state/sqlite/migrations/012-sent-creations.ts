import type { Migration } from '../migrate.js'

/** What a creation sent, so that a later run that finds the employee knows which values are ours. */
export const sentCreations: Migration = {
  number: 12,
  name: 'sent-creations',
  sql: `
-- Digests by section and field.
ALTER TABLE intent ADD COLUMN sent TEXT;
`,
}
