import type { MappedSection } from '../../domain/sections.js'
import type { Values } from '../../domain/values.js'
import { isSyncedAccount } from '../../plan/account/plan-bank-account.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { findSalaryOn } from '../../plan/salary/salary-rows.js'
import type { PlannedCompany } from '../plan/plan-company.js'

/**
 * What the target holds of a section that was compared; `undefined` when it was not read. For the user's own
 * screen only.
 */
export const actualOf = (
  section: MappedSection,
  plan: PersonPlan,
  company: PlannedCompany,
): Values | undefined => {
  const held = plan.targetId === null ? undefined : company.target.targets.get(plan.targetId)
  if (plan.targetId === null || held === undefined) return undefined
  switch (section) {
    case 'bankAccount': {
      const accounts = company.bankAccounts.get(plan.targetId) ?? 'not-read'
      return typeof accounts === 'string' ? undefined : accounts.find(isSyncedAccount)?.values
    }
    case 'salary': {
      const start = plan.desired.salary?.Start ?? ''
      const day = start > company.today ? start : company.today
      const row = held.salaries === undefined ? undefined : findSalaryOn(held.salaries, day)
      return row === undefined ? undefined : { ...row }
    }
    case 'personalInfo':
    case 'address':
    case 'employment':
      return held[section]
  }
}
