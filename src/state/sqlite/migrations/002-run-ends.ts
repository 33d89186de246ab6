import type { Migration } from '../migrate.js'

/**
 * Why a run did not come to its end, and whether it was about everybody: what a schedule has to know of
 * former runs.
 */
export const runEnds: Migration = {
  number: 2,
  name: 'run-ends',
  sql: `
-- The stable code of what stopped a run; empty for one that came to its end, and for one of before this column.
ALTER TABLE run ADD COLUMN failure_code TEXT;

-- 0 for a run over people that were named, which says nothing about the others.
ALTER TABLE run ADD COLUMN whole INTEGER NOT NULL DEFAULT 1 CHECK (whole IN (0, 1));
`,
}
