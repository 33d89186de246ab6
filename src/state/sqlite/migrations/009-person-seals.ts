import type { Migration } from '../migrate.js'

/**
 * One digest for each person of whom all is settled, so that a run needs to look no further at those of whom
 * nothing moved.
 */
export const personSeals: Migration = {
  number: 9,
  name: 'person-seals',
  sql: `
CREATE TABLE person_seal (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  seal TEXT NOT NULL,
  has_account INTEGER NOT NULL CHECK (has_account IN (0, 1)),
  PRIMARY KEY (connection_id, company_id, subject)
) STRICT, WITHOUT ROWID;

-- A person's seal says that every section of his is settled as it was stored then. Whatever is stored of a section later takes it away.
CREATE TRIGGER baseline_added AFTER INSERT ON baseline
BEGIN
  DELETE FROM person_seal
    WHERE connection_id = new.connection_id AND company_id = new.company_id AND subject = new.subject;
END;

CREATE TRIGGER baseline_changed AFTER UPDATE ON baseline
BEGIN
  DELETE FROM person_seal
    WHERE connection_id = new.connection_id AND company_id = new.company_id AND subject = new.subject;
END;

CREATE TRIGGER baseline_forgotten AFTER DELETE ON baseline
BEGIN
  DELETE FROM person_seal
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.subject;
END;
`,
}
