import type { Migration } from '../migrate.js'

/**
 * What only payroll can do. A refusal is a write that the target refused for good, as a digest of what was
 * sent, what stood there and the payroll period; it goes when the person's employee becomes another one. A
 * payroll task is work that nothing in the target shows as done, so that a person says so; it opens with the
 * link of an employee whom this program created. Employees of before have none: nobody knows which of them
 * were completed long ago.
 */
export const payrollWork: Migration = {
  number: 17,
  name: 'payroll-work',
  sql: `
CREATE TABLE refusal (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  section TEXT NOT NULL,
  digest TEXT NOT NULL,
  code TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (connection_id, company_id, subject, digest)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER refusal_turned AFTER UPDATE OF target_id ON link
WHEN old.target_id IS NOT NULL AND old.target_id IS NOT new.target_id
BEGIN
  DELETE FROM refusal
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;

CREATE TABLE payroll_task (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  target_id TEXT NOT NULL,
  code TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  done_at TEXT,
  PRIMARY KEY (connection_id, company_id, subject, target_id, code)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER link_created AFTER INSERT ON link
WHEN new.status = 'connected' AND new.origin IN ('created', 'recovered')
BEGIN
  INSERT INTO payroll_task (connection_id, company_id, subject, target_id, code, opened_at)
    SELECT new.connection_id, new.company_id, new.source_id, new.target_id, 'employee-to-complete', new.changed_at
    WHERE NOT EXISTS (
      SELECT 1 FROM payroll_task AS task
      WHERE task.connection_id = new.connection_id AND task.company_id = new.company_id
        AND task.subject = new.source_id AND task.target_id = new.target_id AND task.code = 'employee-to-complete');
END;

CREATE TRIGGER link_created_again AFTER UPDATE OF status, target_id, origin ON link
WHEN new.status = 'connected' AND new.origin IN ('created', 'recovered')
  AND (old.status IS NOT new.status OR old.target_id IS NOT new.target_id OR old.origin IS NOT new.origin)
BEGIN
  INSERT INTO payroll_task (connection_id, company_id, subject, target_id, code, opened_at)
    SELECT new.connection_id, new.company_id, new.source_id, new.target_id, 'employee-to-complete', new.changed_at
    WHERE NOT EXISTS (
      SELECT 1 FROM payroll_task AS task
      WHERE task.connection_id = new.connection_id AND task.company_id = new.company_id
        AND task.subject = new.source_id AND task.target_id = new.target_id AND task.code = 'employee-to-complete');
END;
`,
}
