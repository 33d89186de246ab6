import type { Migration } from '../migrate.js'

/**
 * When a lease runs out by a clock that nobody can set forward or back. An older lease has none and goes by
 * the wall clock.
 */
export const leaseClock: Migration = {
  number: 11,
  name: 'lease-clock',
  sql: `
ALTER TABLE lease ADD COLUMN clock TEXT NOT NULL DEFAULT '';
ALTER TABLE lease ADD COLUMN expires_tick INTEGER NOT NULL DEFAULT 0;
`,
}
