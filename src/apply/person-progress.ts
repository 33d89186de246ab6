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
  /**
   * Something of this person was written, or is being written: they are finished before anyone new is begun.
   */
  begun: boolean
  /** What keeps everything back is said once for each person. */
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
