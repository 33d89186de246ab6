import type { Migration } from '../migrate.js'
import { firstTables } from './001-first-tables.js'
import { runEnds } from './002-run-ends.js'
import { audit } from './003-audit.js'
import { notices } from './004-notices.js'
import { purge } from './005-purge.js'
import { holds } from './006-holds.js'
import { access } from './007-access.js'
import { onboardingChecks } from './008-onboarding-checks.js'
import { personSeals } from './009-person-seals.js'
import { sealedWords } from './010-sealed-words.js'
import { leaseClock } from './011-lease-clock.js'
import { sentCreations } from './012-sent-creations.js'
import { knownSalaries } from './013-known-salaries.js'
import { accounts } from './014-accounts.js'
import { seenAlikes } from './015-seen-alikes.js'
import { linkReviews } from './016-link-reviews.js'
import { payrollWork } from './017-payroll-work.js'
import { doubtfulHandOvers } from './018-doubtful-hand-overs.js'
import { employeeKinds } from './019-employee-kinds.js'
import { loginLetters } from './020-login-letters.js'
import { onboardingProgress } from './021-onboarding-progress.js'
import { consents } from './022-consents.js'
import { addresses } from './023-addresses.js'
import { leaseKeys } from './024-lease-keys.js'
import { shadowReads } from './025-shadow-reads.js'
import { canaries } from './026-canaries.js'
import { forgottenPeople } from './027-forgotten-people.js'
import { typedReasons } from './028-typed-reasons.js'

/** Every migration in order. A published one is never edited: its checksum is in every state file. */
export const allMigrations: readonly Migration[] = [
  firstTables,
  runEnds,
  audit,
  notices,
  purge,
  holds,
  access,
  onboardingChecks,
  personSeals,
  sealedWords,
  leaseClock,
  sentCreations,
  knownSalaries,
  accounts,
  seenAlikes,
  linkReviews,
  payrollWork,
  doubtfulHandOvers,
  employeeKinds,
  loginLetters,
  onboardingProgress,
  consents,
  addresses,
  leaseKeys,
  shadowReads,
  canaries,
  forgottenPeople,
  typedReasons,
]
