import type { Refusal } from '../../domain/hold/lasting-refusal.js'
import { holdRefused } from '../../plan/checks/refused/hold-refused.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import type { PlannedWorld, PlanOptions } from '../plan/planned-world.js'
import type { RunDeps } from '../settings.js'

/** The companies without what would only be refused once more. */
export interface WithoutRefusedWrites {
  companies: readonly PlannedCompany[]
  /** Refusals whose values moved, or which nothing is planned for any more. */
  movedRefusals: readonly Refusal[]
}

/** Holds what Nmbrs refused for good in an earlier run, as long as nothing moved. Stores nothing. */
export const holdRefusedWrites = async (
  { store }: Pick<RunDeps, 'store'>,
  { companies, selected, source }: Pick<PlannedWorld, 'companies' | 'selected' | 'source'>,
  { allowPastPeriods }: Pick<PlanOptions, 'allowPastPeriods'>,
): Promise<WithoutRefusedWrites> => {
  const refusals = await store.work.readRefusals()
  if (refusals.length === 0) return { companies, movedRefusals: [] }
  const moved: Refusal[] = []
  const held = companies.map((company) => {
    const own = refusals.filter(({ companyId }) => companyId === company.company.targetId)
    const rules = { digest: store.digest, period: company.period.text, allowPastPeriods }
    const { plan, standing } = holdRefused(company.plan, own, rules)
    moved.push(...own.filter((one) => !standing.includes(one) && wasLookedAt(one, company)))
    return { ...company, plan }
  })
  const isLost = ({ subject }: Refusal): boolean => !selected.has(subject) || source.mayBeUnread(subject)
  return { companies: held, movedRefusals: moved.filter((one) => !isLost(one)) }
}

/** What could not be read tonight has not moved by that. */
const wasLookedAt = ({ subject, section }: Refusal, { plan }: PlannedCompany): boolean => {
  const findings = plan.people.find((person) => person.subject === subject)?.findings ?? []
  return !findings.some((one) => one.code === 'section-unreadable' && one.section === section)
}
