import type { Migration } from '../migrate.js'

/** Texts of the audit record can be taken away, and the chain stays verifiable. */
export const forgottenPeople: Migration = {
  number: 27,
  name: 'forgotten people',
  sql: `
-- salt: random, part of the hash of the entry; it goes with the texts. NULL for entries of before.
ALTER TABLE audit ADD COLUMN salt TEXT;
-- seal: keyed, over what is left of an entry of which texts were taken away; NULL while it is as it was written.
ALTER TABLE audit ADD COLUMN seal TEXT;

-- Texts can only be taken away together with a new seal. Against malice there is the key.
DROP TRIGGER audit_unchanged;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
WHEN new.seal IS NULL OR new.seal IS old.seal
  OR (new.number, new.at, new.actor, new.connection, new.run_id, new.kind, new.company_id, new.section, new.operation,
      new.fields, new.code, new.reference, new.hash)
  IS NOT (old.number, old.at, old.actor, old.connection, old.run_id, old.kind, old.company_id, old.section, old.operation,
      old.fields, old.code, old.reference, old.hash)
BEGIN
  SELECT RAISE(ABORT, 'an audit entry cannot be changed');
END;
`,
}
