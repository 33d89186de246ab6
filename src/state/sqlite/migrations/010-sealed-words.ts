import type { Migration } from '../migrate.js'

/**
 * What people said about a hold counts only with a seal made with the key of the state, and with its entry on
 * the audit record.
 */
export const sealedWords: Migration = {
  number: 10,
  name: 'sealed-words',
  sql: `
-- entry: the number of the word's audit entry. seal: keyed digest of the word, its entry and the exact hold it is about.
ALTER TABLE hold_word ADD COLUMN entry INTEGER;
ALTER TABLE hold_word ADD COLUMN seal TEXT;

-- A release that a write took does not expire, so that mark is sealed too.
ALTER TABLE hold ADD COLUMN sending_seal TEXT;

CREATE INDEX audit_hold ON audit (reference)
  WHERE kind IN ('hold-released', 'hold-rejected', 'hold-used', 'hold-expired');
`,
}
