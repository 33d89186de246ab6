import type { Migration } from '../migrate.js'

/**
 * What repeated onboarding checks found last, so that a call that is switched off is noticed, and told once.
 */
export const onboardingChecks: Migration = {
  number: 8,
  name: 'onboarding-checks',
  sql: `
-- The connection is a name here: a check is no run. calls is a JSON object of names of calls and how they stand; nothing that was read.
CREATE TABLE onboarding_check (
  connection TEXT NOT NULL,
  company_id TEXT NOT NULL,
  profiles TEXT NOT NULL,
  checked_at TEXT NOT NULL,
  calls TEXT NOT NULL,
  PRIMARY KEY (connection, company_id, profiles)
) STRICT, WITHOUT ROWID;
`,
}
