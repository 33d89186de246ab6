import type { SectionBaseline } from '../domain/baseline.js'
import type { TargetEmployeeId } from '../domain/ids.js'
import type { MappedSection } from '../domain/sections.js'
import type { PersonPlan } from '../plan/plan-person.js'
import { createSalaryChain, type SalaryChain } from './salary-chain.js'

/** What one person's writes of this run settled; a later write of the same section adds to it. */
export type SettledNow = Map<MappedSection, SectionBaseline>

/** How far one person's changes have come. */
export interface PersonProgress {
  targetId: TargetEmployeeId | null
  creationFailed: boolean
  /** The target record was made by this run. */
  created: boolean
  /** A write of this person has begun. They are completed before the next person is begun. */
  begun: boolean
  /** Whether it was already said why nothing more of this person is written. */
  saidWhy: boolean
  salaries: SalaryChain
  settledNow: SettledNow
}

export const startProgress = ({ targetId, settled }: PersonPlan): PersonProgress => ({
  targetId,
  creationFailed: false,
  created: false,
  begun: false,
  saidWhy: false,
  salaries: createSalaryChain(),
  settledNow: new Map(settled.map(({ section, baseline }) => [section, baseline])),
})
