import type { Migration } from '../migrate.js'

/**
 * Who looked like a person when someone said that the person is new: the word covers those and no one who is
 * entered later.
 */
export const seenAlikes: Migration = {
  number: 15,
  name: 'seen-alikes',
  sql: `
ALTER TABLE link ADD COLUMN seen TEXT;
`,
}
