import type { Migration } from '../migrate.js'

/** What each channel of notices was last told, so that people are not told the same each night. */
export const notices: Migration = {
  number: 4,
  name: 'notices',
  sql: `
-- connection is empty for what concerns all of them. signs is a digest of the situation; told_at is empty when nobody was told of it.
CREATE TABLE notice (
  connection TEXT NOT NULL,
  topic TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  signs TEXT NOT NULL,
  since TEXT NOT NULL,
  told_at TEXT,
  PRIMARY KEY (connection, topic, channel)
) STRICT, WITHOUT ROWID;
`,
}
