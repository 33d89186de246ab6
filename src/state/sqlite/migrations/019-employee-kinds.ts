import type { Migration } from '../migrate.js'

/**
 * What kind of employee each one of the target was when the lists by type were last read, as a code; those on
 * the payroll have no row. `kind_read`: when that was, of each company. Ids, codes and times only.
 */
export const employeeKinds: Migration = {
  number: 19,
  name: 'employee-kinds',
  sql: `
CREATE TABLE employee_kind (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  target_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('applicant', 'new-hire', 'former', 'external')),
  PRIMARY KEY (connection_id, company_id, target_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE kind_read (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id)
) STRICT, WITHOUT ROWID;
`,
}
