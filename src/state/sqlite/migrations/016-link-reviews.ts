import type { Migration } from '../migrate.js'

/**
 * Links that a rule made before first contacts held names and birth dates back, and whose first contact wrote
 * a first name or a birth date: the employee may have been somebody else. Ids and field names only.
 * `told_at`: when a sync reported it. A row goes with its link, and when a person says that the link is
 * right.
 */
export const linkReviews: Migration = {
  number: 16,
  name: 'link-reviews',
  sql: `
CREATE TABLE link_review (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  target_id TEXT NOT NULL,
  fields INTEGER NOT NULL REFERENCES phrase,
  written_at TEXT NOT NULL,
  told_at TEXT,
  PRIMARY KEY (connection_id, company_id, subject)
) STRICT, WITHOUT ROWID;

-- The audit record knows runs that were purged; outcomes know runs from before there was an audit record.
INSERT OR IGNORE INTO link_review (connection_id, company_id, subject, target_id, fields, written_at)
  SELECT link.connection_id, link.company_id, link.source_id, link.target_id, written.fields, written.at
  FROM (
    SELECT run.connection_id, intent.company_id, outcome.subject, outcome.target_id, outcome.fields, intent.opened_at AS at
      FROM outcome
      JOIN run ON run.number = outcome.run_number
      JOIN intent ON intent.id = outcome.intent_id
      WHERE outcome.section = 'personalInfo' AND outcome.outcome = 'applied' AND outcome.reason = 'first-contact'
    UNION ALL
    SELECT connection.id, audit.company_id, audit.subject, audit.target_id, audit.fields, audit.at
      FROM audit
      JOIN connection ON connection.name = audit.connection
      WHERE audit.kind = 'write-ended' AND audit.section = 'personalInfo' AND audit.code = 'applied'
        AND audit.detail = 'first-contact'
  ) AS written
  JOIN link ON link.connection_id = written.connection_id AND link.company_id = written.company_id
    AND link.source_id = written.subject AND link.target_id = written.target_id
  JOIN phrase ON phrase.id = written.fields
  WHERE link.status = 'connected' AND link.origin LIKE 'rule:%'
    AND (phrase.text LIKE '%"FirstName"%' OR phrase.text LIKE '%"Birthday"%')
  ORDER BY written.at;

CREATE TRIGGER link_reviewed AFTER UPDATE OF status, target_id, origin ON link
WHEN old.status IS NOT new.status OR old.target_id IS NOT new.target_id OR old.origin IS NOT new.origin
BEGIN
  DELETE FROM link_review
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;

CREATE TRIGGER link_review_forgotten AFTER DELETE ON link
BEGIN
  DELETE FROM link_review
    WHERE connection_id = old.connection_id AND company_id = old.company_id AND subject = old.source_id;
END;
`,
}
