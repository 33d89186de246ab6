import type { Migration } from '../migrate.js'

/** What people typed stands beside the audit record and can be taken away; the record covers a digest. */
export const typedReasons: Migration = {
  number: 28,
  name: 'typed reasons',
  sql: `
-- salt: random, part of the digest in audit.reason; it goes with the text. NULL for reasons of before, which the hash of the entry covers.
-- gone: keyed, says that the text was taken away; NULL while it is there.
CREATE TABLE audit_reason (
  entry INTEGER PRIMARY KEY REFERENCES audit (number),
  text TEXT,
  salt TEXT,
  gone TEXT,
  CHECK ((text IS NULL) = (gone IS NOT NULL))
) STRICT;

INSERT INTO audit_reason (entry, text) SELECT number, reason FROM audit WHERE reason IS NOT NULL;

DROP TRIGGER audit_unchanged;
UPDATE audit SET reason = NULL WHERE reason IS NOT NULL;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
WHEN new.seal IS NULL OR new.seal IS old.seal
  OR (new.number, new.at, new.actor, new.connection, new.run_id, new.kind, new.company_id, new.section, new.operation,
      new.fields, new.code, new.reference, new.hash)
  IS NOT (old.number, old.at, old.actor, old.connection, old.run_id, old.kind, old.company_id, old.section, old.operation,
      old.fields, old.code, old.reference, old.hash)
BEGIN
  SELECT RAISE(ABORT, 'an audit entry cannot be changed');
END;

CREATE TRIGGER audit_reason_unchanged BEFORE UPDATE ON audit_reason WHEN new.gone IS NULL OR new.entry <> old.entry
BEGIN
  SELECT RAISE(ABORT, 'a typed reason cannot be changed');
END;
`,
}
