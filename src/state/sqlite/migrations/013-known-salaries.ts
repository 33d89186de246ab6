import type { Migration } from '../migrate.js'

/**
 * Digests of the salaries that were known when a person's salary was last agreed. Nothing is known of older
 * agreements.
 */
export const knownSalaries: Migration = {
  number: 13,
  name: 'known-salaries',
  sql: `
ALTER TABLE baseline ADD COLUMN known_rows TEXT;
`,
}
