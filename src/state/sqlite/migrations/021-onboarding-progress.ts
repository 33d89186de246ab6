import type { Migration } from '../migrate.js'

/** How far the applications at consumers are: ids and days, and nothing of any person. */
export const onboardingProgress: Migration = {
  number: 21,
  name: 'onboarding-progress',
  sql: `
CREATE TABLE onboarding_progress (
  connection_id INTEGER NOT NULL REFERENCES connection,
  company_id TEXT NOT NULL,
  profile TEXT NOT NULL,
  sent_on TEXT,
  confirmed_on TEXT,
  exchange_on TEXT,
  checked_on TEXT,
  PRIMARY KEY (connection_id, company_id, profile)
) STRICT, WITHOUT ROWID;
`,
}
